// tiku review draw, refuse, redraw: a panel drawn from the pool so that anyone can draw it again.
#include <algorithm>
#include <ostream>

#include "cli/bank_files.h"
#include "cli/review.h"
#include "cli/review_common.h"
#include "cli/text_table.h"
#include "formats/base/say.h"
#include "formats/compare/print.h"
#include "workflows/review/begin.h"
#include "workflows/review/draw/panel.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;

struct DrawOptions {
  std::string path;
  std::string nonce;
  int experts = 0;
  std::string on;
  std::string by;
  std::string profile;
  bool dryRun = false;
};

struct RefusalOptions {
  std::string path;
  std::string name;
  std::string draw;
  std::string reason;
  std::string on;
};

struct RedrawOptions {
  std::string path;
  std::string draw;
  std::string profile;
};

Json drawJson(const PanelDraw& draw) {
  Json candidates = Json::array();
  for (const PanelCandidate& one : draw.candidates) {
    candidates.push_back({{"expert", one.expert.str()},
                          {"name", one.name},
                          {"kind", one.kind == Expert::Kind::kContent ? "content" : "method"},
                          {"institution", one.institution},
                          {"rank", one.rank},
                          {"drawn", one.drawn},
                          {"excluded", one.excluded ? print::text(*one.excluded) : std::string()},
                          {"why", one.why}});
  }
  Json refusals = Json::array();
  for (const PanelRefusal& one : draw.refusals) {
    refusals.push_back({{"expert", one.expert.str()},
                        {"on", print::text(one.on)},
                        {"reason", one.reason},
                        {"replacement", one.replacement ? one.replacement->str() : std::string()}});
  }
  Json panel = Json::array();
  for (const Id id : panelOf(draw)) panel.push_back(id.str());
  return {{"draw", draw.id.str()},
          {"algorithm", kPanelAlgorithm},
          {"on", print::text(draw.on)},
          {"by", draw.by},
          {"clause", draw.clause},
          {"pool", draw.pool},
          {"nonce", draw.nonce},
          {"seed", panelSeed(draw.pool, draw.nonce)},
          {"experts", draw.experts},
          {"content", draw.contentExperts},
          {"method", draw.methodExperts},
          {"panel", std::move(panel)},
          {"candidates", std::move(candidates)},
          {"refusals", std::move(refusals)}};
}

// What became of a candidate.
std::string outcome(const PanelDraw& draw, const PanelCandidate& candidate) {
  if (candidate.excluded) {
    return say("排除：{reason}（{why}）", "reason"_a = print::text(*candidate.excluded),
               "why"_a = candidate.why);
  }
  const auto refusal = std::ranges::find(draw.refusals, candidate.expert, &PanelRefusal::expert);
  if (refusal != draw.refusals.end()) return say("抽中，不能参加：{reason}", "reason"_a = refusal->reason);
  if (candidate.drawn) return translate("抽中");
  const std::vector<Id> panel = panelOf(draw);
  return std::ranges::find(panel, candidate.expert) != panel.end() ? translate("递补") : std::string();
}

void printDraw(const PanelDraw& draw, Session& session) {
  session.out
      << say("种子 {seed}（算法 {algorithm}，专家库 {pool}，随机数 {nonce}）",
             "seed"_a = panelSeed(draw.pool, draw.nonce), "algorithm"_a = kPanelAlgorithm,
             "pool"_a = draw.pool, "nonce"_a = draw.nonce)
      << '\n'
      << say("{clause}：抽 {experts} 人，试题内容专家至少 {content} 人、命题方法专家至少 {method} 人。",
             "clause"_a = draw.clause, "experts"_a = draw.experts, "content"_a = draw.contentExperts,
             "method"_a = draw.methodExperts)
      << '\n';
  TextTable table(std::vector(5, TextTable::Align::kLeft));
  for (const PanelCandidate& one : draw.candidates) {
    table.add({one.rank.substr(0, 12), one.name, print::text(one.kind), one.institution, outcome(draw, one)});
  }
  session.out << table.str();
}

void tell(const PanelDraw& draw, Session& session) {
  if (session.json()) {
    session.print(drawJson(draw));
  } else {
    printDraw(draw, session);
  }
}

void runDraw(const DrawOptions& options, Session& session) {
  OpenBank open = openBank(options.path, session);
  const validators::Profile profile = profileFor(open.bank, options.profile);
  const PanelDraw draw = drawPanel(open.bank, panelRulesOf(profile),
                                   {dateGiven(options.on), options.by, options.nonce, options.experts});
  if (!options.dryRun) applyAndSave(open, drawEdit(open.bank, draw, translate("抽取专家")));
  tell(draw, session);
}

void runRefuse(const RefusalOptions& options, Session& session) {
  OpenBank open = openBank(options.path, session);
  const PanelDraw& before = drawNamed(open.bank, options.draw);
  Experts candidates;
  for (const PanelCandidate& one : before.candidates) {
    candidates.experts.push_back({});
    candidates.experts.back().id = one.expert;
    candidates.experts.back().name = one.name;
  }
  const Id id = expertNamed(candidates, options.name).id;
  const PanelDraw after = withRefusal(before, id, dateGiven(options.on), options.reason);
  applyAndSave(open, drawEdit(open.bank, after, translate("专家递补")));
  if (session.json()) return tell(after, session);
  const std::optional<Id> next = after.refusals.back().replacement;
  session.out << (next ? say("{name}不能参加，由{next}递补。", "name"_a = options.name,
                             "next"_a = after.find(*next)->name)
                       : say("{name}不能参加，专家库里没有可以递补的人；专家组还有 {n} 人。",
                             "name"_a = options.name, "n"_a = panelOf(after).size()))
              << '\n';
}

void runRedraw(const RedrawOptions& options, Session& session) {
  const OpenBank open = openBank(options.path, session);
  const validators::Profile profile = profileFor(open.bank, options.profile);
  const PanelDraw& draw = drawNamed(open.bank, options.draw);
  const DrawCheck check = checkDraw(draw, open.bank, panelRulesOf(profile));
  if (!check.problems.empty()) session.exitCode = kDoneWithErrors;
  if (session.json()) {
    session.print({{"draw", draw.id.str()},
                   {"ok", check.problems.empty()},
                   {"problems", check.problems},
                   {"poolChanged", check.poolChanged}});
    return;
  }
  for (const std::string& problem : check.problems) session.out << "! " << problem << '\n';
  if (check.problems.empty()) {
    session.out << say("重新抽取的结果与记录一致：候选 {n} 人，抽取 {experts} 人。",
                       "n"_a = draw.candidates.size(), "experts"_a = draw.experts)
                << '\n';
  }
  if (check.poolChanged) {
    session.out << translate("专家库在抽取之后改动过，排除的理由没有重新判断；要判断，请检出抽取时的版本。")
                << '\n';
  }
}

void addDraw(CLI::App& review, Session& session) {
  CLI::App* verb =
      review.add_subcommand("draw", translate("从专家库随机抽取专家组；任何人都可以重新抽取核对。"));
  auto options = std::make_shared<DrawOptions>();
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("--nonce", options->nonce, translate("主管部门给出的随机数。"))->required();
  verb->add_option("--experts", options->experts, translate("抽几人，缺省为规则文件规定的最少人数。"))
      ->check(CLI::Range(1, 99));
  verb->add_option("--on", options->on, translate("抽取的日期，缺省为今天。"));
  verb->add_option("--by", options->by, translate("抽取的人或部门。"));
  verb->add_option("--profile", options->profile, translate("规则文件的编号或路径；缺省用题库自己的。"));
  verb->add_flag("--dry-run", options->dryRun, translate("只报告，不改动题库。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { runDraw(*options, session); });
}

void addRefuse(CLI::App& review, Session& session) {
  CLI::App* verb = review.add_subcommand("refuse", translate("抽中的专家不能参加，由名次在后的递补。"));
  auto options = std::make_shared<RefusalOptions>();
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("NAME", options->name, translate("专家的姓名或标识。"))->required();
  verb->add_option("--reason", options->reason, translate("不能参加的原因。"))->required();
  verb->add_option("--draw", options->draw, translate("抽取记录的标识，缺省为最近一次。"));
  verb->add_option("--on", options->on, translate("哪一天知道的，缺省为今天。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { runRefuse(*options, session); });
}

void addRedraw(CLI::App& review, Session& session) {
  CLI::App* verb = review.add_subcommand("redraw", translate("按记录重新抽取一遍，核对结果。"));
  auto options = std::make_shared<RedrawOptions>();
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("--draw", options->draw, translate("抽取记录的标识，缺省为最近一次。"));
  verb->add_option("--profile", options->profile, translate("规则文件的编号或路径；缺省用题库自己的。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { runRedraw(*options, session); });
}

}  // namespace

void addReviewDraw(CLI::App& review, Session& session) {
  addDraw(review, session);
  addRefuse(review, session);
  addRedraw(review, session);
}

}  // namespace tiku::cli
