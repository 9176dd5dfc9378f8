#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "formats/exchange/import.h"

namespace tiku::formats {

/// The key that the words of an answer cell or line say for the item, judged by its type, its options and the
/// blanks of its stem: "C", "ABD", "a、c", "B 警示标志", the words of an option; √ 对 正确 T ...; the words
/// for each blank; anything for a subjective item. Empty when the words are no key of this item: a letter
/// beyond the options, two letters for a single choice, fewer words than blanks.
std::optional<Key> keyFromWords(std::string_view words, const TheoryItem& item,
                                JudgementCode code = JudgementCode::kUsual);

/// "ABD", "A,B、D", "b d" as positions, ascending without repetitions; empty when there is anything else in
/// it.
std::optional<std::vector<int>> optionLetters(std::u32string_view plain);

/// √ or × in one of the ways people write them: see JudgementCode.
std::optional<bool> judgementOf(std::u32string_view plain, JudgementCode code);

}  // namespace tiku::formats
