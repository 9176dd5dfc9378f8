// tiku review scores: what the panel says, most disputed first, and how far it agrees. tiku review report:
// the documents that a round ends in.
#include <map>
#include <ostream>

#include "cli/review.h"
#include "cli/text_table.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "formats/package/review_terms.h"
#include "formats/package/save.h"
#include "validators/checker/checker.h"
#include "workflows/review/report/report.h"
#include "workflows/review/report/scores.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;

struct ScoresOptions {
  ReviewOptions common;
  std::size_t limit = 30;
};

struct ReportOptions {
  ReviewOptions common;
  ReportKind kind = ReportKind::kEvaluation;
  std::string out;
  std::string profile;
  std::string date;
  bool force = false;
};

Json figureJson(const Figure& figure) {
  if (!figure.known()) return {{"value", nullptr}, {"units", 0}, {"why", figure.why()}};
  return {{"value", figure.value()}, {"units", figure.units()}, {"why", ""}};
}

Json statisticsJson(const PanelStatistics& found) {
  const IntraclassCorrelations& icc = found.difficultyIcc;
  return {{"contentValidityAverage", figureJson(found.validity.average)},
          {"contentValidityUniversal", figureJson(found.validity.universal)},
          {"verdictKappa", figureJson(found.verdictKappa)},
          {"verdictAlpha", figureJson(found.verdictAlpha)},
          {"relevanceAlpha", figureJson(found.relevanceAlpha)},
          {"difficultyAlpha", figureJson(found.difficultyAlpha)},
          {"difficultyIcc",
           {{"1,1", figureJson(icc.oneWaySingle)},
            {"2,1", figureJson(icc.randomSingle)},
            {"3,1", figureJson(icc.fixedSingle)},
            {"1,k", figureJson(icc.oneWayMean)},
            {"2,k", figureJson(icc.randomMean)},
            {"3,k", figureJson(icc.fixedMean)}}},
          {"rubricW", figureJson(found.rubricW)}};
}

Json deviationsJson(const PanelScores& alone, const Deviations& found) {
  Json list = Json::array();
  for (std::size_t i = 0; i < alone.experts.size(); ++i) {
    const Deviation& one = found.raters[i];
    list.push_back({{"expert", alone.experts[i].str()},
                    {"severity", figureJson(one.severity)},
                    {"h", figureJson(one.h)},
                    {"k", figureJson(one.k)},
                    {"offLevel", one.offLevel},
                    {"offOrder", one.offOrder}});
  }
  return list;
}

Json disputeJson(const Bank& bank, const ItemOpinion& opinion, const ItemValidity& validity) {
  return {{"object", opinion.object.str()},
          {"title", objectTitle(bank, opinion.object)},
          {"verdict", opinion.verdict ? Json(fileWord(*opinion.verdict)) : Json(nullptr)},
          {"votes", {{"adopt", opinion.votes[0]}, {"revise", opinion.votes[1]}, {"drop", opinion.votes[2]}}},
          {"relevance", figureJson(opinion.relevance)},
          {"relevanceSpread", figureJson(opinion.relevanceSpread)},
          {"contentValidity", figureJson(validity.index)},
          {"modifiedKappa", figureJson(validity.kappa)},
          {"difficulty", figureJson(opinion.difficulty)},
          {"difficultySpread", figureJson(opinion.difficultySpread)}};
}

Json passLinesJson(const Bank& bank, const PanelScores& scores) {
  Json lines = Json::array();
  for (const Level level : bank.info().levels) {
    const AngoffCut cut = passLine(bank, scores, level);
    lines.push_back({{"level", level.number()},
                     {"percent", figureJson(cut.percent)},
                     {"marks", figureJson(cut.cut)},
                     {"standardError", figureJson(cut.standardError)}});
  }
  return lines;
}

void printDisputes(const Bank& bank, const std::vector<ItemOpinion>& opinions,
                   const PanelStatistics& statistics, std::size_t limit, Session& session) {
  using Align = TextTable::Align;
  TextTable table({Align::kLeft, Align::kLeft, Align::kRight, Align::kRight, Align::kRight, Align::kRight});
  table.add({translate("试题"), translate("处理意见"), translate("采用／修改／淘汰"), translate("相关性"),
             translate("标准差"), translate("难度估计")});
  for (std::size_t i = 0; i < opinions.size() && (limit == 0 || i < limit); ++i) {
    const ItemOpinion& one = opinions[i];
    table.add({objectTitle(bank, one.object), one.verdict ? wordOf(*one.verdict) : "—",
               fmt::format("{}/{}/{}", one.votes[0], one.votes[1], one.votes[2]), one.relevance.str(2),
               one.relevanceSpread.str(2), one.difficulty.str(2)});
  }
  session.out << table.str();
  const auto line = [&](const std::string& name, const Figure& figure) {
    session.out << "  " << name << "  " << figure.str() << (figure.known() ? "" : "  " + figure.why())
                << '\n';
  };
  for (const NamedFigure& one : namedFigures(statistics)) line(translate(one.name), one.figure);
}

void runScores(const ScoresOptions& options, Session& session) {
  const OpenReview review(options.common, session);
  const Bank& bank = review.open.bank;
  const PanelScores final = panelScores(bank, *review.round, Voice::kFinal);
  if (final.experts.empty()) {
    throw FormatError(ErrorCode::kConflict, translate("专家的意见还没有开启。"), {},
                      translate("收齐后用 tiku review open 开启。"));
  }
  const PanelScores alone = panelScores(bank, *review.round, Voice::kAlone);
  const PanelStatistics statistics = panelStatistics(alone, review.round->rubric);
  const std::vector<ItemOpinion> opinions = disputedFirst(final);
  if (!session.json()) {
    printDisputes(bank, opinions, statistics, options.limit, session);
    for (const std::string& words : deviationWords(*review.round, alone, statistics))
      session.out << words << '\n';
    return;
  }
  Json items = Json::array();
  for (std::size_t i = 0; i < opinions.size() && (options.limit == 0 || i < options.limit); ++i) {
    items.push_back(disputeJson(bank, opinions[i], statistics.validity.items[opinions[i].unit]));
  }
  session.print({{"round", review.round->id.str()},
                 {"experts", final.experts.size()},
                 {"items", std::move(items)},
                 {"statistics", statisticsJson(statistics)},
                 {"deviations",
                  {{"relevance", deviationsJson(alone, statistics.relevance)},
                   {"difficulty", deviationsJson(alone, statistics.difficulty)}}},
                 {"passLines", passLinesJson(bank, final)}});
}

void runReport(const ReportOptions& options, Session& session) {
  const OpenReview review(options.common, session);
  const Bank reviewed = review.reviewed();
  const validators::Profile profile = profileFor(review.open.bank, options.profile);
  const std::string date = options.date.empty() ? std::string() : dateGiven(options.date).str();
  const std::vector<validators::Finding> findings = options.kind == ReportKind::kEvaluation
                                                        ? validators::check(reviewed, profile)
                                                        : std::vector<validators::Finding>();
  const ReviewReport report{review.open.bank, reviewed, *review.round, profile, findings, date};
  const std::string bytes = reviewDocument(options.kind, report);
  writeFileSafely(options.out, bytes, options.force);
  if (session.json()) {
    session.print({{"file", options.out}, {"bytes", bytes.size()}, {"round", review.round->id.str()}});
  } else {
    session.out << say("已写出 {file}（{bytes} 字节）。", "file"_a = options.out, "bytes"_a = bytes.size())
                << '\n';
  }
}

}  // namespace

void addReviewReport(CLI::App& review, Session& session) {
  CLI::App* scores = review.add_subcommand(
      "scores", translate("专家的评分：分歧最大的试题在前，以及内容效度、一致性和偏离的专家。"));
  auto wanted = std::make_shared<ScoresOptions>();
  addRoundOptions(*scores, wanted->common, session);
  scores->add_option("--limit", wanted->limit, translate("最多列出多少道，缺省 30，0 为全部。"));
  scores->callback([wanted, &session] { runScores(*wanted, session); });

  static const std::map<std::string, ReportKind> kReportKinds{{"evaluation", ReportKind::kEvaluation},
                                                              {"opinions", ReportKind::kOpinions},
                                                              {"rectification", ReportKind::kRectification}};
  CLI::App* verb = review.add_subcommand(
      "report", translate("写出《自建题库评估报告》《专家评审意见》或《整改报告》（.docx）。"));
  auto options = std::make_shared<ReportOptions>();
  addRoundOptions(*verb, options->common, session);
  verb->add_option("--as", options->kind,
                   translate("评估报告 evaluation、评审意见 opinions、整改报告 rectification。"))
      ->required()
      ->transform(CLI::CheckedTransformer(kReportKinds).description("evaluation|opinions|rectification"));
  verb->add_option("--out", options->out, translate("要写的 .docx 文件。"))->required();
  verb->add_option("--date", options->date, translate("落款的日期；缺省留空，由人填写。"));
  verb->add_option("--profile", options->profile, translate("规则文件的编号或路径；缺省用题库自己的。"));
  verb->add_flag("--force", options->force, translate("已有同名文件时替换它。"));
  verb->callback([options, &session] { runReport(*options, session); });
}

}  // namespace tiku::cli
