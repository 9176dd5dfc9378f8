#pragma once

#include <vector>

#include "editor/widgets/side_by_side.h"
#include "formats/model/bank.h"

namespace tiku::editor {

/// The fields in which the two states of an object differ, in words; all that say something where there is
/// only one. `bank` tells what ids stand for.
std::vector<SideBySide::Field> fieldsBeside(const formats::Change& change, const formats::Bank& bank);

}  // namespace tiku::editor
