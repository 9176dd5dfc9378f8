#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "validators/language/word_trie.h"

namespace tiku::validators::language {

/// A word of a text.
struct Word {
  enum class Kind { kTerm, kHan, kLatin, kOther };
  Kind kind = Kind::kOther;
  std::size_t from = 0;
  std::size_t length = 0;
  int term = -1;  ///< Value in the trie; only of a term.
  [[nodiscard]] std::size_t end() const { return from + length; }
  bool operator==(const Word&) const = default;
};

/// The words of a text in order: the longest terms first, since no general dictionary knows 三爪自定心卡盘,
/// and ICU's breaks for what lies between. White space and punctuation are no words. `terms` may be null.
std::vector<Word> wordsOf(std::u32string_view text, const WordTrie* terms);

/// Whether two Han characters are read alike, tones aside: 实 and 识. False for the same character and for
/// others than Han.
bool soundAlike(char32_t a, char32_t b);

}  // namespace tiku::validators::language
