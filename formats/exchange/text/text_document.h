#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/exchange/document.h"

namespace tiku::formats {

/// The lines of a text whatever ends them: LF, CR LF, CR, the vertical tab of Word's soft line break, a form
/// feed, and Unicode's own line and paragraph separators. Without other control characters. `text` is UTF-8.
std::vector<std::string> linesOf(std::string_view text);

/// A text as a document: each line, the empty ones too, is a paragraph with its number.
Document documentOfText(std::string_view text, const std::string& name);

}  // namespace tiku::formats
