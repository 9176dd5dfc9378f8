#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/model/item.h"

namespace tiku::formats::sheets {

/// What a word in a file says about the type of items.
struct TypeHint {
  std::optional<ItemType> type;
  bool anyChoice = false;         ///< 选择题: the key tells single from multiple.
  std::optional<bool> judgement;  ///< 判断题(正确): all items below have this key.

  explicit operator bool() const { return type.has_value() || anyChoice; }
};

/// The whole text is the name of a type, as authors write it: 单选, 单项选择题, 选择, 判断题 ...
TypeHint typeOfName(std::string_view text);

/// Likewise, or the letter of the national item template (B G C T D U W H E F), or the word of a program:
/// "single-choice", "radio", "judge".
TypeHint typeOfCode(std::string_view text);

/// The text is the heading of a section: 一、单项选择题（每题 0.5 分，共 40 分）, 三、判断题(正确).
TypeHint typeOfHeading(std::string_view text);

/// A type's name stands somewhere in the text, as in the name of a sheet: 单选题库, 2024判断.
TypeHint typeWithin(std::string_view text);

}  // namespace tiku::formats::sheets
