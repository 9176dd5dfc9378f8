#pragma once

#include "formats/model/blueprint.h"
#include "formats/model/standard.h"

/// How the rows of the standard's weight tables, its functions and the scopes of a blueprint find each other.
namespace tiku::validators {

/// Whether the two are the same name as a person reads it: white space, width and punctuation apart.
[[nodiscard]] bool sameName(std::string_view a, std::string_view b);

/// Whether the scope mirrors the row: traced to a function or topic of that name, or of that name itself.
/// `part` is that of the scope's top.
[[nodiscard]] bool mirrors(const formats::Scope& scope, formats::Part part, const formats::WeightRow& row,
                           const formats::Standard& standard);

/// Whether a top scope is nothing but the heading 基本要求 or 相关知识 of the national table.
[[nodiscard]] bool isHeading(const formats::Scope& top);

}  // namespace tiku::validators
