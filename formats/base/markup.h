#pragma once

#include <string>
#include <string_view>

namespace tiku::formats {

/// Words as they stand in XML and HTML, in an element or in an attribute between double quotes. What may
/// stand in no XML, a control character or a broken byte, becomes U+FFFD.
std::string escapedMarkup(std::string_view words);

}  // namespace tiku::formats
