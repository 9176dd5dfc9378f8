#include "validators/language/characters.h"
#include "validators/language/checks/checks.h"

namespace tiku::validators::language {

void findDoubled(const Passage& passage, const LanguageData& data, HitList& hits) {
  const std::u32string_view text = passage.text;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const WordTrie::Match match = data.doubledTrie().longestAt(text, at);
    if (match.length == 0) continue;
    const DoubledWord& word = data.doubled()[static_cast<std::size_t>(match.value)];
    auto length = static_cast<std::size_t>(match.length);
    if (isExcepted(text, at, length, word.unless)) continue;
    while (text.substr(at + length, word.text.size()) == word.text) length += word.text.size();
    Hit& hit = hits.add(Family::kDoubled, at, length);
    hit.better = encode(word.text);
    hit.certain = true;
    at += length - 1;
  }
}

}  // namespace tiku::validators::language
