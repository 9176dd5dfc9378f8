#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "validators/language/word_trie.h"

namespace tiku::validators::language {

/// Finds in a text what is almost a term: all stretches that are one character off (written over, left out or
/// put in), or two in a term of six characters and more. None is missed: a term of d + 1 parts that is d
/// characters off has one part untouched, and the untouched parts are what is looked up.
class TermIndex {
 public:
  static constexpr std::size_t kShortest = 4;
  static constexpr std::size_t kTwoOff = 6;

  /// Terms shorter than kShortest are not looked for.
  explicit TermIndex(const std::vector<std::u32string>& terms);

  /// Most characters that a stretch may be off.
  static int mostOff(std::size_t length) { return length < kShortest ? 0 : length < kTwoOff ? 1 : 2; }

  struct Near {
    int term = 0;  ///< Position in the list.
    std::size_t from = 0;
    std::size_t length = 0;
    int off = 0;  ///< 1 or 2: exact occurrences are not told.
    [[nodiscard]] std::size_t end() const { return from + length; }
    bool operator==(const Near&) const = default;
  };
  /// In order of place; of stretches of one term that overlap the nearest, then the one of the term's length,
  /// then the first.
  [[nodiscard]] std::vector<Near> near(std::u32string_view text) const;

 private:
  struct Part {
    int term;
    std::size_t offset;
    std::size_t length;
  };

  std::vector<std::u32string> terms_;
  WordTrie parts_;
  std::vector<std::vector<Part>> partsOf_;  ///< By the trie's values: terms that share the characters.
};

}  // namespace tiku::validators::language
