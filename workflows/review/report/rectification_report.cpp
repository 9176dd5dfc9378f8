// 《整改报告》
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "workflows/filing/documents/page.h"
#include "workflows/review/opinions.h"
#include "workflows/review/report/page.h"

namespace tiku::workflows {

using namespace reports;
using formats::DocxRow;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;
using formats::Opinion;
using formats::OpinionStatus;
using formats::RoundState;
using formats::RoundStep;

namespace {

using Opinions = std::vector<std::shared_ptr<const Opinion>>;

std::string changesOf(const Opinion& opinion) {
  std::string text;
  for (const formats::FieldChange& change : opinion.changes) {
    if (!text.empty()) text += "\n";
    const std::string name = fieldName(change.field);
    if (change.before == change.after) {
      text += fmt::format("{}：文字没有变，改的是格式、图或其他", name);
    } else if (change.after.empty()) {
      text += fmt::format("{}：删去“{}”", name, change.before);
    } else if (change.before.empty()) {
      text += fmt::format("{}：加上“{}”", name, change.after);
    } else {
      text += fmt::format("{}：由“{}”改为“{}”", name, change.before, change.after);
    }
  }
  if (!opinion.revision.empty()) {
    text += fmt::format("{}（版本 {}）", text.empty() ? "" : "\n", opinion.revision.substr(0, 12));
  }
  return text.empty() ? "—" : text;
}

std::string answerOf(const Opinion& opinion) {
  // Without a name it is what somebody is still writing.
  const bool answered = !opinion.answeredBy.empty();
  std::string text = answered ? opinion.answer : "（尚未答复）";
  if (answered) {
    text += fmt::format("\n{}{}", opinion.answeredBy,
                        opinion.answeredOn ? "，" + printedDate(opinion.answeredOn->str()) : "");
  }
  return text;
}

std::string_view verdictOf(const Opinion& opinion) {
  switch (opinion.status) {
    case OpinionStatus::kOpen:
      return "未整改";
    case OpinionStatus::kAnswered:
      return "待复核";
    case OpinionStatus::kAgreed:
      return "已销号";
    case OpinionStatus::kRejected:
      return "退回";
  }
  return "";
}

std::string evidenceOf(const ReviewReport& report, const Opinion& opinion) {
  const auto* dossier = report.bank.find<formats::Dossier>(formats::Dossier::kId);
  std::string text;
  for (const std::string& name : opinion.evidence) {
    const auto titled =
        dossier == nullptr ? decltype(dossier->attachments.end()){} : dossier->attachments.find(name);
    const bool known = dossier != nullptr && titled != dossier->attachments.end();
    text += (text.empty() ? "" : "\n") + (known ? titled->second : name.substr(0, 8));
  }
  return text.empty() ? "—" : text;
}

void addSummary(const ReviewReport& report, const Opinions& opinions, DocxWriter& writer) {
  std::array<std::size_t, 4> counts{};
  for (const auto& opinion : opinions) ++counts.at(static_cast<std::size_t>(opinion->status));
  const auto count = [&](OpinionStatus status) { return counts.at(static_cast<std::size_t>(status)); };
  const RoundStep* step = stepInto(report.round, RoundState::kToRectify);
  const auto* limit = report.profile.deadline("rectification");
  writer.add(fmt::format(
                 "{}的{}题库在评审轮次“{}”中{}，整改期限{}{}。",
                 report.bank.info().institution.name.empty() ? "本单位" : report.bank.info().institution.name,
                 occupationOf(report.bank), report.round.title,
                 step != nullptr && step->on ? "于" + printedDate(step->on->str()) + "被要求限期整改"
                                             : "收到整改意见",
                 report.round.rectifyBy ? "到" + printedDate(report.round.rectifyBy->str()) : "未定",
                 limit == nullptr ? "" : "（" + limit->clause + "）"),
             DocxStyle::kBody);
  writer.add(fmt::format(
                 "整改意见共 {} 条：已整改 {} 条（其中专家已认可 {} 条），未整改 {} 条，退回重新整改 {} 条。",
                 opinions.size(), count(OpinionStatus::kAnswered) + count(OpinionStatus::kAgreed),
                 count(OpinionStatus::kAgreed), count(OpinionStatus::kOpen), count(OpinionStatus::kRejected)),
             DocxStyle::kBody);
}

}  // namespace

std::string rectificationReport(const ReviewReport& report) {
  const Opinions opinions = opinionsOf(report.bank, report.round);
  if (opinions.empty()) {
    throw formats::FormatError(formats::ErrorCode::kConflict,
                               formats::translate("这一轮没有需要整改的意见，不必出整改报告。"));
  }
  const std::string title = occupationOf(report.bank) + "自建题库整改报告";
  DocxWriter writer = openReport(report, title, true);
  writer.add(title, DocxStyle::kTitle);
  writer.add("一、整改概况", DocxStyle::kHeading1);
  addSummary(report, opinions, writer);
  writer.add("二、整改清单", DocxStyle::kHeading1);
  DocxTable table;
  table.widths = {10, 34, 38, 36, 42, 18, 16};
  table.dense = true;
  DocxRow head;
  head.head = true;
  for (const char* name : {"序号", "位置", "评审意见", "整改情况", "修改前后", "佐证材料", "复核"}) {
    head.cells.emplace_back(name, DocxStyle::kDenseHead);
  }
  table.rows.push_back(std::move(head));
  for (const auto& opinion : opinions) {
    const std::vector<std::string> texts{placeOf(report.reviewed, opinion->remark.anchor),
                                         opinion->remark.comment,
                                         answerOf(*opinion),
                                         changesOf(*opinion),
                                         evidenceOf(report, *opinion),
                                         std::string(verdictOf(*opinion))};
    DocxRow row;
    row.split = isLong(texts);
    row.cells.emplace_back(std::to_string(table.rows.size()), DocxStyle::kDense);
    for (const std::string& text : texts) row.cells.emplace_back(text, DocxStyle::kDenseLeft);
    table.rows.push_back(std::move(row));
  }
  writer.add(table);
  writer.add("三、复核意见", DocxStyle::kHeading1);
  const RoundStep* passed = stepInto(report.round, RoundState::kPassed);
  const RoundStep* failed = stepInto(report.round, RoundState::kFailed);
  const RoundStep* rereview = passed != nullptr ? passed : failed;
  writer.add(boxes({"合格", "不合格"}, passed != nullptr   ? "合格"
                                       : failed != nullptr ? "不合格"
                                                           : ""),
             DocxStyle::kBody);
  if (rereview != nullptr && !rereview->reason.empty()) writer.add(rereview->reason, DocxStyle::kBody);
  addSignature(writer, {report.bank.info().institution.name + "（盖章）：　　　　　　　　",
                        "整改负责人（签字）：　　　　　　　　", printedDate(report.date)});
  return std::move(writer).finish();
}

}  // namespace tiku::workflows
