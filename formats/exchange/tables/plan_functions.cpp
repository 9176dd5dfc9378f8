// 操作技能考核内容结构表 in the national layout: functions are columns, a level is a band of four rows.
#include <algorithm>
#include <array>
#include <set>

#include "formats/base/say.h"
#include "formats/exchange/tables/plan_structure.h"

namespace tiku::formats::tables {
namespace {

enum class Label { kNone, kPick, kMarks, kMinutes, kForm };

Label labelOf(const std::string& raw) {
  const std::string text = squeezed(raw);
  const auto starts = [&text](std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&text](std::string_view word) { return text.starts_with(word); });
  };
  if (starts({"选考方式", "选考方法"})) return Label::kPick;
  if (starts({"鉴定比重", "考评比重", "考核比重", "认定比重", "比重", "配分", "分值"})) return Label::kMarks;
  if (starts({"考试时间", "考核时间", "鉴定时间", "考评时间"})) return Label::kMinutes;
  if (starts({"考核形式", "考试形式", "考核方式", "考评形式"})) return Label::kForm;
  return Label::kNone;
}

/// "初级" and its like, besides what Level::parse knows: bands of this table say no more.
std::optional<Level> levelOfBand(const std::string& raw) {
  const std::string text = squeezed(raw);
  if (const auto level = Level::parse(text)) return level;
  static const std::array<std::string_view, 5> kBands{"高级技师", "技师", "高级", "中级", "初级"};
  for (std::size_t i = 0; i < kBands.size(); ++i) {
    if (text == kBands[i]) return Level::of(static_cast<int>(i) + 1);
  }
  return levelInTitle(text);
}

bool isDash(const std::string& raw) {
  const std::string text = squeezed(raw);
  return text.empty() || text == "-" || text == "—" || text == "——" || text == "/" || text == "－" ||
         text == "–";
}

/// The column of the row labels, left of the functions; -1 when the table has none.
int labelColumn(const TableView& view) {
  for (int column = 0; column < view.columnCount(); ++column) {
    std::set<Label> met;
    for (std::size_t row = 0; row < view.rowCount(); ++row) met.insert(labelOf(view.text(row, column)));
    if (met.contains(Label::kPick) && met.contains(Label::kMarks)) return column;
  }
  return -1;
}

/// The rows of one level.
struct Band {
  std::optional<Level> level;
  std::size_t begin = 0;
  std::map<Label, std::size_t> rows;
};

class FunctionReader {
 public:
  FunctionReader(const TableView& view, Rows& rows) : view_(view), rows_(rows), labels_(labelColumn(view)) {
    std::size_t row = 0;
    while (row < view.rowCount() && labelOf(view.text(row, labels_)) == Label::kNone) ++row;
    for (std::size_t head = 0; head < row; ++head) {
      if (!rows_.judged(view_.at(head))) rows_.skipped(view_.at(head), say("表头。"));
    }
    for (int column = labels_ + 1; column < view.columnCount(); ++column) {
      const std::string name = row == 0 ? std::string() : view.text(row - 1, column);
      if (squeezed(name) == "合计") {
        total_ = column;
      } else if (!name.empty() && (functions_.empty() || view.text(row - 1, column - 1) != name)) {
        functions_.emplace_back(column, name);
      }
    }
    readBands(row);
  }

  [[nodiscard]] const std::vector<Band>& bands() const { return bands_; }

  SkillStructure read(const Band& band) {
    SkillStructure structure;
    std::string openPick;
    int number = 0;
    for (const auto& [column, name] : functions_) {
      const std::string pickText = at(band, Label::kPick, column);
      const std::string marksText = at(band, Label::kMarks, column);
      if (isDash(pickText) && isDash(marksText)) {
        openPick.clear();
        continue;
      }
      const auto pick = parsePick(pickText);
      const auto marks = parseMarks(marksText);
      if (!pick || !marks) {
        const Label wrong = pick ? Label::kMarks : Label::kPick;
        doubt(band, wrong,
              say("“{name}”的选考方式“{pick}”或比重“{marks}”看不懂，没有导入这一项。", "name"_a = name,
                  "pick"_a = pickText, "marks"_a = marksText));
        continue;
      }
      SkillModule module;
      module.code = std::to_string(++number);
      module.function = module.name = name;
      module.marks = *marks;
      module.form = isDash(at(band, Label::kForm, column)) ? std::string() : at(band, Label::kForm, column);
      const std::string minutes = at(band, Label::kMinutes, column);
      module.minutes = parseMinutes(minutes).value_or(0);
      if (!parseMinutes(minutes)) {
        doubt(band, Label::kMinutes,
              say("“{name}”的考试时间“{text}”看不懂；其他内容已导入，请补上时间。", "name"_a = name,
                  "text"_a = minutes));
      }
      // 三选一 stands over or in each of the columns to choose from.
      const bool joins = !pick->all && openPick == pickText && !structure.groups.empty();
      openPick = pick->all ? std::string() : pickText;
      if (!joins) structure.groups.push_back({pick->take, {}, {}});
      structure.groups.back().modules.push_back(std::move(module));
    }
    return structure;
  }

  /// Says of the band's rows what they became, and compares the 合计 column.
  void judge(const Band& band, const SkillStructure& structure) {
    for (const auto& [label, row] : band.rows) {
      rows_.imported(view_.at(row), say("{level}的“{label}”。", "level"_a = band.level->name(),
                                        "label"_a = view_.text(row, labels_)));
    }
    if (total_ < 0) return;
    StatedTotal stated;
    stated.marks = parseMarks(at(band, Label::kMarks, total_));
    compare(band, Label::kMarks, structure, stated);
    stated = {};
    stated.minutes = parseMinutes(at(band, Label::kMinutes, total_));
    compare(band, Label::kMinutes, structure, stated);
    stated = {};
    stated.taken = parseCount(at(band, Label::kPick, total_));
    compare(band, Label::kPick, structure, stated);
  }

  void skip(const Band& band) {
    for (const auto& [label, row] : band.rows) {
      rows_.skipped(view_.at(row), say("其他等级的内容，这次不导入。"));
    }
  }

 private:
  void readBands(std::size_t first) {
    for (std::size_t row = first; row < view_.rowCount(); ++row) {
      const Label label = labelOf(view_.text(row, labels_));
      if (label == Label::kNone) {
        if (view_.blank(row)) {
          rows_.skipped(view_.at(row), say("空行。"));
        } else if (!rows_.judged(view_.at(row))) {
          rows_.doubt(view_.at(row), say("不是“选考方式、鉴定比重、考试时间、考核形式”之一的行，没有导入。"));
        }
        continue;
      }
      std::optional<Level> level;
      for (int column = 0; column < labels_ && !level; ++column) level = levelOfBand(view_.text(row, column));
      if (bands_.empty() || bands_.back().rows.contains(label) || (level && bands_.back().level != level)) {
        bands_.push_back({level, row, {}});
      }
      bands_.back().rows.emplace(label, row);
    }
  }

  [[nodiscard]] std::string at(const Band& band, Label label, int column) const {
    const auto row = band.rows.find(label);
    return row == band.rows.end() ? std::string() : view_.text(row->second, column);
  }

  void doubt(const Band& band, Label label, const std::string& reason) {
    const auto row = band.rows.find(label);
    rows_.doubt(view_.at(row == band.rows.end() ? band.begin : row->second), reason);
  }

  void compare(const Band& band, Label label, const SkillStructure& structure, const StatedTotal& stated) {
    const auto row = band.rows.find(label);
    if (row == band.rows.end() || (!stated.marks && !stated.minutes && !stated.taken)) return;
    checkTotal(structure, stated, view_.at(row->second), rows_);
  }

  const TableView& view_;
  Rows& rows_;
  int labels_;
  int total_ = -1;
  std::vector<std::pair<int, std::string>> functions_;
  std::vector<Band> bands_;
};

}  // namespace

bool isFunctionTable(const TableView& view) {
  return labelColumn(view) >= 0;
}

std::map<Level, SkillStructure> readFunctionTable(const TableView& view, std::optional<Level> only,
                                                  const std::vector<Level>& wanted, Rows& rows) {
  FunctionReader reader(view, rows);
  std::map<Level, SkillStructure> structures;
  for (Band band : reader.bands()) {
    if (!band.level) band.level = only;
    if (!band.level) {
      rows.doubt(view.at(band.begin), say("没有写明等级，没有导入；请选定等级（命令行：--level）。"));
      continue;
    }
    if (std::ranges::find(wanted, *band.level) == wanted.end() || structures.contains(*band.level)) {
      reader.skip(band);
      continue;
    }
    SkillStructure structure = reader.read(band);
    reader.judge(band, structure);
    structures.emplace(*band.level, std::move(structure));
  }
  return structures;
}

}  // namespace tiku::formats::tables
