#include "validators/rules/support/standard_rows.h"

#include <algorithm>
#include <array>

#include "formats/base/fold.h"

namespace tiku::validators {

using formats::BasicTopic;
using formats::Part;
using formats::Scope;
using formats::Standard;
using formats::WeightRow;

bool sameName(std::string_view a, std::string_view b) {
  return a == b || formats::foldWords(a) == formats::foldWords(b);
}

bool mirrors(const Scope& scope, Part part, const WeightRow& row, const Standard& standard) {
  const bool basicRow = row.kind != WeightRow::Kind::kFunction;
  if (basicRow != (part == Part::kBasic)) return false;
  if (scope.requirement && !basicRow) {
    for (const auto& level : standard.levels) {
      for (const auto& function : level.functions) {
        if (function.id == *scope.requirement) return sameName(function.name, row.name);
      }
    }
  }
  return sameName(scope.name, row.name);
}

bool isHeading(const Scope& top) {
  static constexpr std::array<std::string_view, 5> kHeadings{"基本要求", "相关知识", "相关知识要求",
                                                             "工作要求", "专业知识"};
  return !top.scopes.empty() && std::ranges::any_of(kHeadings, [&top](std::string_view heading) {
    return sameName(top.name, heading);
  });
}

}  // namespace tiku::validators
