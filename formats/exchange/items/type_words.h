#pragma once

#include <optional>
#include <string_view>

#include "formats/model/item.h"

namespace tiku::formats {

/// The type that a name says: 单选题, 单项选择, 多项选择题, 判断, 问答题 ... with or without 题, spaces
/// ignored. "选择题" says no type: it may be either.
std::optional<ItemType> itemTypeByName(std::string_view name);

/// The longest name of a type that `plain` (see plainText) begins with.
struct TypeName {
  std::optional<ItemType> type;  ///< Empty for "选择题".
  std::size_t length = 0;        ///< In characters.
};
std::optional<TypeName> leadingTypeName(std::u32string_view plain);

/// The type of a letter of the national template: B 单选, G 多选, C 判断 ... (itemTypeLetter).
std::optional<ItemType> itemTypeByLetter(char letter);

}  // namespace tiku::formats
