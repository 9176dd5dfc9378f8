#pragma once

#include <string>

#include "formats/history/repository.h"
#include "formats/model/bank.h"

namespace tiku::workflows {

/// How many objects of the bank the paths belong to; a foreign file counts as one. The manifest goes with
/// `bank.xml`.
std::size_t objectsIn(const formats::Dirty& dirty);

/// What was changed, in the field's words, as a proposal for a check-in's message:
/// "新增理论试题 12 道；修改三级考评蓝图；删除操作技能试题 1 道". Empty when nothing was. `bank` is as it
/// will be checked in.
std::string proposedMessage(const formats::Dirty& dirty, const formats::Bank& bank);

}  // namespace tiku::workflows
