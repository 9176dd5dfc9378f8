#pragma once

#include <string>
#include <string_view>

#include "formats/package/file_tree.h"

namespace tiku::formats::xml {

/// Looks over the bytes of a document for what must not reach the parser: too many bytes, another encoding
/// than UTF-8, a DOCTYPE, and an element with more attributes than the limit (libxml2 compares each attribute
/// with all the others: 50,000 of them in one tag take 16 seconds). Throws FormatError kOverLimit,
/// kNotUnderstood.
void prescan(std::string_view content, const Limits& limits, const std::string& file);

}  // namespace tiku::formats::xml
