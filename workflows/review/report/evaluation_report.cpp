// 《自建题库评估报告》
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "validators/rules/titles.h"
#include "workflows/filing/documents/page.h"
#include "workflows/review/draw/panel.h"
#include "workflows/review/opinions.h"
#include "workflows/review/report/figures.h"
#include "workflows/review/report/page.h"

namespace tiku::workflows {

using namespace reports;
using formats::DocxCell;
using formats::DocxRow;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;
using formats::Expert;
using formats::Experts;
using formats::Id;
using formats::ItemVerdict;
using formats::Opinion;
using formats::OpinionStatus;
using formats::PanelCandidate;
using formats::PanelDraw;
using formats::PanelDraws;
using formats::Panelist;
using formats::Round;
using formats::RoundState;
using formats::RoundStep;
using validators::Finding;

namespace {

void addFacts(const ReviewReport& report, DocxWriter& writer, int number) {
  writer.add(numbered(number, "基本信息"), DocxStyle::kHeading1);
  const formats::BankInfo& info = report.bank.info();
  const Round& round = report.round;
  DocxTable table;
  table.widths = {40, 126};
  const auto add = [&table](const std::string& label, const std::string& value) {
    DocxRow row;
    row.cells.push_back(headCell(label));
    row.cells.emplace_back(value.empty() ? "—" : value, DocxStyle::kCellLeft);
    table.rows.push_back(std::move(row));
  };
  add("题库名称", info.title);
  add("评价机构", info.institution.name);
  add("职业（工种）",
      occupationOf(report.bank) + (info.occupation ? "（" + info.occupation->str() + "）" : ""));
  add("等级", levelNames(info.levels));
  add("依据的标准", standardTitle(report.bank));
  add("评审轮次", round.title);
  add("送审版本", round.tag.empty() ? round.tree : round.tag + "（" + round.tree + "）");
  add("评审范围", round.scope == Round::Scope::kBank ? "整个题库" : "抽样，随机数 " + round.nonce);
  add("评审方式", fmt::format("专家各自独立评审，每题至少 {} 人；意见封存，收齐后同时开启", round.perItem));
  if (const RoundStep* accepted = stepInto(round, RoundState::kAccepted);
      accepted != nullptr && accepted->on) {
    add("受理日期", printedDate(accepted->on->str()));
  }
  if (round.due) add("评审期限", printedDate(round.due->str()));
  writer.add(table);
}

bool wasDrawn(const std::vector<Id>& drawn, const Panelist& member) {
  return std::ranges::find(drawn, member.expert) != drawn.end();
}

// The draw that the panel came from: the latest whose experts all sat in it. Somebody may have left since,
// and another one may have taken his place without being drawn.
const PanelDraw* drawOf(const ReviewReport& report) {
  const auto* draws = report.bank.find<PanelDraws>(PanelDraws::kId);
  if (draws == nullptr) return nullptr;
  for (auto draw = draws->draws.rbegin(); draw != draws->draws.rend(); ++draw) {
    const std::vector<Id> panel = panelOf(*draw);
    const bool all =
        std::ranges::all_of(panel, [&](Id drawn) { return report.round.panelist(drawn) != nullptr; });
    if (all && !panel.empty()) return &*draw;
  }
  return nullptr;
}

void addPanel(const ReviewReport& report, DocxWriter& writer) {
  const auto* pool = report.bank.find<Experts>(Experts::kId);
  DocxTable table;
  table.widths = {14, 26, 30, 46, 36, 34};
  table.rows.push_back(headRow({"序号", "姓名", "类别", "工作单位", "职称或技能等级", "回避声明"}));
  for (const Panelist& member : report.round.panel) {
    const Expert* expert = pool == nullptr ? nullptr : pool->find(member.expert);
    const formats::ExpertAnswers* answers =
        answersOf(report.bank, report.round, member.expert, Voice::kFinal);
    std::string name = member.name + (member.chair ? "（组长）" : "");
    if (!member.left.empty()) name += "（退出：" + member.left + "）";
    const std::string kind = expert == nullptr                        ? "—"
                             : expert->kind == Expert::Kind::kContent ? "试题内容专家"
                                                                      : "命题方法专家";
    table.rows.push_back(
        bodyRow({std::to_string(table.rows.size()), name, kind, member.institution,
                 expert == nullptr || expert->qualification.empty() ? "—" : expert->qualification,
                 answers == nullptr ? "—" : (answers->conflict.empty() ? "无" : answers->conflict)}));
  }
  writer.add(table);
}

void addDrawRecord(const PanelDraw& draw, DocxWriter& writer) {
  std::map<formats::Exclusion, int> reasons;
  int free = 0;
  for (const PanelCandidate& candidate : draw.candidates) {
    if (candidate.excluded) {
      ++reasons[*candidate.excluded];
    } else {
      ++free;
    }
  }
  static constexpr std::array kReasons{"已除名",     "不在聘期", "资格不符",      "专业不符",
                                       "本单位人员", "申请回避", "参加过题库开发"};
  std::string excluded;
  for (const auto& [reason, count] : reasons) {
    excluded += fmt::format("{}{} {} 人", excluded.empty() ? "" : "、",
                            kReasons.at(static_cast<std::size_t>(reason)), count);
  }
  writer.add(
      fmt::format("专家组{}由{}从专家库随机抽取（{}）：专家库 {} 人，{}可以抽取 {} 人，抽取 {} "
                  "人，其中试题内容专家至少 {} 人、命题方法专家至少 {} 人。",
                  draw.on ? "于" + printedDate(draw.on->str()) : "", draw.by.empty() ? "受理部门" : draw.by,
                  draw.clause, draw.candidates.size(), excluded.empty() ? "" : "排除" + excluded + "，", free,
                  draw.experts, draw.contentExperts, draw.methodExperts),
      DocxStyle::kBody);
  writer.add(fmt::format("专家库 SHA-256 {}；随机数 {}；种子 {}。按“种子:专家标识”的 SHA-256 "
                         "从小到大抽取，任何人都可以重新抽取核对。",
                         draw.pool, draw.nonce, panelSeed(draw.pool, draw.nonce)),
             DocxStyle::kNote);
  for (const formats::PanelRefusal& refusal : draw.refusals) {
    const PanelCandidate* gone = draw.find(refusal.expert);
    const PanelCandidate* next = refusal.replacement ? draw.find(*refusal.replacement) : nullptr;
    writer.add(fmt::format("{}因{}不能参加，{}。", gone == nullptr ? "一位专家" : gone->name, refusal.reason,
                           next == nullptr ? "没有可以递补的人" : "由" + next->name + "递补"),
               DocxStyle::kNote);
  }
}

void addPanelSection(const ReviewReport& report, DocxWriter& writer, int number) {
  writer.add(numbered(number, "评审专家组"), DocxStyle::kHeading1);
  addPanel(report, writer);
  if (const PanelDraw* draw = drawOf(report)) {
    addDrawRecord(*draw, writer);
    const std::vector<Id> drawn = panelOf(*draw);
    for (const Panelist& member : report.round.panel) {
      if (!wasDrawn(drawn, member))
        writer.add(fmt::format("{}接替退出的专家，没有经过抽取。", member.name), DocxStyle::kNote);
    }
  } else {
    writer.add("题库里没有这个专家组的抽取记录。抽取方式：________________", DocxStyle::kBody);
  }
}

std::string deviationText(const PanelStatistics& statistics) {
  int level = 0;
  int order = 0;
  for (std::size_t i = 0; i < statistics.relevance.raters.size(); ++i) {
    const Deviation& relevance = statistics.relevance.raters[i];
    const Deviation& difficulty = statistics.difficulty.raters[i];
    if (relevance.offLevel || difficulty.offLevel) ++level;
    if (relevance.offOrder || difficulty.offOrder) ++order;
  }
  if (level + order == 0) {
    return "没有发现宽严或次序明显偏离其他人的专家（Mandel h、k，GB/T 6379.2—2004，显著性水平 1 %）。";
  }
  return fmt::format(
      "宽严明显偏离其他人的专家 {} 位，评分次序明显偏离其他人的 {} 位（Mandel h、k，GB/T "
      "6379.2—2004，显著性水平 1 %），结论时已注意。",
      level, order);
}

void addScores(const ReviewReport& report, const PanelScores& final, DocxWriter& writer, int number) {
  const formats::Rubric& rubric = report.round.rubric;
  writer.add(numbered(number, "分项评分"), DocxStyle::kHeading1);
  if (rubric.lines.empty()) {
    writer.add("本轮没有评分表。", DocxStyle::kBody);
    return;
  }
  writer.add(fmt::format("{} 位专家按《{}》评分，专家组平均 {} 分。", final.experts.size(), rubric.title,
                         totalScore(rubric, final)),
             DocxStyle::kBody);
  writer.add(rubricTable(rubric, final));
  if (!rubric.source.empty()) writer.add("评分表来源：" + rubric.source, DocxStyle::kNote);
}

void addAgreement(const ReviewReport& report, DocxWriter& writer, int number) {
  const PanelScores alone = panelScores(report.bank, report.round, Voice::kAlone);
  const PanelStatistics statistics = panelStatistics(alone, report.round.rubric);
  writer.add(numbered(number, "评分的一致性"), DocxStyle::kHeading1);
  writer.add("以下指标取自各位专家独立评审时的评分；数据不足的不给出数值，并说明原因。", DocxStyle::kBody);
  writer.add(agreementTable(statistics));
  writer.add(deviationText(statistics), DocxStyle::kBody);
}

void addItems(const ReviewReport& report, const PanelScores& final, DocxWriter& writer, int number) {
  writer.add(numbered(number, "试题评审意见"), DocxStyle::kHeading1);
  const std::vector<ItemOpinion> opinions = itemOpinions(final);
  writer.add("每道试题取多数专家的意见；票数相同的取较严的一种。", DocxStyle::kBody);
  writer.add(verdictTable(report.reviewed, opinions));
  DocxTable table;
  table.widths = {14, 62, 26, 46, 24};
  table.rows.push_back(headRow({"序号", "试题", "意见", "采用／修改／淘汰（票）", "相关性"}));
  for (const ItemOpinion& opinion : opinions) {
    if (!opinion.verdict || *opinion.verdict == ItemVerdict::kAdopt) continue;
    DocxRow row = bodyRow({std::to_string(table.rows.size()), "", formats::wordOf(*opinion.verdict),
                           fmt::format("{}／{}／{}", opinion.votes[0], opinion.votes[1], opinion.votes[2]),
                           opinion.relevance.str(2)});
    row.cells[1] = DocxCell(placeOf(report.reviewed, opinion.object), DocxStyle::kCellLeft);
    table.rows.push_back(std::move(row));
  }
  if (table.rows.size() > 1) {
    writer.add("建议修改、淘汰的试题", DocxStyle::kCaption);
    writer.add(table);
  }
  const DocxTable lines = passLineTable(report.reviewed, final);
  if (lines.rows.size() > 1) {
    writer.add("由难度估计得出的建议及格线（Angoff, 1971）", DocxStyle::kCaption);
    writer.add(lines);
  }
}

bool aboutRepetition(const Finding& finding) {
  return !finding.waived && !finding.cause &&
         (finding.rule.starts_with("duplicates/") || finding.rule == "papers/overlap" ||
          finding.rule == "papers/near-overlap" || finding.rule == "papers/skills-overlap");
}

void addRepetitions(const ReviewReport& report, DocxWriter& writer, int number) {
  constexpr std::size_t kMostListed = 60;
  writer.add(numbered(number, "重复率核验"), DocxStyle::kHeading1);
  DocxTable table;
  table.widths = {14, 30, 122};
  table.rows.push_back(headRow({"序号", "条款", "检查结果"}));
  std::size_t found = 0;
  for (const Finding& finding : report.findings) {
    if (!aboutRepetition(finding) || ++found > kMostListed) continue;
    table.rows.push_back(wordsRow({std::to_string(found), finding.clause, finding.message}));
  }
  if (found == 0) {
    writer.add("按规则检查，没有发现各等级之间、同一等级之内和试卷之间的重复。", DocxStyle::kBody);
    return;
  }
  writer.add(fmt::format("按规则检查，发现重复、相近和试卷重复率方面的问题 {} 处。", found),
             DocxStyle::kBody);
  if (found > kMostListed) {
    table.rows.push_back(noteRow(fmt::format("另有 {} 处，见检查结果全文。", found - kMostListed), 3));
  }
  writer.add(table);
}

void addConclusion(const ReviewReport& report, DocxWriter& writer, int number) {
  writer.add(numbered(number, "评审结论"), DocxStyle::kHeading1);
  const RoundStep* step = conclusionOf(report.round);
  const std::string_view chosen = step == nullptr                         ? ""
                                  : step->state == RoundState::kPassed    ? "合格"
                                  : step->state == RoundState::kToRectify ? "限期整改"
                                                                          : "不合格";
  writer.add(boxes({"合格", "限期整改", "不合格"}, chosen), DocxStyle::kBody);
  if (step != nullptr && !step->reason.empty()) writer.add("理由：" + step->reason, DocxStyle::kBody);
  if (step == nullptr) return;
  writer.add(fmt::format("{}，{}。", step->by, printedDate(step->on ? step->on->str() : "")),
             DocxStyle::kBody);
}

void addRectification(const ReviewReport& report, DocxWriter& writer, int number) {
  const auto opinions = opinionsOf(report.bank, report.round);
  writer.add(numbered(number, "整改意见及期限"), DocxStyle::kHeading1);
  if (opinions.empty()) {
    writer.add("没有需要整改的意见。", DocxStyle::kBody);
    return;
  }
  const auto* limit = report.profile.deadline("rectification");
  writer.add(
      fmt::format(
          "共 {} 条{}{}。", opinions.size(),
          report.round.rectifyBy ? "，应于" + printedDate(report.round.rectifyBy->str()) + "前完成整改" : "",
          limit == nullptr ? "" : "（" + limit->clause + "）"),
      DocxStyle::kBody);
  DocxTable table;
  table.widths = {12, 60, 26, 18, 64};
  table.rows.push_back(headRow({"序号", "位置", "类别", "程度", "意见"}));
  for (const auto& opinion : opinions) {
    const formats::Annotation& remark = opinion->remark;
    std::string words = remark.comment;
    if (remark.suggestion) words += "（建议改为“" + *remark.suggestion + "”）";
    table.rows.push_back(
        wordsRow({std::to_string(table.rows.size()), placeOf(report.reviewed, remark.anchor),
                  opinion->rule.empty() ? formats::wordOf(remark.kind) : validators::ruleTitle(opinion->rule),
                  formats::wordOf(remark.gravity), words}));
  }
  writer.add(table);
}

}  // namespace

std::string evaluationReport(const ReviewReport& report) {
  const PanelScores final = panelScores(report.bank, report.round, Voice::kFinal);
  if (final.experts.empty()) {
    throw formats::FormatError(formats::ErrorCode::kConflict,
                               formats::translate("专家的意见还没有开启，不能出报告。"));
  }
  DocxWriter writer = openReport(report, "自建题库评估报告", true);
  writer.add(occupationOf(report.bank) + "自建题库评估报告", DocxStyle::kTitle);
  int number = 0;
  addFacts(report, writer, ++number);
  addPanelSection(report, writer, ++number);
  addScores(report, final, writer, ++number);
  addAgreement(report, writer, ++number);
  addItems(report, final, writer, ++number);
  addRepetitions(report, writer, ++number);
  addConclusion(report, writer, ++number);
  addRectification(report, writer, ++number);
  writer.add(numbered(++number, "专家签字"), DocxStyle::kHeading1);
  writer.add(signatureTable(report.round));
  addSignature(writer, {"组织评估的部门（盖章）：　　　　　　　　", printedDate(report.date)});
  return std::move(writer).finish();
}

std::string reviewDocument(ReportKind kind, const ReviewReport& report) {
  switch (kind) {
    case ReportKind::kEvaluation:
      return evaluationReport(report);
    case ReportKind::kOpinions:
      return expertOpinions(report);
    case ReportKind::kRectification:
      break;
  }
  return rectificationReport(report);
}

}  // namespace tiku::workflows
