#include "workflows/review/report/page.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "workflows/filing/documents/page.h"

namespace tiku::workflows::reports {

using formats::Anchor;
using formats::Bank;
using formats::Blueprint;
using formats::DocxCell;
using formats::DocxRow;
using formats::DocxSetup;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;
using formats::Id;
using formats::Round;
using formats::RoundState;
using formats::RoundStep;
using formats::SkillItem;
using formats::TheoryItem;

namespace {

struct FieldName {
  std::string_view field;
  std::string_view name;
};

constexpr std::array kFieldNames{FieldName{"stem", "题干"},
                                 FieldName{"options", "选项"},
                                 FieldName{"key", "答案"},
                                 FieldName{"rationale", "解析"},
                                 FieldName{"scoring", "评分要点"},
                                 FieldName{"reference", "出处"},
                                 FieldName{"difficulty", "难度"},
                                 FieldName{"point", "考评点"},
                                 FieldName{"points", "考评点"},
                                 FieldName{"marks", "分值"},
                                 FieldName{"title", "试题名称"},
                                 FieldName{"task", "工作任务"},
                                 FieldName{"requirements", "考核要求"},
                                 FieldName{"quality", "质量指标"},
                                 FieldName{"venue", "场地设备要求"},
                                 FieldName{"materials", "准备清单"},
                                 FieldName{"vetoes", "否定项"},
                                 FieldName{"scores", "评分表"},
                                 FieldName{"minutes", "考核时间"},
                                 FieldName{"code", "题号"},
                                 FieldName{"type", "题型"},
                                 FieldName{"status", "状态"},
                                 FieldName{"author", "命题人"},
                                 FieldName{"source", "来源"},
                                 FieldName{"level", "等级"},
                                 FieldName{"consistency", "一致性"},
                                 FieldName{"module", "考核模块"},
                                 FieldName{"object", "试题"},
                                 FieldName{"theory", "理论知识要素细目表"},
                                 FieldName{"skills", "操作技能要素细目表"},
                                 FieldName{"structure", "操作技能考评内容结构表"},
                                 FieldName{"plan", "组卷方案"}};

}  // namespace

std::string fieldName(std::string_view field) {
  const std::size_t slash = field.find('/');
  const std::string_view head = field.substr(0, slash);
  const auto known = std::ranges::find(kFieldNames, head, &FieldName::field);
  if (known == kFieldNames.end()) return std::string(field);
  std::string name(known->name);
  if (slash == std::string_view::npos || head != "options") return name;
  const std::string_view number = field.substr(slash + 1);
  if (number.size() == 1 && number[0] >= '0' && number[0] <= '9') {
    name += " " + std::string(1, static_cast<char>('A' + (number[0] - '0')));
  }
  return name;
}

DocxWriter openReport(const ReviewReport& report, const std::string& title, bool wide) {
  DocxSetup setup;
  setup.title = title;
  setup.author = report.bank.info().institution.name;
  if (!report.round.tree.empty()) setup.footer = "送审版本 " + report.round.tree.substr(0, 12);
  if (conclusionOf(report.round) == nullptr) {
    setup.draftMark = "草稿";
    setup.draftNote = "评审尚未作出结论";
  }
  setup.wide = wide;
  return DocxWriter(std::move(setup));
}

std::string occupationOf(const Bank& bank) {
  return bank.info().occupationName.empty() ? "________" : bank.info().occupationName;
}

std::string placeOf(const Bank& bank, Id object) {
  if (const auto* item = bank.find<TheoryItem>(object)) {
    return fmt::format("{} {} {}", item->level.name(), formats::itemTypeName(item->type),
                       item->code.empty() ? object.str().substr(0, 8) : item->code);
  }
  if (const auto* item = bank.find<SkillItem>(object)) {
    const std::string name = item->title.empty() ? object.str().substr(0, 8) : item->title;
    return fmt::format("{} 操作题 {}", item->level.name(),
                       item->code.empty() ? name : item->code + " " + name);
  }
  if (const auto* blueprint = bank.find<Blueprint>(object)) {
    return fmt::format("{} 考评蓝图", blueprint->level.name());
  }
  if (object.empty() || bank.object(object) != nullptr) return "题库整体";
  return fmt::format("（已删除的 {}）", object.str().substr(0, 8));
}

std::string placeOf(const Bank& bank, const Anchor& anchor) {
  std::string place = placeOf(bank, anchor.object);
  if (!anchor.field.empty()) place += "，" + fieldName(anchor.field);
  if (!anchor.quote.empty()) place += "“" + anchor.quote + "”";
  return place;
}

const RoundStep* stepInto(const Round& round, RoundState state) {
  for (auto step = round.steps.rbegin(); step != round.steps.rend(); ++step) {
    if (step->state == state) return &*step;
  }
  return nullptr;
}

const RoundStep* conclusionOf(const Round& round) {
  for (auto step = round.steps.rbegin(); step != round.steps.rend(); ++step) {
    if (step->state == RoundState::kPassed || step->state == RoundState::kToRectify ||
        step->state == RoundState::kFailed) {
      return &*step;
    }
  }
  return nullptr;
}

bool isLong(const std::vector<std::string>& texts) {
  // Half a page in a narrow cell; what is shorter moves to the next page whole.
  constexpr std::size_t kLong = 1500;
  return std::ranges::any_of(texts, [](const std::string& text) { return text.size() > kLong; });
}

DocxRow wordsRow(const std::vector<std::string>& texts) {
  DocxRow row;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    row.cells.emplace_back(texts[i], i == 0 ? DocxStyle::kCell : DocxStyle::kCellLeft);
  }
  row.split = isLong(texts);
  return row;
}

DocxRow noteRow(const std::string& text, int columns) {
  DocxRow row;
  row.cells.emplace_back(text, DocxStyle::kCellLeft, columns);
  return row;
}

std::string boxes(const std::vector<std::string>& choices, std::string_view chosen) {
  std::string line;
  for (const std::string& choice : choices) {
    line += (line.empty() ? "" : "　　　") + std::string(choice == chosen ? "☑ " : "☐ ") + choice;
  }
  return line;
}

DocxTable signatureTable(const Round& round) {
  DocxTable table;
  table.widths = {14, 30, 60, 44, 30};
  table.rows.push_back(headRow({"序号", "姓名", "工作单位", "签字", "日期"}));
  for (const formats::Panelist& member : round.panel) {
    if (!member.left.empty()) continue;
    DocxRow row = bodyRow({std::to_string(table.rows.size()), member.name + (member.chair ? "（组长）" : ""),
                           member.institution, "", ""});
    row.height = 11;
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string numbered(int number, std::string_view title) {
  return chineseNumber(number) + "、" + std::string(title);
}

}  // namespace tiku::workflows::reports
