#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tiku::validators::language {

/// A set of words, each with a number, found at any place of a text in the time of the longest of them.
class WordTrie {
 public:
  struct Match {
    int length = 0;  ///< 0: no word begins here.
    int value = -1;
  };

  /// An empty word is ignored. A word that was there before keeps its first number.
  void add(std::u32string_view word, int value);

  /// The longest word that begins at `at`.
  [[nodiscard]] Match longestAt(std::u32string_view text, std::size_t at) const;
  /// All words that begin at `at`, shortest first; appended to `found`.
  void allAt(std::u32string_view text, std::size_t at, std::vector<Match>& found) const;
  [[nodiscard]] bool empty() const { return next_.empty(); }

 private:
  template <typename Visit>
  void walk(std::u32string_view text, std::size_t at, const Visit& visit) const;

  std::bitset<65536> first_;  ///< Lower halves of the first characters: most places of a text begin no word.
  std::unordered_map<std::uint64_t, int> next_;  ///< (node, character) -> node; 0 is the root.
  std::vector<int> values_{-1};                  ///< By node.
};

}  // namespace tiku::validators::language
