#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tiku::validators {

/// What folding makes of one character, whatever stands around it.
struct FoldedCharacter {
  static constexpr std::size_t kMax = 18;  ///< The longest compatibility form in Unicode, ﷺ, in UTF-16.
  char16_t units[kMax];
  std::uint8_t count = 0;
  /// '.', ',', ':' and '-' count only in a number: `units` holds the one of them that it is.
  bool dependsOnNeighbours = false;
};

/// Folds one character: NFKC with case folding, then white space and punctuation away, as foldWords().
[[nodiscard]] FoldedCharacter foldCharacter(char32_t character);

/// Marks in the table of common characters.
inline constexpr char16_t kDropped = 0;
inline constexpr char16_t kDepends = 0xFFFF;  ///< Depends on its neighbours; ask foldCharacter().
inline constexpr char16_t kSeveral = 0xFFFE;  ///< Becomes several units; ask foldCharacter().

/// The folded form of a character below U+10000 as one unit, or one of the marks above. Made page by page
/// when first asked for, from any thread.
[[nodiscard]] char16_t foldedUnit(char16_t character);

/// A character of UTF-8 and its length in bytes. A byte that begins no valid character is U+FFFD of length 1.
struct Decoded {
  char32_t character = 0;
  std::size_t length = 1;
};
[[nodiscard]] Decoded decodeAt(std::string_view text, std::size_t at);

}  // namespace tiku::validators
