// Tables with a shape of their own: of the blueprint, the standard, the papers.
#include <map>

#include <fmt/format.h>

#include "formats/base/say.h"
#include "formats/compare/print.h"
#include "workflows/compare/rows.h"

namespace tiku::workflows {

using namespace formats;

namespace {

TableCell cell(const char* name, std::string word, std::string text) {
  return {name, std::move(word), std::move(text), false};
}
TableCell codeCell(std::string text) {
  return {"code", translate("代码"), std::move(text), true};
}
TableCell extrasCell(const Extras& extras) {
  return cell("extras", translate("其他内容"), print::text(extras));
}

std::string importanceLetter(const std::optional<Importance>& importance) {
  if (!importance) return {};
  return *importance == Importance::kX ? "X" : *importance == Importance::kY ? "Y" : "Z";
}

std::string coded(const std::string& code, const std::string& name) {
  if (code.empty() || name.empty()) return code + name;
  return code + " " + name;
}

TableRow scopeRow(const TablePlace& place) {
  const Scope& scope = *place.path.back();
  TableRow row;
  row.key = scope.id.str();
  if (place.path.size() > 1) row.parent = place.path[place.path.size() - 2]->id.str();
  row.word = translate("考评范围");
  row.name = coded(place.code(), scope.name);
  row.cells = {codeCell(scope.code), cell("name", translate("名称"), scope.name),
               cell("weight", translate("比重"), print::text(scope.weight)),
               cell("requirement", translate("对应的标准条目"), print::text(scope.requirement)),
               cell("note", translate("备注"), scope.note)};
  if (place.path.size() == 1) {
    row.cells.push_back(cell("part", translate("部分"),
                             place.part == Part::kBasic ? translate("基本要求") : translate("相关知识")));
  }
  row.cells.push_back(extrasCell(scope.extras));
  return row;
}

TableRow pointRow(const TablePlace& place) {
  const Point& point = *place.point;
  TableRow row;
  row.key = point.id.str();
  row.parent = place.path.back()->id.str();
  row.word = translate("考评点");
  row.name = coded(place.code(), point.name);
  row.cells = {codeCell(point.code),
               cell("name", translate("名称"), point.name),
               cell("importance", translate("重要程度"), importanceLetter(point.importance)),
               cell("weight", translate("比重"), print::text(point.weight)),
               cell("requirements", translate("对应的标准条目"), print::text(point.requirements)),
               cell("note", translate("备注"), point.note),
               extrasCell(point.extras)};
  return row;
}

class LevelRows {
 public:
  explicit LevelRows(FieldRows& into) : into_(into) {}

  void add(const LevelRequirements& level) {
    TableRow row;
    row.key = "level-" + std::to_string(level.level.number());
    row.name = std::string(level.level.longName());
    row.word = translate("等级");
    row.cells = {extrasCell(level.extras)};
    const std::string key = row.key;
    into_.rows.push_back(std::move(row));
    for (std::size_t i = 0; i < level.functions.size(); ++i)
      add(level.functions[i], key, std::to_string(i + 1));
  }

 private:
  void add(const Function& function, const std::string& parent, const std::string& number) {
    push(function.id, parent, translate("职业功能"), number, function.name, function.extras);
    for (std::size_t i = 0; i < function.contents.size(); ++i)
      add(function.contents[i], function.id.str(), fmt::format("{}.{}", number, i + 1));
  }
  void add(const WorkContent& content, const std::string& parent, const std::string& number) {
    push(content.id, parent, translate("工作内容"), number, content.name, content.extras);
    const std::string key = content.id.str();
    for (std::size_t i = 0; i < content.skills.size(); ++i)
      add(content.skills[i], key, translate("技能要求"), fmt::format("{}.{}", number, i + 1));
    for (std::size_t i = 0; i < content.knowledge.size(); ++i)
      add(content.knowledge[i], key, translate("相关知识要求"), fmt::format("{}.{}", number, i + 1));
  }
  void add(const Requirement& requirement, const std::string& parent, const std::string& word,
           const std::string& number) {
    push(requirement.id, parent, word, number, requirement.text, requirement.extras);
    into_.rows.back().cells.push_back(
        cell("critical", translate("关键技能"), requirement.critical ? "★" : ""));
  }
  void push(Id id, const std::string& parent, const std::string& word, const std::string& number,
            const std::string& text, const Extras& extras) {
    TableRow row;
    row.key = id.str();
    row.parent = parent;
    row.word = word;
    row.name = coded(number, text);
    row.cells = {codeCell(number), cell("text", translate("文字"), text), extrasCell(extras)};
    into_.rows.push_back(std::move(row));
  }

  FieldRows& into_;
};

// "#2" behind what stands there already.
std::string onlyOnce(std::map<std::string, int>& seen, const std::string& key) {
  const int n = ++seen[key];
  return n == 1 ? key : fmt::format("{}#{}", key, n);
}

}  // namespace

FieldRows tableRows(const ElementTable& table) {
  FieldRows into;
  TableRow head;
  head.key = "head";
  head.word = translate("表头");
  head.cells = {cell("compiled-by", translate("填表人"), table.compiledBy),
                cell("compiled-on", translate("填表日期"), print::text(table.compiledOn)),
                cell("reviewed-by", translate("审表人"), table.reviewedBy),
                cell("reviewed-on", translate("审表日期"), print::text(table.reviewedOn)),
                extrasCell(table.extras)};
  into.rows.push_back(std::move(head));
  walk(table, [&into](const TablePlace& place) {
    into.rows.push_back(place.point == nullptr ? scopeRow(place) : pointRow(place));
  });
  return into;
}

FieldRows tableRows(const SkillStructure& structure) {
  FieldRows into;
  for (const SkillGroup& group : structure.groups) {
    const std::string choice = fmt::format("{}/{}", group.take, group.modules.size());
    for (const SkillModule& module : group.modules) {
      TableRow row;
      row.key = module.id.str();
      row.word = translate("考核模块");
      row.name = coded(module.code, module.name);
      row.cells = {codeCell(module.code),
                   cell("function", translate("职业功能"), module.function),
                   cell("name", translate("名称"), module.name),
                   cell("form", translate("考核形式"), module.form),
                   cell("marks", translate("配分"), module.marks.str()),
                   cell("minutes", translate("考核时间"), std::to_string(module.minutes)),
                   cell("bank-items", translate("题库题量"), print::text(module.bankItems)),
                   cell("take", translate("选考方式"), choice),
                   extrasCell(module.extras)};
      into.rows.push_back(std::move(row));
    }
  }
  return into;
}

FieldRows tableRows(const PaperPlan& plan) {
  FieldRows into;
  TableRow head;
  head.key = "head";
  head.cells = {cell("minutes", translate("考试时间"), std::to_string(plan.minutes)),
                extrasCell(plan.extras)};
  into.rows.push_back(std::move(head));
  std::map<std::string, int> seen;
  for (const PlanSection& section : plan.sections) {
    TableRow row;
    row.name = print::text(section.type);
    row.key = onlyOnce(seen, row.name);
    row.cells = {cell("count", translate("题数"), std::to_string(section.count)),
                 cell("each", translate("每题分值"), section.each.str()), extrasCell(section.extras)};
    into.rows.push_back(std::move(row));
  }
  return into;
}

FieldRows tableRows(const std::vector<LevelRequirements>& levels) {
  FieldRows into;
  LevelRows rows(into);
  for (const LevelRequirements& level : levels) rows.add(level);
  return into;
}

FieldRows tableRows(const std::vector<BasicTopic>& basics) {
  FieldRows into;
  for (const BasicTopic& topic : basics) {
    TableRow row;
    row.key = topic.id.str();
    row.word = topic.part == BasicTopic::Part::kEthics ? translate("职业道德") : translate("基础知识");
    row.name = topic.title;
    row.cells = {cell("title", translate("名称"), topic.title),
                 cell("entries", translate("条目"), print::text(topic.entries)),
                 cell("part", translate("部分"), row.word), extrasCell(topic.extras)};
    into.rows.push_back(std::move(row));
  }
  return into;
}

FieldRows tableRows(const std::vector<WeightRow>& weights) {
  FieldRows into;
  std::map<std::string, int> seen;
  for (const WeightRow& weight : weights) {
    TableRow row;
    row.key = onlyOnce(seen, std::to_string(static_cast<int>(weight.kind)) + ":" + weight.name);
    row.name = weight.name;
    for (const auto& [level, share] : weight.weights) {
      row.cells.push_back({std::to_string(level.number()), std::string(level.name()), share.str(), false});
    }
    row.cells.push_back(extrasCell(weight.extras));
    into.rows.push_back(std::move(row));
  }
  return into;
}

FieldRows tableRows(const std::vector<PaperSection>& sections) {
  FieldRows into;
  std::map<std::string, int> seen;
  for (const PaperSection& section : sections) {
    TableRow row;
    row.key = onlyOnce(seen, section.title);
    row.word = translate("大题");
    row.name = section.title;
    row.cells = {cell("title", translate("名称"), section.title), extrasCell(section.extras)};
    const std::string parent = row.key;
    into.rows.push_back(std::move(row));
    for (const PaperEntry& entry : section.entries) {
      TableRow one;
      one.key = onlyOnce(seen, entry.item.str());
      one.parent = parent;
      one.word = translate("试题");
      one.name = entry.item.str();
      one.cells = {cell("marks", translate("分值"), entry.marks.str()), extrasCell(entry.extras)};
      into.rows.push_back(std::move(one));
    }
  }
  return into;
}

}  // namespace tiku::workflows
