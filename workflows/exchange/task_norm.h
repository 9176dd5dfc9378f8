#pragma once

#include "formats/exchange/docx/writer.h"
#include "formats/model/standard.h"

namespace tiku::workflows {

/// Whether the standard has the shape of a 专项职业能力考核规范: sections 一, 二 ... and tasks of one level
/// with their rules, knowledge and shares, and nothing that only the chapters of other standards hold.
bool isTaskNorm(const formats::Standard& standard);

/// Such a norm as it is printed, below its cover lines.
void addTaskNorm(const formats::Standard& standard, formats::DocxWriter& writer);

}  // namespace tiku::workflows
