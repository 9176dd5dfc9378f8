#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/blueprint.h"
#include "formats/model/records.h"
#include "formats/model/standard.h"

/// How the rows of the standard's weight tables, its functions and the scopes of a blueprint find each other.
namespace tiku::validators {

/// Whether the two are the same name as a person reads it: white space, width and punctuation apart.
[[nodiscard]] bool sameName(std::string_view a, std::string_view b);

/// A row of the theory weight table with the scope of a level's element table that stands for it.
struct RowScope {
  const formats::WeightRow* row = nullptr;
  formats::Weight weight;                 ///< The row's at this level.
  const formats::Scope* scope = nullptr;  ///< Null when the table has none.
  formats::Part part = formats::Part::kWork;
  std::string code;
};

/// The rows that have a weight at the blueprint's level. A scope stands for a row when it is traced to the
/// function of that name, or has that name itself, in the part where it belongs; the one nearest to the top
/// wins.
std::vector<RowScope> rowScopes(const formats::Blueprint& blueprint, const formats::Standard& standard);

/// Whether a top scope is nothing but the heading 基本要求 or 相关知识 of the national table.
[[nodiscard]] bool isHeading(const formats::Scope& top);

/// The scopes that carry the table's weights where no standard says so: the tops, and instead of a top that
/// is only a heading the scopes right below it.
std::vector<const formats::Scope*> mainScopes(const formats::ElementTable& table);

}  // namespace tiku::validators
