#pragma once

#include "formats/exchange/docx/writer.h"
#include "formats/model/standard.h"

namespace tiku::workflows {

/// The standard as it is printed: cover lines, chapters 1 to 4, annexes; a 专项职业能力考核规范 in its own
/// form. The import reads it back as it is.
void addStandard(const formats::Standard& standard, formats::DocxWriter& writer);

/// 国家职业标准, 行业评价规范 ...
std::string_view standardKindWord(formats::StandardKind kind);

}  // namespace tiku::workflows
