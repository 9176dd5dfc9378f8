#pragma once

#include <optional>
#include <string_view>

#include "formats/exchange/workbook.h"

namespace tiku::formats {

/// Lines whose parts are set apart by marks that no table program writes, as scripts and practice programs
/// do: "3|||题干|||C，一定职业", and "3#题干#对$错$错$错" with the right option first, or "3#题干$0" where 0
/// is right. Nothing when the lines are anything else.
std::optional<Sheet> readMarkedLines(std::string_view text);

}  // namespace tiku::formats
