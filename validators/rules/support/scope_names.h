#pragma once

#include <string>

#include "formats/model/blueprint.h"
#include "formats/model/item.h"
#include "formats/model/values.h"

/// The words with which rules name things, in the user's language.
namespace tiku::validators {

/// 三级
[[nodiscard]] std::string levelWord(formats::Level level);
/// 单选题
[[nodiscard]] std::string typeWord(formats::ItemType type);
/// 基本要求 or 相关知识
[[nodiscard]] std::string partWord(formats::Part part);
/// "三级 · 相关知识 B「智能训练」": a scope of the level's element table by its full code. Without the code
/// when there is none.
[[nodiscard]] std::string scopeWords(formats::Level level, formats::Part part, const std::string& code,
                                     const std::string& name);

}  // namespace tiku::validators
