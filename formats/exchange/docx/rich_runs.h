#pragma once

#include "formats/exchange/docx/writer.h"
#include "formats/model/text.h"

namespace tiku::formats {

/// A piece of a text as Word writes it: scripts, emphasis, pictures, formulas, line breaks. A blank has no
/// words; how it looks is for who prints it.
DocxRun runOf(const Inline& piece);

}  // namespace tiku::formats
