#pragma once

#include <string>
#include <string_view>

#include "formats/model/bank.h"

namespace tiku::formats {

/// The words of a field (fieldText()) with the ids in them replaced by what people call the thing: a point,
/// scope or module by code and name, an item or paper by its code, a person by name. An id that the bank does
/// not know, or whose thing has no name, is told as such.
std::string withNames(std::string_view text, const Bank& bank);

}  // namespace tiku::formats
