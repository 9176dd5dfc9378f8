#include <algorithm>

#include "formats/base/say.h"
#include "formats/compare/print.h"
#include "workflows/review/draw/panel.h"
#include "workflows/sampling/sample.h"

namespace tiku::workflows {

using formats::Id;
using formats::PanelCandidate;
using formats::PanelDraw;
using formats::PanelRefusal;
using formats::say;
using formats::translate;
using formats::operator""_a;

namespace {

std::string nameOf(const PanelDraw& draw, Id expert) {
  const PanelCandidate* candidate = draw.find(expert);
  return candidate == nullptr || candidate->name.empty() ? expert.str() : candidate->name;
}

void checkRanks(const PanelDraw& draw, std::vector<std::string>& problems) {
  const std::string seed = panelSeed(draw.pool, draw.nonce);
  for (std::size_t i = 0; i < draw.candidates.size(); ++i) {
    const PanelCandidate& candidate = draw.candidates[i];
    if (candidate.rank != sampleRank(seed, candidate.expert)) {
      problems.push_back(
          say("{name}的名次不是由种子算出来的那一个。", "name"_a = nameOf(draw, candidate.expert)));
    }
    if (i > 0 && candidate.rank < draw.candidates[i - 1].rank) {
      problems.push_back(say("{name}没有排在按名次应在的位置。", "name"_a = nameOf(draw, candidate.expert)));
    }
  }
}

void checkDrawn(const PanelDraw& draw, std::vector<std::string>& problems) {
  PanelDraw first = draw;
  first.refusals.clear();
  const std::vector<Id> panel = panelOf(first);
  if (static_cast<int>(panel.size()) < draw.experts) {
    problems.push_back(
        say("按记录只能抽出 {n} 人，少于 {experts} 人。", "n"_a = panel.size(), "experts"_a = draw.experts));
  }
  for (const PanelCandidate& candidate : draw.candidates) {
    const bool due = std::ranges::find(panel, candidate.expert) != panel.end();
    if (due == candidate.drawn) continue;
    const std::string name = nameOf(draw, candidate.expert);
    problems.push_back(due ? say("{name}应当抽中，记录里却没有。", "name"_a = name)
                           : say("{name}不应抽中，记录里却抽中了。", "name"_a = name));
  }
}

void checkRefusals(const PanelDraw& draw, std::vector<std::string>& problems) {
  PanelDraw again = draw;
  again.refusals.clear();
  for (const PanelRefusal& refusal : draw.refusals) {
    const std::vector<Id> before = panelOf(again);
    if (std::ranges::find(before, refusal.expert) == before.end()) {
      problems.push_back(
          say("{name}当时不在专家组里，却记着由人递补。", "name"_a = nameOf(draw, refusal.expert)));
      return;
    }
    again.refusals.push_back(refusal);
    std::optional<Id> next;
    for (const Id one : panelOf(again)) {
      if (std::ranges::find(before, one) == before.end()) next = one;
    }
    if (next == refusal.replacement) continue;
    problems.push_back(
        next ? say("{name}应由{next}递补，记录里却不是。", "name"_a = nameOf(draw, refusal.expert),
                   "next"_a = nameOf(draw, *next))
             : say("{name}之后已经没有可以递补的人，记录里却有。", "name"_a = nameOf(draw, refusal.expert)));
  }
}

}  // namespace

DrawCheck checkDraw(const PanelDraw& draw) {
  DrawCheck check;
  checkRanks(draw, check.problems);
  checkDrawn(draw, check.problems);
  checkRefusals(draw, check.problems);
  return check;
}

DrawCheck checkDraw(const PanelDraw& draw, const formats::Bank& bank, const validators::PanelRules& rules) {
  DrawCheck check = checkDraw(draw);
  const auto* pool = bank.find<formats::Experts>(formats::Experts::kId);
  if (pool == nullptr || poolDigest(bank) != draw.pool || !draw.on) {
    check.poolChanged = true;
    return check;
  }
  if (draw.experts < rules.experts || draw.contentExperts < rules.contentExperts ||
      draw.methodExperts < rules.methodExperts) {
    check.problems.push_back(say("抽取的人数少于{clause}的要求。", "clause"_a = rules.clause));
    return check;
  }
  const PanelDraw again = drawPanel(bank, rules, {*draw.on, draw.by, draw.nonce, draw.experts});
  if (again.candidates.size() != draw.candidates.size()) {
    check.problems.push_back(say("专家库有 {pool} 人，记录里却有 {record} 人。",
                                 "pool"_a = pool->experts.size(), "record"_a = draw.candidates.size()));
    return check;
  }
  for (const PanelCandidate& candidate : again.candidates) {
    const PanelCandidate* recorded = draw.find(candidate.expert);
    const std::string& name = candidate.name;
    if (recorded == nullptr) {
      check.problems.push_back(say("{name}在专家库里，记录里却没有。", "name"_a = name));
    } else if (recorded->excluded != candidate.excluded) {
      check.problems.push_back(candidate.excluded
                                   ? say("{name}应当排除（{reason}），记录里却不是。", "name"_a = name,
                                         "reason"_a = formats::print::text(*candidate.excluded))
                                   : say("{name}没有理由排除，记录里却排除了。", "name"_a = name));
    }
  }
  return check;
}

}  // namespace tiku::workflows
