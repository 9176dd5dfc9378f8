#include "validators/language/suggestions.h"

#include <algorithm>
#include <tuple>

#include "formats/base/say.h"
#include "validators/language/characters.h"
#include "validators/language/checks/checks.h"
#include "validators/language/spelling/spelling.h"
#include "validators/language/terms/term_index.h"

namespace tiku::validators::language {

using formats::say;

namespace {

void addOnce(std::vector<std::string>& words, const std::string& word) {
  if (std::ranges::find(words, word) == words.end()) words.push_back(word);
}

/// The word with what the confusion list knows put right; empty when there is nothing.
std::string putRight(const std::u32string& word) {
  Passage passage;
  passage.text = word;
  std::vector<Hit> found;
  HitList hits(passage, found);
  findConfusions(passage, LanguageData::get(), hits);
  if (found.empty()) return {};
  std::u32string right;
  std::size_t at = 0;
  for (const Hit& hit : found) {
    const auto from = static_cast<std::size_t>(hit.range.from);
    right += word.substr(at, from - at) + decode(hit.better);
    at = from + static_cast<std::size_t>(hit.range.length);
  }
  return encode(right + word.substr(at));
}

}  // namespace

Suggestions suggestionsFor(const std::string& word, const formats::Terms* terms) {
  Suggestions made;
  const std::u32string characters = decode(word);
  std::vector<std::u32string> preferred;
  if (terms != nullptr) {
    for (const formats::Term& term : terms->terms) {
      preferred.push_back(decode(term.preferred));
      made.known = made.known || term.preferred == word;
      for (const formats::TermVariant& variant : term.variants) {
        if (variant.text != word) continue;
        if (variant.use == formats::TermVariant::Use::kAllowed) {
          made.known = true;
        } else {
          addOnce(made.words, term.preferred);
        }
      }
    }
  }
  std::vector<TermIndex::Near> near = TermIndex(preferred).near(characters);
  std::ranges::sort(near, {},
                    [](const TermIndex::Near& one) { return std::tuple(one.off, one.from, one.term); });
  for (const TermIndex::Near& one : near) {
    addOnce(made.words, encode(preferred[static_cast<std::size_t>(one.term)]));
  }
  if (const std::string right = putRight(characters); !right.empty()) addOnce(made.words, right);
  if (!characters.empty() && std::ranges::all_of(characters, isAsciiLetter)) {
    Spelling& spelling = Spelling::get();
    made.known = made.known || spelling.knows(word) || LanguageData::get().isLatinWord(word);
    if (!made.known) {
      for (const std::string& one : spelling.suggest(word)) addOnce(made.words, one);
    }
  }
  return made;
}

std::string spellingNote() {
  if (Spelling::get().available()) return {};
  return say(
      "没有找到英文词典，英文单词没有检查。安装 hunspell-en-us，或者用环境变量 DICPATH 指出词典所在的目录。");
}

}  // namespace tiku::validators::language
