#pragma once

#include <optional>
#include <string>

#include "formats/model/blueprint.h"
#include "formats/model/item.h"

namespace tiku::validators {

class Facts;

/// Which half of the standard the item belongs to, by its point; unknown without a point of its level.
[[nodiscard]] std::optional<formats::Part> partOf(const formats::TheoryItem& item, const Facts& facts);

/// Where the item hangs, for messages: "相关知识 B-A-001「数据清洗」". Empty when it hangs nowhere.
[[nodiscard]] std::string placeWords(const formats::TheoryItem& item, const Facts& facts);

}  // namespace tiku::validators
