#pragma once

#include <string>
#include <string_view>

namespace tiku::formats {

/// A character of a symbol font as Unicode text: Word keeps √ of Wingdings or α of Symbol as a code from
/// U+F020 to U+F0FF, or from 0x20 to 0xFF. Empty when the font's sign has no known counterpart.
std::string symbolText(std::string_view font, char32_t code);

/// The text with such private-use characters replaced; sets `unknown` when one stays, as "□".
std::string withoutPrivateUse(std::string_view text, std::string_view font, bool& unknown);

}  // namespace tiku::formats
