#include "validators/language/word_trie.h"

namespace tiku::validators::language {
namespace {

std::uint64_t step(int node, char32_t c) {
  return static_cast<std::uint64_t>(node) << 21U | static_cast<std::uint64_t>(c);
}

}  // namespace

void WordTrie::add(std::u32string_view word, int value) {
  if (word.empty()) return;
  first_.set(word.front() & 0xFFFFU);
  int node = 0;
  for (const char32_t c : word) {
    const auto [place, isNew] = next_.try_emplace(step(node, c), static_cast<int>(values_.size()));
    if (isNew) values_.push_back(-1);
    node = place->second;
  }
  int& kept = values_[static_cast<std::size_t>(node)];
  if (kept < 0) kept = value;
}

template <typename Visit>
void WordTrie::walk(std::u32string_view text, std::size_t at, const Visit& visit) const {
  if (at >= text.size() || !first_.test(text[at] & 0xFFFFU)) return;
  int node = 0;
  for (std::size_t end = at; end < text.size(); ++end) {
    const auto place = next_.find(step(node, text[end]));
    if (place == next_.end()) return;
    node = place->second;
    const int value = values_[static_cast<std::size_t>(node)];
    if (value >= 0) visit(Match{static_cast<int>(end + 1 - at), value});
  }
}

WordTrie::Match WordTrie::longestAt(std::u32string_view text, std::size_t at) const {
  Match longest;
  walk(text, at, [&longest](const Match& match) { longest = match; });
  return longest;
}

void WordTrie::allAt(std::u32string_view text, std::size_t at, std::vector<Match>& found) const {
  walk(text, at, [&found](const Match& match) { found.push_back(match); });
}

}  // namespace tiku::validators::language
