#pragma once

#include <string>
#include <vector>

#include "formats/exchange/import.h"

namespace tiku::formats {

/// A place for the answer in a line: empty brackets ( ) [ ] 【 】, brackets with an answer in them, or a line
/// to write on.
struct AnswerPlace {
  std::size_t from = 0;  ///< In plainText(), [from, to).
  std::size_t to = 0;
  std::u32string inside;  ///< What stands in the brackets, trimmed; empty for a place without an answer.
};
/// All brackets that hold nothing or at most `longest` characters, and all runs of underscores.
std::vector<AnswerPlace> answerPlaces(std::u32string_view plain, std::size_t longest);

/// How many places of the stem hold what may be the key of the item: more than one cannot be told apart.
int keyPlaceCount(const TheoryItem& item, JudgementCode code);

/// Makes the stem's empty brackets and underscores blanks (Inline::kBlank). A judgement's place for the mark
/// at the beginning or end is not part of its words and goes. An answer that stands in the brackets ("是( B
/// )。", "（√）") becomes the item's key and its place a blank, if the item has no key yet and nothing else
/// could be meant; `item.stem`, and where so `item.key`, are changed. With `takesKey` false what stands in
/// brackets is words.
void settleStem(TheoryItem& item, JudgementCode code = JudgementCode::kUsual, bool takesKey = true);

}  // namespace tiku::formats
