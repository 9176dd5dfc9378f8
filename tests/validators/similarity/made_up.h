#pragma once

#include <random>
#include <string>
#include <vector>

#include "validators/similarity/statement_list.h"

namespace tiku::tests {

/// Writes statements as banks hold them: of few and of many words, with copies that differ in a few
/// characters, with the same beginning, and with none. The same seed gives the same statements.
class MadeUp {
 public:
  explicit MadeUp(unsigned seed) : random_(seed) {}

  std::u16string words(std::size_t length) {
    std::u16string text;
    while (text.size() < length) text.push_back(static_cast<char16_t>(0x4E00 + below(kCharacters)));
    return text;
  }

  std::vector<std::u16string> statements(std::size_t count) {
    std::vector<std::u16string> made;
    while (made.size() < count) {
      if (made.empty() || below(3) == 0) {
        made.push_back((below(4) == 0 ? std::u16string(u"下列关于安全的说法正确的是") : u"") +
                       words(below(5) == 0 ? below(4) : 8 + below(60)));
      } else {
        made.push_back(changed(made[below(made.size())]));
      }
    }
    return made;
  }

  /// Up to nine characters replaced, taken away or put in.
  std::u16string changed(std::u16string text) {
    for (std::size_t times = below(10); times > 0; --times) {
      const std::size_t at = below(text.size() + 1);
      const std::size_t kind = below(3);
      if (kind == 0 || text.empty()) {
        text.insert(at, words(1));
      } else if (at < text.size() && kind == 1) {
        text.erase(at, 1 + below(3));
      } else if (at < text.size()) {
        text[at] = words(1).front();
      }
    }
    return text;
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }

 private:
  static constexpr std::size_t kCharacters = 400;
  std::mt19937 random_;
};

inline validators::StatementList listOf(const std::vector<std::u16string>& statements) {
  validators::StatementList list;
  for (const auto& statement : statements) list.add(statement);
  return list;
}

}  // namespace tiku::tests
