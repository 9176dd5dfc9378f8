#include "formats/exchange/tables/plan_paper.h"

#include <algorithm>
#include <array>

#include "formats/base/say.h"

namespace tiku::formats::tables {
namespace {

struct PaperColumns {
  int type = -1;
  int count = -1;
  int each = -1;
  int total = -1;
  [[nodiscard]] bool complete() const { return type >= 0 && count >= 0 && each >= 0; }
};

PaperColumns paperColumnsAt(const TableView& view, std::size_t row) {
  PaperColumns columns;
  for (int column = view.columnCount() - 1; column >= 0; --column) {
    const std::string text = squeezed(view.text(row, column));
    if (text == "题型" || text == "题目类型" || text == "试题类型") {
      columns.type = column;
    } else if (has(text, "题量") || has(text, "题数") || has(text, "数量")) {
      columns.count = column;
    } else if (has(text, "分值") || has(text, "每题")) {
      columns.each = column;
    } else if (has(text, "配分") || has(text, "总分") || has(text, "合计")) {
      columns.total = column;
    }
  }
  return columns;
}

std::optional<std::size_t> headRow(const TableView& view) {
  for (std::size_t row = 0; row < view.rowCount(); ++row) {
    if (paperColumnsAt(view, row).complete()) return row;
  }
  return std::nullopt;
}

bool isTotal(const std::string& text) {
  return text == "小计" || text == "合计" || text == "总计" || text == "共计";
}

void checkTotal(const TableView& view, std::size_t row, const PaperColumns& columns,
                const std::vector<PlanSection>& sections, Rows& rows) {
  int count = 0;
  Marks total;
  for (const PlanSection& section : sections) {
    count += section.count;
    total += section.each * section.count;
  }
  const auto statedCount = parseCount(view.text(row, columns.count));
  const auto statedTotal = columns.total < 0 ? std::nullopt : parseMarks(view.text(row, columns.total));
  const std::string at = view.at(row);
  if ((statedCount && *statedCount != count) || (statedTotal && *statedTotal != total)) {
    rows.doubt(
        at,
        say("合计写作 {count} 题 {marks} 分，各行之和是 {sumCount} 题 {sumMarks} 分；各行已导入，请核对。",
            "count"_a = view.text(row, columns.count),
            "marks"_a = columns.total < 0 ? std::string("—") : view.text(row, columns.total),
            "sumCount"_a = count, "sumMarks"_a = total.str()));
  } else {
    rows.imported(
        at, say("合计 {count} 题 {marks} 分，与各行相符。", "count"_a = count, "marks"_a = total.str()));
  }
}

}  // namespace

std::optional<ItemType> itemTypeByName(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, ItemType>, 18> kNames{
      {{"单选", ItemType::kSingleChoice},
       {"单项选择", ItemType::kSingleChoice},
       {"多选", ItemType::kMultipleChoice},
       {"多项选择", ItemType::kMultipleChoice},
       {"不定项选择", ItemType::kMultipleChoice},
       {"判断", ItemType::kTrueFalse},
       {"是非", ItemType::kTrueFalse},
       {"填空", ItemType::kFillIn},
       {"简答", ItemType::kShortAnswer},
       {"问答", ItemType::kShortAnswer},
       {"计算", ItemType::kCalculation},
       {"论述", ItemType::kEssay},
       {"绘图", ItemType::kDrawing},
       {"作图", ItemType::kDrawing},
       {"制图", ItemType::kDrawing},
       {"案例", ItemType::kCaseAnalysis},
       {"综合", ItemType::kComprehensive},
       {"选择题", ItemType::kSingleChoice}}};
  const std::string text = squeezed(withoutNumber(name));
  for (const auto& [start, type] : kNames) {
    if (text.starts_with(start)) return type;
  }
  return std::nullopt;
}

bool isPaperPlan(const TableView& view) {
  return headRow(view).has_value();
}

std::vector<PlanSection> readPaperPlan(const TableView& view, Rows& rows) {
  std::vector<PlanSection> sections;
  const std::size_t head = headRow(view).value_or(0);
  const PaperColumns columns = paperColumnsAt(view, head);
  rows.skipped(view.at(head), say("表头。"));
  for (std::size_t row = head + 1; row < view.rowCount(); ++row) {
    const std::string at = view.at(row);
    const std::string name = view.text(row, columns.type);
    if (view.blank(row)) {
      rows.skipped(at, say("空行。"));
    } else if (isTotal(squeezed(name))) {
      checkTotal(view, row, columns, sections, rows);
    } else if (const auto type = itemTypeByName(name); !type) {
      rows.doubt(at, say("“{name}”不是题型，没有导入。", "name"_a = name));
    } else {
      const auto count = parseCount(view.text(row, columns.count));
      const auto each = parseMarks(view.text(row, columns.each));
      if (!count || !each) {
        rows.doubt(at, say("{type}的题量或分值不是数，没有导入。", "type"_a = itemTypeName(*type)));
        continue;
      }
      if (std::ranges::find(sections, *type, &PlanSection::type) != sections.end()) {
        rows.doubt(at, say("{type}出现了两次；两行都已导入，请核对。", "type"_a = itemTypeName(*type)));
      }
      sections.push_back({*type, *count, *each});
      const Marks product = *each * *count;
      const auto total = columns.total < 0 ? std::nullopt : parseMarks(view.text(row, columns.total));
      if (total && *total != product) {
        rows.doubt(at, say("{type} {count} 题，每题 {each} 分，应为 {product} 分，写作 {total} "
                           "分；题量和分值已导入，请核对。",
                           "type"_a = itemTypeName(*type), "count"_a = *count, "each"_a = each->str(),
                           "product"_a = product.str(), "total"_a = total->str()));
      } else {
        rows.imported(at, say("{type} {count} 题，每题 {each} 分。", "type"_a = itemTypeName(*type),
                              "count"_a = *count, "each"_a = each->str()));
      }
    }
  }
  return sections;
}

}  // namespace tiku::formats::tables
