// 《专家评审意见》, by itself and as a document of the filing bundle.
#include "workflows/review/report/expert_opinions.h"

#include <fmt/format.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "validators/rules/titles.h"
#include "workflows/filing/documents/page.h"
#include "workflows/review/opinions.h"
#include "workflows/review/report/page.h"

namespace tiku::workflows {

using namespace reports;
using formats::Annotation;
using formats::Bank;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;
using formats::Opinion;
using formats::OpinionStatus;
using formats::Round;
using formats::RoundState;
using formats::RoundStep;

namespace {

// What the institution did about a remark, and how the one who made it sees that.
std::string handled(const Opinion& opinion) {
  std::string text;
  if (opinion.suggestion == formats::SuggestionState::kAccepted) text = "已照建议修改。";
  if (opinion.suggestion == formats::SuggestionState::kRefused) text = "没有采用建议的写法。";
  if (!opinion.answeredBy.empty()) text += opinion.answer;  // Else somebody is still writing it.
  switch (opinion.status) {
    case OpinionStatus::kOpen:
      return text.empty() ? "待答复" : text + "（待答复）";
    case OpinionStatus::kAnswered:
      return text.empty() ? "已答复" : text;
    case OpinionStatus::kAgreed:
      return text.empty() ? "已认可" : text + "（专家已认可）";
    case OpinionStatus::kRejected:
      return text.empty() ? "未认可" : text + "（专家未认可）";
  }
  return text;
}

std::string wordsOf(const Annotation& remark) {
  return remark.suggestion ? remark.comment + "　建议改为：“" + *remark.suggestion + "”" : remark.comment;
}

}  // namespace

void addOpinionTable(const Bank& bank, const Round& round, DocxWriter& writer) {
  DocxTable table;
  table.widths = {12, 46, 22, 16, 50, 40};
  table.rows.push_back(headRow({"序号", "位置", "类别", "程度", "意见和建议", "处理结果"}));
  for (const auto& opinion : opinionsOf(bank, round)) {
    const Annotation& remark = opinion->remark;
    table.rows.push_back(
        wordsRow({std::to_string(table.rows.size()), placeOf(bank, remark.anchor),
                  opinion->rule.empty() ? formats::wordOf(remark.kind) : validators::ruleTitle(opinion->rule),
                  formats::wordOf(remark.gravity), wordsOf(remark), handled(*opinion)}));
  }
  if (table.rows.size() == 1) table.rows.push_back(noteRow("专家没有提出需要处理的意见。", 6));
  writer.add(table);
}

void addGeneralOpinion(const Bank& bank, const Round& round, DocxWriter& writer) {
  bool any = false;
  for (const formats::Panelist& member : round.panel) {
    const formats::ExpertAnswers* answers = answersOf(bank, round, member.expert, Voice::kFinal);
    if (answers == nullptr || answers->comment.empty()) continue;
    writer.add(answers->comment, DocxStyle::kBody);
    any = true;
  }
  if (!any) writer.add("专家没有另写总体评价。", DocxStyle::kBody);
}

std::string internalConclusion(const Round& round) {
  const RoundStep* step = conclusionOf(round);
  const std::string_view chosen = step == nullptr                         ? ""
                                  : step->state == RoundState::kPassed    ? "通过"
                                  : step->state == RoundState::kToRectify ? "修改后通过"
                                                                          : "不通过";
  return boxes({"通过", "修改后通过", "不通过"}, chosen);
}

std::shared_ptr<const Round> openedRound(const Bank& bank) {
  std::shared_ptr<const Round> latest;
  for (const auto& round : bank.all<Round>()) {
    const RoundStep* opened = stepInto(*round, RoundState::kSummary);
    if (opened == nullptr) continue;
    const RoundStep* other = latest == nullptr ? nullptr : stepInto(*latest, RoundState::kSummary);
    if (other == nullptr || other->on < opened->on) latest = round;
  }
  return latest;
}

std::string expertOpinions(const ReviewReport& report) {
  const PanelScores final = panelScores(report.bank, report.round, Voice::kFinal);
  if (final.experts.empty()) {
    throw formats::FormatError(formats::ErrorCode::kConflict,
                               formats::translate("专家的意见还没有开启，不能出报告。"));
  }
  const std::string title = occupationOf(report.bank) + "题库专家评审意见";
  DocxWriter writer = openReport(report, title, true);
  writer.add(title, DocxStyle::kTitle);
  writer.add(fmt::format(
                 "{}组织专家组对{}题库（{}）进行了评审，评审轮次“{}”，专家 {} 人，试题 {} 道。",
                 report.bank.info().institution.name.empty() ? "本单位" : report.bank.info().institution.name,
                 occupationOf(report.bank), levelNames(report.bank.info().levels), report.round.title,
                 final.experts.size(), final.objects.size()),
             DocxStyle::kBody);
  writer.add("一、逐项意见", DocxStyle::kHeading1);
  addOpinionTable(report.bank, report.round, writer);
  writer.add("二、总体评价", DocxStyle::kHeading1);
  addGeneralOpinion(report.bank, report.round, writer);
  writer.add("三、评审结论", DocxStyle::kHeading1);
  writer.add(internalConclusion(report.round), DocxStyle::kBody);
  writer.add("四、专家签字", DocxStyle::kHeading1);
  writer.add(signatureTable(report.round));
  addSignature(writer, {"专家组组长（签字）：　　　　　　　　", printedDate(report.date)});
  return std::move(writer).finish();
}

}  // namespace tiku::workflows
