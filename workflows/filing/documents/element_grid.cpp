#include <algorithm>

#include <fmt/format.h>

#include "workflows/filing/documents/element_table.h"

namespace tiku::workflows {

using formats::ElementTable;
using formats::Point;
using formats::Ratio;
using formats::Scope;

namespace {

/// What the table has at all.
struct Present {
  int depth = 0;
  bool importance = false;
  bool scopeWeights = false;
  bool pointWeights = false;
  bool notes = false;
  bool requirements = false;
};

void look(const Scope& scope, int depth, Present& present) {
  present.depth = std::max(present.depth, depth);
  present.scopeWeights = present.scopeWeights || scope.weight.has_value();
  present.notes = present.notes || !scope.note.empty();
  for (const Point& point : scope.points) {
    present.importance = present.importance || point.importance.has_value();
    present.pointWeights = present.pointWeights || point.weight.has_value();
    present.notes = present.notes || !point.note.empty();
    present.requirements = present.requirements || !point.requirements.empty();
  }
  for (const Scope& child : scope.scopes) look(child, depth + 1, present);
}

std::string importanceLetter(const Point& point) {
  if (!point.importance) return {};
  switch (*point.importance) {
    case formats::Importance::kX:
      return "X";
    case formats::Importance::kY:
      return "Y";
    case formats::Importance::kZ:
      return "Z";
  }
  return {};
}

Ratio sumOf(const ElementTable& table) {
  Ratio sum;
  for (const auto& top : table.tops) {
    const Ratio part = top.scope.ratio();
    sum.x += part.x;
    sum.y += part.y;
    sum.z += part.z;
  }
  return sum;
}

formats::Weight weightOf(const ElementTable& table) {
  formats::Weight sum;
  for (const auto& top : table.tops) sum += top.scope.weight.value_or(formats::Weight());
  return sum;
}

formats::Weight pointWeights(const Scope& scope) {
  formats::Weight sum;
  for (const Point& point : scope.points) sum += point.weight.value_or(formats::Weight());
  for (const Scope& child : scope.scopes) sum += pointWeights(child);
  return sum;
}

class Layout {
 public:
  Layout(const ElementTable& table, const ElementGridOptions& options) : options_(options) {
    for (const auto& top : table.tops) look(top.scope, 1, present_);
    present_.requirements = present_.requirements && !options.requirementNumbers.empty();
    makeColumns();
    for (const auto& top : table.tops) add(top.scope, 0);
    makeTotal(table);
  }

  ElementGrid take() && { return std::move(grid_); }

 private:
  void column(std::string group, std::string title, int width, bool left = false) {
    grid_.columns.push_back({std::move(title), std::move(group), width, left});
  }

  void makeColumns() {
    const int nameWidth = present_.depth <= 2 ? 34 : present_.depth == 3 ? 22 : 18;
    for (int depth = 1; depth <= present_.depth; ++depth) {
      const std::string group = chineseNumber(depth) + "级" + options_.word + "范围";
      column(group, "名称", nameWidth, true);
      column(group, "代码", 9);
      if (present_.importance) column(group, "重要程度\n比例", 22);
      if (present_.scopeWeights) column(group, options_.word + "\n比重", 11);
    }
    const std::string group = options_.word + "点";
    column(group, "代码", 10);
    column(group, "名称", present_.depth <= 2 ? 80 : present_.depth == 3 ? 62 : 46, true);
    if (present_.importance) column(group, "重要\n程度", 12);
    if (present_.pointWeights) column(group, "分数\n系数", 13);
    if (present_.requirements) column(group, "对应标准\n要求", 20);
    if (options_.countItems) column(group, "题量", 12);
    if (present_.notes) column("", "备注", 22, true);
  }

  [[nodiscard]] std::size_t scopeColumns() const {
    return 2U + (present_.importance ? 1U : 0U) + (present_.scopeWeights ? 1U : 0U);
  }

  std::vector<GridCell>& newRow() { return grid_.rows.emplace_back(grid_.columns.size()); }

  /// Puts the scope's cells at the first row of it and marks the ones below as covered.
  void place(const Scope& scope, int depth, std::size_t firstRow) {
    std::vector<std::string> texts{scope.name, scope.code};
    if (present_.importance) texts.push_back(scope.ratio().str());
    if (present_.scopeWeights) texts.push_back(scope.weight ? scope.weight->str() : "");
    const std::size_t firstColumn = static_cast<std::size_t>(depth) * scopeColumns();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      GridCell& cell = grid_.rows[firstRow][firstColumn + i];
      cell.text = texts[i];
      cell.left = i == 0;
      cell.rows = static_cast<int>(grid_.rows.size() - firstRow);
      for (std::size_t row = firstRow + 1; row < grid_.rows.size(); ++row) {
        grid_.rows[row][firstColumn + i].continued = true;
      }
    }
  }

  void add(const Scope& scope, int depth) {
    const std::size_t firstRow = grid_.rows.size();
    for (const Point& point : scope.points) add(point);
    for (const Scope& child : scope.scopes) add(child, depth + 1);
    if (grid_.rows.size() == firstRow) newRow();  // A scope that has nothing yet.
    place(scope, depth, firstRow);
    if (present_.notes && !scope.note.empty() && grid_.rows[firstRow].back().text.empty()) {
      grid_.rows[firstRow].back().text = scope.note;
    }
  }

  void add(const Point& point) {
    std::vector<std::string> texts{point.code, point.name};
    if (present_.importance) texts.push_back(importanceLetter(point));
    if (present_.pointWeights) texts.push_back(point.weight ? point.weight->str() : "");
    if (present_.requirements) texts.push_back(numbersOf(point));
    if (options_.countItems) {
      const auto count = options_.itemsOfPoint.find(point.id);
      texts.push_back(count == options_.itemsOfPoint.end() ? "0" : std::to_string(count->second));
    }
    if (present_.notes) texts.push_back(point.note);
    std::vector<GridCell>& row = newRow();
    const std::size_t firstColumn = static_cast<std::size_t>(present_.depth) * scopeColumns();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      row[firstColumn + i].text = texts[i];
      row[firstColumn + i].left = grid_.columns[firstColumn + i].left;
    }
  }

  [[nodiscard]] std::string numbersOf(const Point& point) const {
    std::string numbers;
    for (const formats::Id requirement : point.requirements) {
      const auto found = options_.requirementNumbers.find(requirement);
      if (found == options_.requirementNumbers.end()) continue;
      if (!numbers.empty()) numbers += "、";
      numbers += found->second;
    }
    return numbers;
  }

  void makeTotal(const ElementTable& table) {
    grid_.total.assign(grid_.columns.size(), "");
    if (grid_.columns.empty()) return;
    std::size_t at = 0;
    grid_.total[at] = "合计";
    at += 2;
    if (present_.importance) grid_.total[at++] = sumOf(table).str();
    if (present_.scopeWeights) grid_.total[at++] = weightOf(table).str();
    at = static_cast<std::size_t>(present_.depth) * scopeColumns() + 1;
    grid_.total[at++] = fmt::format("{}点 {} 个", options_.word, table.pointCount());
    if (present_.importance) ++at;
    if (present_.pointWeights) {
      formats::Weight sum;
      for (const auto& top : table.tops) sum += pointWeights(top.scope);
      grid_.total[at++] = sum.str();
    }
  }

  const ElementGridOptions& options_;
  Present present_;
  ElementGrid grid_;
};

}  // namespace

ElementGrid layOut(const ElementTable& table, const ElementGridOptions& options) {
  if (table.empty()) return {};
  return Layout(table, options).take();
}

std::map<formats::Id, std::string> requirementNumbers(const formats::Standard* standard,
                                                      formats::Level level) {
  std::map<formats::Id, std::string> numbers;
  if (standard == nullptr) return numbers;
  int ethics = 0;
  int foundation = 0;
  for (const auto& basic : standard->basics) {
    const bool isEthics = basic.part == formats::BasicTopic::Part::kEthics;
    numbers.emplace(basic.id, isEthics ? fmt::format("基本要求 2.1.{}", ++ethics)
                                       : fmt::format("基本要求 2.2.{}", ++foundation));
  }
  const auto* requirements = standard->at(level);
  if (requirements == nullptr) return numbers;
  for (std::size_t f = 0; f < requirements->functions.size(); ++f) {
    const auto& contents = requirements->functions[f].contents;
    for (std::size_t c = 0; c < contents.size(); ++c) {
      const std::string place = fmt::format("{}.{}", f + 1, c + 1);
      for (std::size_t i = 0; i < contents[c].skills.size(); ++i)
        numbers.emplace(contents[c].skills[i].id, fmt::format("{}.{}", place, i + 1));
      for (std::size_t i = 0; i < contents[c].knowledge.size(); ++i)
        numbers.emplace(contents[c].knowledge[i].id, fmt::format("{}.{}", place, i + 1));
    }
  }
  return numbers;
}

}  // namespace tiku::workflows
