// 《标准修订影响清单》 as a Word document. It is in Chinese, as all that is handed in.
#include <fmt/format.h>

#include "formats/exchange/docx/writer.h"
#include "workflows/filing/documents/page.h"
#include "workflows/impact/update.h"

namespace tiku::workflows {

using namespace formats;

namespace {

DocxRow listRow(const std::vector<std::string>& texts, bool head = false) {
  DocxRow row;
  row.head = head;
  row.split = !head;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const DocxStyle style = head ? DocxStyle::kDenseHead : i == 0 ? DocxStyle::kDense : DocxStyle::kDenseLeft;
    row.cells.emplace_back(texts[i], style);
  }
  return row;
}

DocxTable changesTable(const StandardUpdate& update) {
  DocxTable table;
  table.dense = true;
  table.widths = {10, 16, 44, 70, 70};
  table.rows.push_back(listRow({"序号", "类别", "位置", "原标准", "新标准"}, true));
  for (const EntryChange& change : update.changes) {
    table.rows.push_back(listRow({std::to_string(table.rows.size()), changeWord(change.kind), change.place,
                                  change.before, change.after}));
  }
  return table;
}

// Where the entries stand that lead to a task.
std::string placesOf(const StandardUpdate& update, const UpdateTask& task) {
  std::string places;
  for (const Id entry : task.entries) {
    for (const EntryChange& change : update.changes) {
      if (change.entry == entry) places += (places.empty() ? "" : "；") + change.place;
    }
  }
  return places.empty() ? "权重" : places;
}

DocxTable tasksTable(const UpdateStatus& status) {
  DocxTable table;
  table.dense = true;
  table.widths = {10, 74, 44, 24, 44, 20};
  table.rows.push_back(
      listRow({"序号", "考评点、试题", "涉及的标准条目", "状态", "理由", "确认人、日期"}, true));
  for (const TaskLine& line : status.tasks) {
    const UpdateTask& task = line.task;
    const bool confirmed = line.state == validators::TaskState::kConfirmed;
    table.rows.push_back(
        listRow({std::to_string(table.rows.size()), (line.under.empty() ? "" : "　") + line.name,
                 placesOf(status.update, task), stateWord(line.state), confirmed ? task.reason : "",
                 confirmed ? task.person + " " + task.date->str() : ""}));
  }
  return table;
}

}  // namespace

std::string impactDocument(const Bank& bank, const UpdateStatus& status, const std::string& date) {
  const StandardUpdate& update = status.update;
  const std::string occupation =
      bank.info().occupationName.empty() ? bank.info().title : bank.info().occupationName;
  DocxSetup setup;
  setup.title = occupation + "标准修订影响清单";
  setup.author = bank.info().institution.name;
  setup.landscape = true;
  setup.wide = true;
  DocxWriter writer(setup);
  writer.add(setup.title, DocxStyle::kTitle);
  writer.add(fmt::format("《{}》{}修订为{}，改动 {} 处。", update.title,
                         update.previous.empty() ? "" : "由" + update.previous,
                         update.edition.empty() ? "新版本" : update.edition, update.changes.size()),
             DocxStyle::kFlush);
  std::string due = status.due.basis;
  if (status.due.day) {
    due = fmt::format("应在 {} 前完成更新（{}）。{}", printedDate(status.due.day->str()), status.due.clause,
                      status.due.basis);
  }
  writer.add(due, DocxStyle::kFlush);
  writer.add(fmt::format("共 {} 项，已完成 {} 项，待处理 {} 项。", status.tasks.size(),
                         status.tasks.size() - status.open(), status.open()),
             DocxStyle::kFlush);
  writer.add("一、标准的改动", DocxStyle::kHeading1);
  writer.add(changesTable(update));
  writer.add("二、涉及的考评点和试题", DocxStyle::kHeading1);
  if (status.tasks.empty()) {
    writer.add("没有考评点和试题涉及这些改动。", DocxStyle::kBody);
  } else {
    writer.add(tasksTable(status));
  }
  addSignature(writer, {"填表人（签字）：　　　　　　　　", "开发负责人（签字）：　　　　　　　　",
                        printedDate(date)});
  return std::move(writer).finish();
}

}  // namespace tiku::workflows
