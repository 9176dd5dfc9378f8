#include <fmt/format.h>

#include "workflows/filing/documents/page.h"
#include "workflows/filing/documents/rich_text.h"
#include "workflows/review/report/expert_opinions.h"
#include "workflows/review/report/page.h"
#include "workflows/review/stamps.h"

/// The two short documents at the end of a bundle: 专家评审意见 and 其他相关佐证材料.
namespace tiku::workflows {

using formats::DocxCell;
using formats::DocxRow;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;

namespace {

/// Experts sign in a table: who they are is known, the opinion and the signature are not.
void addExperts(const DocumentRequest& request, DocxWriter& writer) {
  constexpr std::size_t kFewestRows = 3;  // 第十条（三） asks three of the authority; a panel has no fewer.
  DocxTable table;
  table.widths = {14, 26, 54, 36, 34};
  table.rows.push_back(headRow({"序号", "姓名", "工作单位", "职称或职业技能等级", "签字"}));
  const auto* people = request.context.bank.find<formats::People>(formats::People::kId);
  if (people != nullptr) {
    for (const formats::Person& person : people->people) {
      if (person.kind == formats::Person::Kind::kStaff) continue;
      DocxRow row = bodyRow(
          {std::to_string(table.rows.size()), person.name, person.institution, person.qualification, ""});
      row.height = 11;
      table.rows.push_back(std::move(row));
    }
  }
  while (table.rows.size() <= kFewestRows) {
    DocxRow row = bodyRow({std::to_string(table.rows.size()), "", "", "", ""});
    row.height = 11;
    table.rows.push_back(std::move(row));
  }
  writer.add(table);
}

/// What says something else now than what a round approved: a reader must not take the conclusion for it.
void addChanged(const formats::Bank& bank, DocxWriter& writer) {
  const std::vector<formats::Id> changed = changedSinceApproval(bank);
  if (changed.empty()) return;
  writer.add(fmt::format("通过评审以后有改动的 {} 件，评审结论不及于改动后的内容：", changed.size()),
             DocxStyle::kBody);
  DocxTable table;
  table.widths = {14, 150};
  table.rows.push_back(headRow({"序号", "试题或表格"}));
  for (const formats::Id object : changed) {
    DocxRow row = bodyRow({std::to_string(table.rows.size())});
    row.cells.emplace_back(reports::placeOf(bank, object), DocxStyle::kCellLeft);
    table.rows.push_back(std::move(row));
  }
  writer.add(table);
}

}  // namespace

void makeInternalReview(const DocumentRequest& request, std::vector<DocumentFile>& files) {
  const std::string title = request.view.occupation() + "题库" + request.title;
  DocxWriter writer = openDocument(request, title);
  writer.add(title, DocxStyle::kTitle);
  writer.add({{textRun(fmt::format("{}组织内部专家团队对{}（{}）题库进行了评审。评审材料包括理论知识{}",
                                   request.context.bank.info().institution.name.empty()
                                       ? "本单位"
                                       : request.context.bank.info().institution.name,
                                   request.view.occupation(),
                                   request.levels.empty() ? "________" : levelNames(request.levels),
                                   request.context.profile.pointWord()) +
                       " "),
               figureRun(request, "total/points"), textRun(" 个、理论知识试题 "),
               figureRun(request, "total/theory-items"), textRun(" 道、操作技能试题 "),
               figureRun(request, "total/skills-items"), textRun(" 道。")},
              DocxStyle::kBody});
  writer.add("一、评审意见", DocxStyle::kHeading1);
  const auto& texts = dossierOf(request).texts;
  const auto opinion = texts.find("internal-review");
  const bool written = opinion != texts.end() && !opinion->second.empty();
  if (written) writer.add(blocksOf(opinion->second, DocxStyle::kBody));
  const auto round = openedRound(request.context.bank);
  if (round != nullptr) {
    writer.add(fmt::format("评审轮次“{}”的逐项意见和处理结果：", round->title), DocxStyle::kBody);
    addOpinionTable(request.context.bank, *round, writer);
    addGeneralOpinion(request.context.bank, *round, writer);
  } else if (!written) {
    writer.add("（题库中尚未登记评审意见，请由专家团队填写。）", DocxStyle::kBody);
    for (int i = 0; i < 8; ++i) writer.add("", DocxStyle::kFlush);
  }
  writer.add("二、评审结论", DocxStyle::kHeading1);
  writer.add(round == nullptr ? "☐ 通过　　　☐ 修改后通过　　　☐ 不通过" : internalConclusion(*round),
             DocxStyle::kBody);
  addChanged(request.context.bank, writer);
  writer.add("三、评审专家", DocxStyle::kHeading1);
  if (round == nullptr) {
    addExperts(request, writer);
  } else {
    writer.add(reports::signatureTable(*round));
  }
  addSignature(writer, {"专家组组长（签字）：　　　　　　　　", printedDate("")});
  closeDocument(std::move(writer), request.path, files);
}

void makeEvidence(const DocumentRequest& request, std::vector<DocumentFile>& files) {
  DocxWriter writer = openDocument(request, request.title);
  writer.add(request.title + "目录", DocxStyle::kTitle);
  const std::vector<Attachment> attachments = attachmentsOf(request.context);
  if (attachments.empty()) {
    writer.add("本次报备没有其他佐证材料。", DocxStyle::kBody);
  } else {
    DocxTable table;
    table.widths = {14, 70, 80};
    table.rows.push_back(headRow({"序号", "材料名称", "文件"}));
    for (const Attachment& attachment : attachments) {
      DocxRow row = bodyRow({std::to_string(table.rows.size())});
      row.cells.emplace_back(attachment.title, DocxStyle::kCellLeft);
      row.cells.emplace_back(attachment.media == nullptr ? "（题库中没有这个文件）" : attachment.path,
                             DocxStyle::kCellLeft);
      table.rows.push_back(std::move(row));
    }
    writer.add(table);
  }
  addSignature(
      writer, {request.context.bank.info().institution.name + "（盖章）", printedDate(request.context.date)});
  closeDocument(std::move(writer), request.path, files);
}

}  // namespace tiku::workflows
