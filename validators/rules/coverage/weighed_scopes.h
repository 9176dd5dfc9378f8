#pragma once

#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/profile.h"

namespace tiku::validators {

/// A scope of a theory table with the number of points that its weight asks for.
struct WeighedScope {
  const formats::Scope* scope = nullptr;
  formats::Part part = formats::Part::kWork;
  std::string code;
  int points = 0;
  int needed = 0;
  /// Whether "对应权重" of 第六条（一） is this scope's: the standard's weight table names it.
  bool binding = false;

  [[nodiscard]] int missing() const { return needed > points ? needed - points : 0; }
};

/// Every scope of the table that has a weight, in printed order.
///
/// Binding are the scopes that the standard's theory weight table names: 职业道德, 基础知识 and the level's
/// functions. Where there is no such table: the top scopes, and instead of a top scope that is only the
/// heading 基本要求 or 相关知识 the scopes right below it. A half weight rounds up: 2.5 with ratio 2 needs 5
/// points.
std::vector<WeighedScope> weighScopes(const formats::Blueprint& blueprint, const formats::Standard* standard,
                                      formats::Weight ratio);

}  // namespace tiku::validators
