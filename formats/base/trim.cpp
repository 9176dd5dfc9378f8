#include "formats/base/trim.h"

#include <algorithm>
#include <array>

namespace tiku::formats {
namespace {

constexpr std::array<std::string_view, 8> kSpaces{" ", "\t", "\r", "\n", "\v", "\f", "　", "\xC2\xA0"};

}  // namespace

std::string_view trimmedStart(std::string_view text) {
  for (;;) {
    const auto* space =
        std::ranges::find_if(kSpaces, [text](std::string_view one) { return text.starts_with(one); });
    if (space == kSpaces.end()) return text;
    text.remove_prefix(space->size());
  }
}

std::string_view trimmedEnd(std::string_view text) {
  for (;;) {
    const auto* space =
        std::ranges::find_if(kSpaces, [text](std::string_view one) { return text.ends_with(one); });
    if (space == kSpaces.end()) return text;
    text.remove_suffix(space->size());
  }
}

std::string_view trimmed(std::string_view text) {
  return trimmedEnd(trimmedStart(text));
}

}  // namespace tiku::formats
