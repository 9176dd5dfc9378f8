#include "validators/language/breaks.h"

#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include <unicode/brkiter.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "validators/language/characters.h"

namespace tiku::validators::language {
namespace {

icu::UnicodeString toUtf16(std::u32string_view text) {
  icu::UnicodeString made;
  for (const char32_t c : text) made.append(static_cast<UChar32>(c));
  return made;
}

/// Not thread-safe, and dear to make: one per thread.
icu::BreakIterator& breakIterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale::getChina(), status));
    if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
    return made;
  }();
  return *iterator;
}

Word::Kind kindOf(std::u32string_view word) {
  if (isHan(word.front())) return Word::Kind::kHan;
  return isAsciiLetter(word.front()) ? Word::Kind::kLatin : Word::Kind::kOther;
}

/// ICU's words of text[from, end).
void breakInto(std::u32string_view text, std::size_t from, std::size_t end, std::vector<Word>& words) {
  if (from >= end) return;
  const icu::UnicodeString part = toUtf16(text.substr(from, end - from));
  icu::BreakIterator& iterator = breakIterator();
  iterator.setText(part);
  std::size_t at = from;
  int32_t start = iterator.first();
  for (int32_t next = iterator.next(); next != icu::BreakIterator::DONE; next = iterator.next()) {
    const auto length = static_cast<std::size_t>(part.countChar32(start, next - start));
    if (iterator.getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
      words.push_back({kindOf(text.substr(at, length)), at, length, -1});
    }
    at += length;
    start = next;
  }
}

/// The first reading without tone: "shi". Empty when there is none.
std::string readingOf(char32_t c) {
  static const std::unique_ptr<icu::Transliterator> kToLatin = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance("Han-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    if (U_FAILURE(status) != 0) made.reset();
    return made;
  }();
  if (kToLatin == nullptr) return {};
  icu::UnicodeString text(static_cast<UChar32>(c));
  kToLatin->transliterate(text);
  std::string reading;
  text.toUTF8String(reading);
  return reading;
}

}  // namespace

std::vector<Word> wordsOf(std::u32string_view text, const WordTrie* terms) {
  std::vector<Word> words;
  std::size_t rest = 0;
  for (std::size_t at = 0; terms != nullptr && at < text.size();) {
    const WordTrie::Match match = terms->longestAt(text, at);
    if (match.length == 0) {
      ++at;
      continue;
    }
    breakInto(text, rest, at, words);
    words.push_back({Word::Kind::kTerm, at, static_cast<std::size_t>(match.length), match.value});
    at += static_cast<std::size_t>(match.length);
    rest = at;
  }
  breakInto(text, rest, text.size(), words);
  return words;
}

bool soundAlike(char32_t a, char32_t b) {
  if (a == b || !isHan(a) || !isHan(b)) return false;
  static std::mutex mutex;
  static std::unordered_map<char32_t, std::string> readings;
  const std::scoped_lock lock(mutex);
  const auto reading = [](char32_t c) -> const std::string& {
    const auto [place, isNew] = readings.try_emplace(c);
    if (isNew) place->second = readingOf(c);
    return place->second;
  };
  const std::string first = reading(a);
  return !first.empty() && first == reading(b);
}

}  // namespace tiku::validators::language
