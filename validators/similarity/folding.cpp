#include "validators/similarity/folding.h"

#include <array>
#include <atomic>
#include <memory>
#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "formats/base/fold.h"

namespace tiku::validators {
namespace {

constexpr std::size_t kPageSize = 256;
using Page = std::array<char16_t, kPageSize>;

bool dependsOnNeighbours(UChar32 c) {
  return c == '.' || c == ',' || c == ':' || c == '-' || c == 0x2212;  // − is a minus sign as well.
}

char16_t foldToUnit(char16_t character) {
  if (character >= 0xD800 && character <= 0xDFFF) return character;
  const FoldedCharacter folded = foldCharacter(character);
  if (folded.dependsOnNeighbours) return kDepends;
  if (folded.count == 0) return kDropped;
  return folded.count == 1 ? folded.units[0] : kSeveral;
}

std::unique_ptr<Page> makePage(std::size_t number) {
  auto page = std::make_unique<Page>();
  for (std::size_t at = 0; at < kPageSize; ++at) {
    (*page)[at] = foldToUnit(static_cast<char16_t>(number * kPageSize + at));
  }
  return page;
}

/// The pages made so far. They live as long as the program: a quarter of them is never needed by any text.
class Pages {
 public:
  ~Pages() {
    for (auto& page : pages_) delete page.load();
  }

  const Page& operator[](std::size_t number) {
    const Page* known = pages_[number].load(std::memory_order_acquire);
    if (known != nullptr) return *known;
    std::unique_ptr<Page> made = makePage(number);
    Page* expected = nullptr;
    if (pages_[number].compare_exchange_strong(expected, made.get(), std::memory_order_acq_rel))
      return *made.release();
    return *expected;
  }

 private:
  std::array<std::atomic<Page*>, 0x10000 / kPageSize> pages_{};
};

}  // namespace

FoldedCharacter foldCharacter(char32_t character) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKC data");
  const icu::UnicodeString folded =
      normalizer->normalize(icu::UnicodeString(static_cast<UChar32>(character)), status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU could not normalise a character");

  FoldedCharacter result;
  for (int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
    const UChar32 c = folded.char32At(at);
    if (folded.length() == 1 && dependsOnNeighbours(c)) {
      result.dependsOnNeighbours = true;
      result.units[0] = c == 0x2212 ? u'-' : static_cast<char16_t>(c);
      result.count = 1;
      return result;
    }
    if (formats::isFoldedAway(static_cast<char32_t>(c)) || result.count + 2U > FoldedCharacter::kMax)
      continue;
    if (c > 0xFFFF) result.units[result.count++] = U16_LEAD(c);
    result.units[result.count++] = c > 0xFFFF ? U16_TRAIL(c) : static_cast<char16_t>(c);
  }
  return result;
}

char16_t foldedUnit(char16_t character) {
  static Pages pages;
  return pages[character / kPageSize][character % kPageSize];
}

Decoded decodeAt(std::string_view text, std::size_t at) {
  UChar32 c = 0;
  auto next = static_cast<int32_t>(0);
  const auto left = static_cast<int32_t>(std::min<std::size_t>(text.size() - at, U8_MAX_LENGTH));
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data() + at);
  U8_NEXT(bytes, next, left, c);
  if (c < 0) return {0xFFFD, 1};
  return {static_cast<char32_t>(c), static_cast<std::size_t>(next)};
}

}  // namespace tiku::validators
