// The few computed figures of the model's records, and the fixed names of the field.
#include <algorithm>

#include "formats/model/bank.h"

namespace tiku::formats {
namespace {

std::string twoDigits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

void countImportance(const Scope& scope, Ratio& ratio) {
  for (const Point& point : scope.points) {
    if (!point.importance) continue;
    if (*point.importance == Importance::kX) ++ratio.x;
    if (*point.importance == Importance::kY) ++ratio.y;
    if (*point.importance == Importance::kZ) ++ratio.z;
  }
  for (const Scope& child : scope.scopes) countImportance(child, ratio);
}

void walkScope(const Scope& scope, TablePlace& place, const std::function<void(const TablePlace&)>& visit) {
  place.path.push_back(&scope);
  visit(place);
  for (const Point& point : scope.points) {
    place.point = &point;
    visit(place);
  }
  place.point = nullptr;
  for (const Scope& child : scope.scopes) walkScope(child, place, visit);
  place.path.pop_back();
}

struct TypeNames {
  std::string_view name;
  std::string_view key;
  char letter;
};

// In the order of ItemType. Letters: the national Excel template (domain.md 5.2).
constexpr std::array<TypeNames, kItemTypes.size()> kTypeNames{{{"单选题", "single-choice", 'B'},
                                                               {"多选题", "multiple-choice", 'G'},
                                                               {"判断题", "true-false", 'C'},
                                                               {"填空题", "fill-in", 'T'},
                                                               {"简答题", "short-answer", 'D'},
                                                               {"计算题", "calculation", 'U'},
                                                               {"论述题", "essay", 'W'},
                                                               {"绘图题", "drawing", 'H'},
                                                               {"案例分析题", "case-analysis", 'E'},
                                                               {"综合题", "comprehensive", 'F'}}};

}  // namespace

const LevelRequirements* Standard::at(Level level) const {
  const auto found = std::ranges::find(levels, level, &LevelRequirements::level);
  return found == levels.end() ? nullptr : &*found;
}

std::string Ratio::str() const {
  return "(" + twoDigits(x) + ":" + twoDigits(y) + ":" + twoDigits(z) + ")";
}

Ratio Scope::ratio() const {
  Ratio ratio;
  countImportance(*this, ratio);
  return ratio;
}

int Scope::pointCount() const {
  int count = static_cast<int>(points.size());
  for (const Scope& child : scopes) count += child.pointCount();
  return count;
}

int ElementTable::pointCount() const {
  int count = 0;
  for (const Top& top : tops) count += top.scope.pointCount();
  return count;
}

std::string TablePlace::code() const {
  std::string code;
  for (const Scope* scope : path) code += (code.empty() ? "" : "-") + scope->code;
  if (point != nullptr) code += "-" + point->code;
  return code;
}

void walk(const ElementTable& table, const std::function<void(const TablePlace&)>& visit) {
  for (const ElementTable::Top& top : table.tops) {
    TablePlace place{top.part, {}, nullptr};
    walkScope(top.scope, place, visit);
  }
}

Marks SkillStructure::total() const {
  Marks total;
  for (const SkillGroup& group : groups) {
    if (!group.modules.empty()) total += group.modules.front().marks * group.take;
  }
  return total;
}

int SkillStructure::minutes() const {
  int total = 0;
  for (const SkillGroup& group : groups) {
    if (!group.modules.empty()) total += group.modules.front().minutes * group.take;
  }
  return total;
}

std::string_view itemTypeName(ItemType type) {
  return kTypeNames[static_cast<std::size_t>(type)].name;
}

std::string_view itemTypeKey(ItemType type) {
  return kTypeNames[static_cast<std::size_t>(type)].key;
}

std::optional<ItemType> itemTypeOf(std::string_view key) {
  const auto found = std::ranges::find(kTypeNames, key, &TypeNames::key);
  if (found == kTypeNames.end()) return std::nullopt;
  return static_cast<ItemType>(found - kTypeNames.begin());
}

char itemTypeLetter(ItemType type) {
  return kTypeNames[static_cast<std::size_t>(type)].letter;
}

std::string_view itemStatusName(ItemStatus status) {
  switch (status) {
    case ItemStatus::kDraft:
      return "草稿";
    case ItemStatus::kWritten:
      return "已命制";
    case ItemStatus::kReviewed:
      return "已审核";
    case ItemStatus::kRetired:
      break;
  }
  return "停用";
}

Marks SkillItem::scoreTotal() const {
  Marks total;
  for (const ScoreRow& row : scores) total += row.marks;
  return total;
}

Marks PaperPlan::total() const {
  Marks total;
  for (const PlanSection& section : sections) total += section.each * section.count;
  return total;
}

Marks Paper::total() const {
  Marks total;
  for (const PaperSection& section : sections) {
    for (const PaperEntry& entry : section.entries) total += entry.marks;
  }
  return total;
}

const Person* People::find(Id person) const {
  const auto found = std::ranges::find(people, person, &Person::id);
  return found == people.end() ? nullptr : &*found;
}

}  // namespace tiku::formats
