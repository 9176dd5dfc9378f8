#include "validators/checker/ladder.h"

#include <numeric>
#include <set>
#include <unordered_map>

namespace tiku::validators {
namespace {

using namespace tiku::formats;

void add(TypeCounts& to, const TypeCounts& from) {
  for (const auto& [type, count] : from) to[type] += count;
}

// Builds the rows from the leaves up: a scope is the sum of what is below it.
class Builder {
 public:
  Builder(const Profile& profile, Level level, std::unordered_map<Id, TypeCounts> items)
      : level_(level), items_(std::move(items)) {
    if (const RuleSettings* rule = profile.rule("coverage/points-per-weight"))
      ratio_ = rule->number("ratio", level);
    if (const RuleSettings* rule = profile.rule("mix/types-per-point")) {
      for (const ItemType type : kItemTypes) {
        if (const auto count = rule->count(itemTypeKey(type), level)) perPoint_[type] = *count;
      }
    }
  }

  void addScope(const Scope& scope, int depth, const std::string& parentCode, Ladder& ladder,
                LadderRow& sum) {
    LadderRow row;
    row.id = scope.id;
    row.depth = depth;
    row.code = parentCode.empty() ? scope.code : parentCode + "-" + scope.code;
    row.name = scope.name;
    row.weight = scope.weight;
    row.ratio = scope.ratio();
    if (scope.weight && ratio_) row.pointsNeeded = pointsNeeded(*scope.weight, *ratio_);
    const std::size_t index = ladder.rows.size();
    ladder.rows.push_back(row);
    for (const Point& point : scope.points) addPoint(point, depth + 1, row.code, ladder, row);
    for (const Scope& child : scope.scopes) addScope(child, depth + 1, row.code, ladder, row);
    sum.pointsHad += row.pointsHad;
    add(sum.itemsNeeded, row.itemsNeeded);
    add(sum.itemsHad, row.itemsHad);
    add(sum.itemsMissing, row.itemsMissing);
    ladder.rows[index] = std::move(row);
  }

  [[nodiscard]] const TypeCounts& perPoint() const { return perPoint_; }

 private:
  void addPoint(const Point& point, int depth, const std::string& scopeCode, Ladder& ladder,
                LadderRow& scope) {
    LadderRow row;
    row.id = point.id;
    row.isPoint = true;
    row.depth = depth;
    row.code = scopeCode + "-" + point.code;
    row.name = point.name;
    row.weight = point.weight;
    row.itemsNeeded = perPoint_;
    if (const auto found = items_.find(point.id); found != items_.end()) row.itemsHad = found->second;
    for (const auto& [type, needed] : perPoint_) {
      const int had = row.itemsHad.contains(type) ? row.itemsHad.at(type) : 0;
      if (had < needed) row.itemsMissing[type] = needed - had;
    }
    ++scope.pointsHad;
    add(scope.itemsNeeded, row.itemsNeeded);
    add(scope.itemsHad, row.itemsHad);
    add(scope.itemsMissing, row.itemsMissing);
    ladder.rows.push_back(std::move(row));
  }

  Level level_;
  std::unordered_map<Id, TypeCounts> items_;
  std::optional<Weight> ratio_;
  TypeCounts perPoint_;
};

}  // namespace

int LadderRow::missing() const {
  return std::accumulate(itemsMissing.begin(), itemsMissing.end(), 0,
                         [](int sum, const auto& entry) { return sum + entry.second; });
}

int pointsNeeded(Weight weight, Weight ratio) {
  // Hundredths times hundredths: one point is 10,000 of them.
  return static_cast<int>((weight.hundredths() * ratio.hundredths() + 9999) / 10000);
}

Ladder ladderOf(const Bank& bank, const Profile& profile, Level level) {
  Ladder ladder(level);
  const Blueprint* blueprint = bank.blueprint(level);
  std::set<Id> points;
  if (blueprint != nullptr) {
    walk(blueprint->theory, [&points](const TablePlace& place) {
      if (place.point != nullptr) points.insert(place.point->id);
    });
  }
  std::unordered_map<Id, TypeCounts> items;
  bank.forEach<TheoryItem>([&](const auto& item) {
    if (item->level != level || item->status == ItemStatus::kRetired) return;
    if (item->point && points.contains(*item->point)) {
      ++items[*item->point][item->type];
    } else {
      ++ladder.itemsWithoutPoint[item->type];
    }
  });
  Builder builder(profile, level, std::move(items));
  if (blueprint != nullptr) {
    for (const ElementTable::Top& top : blueprint->theory.tops)
      builder.addScope(top.scope, 0, {}, ladder, ladder.total);
  }
  if (const RuleSettings* rule = profile.rule("coverage/points-per-level")) {
    ladder.total.pointsNeeded = rule->count("points", level);
  }
  for (const ItemType type : kItemTypes) {
    if (builder.perPoint().contains(type) || ladder.total.itemsHad.contains(type) ||
        ladder.itemsWithoutPoint.contains(type)) {
      ladder.types.push_back(type);
    }
  }
  return ladder;
}

}  // namespace tiku::validators
