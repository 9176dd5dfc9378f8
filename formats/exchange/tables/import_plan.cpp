// 认定方案: the theory paper plan and the structure of the operational exam.
#include <algorithm>
#include <regex>
#include <utility>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/tables/heading.h"
#include "formats/exchange/tables/plan_paper.h"
#include "formats/exchange/tables/plan_structure.h"

namespace tiku::formats {
namespace {

using namespace tables;

const std::vector<std::string>& planLabels() {
  static const std::vector<std::string> kLabels{"职业（工种）名称", "职业（工种）", "职业名称", "职业代码",
                                                "职业编码",         "职业",         "等级",     "考试时间"};
  return kLabels;
}

/// The one time that a line names ("考试时间90min", "考试时间为 90 分钟"); nothing when there are several.
std::optional<int> examMinutes(const std::string& line) {
  static const std::regex kTime(R"((?:考试|考核|答题|鉴定)时间(?:为|:|不少于)?([0-9.]+(?:min|分钟|小时|h)))");
  const std::string text = squeezed(line);
  const auto begin = std::sregex_iterator(text.begin(), text.end(), kTime);
  if (std::distance(begin, std::sregex_iterator()) != 1) return std::nullopt;
  return parseMinutes((*begin)[1].str());
}

class PlanImport {
 public:
  PlanImport(const Bank& bank, const Document& document, const ImportOptions& options)
      : bank_(bank),
        document_(document),
        options_(options),
        rows_(document),
        heading_(bank, document, options, rows_) {}

  ImportResult run() {
    for (const auto& block : document_.blocks) {
      if (const auto* paragraph = std::get_if<DocParagraph>(&block)) {
        readParagraph(*paragraph);
      } else {
        readTable(std::get<DocTable>(block));
      }
    }
    if (plans_.empty() && structures_.empty()) {
      throw FormatError(ErrorCode::kNotUnderstood, say("没有找到组卷方案或考核项目表。"),
                        {document_.file, 0, {}},
                        say("组卷方案须有“题型、题量、分值”列；考核项目表须有“单元内容、选考方法、配分”列，"
                            "或“选考方式、鉴定比重、考试时间、考核形式”行。"));
    }
    ImportResult result{Edit(say("导入认定方案")), {}};
    result.report.file = document_.file;
    result.report.kind = ImportKind::kPlan;
    for (const char* name : {"plan-sections", "modules", "added", "changed", "unchanged"}) {
      result.report.counts[name] = 0;
    }
    finish(result);
    result.report.rows = rows_.take();
    result.report.notes = document_.notes;
    return result;
  }

 private:
  void readParagraph(const DocParagraph& paragraph) {
    const std::string at = paragraphAt(paragraph.number);
    const std::string line = paragraph.line();
    const auto values = labelled(line, planLabels());
    if (squeezed(line).empty()) {
      rows_.skipped(at, say("空段落。"));
      return;
    }
    heading_.readTitle(line);
    const auto minutes = examMinutes(line);
    const bool theory = squeezed(line).find("理论") != std::string::npos || heading_.skills() == false;
    if (minutes && theory && squeezed(line).find("操作") == std::string::npos) {
      heading_.readForm(values, at);
      takeMinutes(*minutes);
      rows_.imported(at, say("理论知识考试时间 {n} 分钟。", "n"_a = *minutes));
    } else if (heading_.readForm(values, at)) {
      rows_.imported(at, say("表头：职业、等级与填表栏目。"));
    } else {
      rows_.skipped(at, say("表格以外的标题或说明。"));
    }
  }

  void readTable(const DocTable& table) {
    const TableView view(table);
    if (isPaperPlan(view)) {
      readTitleRows(view, [&](std::size_t row) { return isPaperPlanHead(view, row); });
      FoundPlan found{heading_.level(), view.at(0), readPaperPlan(view, rows_), std::exchange(minutes_, {})};
      plans_.push_back(std::move(found));
    } else if (isFunctionTable(view)) {
      readFunctions(view);
    } else if (const auto head = unitTableHead(view)) {
      readTitleRows(view, [&](std::size_t row) { return row >= *head; });
      const Level level = heading_.level();
      SkillStructure structure = readUnitTable(view, *head, rows_);
      keepStructure(level, std::move(structure), view.at(0));
    } else {
      for (std::size_t row = 0; row < view.rowCount(); ++row) {
        if (heading_.readForm(labelled(view.table().rows[row], planLabels()), view.at(row))) {
          rows_.imported(view.at(row), say("表头：职业、等级与填表栏目。"));
        } else if (view.blank(row)) {
          rows_.skipped(view.at(row), say("空行。"));
        } else {
          rows_.doubt(view.at(row), say("没有认出表头，这张表没有导入。"));
        }
      }
    }
    heading_.tableDone();
  }

  static bool isPaperPlanHead(const TableView& view, std::size_t row) {
    for (int column = 0; column < view.columnCount(); ++column) {
      const std::string text = squeezed(view.text(row, column));
      if (text == "题型" || text == "题目类型" || text == "试题类型") return true;
    }
    return false;
  }

  template <typename IsHead>
  void readTitleRows(const TableView& view, const IsHead& isHead) {
    for (std::size_t row = 0; row < view.rowCount() && !isHead(row); ++row) {
      const auto values = labelled(view.table().rows[row], planLabels());
      const auto time = values.find("考试时间");
      const auto minutes = time == values.end() ? std::nullopt : parseMinutes(time->second);
      if (minutes) takeMinutes(*minutes);
      std::string line;
      for (const DocCell& cell : view.table().rows[row]) line += cell.continued ? "" : cell.str();
      if (values.empty()) heading_.readTitle(line);
      if (heading_.readForm(values, view.at(row)) || minutes) {
        rows_.imported(view.at(row), say("表头：职业、等级与填表栏目。"));
      } else {
        rows_.skipped(view.at(row), view.blank(row) ? say("空行。") : say("表格以外的标题或说明。"));
      }
    }
  }

  void readFunctions(const TableView& view) {
    std::vector<Level> wanted = bank_.info().levels;
    if (options_.level) wanted = {*options_.level};
    if (wanted.empty()) {
      for (int number = 1; number <= 5; ++number) wanted.push_back(*Level::of(number));
    }
    for (auto& [level, structure] : readFunctionTable(view, options_.level, wanted, rows_)) {
      if (!structure.empty()) keepStructure(level, std::move(structure), view.at(0));
    }
  }

  void keepStructure(Level level, SkillStructure structure, const std::string& at) {
    if (!structures_.emplace(level, std::pair(std::move(structure), at)).second) {
      rows_.doubt(at, say("同一等级的第二张考核项目表，没有导入。"));
    }
  }

  /// A time stands above its table, or below the last one.
  void takeMinutes(int minutes) {
    if (!plans_.empty() && !plans_.back().minutes) {
      plans_.back().minutes = minutes;
    } else {
      minutes_ = minutes;
    }
  }

  struct FoundPlan {
    Level level;
    std::string at;
    std::vector<PlanSection> sections;
    std::optional<int> minutes;
  };

  void finish(ImportResult& result);
  void settle(SkillStructure& found, const SkillStructure& before, Level level, const std::string& at,
              std::map<std::string, int>& counts);
  void settlePlan(const FoundPlan& found, PaperPlan& plan, std::map<std::string, int>& counts);

  const Bank& bank_;
  const Document& document_;
  const ImportOptions& options_;
  Rows rows_;
  Heading heading_;
  std::optional<int> minutes_;
  std::vector<FoundPlan> plans_;
  std::map<Level, std::pair<SkillStructure, std::string>> structures_;
};

/// Gives the modules the bank's identities: by code and name, else by name, else by code.
void PlanImport::settle(SkillStructure& found, const SkillStructure& before, Level level,
                        const std::string& at, std::map<std::string, int>& counts) {
  std::vector<const SkillModule*> known;
  for (const SkillGroup& group : before.groups) {
    for (const SkillModule& module : group.modules) known.push_back(&module);
  }
  const auto matchBy = [&](const auto& same) {
    for (SkillGroup& group : found.groups) {
      for (SkillModule& module : group.modules) {
        if (!module.id.empty()) continue;
        const auto own = std::ranges::find_if(known, [&](const SkillModule* k) { return same(*k, module); });
        if (own == known.end()) continue;
        module.id = (*own)->id;
        module.extras = (*own)->extras;
        if (module.form.empty()) module.form = (*own)->form;
        if (!module.bankItems) module.bankItems = (*own)->bankItems;
        ++counts[module == **own ? "unchanged" : "changed"];
        known.erase(own);
      }
    }
  };
  const auto sameName = [](const SkillModule& a, const SkillModule& b) {
    return sameWords(a.name, b.name) && sameWords(a.function, b.function);
  };
  matchBy([&](const auto& a, const auto& b) { return a.code == b.code && sameName(a, b); });
  matchBy(sameName);
  matchBy([](const auto& a, const auto& b) { return a.code == b.code; });
  for (SkillGroup& group : found.groups) {
    for (SkillModule& module : group.modules) {
      if (!module.id.empty()) continue;
      module.id = Id::random();
      ++counts["added"];
    }
  }
  for (const SkillModule* gone : known) {
    int items = 0;
    bank_.forEach<SkillItem>(
        [&](const auto& item) { items += item->level == level && item->module == gone->id ? 1 : 0; });
    if (items == 0) {
      ++counts["removed"];
      continue;
    }
    found.groups.push_back({1, {*gone}, {}});
    rows_.doubt(at,
                say("来源中已没有模块“{code} {name}”，但有 {n} 道试题挂在它上面，已保留；请改挂试题后删除。",
                    "code"_a = gone->code, "name"_a = gone->name, "n"_a = items));
  }
  found.extras = before.extras;
  for (std::size_t i = 0; i < found.groups.size() && i < before.groups.size(); ++i) {
    found.groups[i].extras = before.groups[i].extras;
  }
}

void PlanImport::settlePlan(const FoundPlan& found, PaperPlan& plan, std::map<std::string, int>& counts) {
  for (const PlanSection& section : found.sections) {
    const auto known = std::ranges::find(plan.sections, section.type, &PlanSection::type);
    ++counts[known == plan.sections.end() ? "added" : (*known == section ? "unchanged" : "changed")];
  }
  counts["plan-sections"] += static_cast<int>(found.sections.size());
  if (!found.sections.empty()) plan.sections = found.sections;
  if (found.minutes) {
    plan.minutes = *found.minutes;
  } else if (plan.minutes == 0) {
    rows_.doubt(found.at, say("没有找到理论知识考试时间；题型已导入，请补上时间。"));
  }
}

void PlanImport::finish(ImportResult& result) {
  auto& counts = result.report.counts;
  std::map<Level, Blueprint> blueprints;
  const auto blueprintOf = [&](Level level) -> Blueprint& {
    const Blueprint* known = bank_.blueprint(level);
    return blueprints.emplace(level, known == nullptr ? Blueprint(level) : *known).first->second;
  };
  if (!plans_.empty() && minutes_) plans_.back().minutes = minutes_;
  for (const FoundPlan& plan : plans_) settlePlan(plan, blueprintOf(plan.level).plan, counts);
  for (auto& [level, found] : structures_) {
    auto& [structure, at] = found;
    for (const SkillGroup& group : structure.groups)
      counts["modules"] += static_cast<int>(group.modules.size());
    SkillStructure& own = blueprintOf(level).structure;
    if (structure.empty()) continue;
    settle(structure, own, level, at, counts);
    own = std::move(structure);
  }
  for (auto& [level, blueprint] : blueprints) {
    const Blueprint* known = bank_.blueprint(level);
    if (known == nullptr || !(*known == blueprint)) result.edit.put(std::move(blueprint));
  }
}

}  // namespace

ImportResult importPlan(const Bank& bank, const Document& document, const ImportOptions& options) {
  return PlanImport(bank, document, options).run();
}

}  // namespace tiku::formats
