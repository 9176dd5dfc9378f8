#pragma once

#include <string>
#include <string_view>

namespace tiku::formats {

/// A number as Word writes it in a list of that format (w:numFmt of ECMA-376 17.9.17): "二", "B", "iv", "③".
/// A format that is not known is written in decimal digits; "none" and "bullet" give nothing.
std::string formatNumber(int number, std::string_view format);

}  // namespace tiku::formats
