#include "validators/language/spelling/spelling.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "validators/language/breaks.h"
#include "validators/language/characters.h"
#include "validators/language/data/language_data.h"

namespace tiku::validators::language {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kShortest = 5;
constexpr std::size_t kLongest = 24;
constexpr std::size_t kMostCached = 100'000;

/// Characters that mark what they hang on as code, a path, an address or a formula.
bool isCodeSign(char32_t c) {
  return isDigit(c) || std::u32string_view(U"_/\\@#$%^&*+=<>{}[]|~`").find(c) != std::u32string_view::npos;
}

bool isAscii(char32_t c) {
  return c > U' ' && c < 0x7F;
}

/// Whether the run of ASCII that the word stands in is no prose: has a sign of code, a dot or a colon inside,
/// or a bracket right behind the word, as a call has.
bool isInCode(std::u32string_view text, std::size_t from, std::size_t end) {
  if (charAt(text, end) == U'(') return true;
  std::size_t first = from;
  while (first > 0 && isAscii(text[first - 1])) --first;
  std::size_t last = end;
  while (last < text.size() && isAscii(text[last])) ++last;
  for (std::size_t at = first; at < last; ++at) {
    if (isCodeSign(text[at])) return true;
    const bool inside =
        at > first && at + 1 < last && isAsciiLetter(text[at - 1]) && isAsciiLetter(text[at + 1]);
    if ((text[at] == U'.' || text[at] == U':') && inside) return true;
    if (text[at] == U'.' && isAsciiLetter(charAt(text, at + 1))) return true;  // .docx
  }
  return false;
}

/// abcde, cbade: labels, not words.
bool isRowOfLetters(std::u32string_view word) {
  return std::ranges::all_of(word, [](char32_t c) { return c >= U'a' && c <= U'g'; });
}

/// Whether a word in lower case stands beside, one space away.
bool isInEnglish(std::u32string_view text, std::size_t from, std::size_t end) {
  const bool before = charBefore(text, from) == U' ' && isLower(charBefore(text, from - 1));
  const bool after = charAt(text, end) == U' ' && isLower(charAt(text, end + 1));
  return before || after;
}

}  // namespace

Spelling::Places Spelling::usualPlaces() {
  Places places;
  if (const char* path = std::getenv("DICPATH")) {
    std::string_view rest(path);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(':'), rest.size());
      if (end > 0) places.system.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  places.system.emplace_back("/usr/share/hunspell");
  places.system.emplace_back("/usr/share/myspell/dicts");
  places.user = userFolder("dictionaries");
  return places;
}

Spelling& Spelling::get() {
  static Spelling spelling(usualPlaces());
  return spelling;
}

Spelling::Spelling(const Places& places) {
  std::error_code error;
  const auto isPair = [&error](const fs::path& stem) {
    return fs::is_regular_file(stem.string() + ".aff", error) &&
           fs::is_regular_file(stem.string() + ".dic", error);
  };
  for (const fs::path& folder : places.system) {
    if (!isPair(folder / "en_US")) continue;
    dictionaries_.emplace_back(folder / "en_US");
    break;
  }
  if (places.user.empty()) return;
  std::vector<fs::path> lists;
  for (const auto& entry : fs::directory_iterator(places.user, error)) {
    if (entry.path().extension() == ".dic") lists.push_back(entry.path());
  }
  std::ranges::sort(lists);
  for (fs::path& list : lists) {
    const fs::path stem = fs::path(list).replace_extension();
    if (isPair(stem)) {
      dictionaries_.emplace_back(stem);
    } else {
      readList(list);
    }
  }
}

void Spelling::readList(const fs::path& path) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    line = line.substr(0, line.find('/'));  // Flags mean nothing without an .aff.
    if (!line.empty()) words_.insert(lowered(line));
  }
}

bool Spelling::isKnown(const std::string& word) const {
  if (words_.contains(lowered(word))) return true;
  return std::ranges::any_of(dictionaries_, [&word](const Dictionary& one) { return one.knows(word); });
}

bool Spelling::knows(const std::string& word) {
  const std::scoped_lock lock(mutex_);
  return isKnown(word);
}

std::string Spelling::neighbourOf(const std::string& word) const {
  const auto meets = [this](const std::string& candidate) { return isKnown(candidate); };
  // The first letter is hardly ever the wrong one, and keeping it keeps names of things apart from words.
  for (std::size_t at = 1; at + 1 < word.size(); ++at) {
    std::string swapped = word;
    std::swap(swapped[at], swapped[at + 1]);
    if (swapped != word && meets(swapped)) return swapped;
  }
  for (std::size_t at = 1; at < word.size(); ++at) {
    std::string shorter = word;
    shorter.erase(at, 1);
    if (meets(shorter)) return shorter;
  }
  for (std::size_t at = 1; at <= word.size(); ++at) {
    for (char c = 'a'; c <= 'z'; ++c) {
      std::string longer = word;
      longer.insert(at, 1, c);
      if (meets(longer)) return longer;
      if (at == word.size() || word[at] == c) continue;
      std::string other = word;
      other[at] = c;
      if (meets(other)) return other;
    }
  }
  return {};
}

std::optional<std::string> Spelling::slipOf(const std::string& word) {
  const std::scoped_lock lock(mutex_);
  if (!available() || word.size() < kShortest || word.size() > kLongest) return std::nullopt;
  if (LanguageData::get().isLatinWord(word) || isKnown(word)) return std::nullopt;
  if (neighbours_.size() > kMostCached) neighbours_.clear();
  const auto [place, isNew] = neighbours_.try_emplace(word);
  if (isNew) place->second = neighbourOf(word);
  if (place->second.empty()) return std::nullopt;
  return place->second;
}

std::vector<std::string> Spelling::suggest(const std::string& word) {
  const std::scoped_lock lock(mutex_);
  std::vector<std::string> all;
  for (const Dictionary& dictionary : dictionaries_) {
    for (std::string& one : dictionary.suggest(word)) {
      if (std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
    }
  }
  return all;
}

void findMisspelt(const Passage& passage, Spelling& spelling, HitList& hits) {
  const std::u32string_view text = passage.text;
  // Most texts have no Latin word at all, and breaking them is the dear part.
  int letters = 0;
  const bool any = std::ranges::any_of(text, [&letters](char32_t c) {
    letters = isAsciiLetter(c) ? letters + 1 : 0;
    return letters >= static_cast<int>(kShortest);
  });
  if (!any || !spelling.available()) return;
  for (const Word& word : wordsOf(text, nullptr)) {
    if (word.kind != Word::Kind::kLatin || word.length < kShortest) continue;
    const std::u32string_view letters32 = text.substr(word.from, word.length);
    if (!std::ranges::all_of(letters32.substr(1), isLower)) continue;
    if (isInCode(text, word.from, word.end()) || isRowOfLetters(letters32)) continue;
    // A capital in Chinese text begins a name; in an English sentence, a sentence.
    if (!isLower(letters32.front()) && !isInEnglish(text, word.from, word.end())) continue;
    const std::optional<std::string> meant = spelling.slipOf(encode(letters32));
    if (!meant) continue;
    hits.add(Family::kSpelling, word.from, word.length).better = *meant;
  }
}

}  // namespace tiku::validators::language
