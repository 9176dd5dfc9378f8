#include "validators/rules/coverage/table_ladder.h"

#include <unordered_map>

#include "validators/rules/coverage/ladder.h"
#include "validators/rules/mix/type_needs.h"
#include "validators/rules/support/causes.h"

namespace tiku::validators {
namespace {

using namespace tiku::formats;

// Builds the rows from the leaves up: a scope is the sum of what is below it.
class Builder {
 public:
  Builder(TableLadder& ladder, const Facts& facts, const Profile& profile) : ladder_(ladder), facts_(facts) {
    if (const RuleSettings* mix = profile.rule(kTypesPerPointRule))
      needed_ = typesNeededPerPoint(ladder.level, *mix);
  }

  void build(const Blueprint& blueprint, const CoverageLadder& coverage) {
    for (const WeighedScope& scope : coverage.scopes) pointsNeeded_[scope.scope->id] = scope.needed;
    for (const ElementTable::Top& top : blueprint.theory.tops) addScope(top.scope, 0, {}, ladder_.total);
    ladder_.total.pointsNeeded = coverage.needed;
  }

 private:
  void addScope(const Scope& scope, int depth, const std::string& parentCode, LadderRow& sum) {
    LadderRow row;
    row.id = scope.id;
    row.depth = depth;
    row.code = parentCode.empty() ? scope.code : parentCode + "-" + scope.code;
    row.name = scope.name;
    row.weight = scope.weight;
    row.ratio = scope.ratio();
    if (const auto needed = pointsNeeded_.find(scope.id); needed != pointsNeeded_.end())
      row.pointsNeeded = needed->second;
    const std::size_t index = ladder_.rows.size();
    ladder_.rows.push_back(row);
    for (const Point& point : scope.points) addPoint(point, row);
    for (const Scope& child : scope.scopes) addScope(child, depth + 1, row.code, row);
    add(sum, row, row.pointsHad);
    ladder_.rows[index] = std::move(row);
  }

  void addPoint(const Point& point, LadderRow& scope) {
    LadderRow row;
    row.id = point.id;
    row.isPoint = true;
    row.depth = scope.depth + 1;
    row.code = scope.code + "-" + point.code;
    row.name = point.name;
    row.weight = point.weight;
    row.itemsNeeded = needed_;
    row.itemsHad = facts_.itemsAt(ladder_.level, point.id);
    row.itemsMissing = shortfall(row.itemsNeeded, row.itemsHad);
    add(scope, row, 1);
    ladder_.rows.push_back(std::move(row));
  }

  static void add(LadderRow& sum, const LadderRow& row, int points) {
    sum.pointsHad += points;
    sum.itemsNeeded.add(row.itemsNeeded, 1);
    sum.itemsHad.add(row.itemsHad, 1);
    sum.itemsMissing.add(row.itemsMissing, 1);
  }

  TableLadder& ladder_;
  const Facts& facts_;
  TypeCounts needed_;
  std::unordered_map<Id, int> pointsNeeded_;
};

}  // namespace

TableLadder tableLadder(const Bank& bank, const Profile& profile, Level level) {
  Facts facts(bank);
  for (const auto& [id, object] : bank.objects()) facts.update({id, {}, object});
  return tableLadder(facts, profile, level);
}

TableLadder tableLadder(const Facts& facts, const Profile& profile, Level level) {
  TableLadder ladder(level);
  if (const Blueprint* blueprint = facts.bank().blueprint(level)) {
    Builder(ladder, facts, profile).build(*blueprint, coverageLadder(*blueprint, facts, profile));
  }
  ladder.loose = facts.counts(level).loose;
  for (const ItemType type : kItemTypes) {
    if (ladder.total.itemsNeeded.of(type) + ladder.total.itemsHad.of(type) + ladder.loose.of(type) > 0) {
      ladder.types.push_back(type);
    }
  }
  return ladder;
}

}  // namespace tiku::validators
