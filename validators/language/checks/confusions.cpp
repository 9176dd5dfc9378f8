#include <algorithm>

#include "validators/language/checks/checks.h"

namespace tiku::validators::language {

void findConfusions(const Passage& passage, const LanguageData& data, HitList& hits) {
  const std::u32string_view text = passage.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const WordTrie::Match match = data.wrongTrie().longestAt(text, at);
    if (match.length == 0) continue;
    const auto length = static_cast<std::size_t>(match.length);
    const WrongWord& word = data.wrongWords()[static_cast<std::size_t>(match.value)];
    if (isExcepted(text, at, length, word.unless)) continue;
    const auto isThere = [text](const std::u32string& other) { return text.find(other) != text.npos; };
    if (std::ranges::any_of(word.notWith, isThere)) continue;
    Hit& hit = hits.add(Family::kConfusion, at, length);
    hit.better = word.right;
    hit.reason = word.reason;
    hit.certain = word.certain;
    at += length - 1;
  }
}

}  // namespace tiku::validators::language
