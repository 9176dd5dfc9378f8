#include "formats/exchange/tables/plan_structure.h"

#include <array>

#include "formats/base/say.h"

namespace tiku::formats::tables {
namespace {

struct StructureColumns {
  int number = -1;
  int function = -1;
  int unitNumber = -1;
  int unit = -1;
  int form = -1;
  int pick = -1;
  int minutes = -1;
  int marks = -1;
  int bankItems = -1;
  int taken = -1;
  [[nodiscard]] bool complete() const { return (unit >= 0 || function >= 0) && marks >= 0 && pick >= 0; }
};

StructureColumns structureColumnsAt(const TableView& view, std::size_t row) {
  StructureColumns columns;
  for (int column = view.columnCount() - 1; column >= 0; --column) {
    const std::string text = squeezed(view.text(row, column));
    if (text == "序号") {
      columns.number = column;
    } else if (has(text, "编号") || has(text, "代码")) {
      columns.unitNumber = column;
    } else if (has(text, "选考")) {
      columns.pick = column;
    } else if (has(text, "题库题量") || has(text, "库题量")) {
      columns.bankItems = column;
    } else if (has(text, "题量") || has(text, "考核题数")) {
      columns.taken = column;
    } else if (has(text, "时间")) {
      columns.minutes = column;
    } else if (has(text, "配分") || has(text, "比重") || has(text, "分值")) {
      columns.marks = column;
    } else if (has(text, "方式") || has(text, "形式")) {
      columns.form = column;
    } else if (has(text, "单元") || has(text, "考核内容") || text == "内容") {
      columns.unit = column;
    } else if (has(text, "项目") || has(text, "职业功能") || has(text, "模块")) {
      columns.function = column;
    }
  }
  return columns;
}

std::string totalWord(const TableView& view, std::size_t row) {
  for (int column = 0; column < view.columnCount(); ++column) {
    const std::string text = squeezed(view.text(row, column));
    if (text == "合计" || text == "总计" || text == "小计") return text;
    if (!text.empty()) break;
  }
  return {};
}

/// Reads the unit rows of one table and holds which group is open.
class UnitReader {
 public:
  UnitReader(const TableView& view, const StructureColumns& columns, Rows& rows)
      : view_(view), columns_(columns), rows_(rows) {}

  void readRow(std::size_t row) {
    const std::string at = view_.at(row);
    const std::string first = squeezed(view_.text(row, 0));
    if (view_.blank(row)) {
      rows_.skipped(at, say("空行。"));
    } else if (!totalWord(view_, row).empty()) {
      readTotal(row);
    } else if (first.starts_with("备注") || first.starts_with("说明") || first.starts_with("注")) {
      rows_.skipped(at, say("备注：题库不存。"));
    } else {
      readUnit(row);
    }
  }

  SkillStructure take() { return std::move(structure_); }

 private:
  [[nodiscard]] std::string text(std::size_t row, int column) const {
    return column < 0 ? std::string() : view_.text(row, column);
  }

  /// The text, unless it is a dash for nothing.
  [[nodiscard]] std::string said(std::size_t row, int column) const {
    std::string words = text(row, column);
    const std::string dash = squeezed(words);
    return dash == "—" || dash == "-" || dash == "/" ? std::string() : words;
  }

  void readTotal(std::size_t row) {
    StatedTotal stated;
    stated.marks = parseMarks(text(row, columns_.marks));
    stated.minutes = parseMinutes(text(row, columns_.minutes));
    stated.taken = parseCount(text(row, columns_.taken));
    stated.bankItems = parseCount(text(row, columns_.bankItems));
    checkTotal(structure_, stated, view_.at(row), rows_);
  }

  void readUnit(std::size_t row) {
    const std::string at = view_.at(row);
    SkillModule module;
    module.function = text(row, columns_.function);
    module.name = columns_.unit < 0 ? module.function : text(row, columns_.unit);
    if (module.function.empty()) module.function = module.name;
    module.code = codeOf(row);
    module.form = said(row, columns_.form);
    const auto marks = parseMarks(text(row, columns_.marks));
    const auto pick = parsePick(text(row, columns_.pick));
    if (module.name.empty() || !marks || !pick) {
      rows_.doubt(at, say("单元名称、配分（“{marks}”）或选考方法（“{pick}”）看不懂，这一行没有导入。",
                          "marks"_a = text(row, columns_.marks), "pick"_a = text(row, columns_.pick)));
      groupRow_.reset();
      return;
    }
    module.marks = *marks;
    const std::string minutes = text(row, columns_.minutes);
    if (const auto read = parseMinutes(minutes)) {
      module.minutes = *read;
    } else if (columns_.minutes >= 0) {
      rows_.doubt(at, say("考核时间“{text}”看不懂；其他内容已导入，请补上时间。", "text"_a = minutes));
    }
    const std::string items = said(row, columns_.bankItems);
    module.bankItems = parseCount(items);
    if (!items.empty() && !module.bankItems) {
      rows_.doubt(at, say("题库题量“{text}”不是数；其他内容已导入，请补上题量。", "text"_a = items));
    }
    rows_.imported(at, say("模块 {code}“{name}”：{marks} 分，{minutes} 分钟，{pick}。",
                           "code"_a = module.code, "name"_a = module.name, "marks"_a = module.marks.str(),
                           "minutes"_a = module.minutes, "pick"_a = text(row, columns_.pick)));
    place(std::move(module), *pick, row);
    checkTaken(row);
  }

  [[nodiscard]] std::string codeOf(std::size_t row) const {
    const std::string number = squeezed(text(row, columns_.number));
    const std::string unit = squeezed(text(row, columns_.unitNumber));
    if (unit.empty() || has(unit, ".") || number.empty()) return unit.empty() ? number : unit;
    return number + "." + unit;
  }

  /// Into the open group when the merged cell of 选考方法 reaches down here, else into a new one.
  void place(SkillModule module, const Pick& pick, std::size_t row) {
    const std::string at = view_.at(row);
    bool joins = !pick.all && groupRow_ && view_.continued(row, columns_.pick);
    if (!pick.all && groupRow_ && !joins && *groupRow_ + structure_.groups.back().modules.size() == row &&
        structure_.groups.back().modules.front().function == module.function &&
        structure_.groups.back().take == pick.take) {
      joins = true;
      rows_.doubt(at, say("“选考方法”没有合并单元格，按同一项目的相邻单元归为一组；已导入，请核对。"));
    }
    if (!joins) {
      structure_.groups.push_back({pick.take, {}, {}});
      groupRow_ = pick.all ? std::nullopt : std::optional(row);
    }
    auto& modules = structure_.groups.back().modules;
    if (!modules.empty() &&
        (modules.front().marks != module.marks || modules.front().minutes != module.minutes)) {
      rows_.doubt(at, say("同一组抽考的单元配分或时间不同；已导入，请核对。"));
    }
    modules.push_back(std::move(module));
  }

  void checkTaken(std::size_t row) {
    const auto taken = parseCount(text(row, columns_.taken));
    const int take = structure_.groups.back().take;
    if (taken && *taken != take) {
      rows_.doubt(view_.at(row), say("考核题量写作 {taken}，选考方法是抽 {take}；按选考方法导入，请核对。",
                                     "taken"_a = *taken, "take"_a = take));
    }
  }

  const TableView& view_;
  const StructureColumns& columns_;
  Rows& rows_;
  SkillStructure structure_;
  std::optional<std::size_t> groupRow_;  ///< Row where the open choice group began.
};

}  // namespace

std::optional<Pick> parsePick(std::string_view raw) {
  const std::string text = squeezed(raw);
  if (text == "必考" || text == "必选" || text == "必做" || text == "必测") return Pick{};
  static const std::array<std::string_view, 9> kDigits{"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  for (const std::string_view verb : {"抽", "选", "任选", "随机抽取"}) {
    const std::size_t found = text.rfind(verb);
    if (found == std::string::npos) continue;
    const std::string rest = text.substr(found + verb.size());
    for (std::size_t i = 0; i < kDigits.size(); ++i) {
      if (rest.starts_with(kDigits[i]) || rest.starts_with(std::to_string(i + 1)) ||
          (i == 1 && rest.starts_with("两"))) {
        return Pick{false, static_cast<int>(i) + 1};
      }
    }
  }
  if (text == "选考" || text == "抽考" || text == "任选") return Pick{false, 1};
  return std::nullopt;
}

std::optional<std::size_t> unitTableHead(const TableView& view) {
  for (std::size_t row = 0; row < view.rowCount(); ++row) {
    if (structureColumnsAt(view, row).complete()) return row;
  }
  return std::nullopt;
}

SkillStructure readUnitTable(const TableView& view, std::size_t head, Rows& rows) {
  const StructureColumns columns = structureColumnsAt(view, head);
  rows.skipped(view.at(head), say("表头。"));
  UnitReader reader(view, columns, rows);
  for (std::size_t row = head + 1; row < view.rowCount(); ++row) reader.readRow(row);
  return reader.take();
}

void checkTotal(const SkillStructure& structure, const StatedTotal& stated, const std::string& at,
                Rows& rows) {
  int taken = 0;
  int bankItems = 0;
  for (const SkillGroup& group : structure.groups) {
    taken += group.take;
    for (const SkillModule& module : group.modules) bankItems += module.bankItems.value_or(0);
  }
  std::string differing;
  const auto compare = [&differing](const char* name, bool same, const std::string& said,
                                    const std::string& counted) {
    if (!same)
      differing += say("{name}写作 {said}，算得 {counted}；", "name"_a = translate(name), "said"_a = said,
                       "counted"_a = counted);
  };
  if (stated.marks) {
    compare(markForTranslation("配分"), *stated.marks == structure.total(), stated.marks->str(),
            structure.total().str());
  }
  if (stated.minutes) {
    compare(markForTranslation("考核时间"), *stated.minutes == structure.minutes(),
            std::to_string(*stated.minutes), std::to_string(structure.minutes()));
  }
  if (stated.taken) {
    compare(markForTranslation("考核题量"), *stated.taken == taken, std::to_string(*stated.taken),
            std::to_string(taken));
  }
  if (stated.bankItems) {
    compare(markForTranslation("题库题量"), *stated.bankItems == bankItems, std::to_string(*stated.bankItems),
            std::to_string(bankItems));
  }
  if (differing.empty()) {
    rows.imported(at, say("合计与各单元相符：{marks} 分，{minutes} 分钟。",
                          "marks"_a = structure.total().str(), "minutes"_a = structure.minutes()));
  } else {
    rows.doubt(at, say("合计与各单元不符：{list}各单元已导入，请核对。", "list"_a = differing));
  }
}

}  // namespace tiku::formats::tables
