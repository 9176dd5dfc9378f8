#include "validators/checker/found_words.h"

#include <string_view>

#include "validators/checker/apply_fix.h"
#include "validators/checker/text_fields.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// Bytes before so many Unicode characters; npos beyond the end.
std::size_t bytesOfCharacters(std::string_view text, int characters) {
  std::size_t at = 0;
  for (; characters > 0; --characters) {
    if (at >= text.size()) return std::string_view::npos;
    do {
      ++at;
    } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  }
  return at;
}

std::optional<std::string> cutOut(std::string_view text, TextRange range) {
  if (range.from < 0 || range.length <= 0) return std::nullopt;
  const std::size_t from = bytesOfCharacters(text, range.from);
  if (from == text.npos) return std::nullopt;
  const std::size_t length = bytesOfCharacters(text.substr(from), range.length);
  if (length == text.npos) return std::nullopt;
  return std::string(text.substr(from, length));
}

template <typename T>
void look(const Finding& finding, const Bank& bank, std::optional<std::string>& words) {
  const T* object = bank.find<T>(finding.subject.object);
  if (object == nullptr) return;
  forEachText(*object, [&](Id id, const std::string& field, const auto& text) {
    if (id != finding.subject.id || field != finding.subject.field) return;
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(text)>, RichText>) {
      words = cutOut(text.str(), *finding.subject.range);
    } else {
      words = cutOut(text, *finding.subject.range);
    }
  });
}

}  // namespace

std::optional<std::string> foundWords(const Finding& finding, const Bank& bank) {
  std::optional<std::string> words;
  if (!finding.subject.range) return words;
  look<TheoryItem>(finding, bank, words);
  look<SkillItem>(finding, bank, words);
  look<Blueprint>(finding, bank, words);
  return words;
}

std::optional<Edit> replaceFoundWords(const Finding& finding, const Bank& bank, const std::string& words,
                                      const std::string& title) {
  const std::optional<std::string> before = foundWords(finding, bank);
  if (!before) return std::nullopt;
  Finding mended = finding;
  mended.fix = Fix{title, std::vector<TextChange>{
                              {finding.subject.field, *finding.subject.range, *before, words, std::nullopt}}};
  return editOf(mended, bank);
}

}  // namespace tiku::validators
