#include "validators/checker/found_words.h"

#include <string_view>

#include "formats/base/utf8.h"
#include "validators/checker/apply_fix.h"
#include "validators/checker/text_fields.h"

namespace tiku::validators {

using namespace formats;

namespace {

std::optional<std::string> cutOut(std::string_view text, TextRange range) {
  if (range.from < 0 || range.length <= 0) return std::nullopt;
  const auto from = offsetOfCharacter(text, range.from);
  if (!from) return std::nullopt;
  const auto length = offsetOfCharacter(text.substr(*from), range.length);
  return length ? std::optional(std::string(text.substr(*from, *length))) : std::nullopt;
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
