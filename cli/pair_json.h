#pragma once

#include <string>
#include <string_view>

#include "cli/session.h"
#include "validators/similarity/pair.h"

/// How the verbs that compare items write marked words.
namespace tiku::cli {

/// {"common":[{"field","from","length"}],"different":[...]}: stretches of an item's words in Unicode
/// characters, the field as in findings ("stem", "options/2").
Json marksJson(const validators::ItemWords& words, const validators::PairMarks& marks);

/// The words of the stem on one line, with 【】 around what the other item has too.
std::string markedStem(const validators::ItemWords& words, const validators::PairMarks& marks);

}  // namespace tiku::cli
