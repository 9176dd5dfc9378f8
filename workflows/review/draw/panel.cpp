#include "workflows/review/draw/panel.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/compare/print.h"
#include "formats/package/package.h"
#include "workflows/review/draw/exclusion.h"
#include "workflows/sampling/sample.h"

namespace tiku::workflows {

using formats::Bank;
using formats::ErrorCode;
using formats::Exclusion;
using formats::Expert;
using formats::Experts;
using formats::FormatError;
using formats::Id;
using formats::PanelCandidate;
using formats::PanelDraw;
using formats::PanelDraws;
using formats::PanelRefusal;
using formats::say;
using formats::translate;
using formats::operator""_a;
using validators::PanelRules;

namespace {

const Experts& poolOf(const Bank& bank) {
  const auto* pool = bank.find<Experts>(Experts::kId);
  if (pool == nullptr || pool->experts.empty()) {
    throw FormatError(ErrorCode::kConflict, translate("题库里没有专家库。"), {},
                      translate("先用 tiku import --as experts 导入专家名单。"));
  }
  return *pool;
}

// The eligible by rank without these, each kind up to what the other one leaves.
std::vector<Id> pick(const PanelDraw& draw, const std::vector<PanelRefusal>& refusals) {
  std::vector<Id> panel;
  int content = 0;
  int method = 0;
  for (const PanelCandidate& candidate : draw.candidates) {
    if (static_cast<int>(panel.size()) == draw.experts) break;
    if (candidate.excluded) continue;
    if (std::ranges::find(refusals, candidate.expert, &PanelRefusal::expert) != refusals.end()) continue;
    int& kind = candidate.kind == Expert::Kind::kContent ? content : method;
    const int reserved = candidate.kind == Expert::Kind::kContent ? draw.methodExperts : draw.contentExperts;
    if (kind == draw.experts - reserved) continue;
    ++kind;
    panel.push_back(candidate.expert);
  }
  return panel;
}

void checkOrder(const Bank& bank, const PanelRules& rules, const PanelOrder& order) {
  if (order.nonce.find_first_not_of(" \t\r\n") == std::string::npos) {
    throw FormatError(ErrorCode::kUsage, translate("没有给出随机数。"), {},
                      translate("随机数由主管部门在专家库确定之后给出。"));
  }
  if (order.experts != 0 && order.experts < rules.experts) {
    throw FormatError(ErrorCode::kUsage,
                      say("专家组至少 {needed} 人（{clause}），不能只抽 {asked} 人。",
                          "needed"_a = rules.experts, "clause"_a = rules.clause, "asked"_a = order.experts));
  }
  if (bank.info().institution.name.empty()) {
    throw FormatError(ErrorCode::kConflict, translate("题库没有写明评价机构，不知道哪些专家应当回避。"), {},
                      translate("先在题库信息里填写评价机构的名称。"));
  }
}

// "不在聘期 3 人、本单位人员 1 人"
std::string countedExclusions(const PanelDraw& draw) {
  std::map<Exclusion, int> counts;
  for (const PanelCandidate& candidate : draw.candidates) {
    if (candidate.excluded) ++counts[*candidate.excluded];
  }
  std::string text;
  for (const auto& [exclusion, count] : counts) {
    if (!text.empty()) text += translate("、");
    text += say("{reason} {count} 人", "reason"_a = formats::print::text(exclusion), "count"_a = count);
  }
  return text.empty() ? translate("没有人因此不能抽取") : text;
}

[[noreturn]] void refuseTooFew(const PanelDraw& draw) {
  int content = 0;
  int method = 0;
  for (const PanelCandidate& candidate : draw.candidates) {
    if (!candidate.excluded) ++(candidate.kind == Expert::Kind::kContent ? content : method);
  }
  throw FormatError(ErrorCode::kConflict,
                    say("要抽 {experts} 人，其中试题内容专家至少 {content} 人、命题方法专家至少 {method} "
                        "人；可以抽取的只有试题内容专家 {hasContent} 人、命题方法专家 {hasMethod} 人。",
                        "experts"_a = draw.experts, "content"_a = draw.contentExperts,
                        "method"_a = draw.methodExperts, "hasContent"_a = content, "hasMethod"_a = method),
                    {}, say("不能抽取的：{reasons}。请补充专家库。", "reasons"_a = countedExclusions(draw)));
}

PanelCandidate candidateOf(const Expert& expert, const Bank& bank, const PanelRules& rules,
                           const formats::Date& on, const std::string& seed) {
  PanelCandidate candidate;
  candidate.expert = expert.id;
  candidate.rank = sampleRank(seed, expert.id);
  candidate.name = expert.name;
  candidate.kind = expert.kind;
  candidate.institution = expert.institution;
  candidate.qualification = expert.qualification;
  if (auto ground = exclusionOf(expert, bank, rules, on)) {
    candidate.excluded = ground->exclusion;
    candidate.why = std::move(ground->why);
  }
  return candidate;
}

void markDrawn(PanelDraw& draw) {
  const std::vector<Id> first = pick(draw, {});
  for (PanelCandidate& candidate : draw.candidates) {
    candidate.drawn = std::ranges::find(first, candidate.expert) != first.end();
  }
}

bool byRank(const PanelCandidate& a, const PanelCandidate& b) {
  return std::tie(a.rank, a.expert) < std::tie(b.rank, b.expert);
}

}  // namespace

std::string poolDigest(const Bank& bank) {
  poolOf(bank);
  return formats::sha256(formats::write(formats::Object(bank.get<Experts>(Experts::kId))));
}

std::string panelSeed(std::string_view pool, std::string_view nonce) {
  return drawSeed(kPanelAlgorithm, pool, nonce);
}

PanelDraw drawPanel(const Bank& bank, const PanelRules& rules, const PanelOrder& order) {
  const Experts& pool = poolOf(bank);
  checkOrder(bank, rules, order);
  const formats::BankInfo& info = bank.info();
  PanelDraw draw;
  draw.id = Id::random();
  draw.on = order.on;
  draw.by = order.by;
  draw.institution = info.institution.name;
  draw.occupation =
      info.occupation ? info.occupation->str() + " " + info.occupationName : info.occupationName;
  draw.clause = rules.clause;
  draw.experts = order.experts == 0 ? rules.experts : order.experts;
  draw.contentExperts = rules.contentExperts;
  draw.methodExperts = rules.methodExperts;
  draw.pool = poolDigest(bank);
  draw.nonce = order.nonce;
  const std::string seed = panelSeed(draw.pool, draw.nonce);
  for (const Expert& expert : pool.experts) {
    draw.candidates.push_back(candidateOf(expert, bank, rules, order.on, seed));
  }
  std::ranges::sort(draw.candidates, byRank);
  if (static_cast<int>(pick(draw, {}).size()) < draw.experts) refuseTooFew(draw);
  markDrawn(draw);
  return draw;
}

std::vector<Id> panelOf(const PanelDraw& draw) {
  return pick(draw, draw.refusals);
}

std::vector<formats::Panelist> panelistsOf(const PanelDraw& draw) {
  std::vector<formats::Panelist> panel;
  for (const Id id : panelOf(draw)) {
    const PanelCandidate& one = *draw.find(id);
    panel.push_back({id, one.name, one.institution, panel.empty(), {}, {}});
  }
  return panel;
}

PanelDraw withRefusal(PanelDraw draw, Id expert, const formats::Date& on, std::string reason) {
  const std::vector<Id> before = panelOf(draw);
  if (std::ranges::find(before, expert) == before.end()) {
    throw FormatError(ErrorCode::kUsage, translate("这位专家不在专家组里。"), {expert.str(), 0, {}});
  }
  draw.refusals.push_back({expert, on, std::move(reason), std::nullopt});
  for (const Id one : panelOf(draw)) {
    if (std::ranges::find(before, one) == before.end()) draw.refusals.back().replacement = one;
  }
  return draw;
}

formats::Edit drawEdit(const Bank& bank, PanelDraw draw, std::string title) {
  const auto* kept = bank.find<PanelDraws>(PanelDraws::kId);
  PanelDraws draws = kept == nullptr ? PanelDraws() : *kept;
  const auto same = std::ranges::find(draws.draws, draw.id, &PanelDraw::id);
  if (same == draws.draws.end()) {
    draws.draws.push_back(std::move(draw));
  } else {
    *same = std::move(draw);
  }
  formats::Edit edit(std::move(title));
  edit.put(std::move(draws));
  return edit;
}

}  // namespace tiku::workflows
