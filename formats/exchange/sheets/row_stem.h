#pragma once

#include <optional>
#include <string>

#include "formats/exchange/import.h"
#include "formats/exchange/sheets/types.h"
#include "formats/model/text.h"

namespace tiku::formats::sheets {

/// A stem as a cell has it, without what stands around its words. Its blanks are settleStem()'s work.
struct Stem {
  RichText text;              ///< Without "27、" before it and the type's tag.
  TypeHint tag;               ///< 【多选题】 before or （多选） behind the words.
  std::optional<int> choose;  ///< （选二项）: how many options are right. Stays in the words.
};

Stem readStem(const RichText& raw);

/// How many places for an answer the text has that hold nothing.
int emptyPlaces(const RichText& text);

/// What stands in the one bracket of the stem that could hold the key of a choice ("AC") or a judgement
/// ("√"); empty when none does, or more than one.
std::string bracketKey(const RichText& stem, bool judgement);

/// The text without white space at its ends and at the ends of its lines, and without empty lines around.
RichText trimmedText(const RichText& raw);

}  // namespace tiku::formats::sheets
