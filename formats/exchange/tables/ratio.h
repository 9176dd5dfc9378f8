#pragma once

#include <optional>
#include <string_view>

#include "formats/model/blueprint.h"

namespace tiku::formats::tables {

/// The X:Y:Z of a 重要程度比例 cell: "(05:02:00)", "5：2：0", "（132:21:00）".
///
/// Tables go through Excel on their way, which reads such a figure as a time of day: also understood are
/// "5:02:00 AM", the number of days ("0.209722"), and from 24 on the date behind it
/// ("1900/1/5 12:21:00" for 132:21:00).
[[nodiscard]] std::optional<Ratio> parseRatio(std::string_view text);

}  // namespace tiku::formats::tables
