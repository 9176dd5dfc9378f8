#pragma once

#include <optional>
#include <string_view>

#include "formats/exchange/sheets/fields.h"

namespace tiku::formats::sheets {

/// The field that a head cell names: 题干, 试题（题干）, A选项, 正确答案(只能输入ABCD否则报错), *题型 ...
std::optional<Column> recogniseHead(std::string_view text);

/// The same for heads that say it in more or other words, as "本题的正确答案写这里": what they hold decides.
/// Only for rows that are heads by their look.
std::optional<Column> guessHead(std::string_view text);

/// False where no word of a stem's head stands in the text: then recogniseHead() need not be asked.
bool mayNameStem(std::string_view text);

/// Words with a label before them, in a cell or at the beginning of one: "正确答案：B", "【解析】见教材".
struct LabelledWords {
  Field field = Field::kKey;
  std::string_view rest;  ///< What stands behind the label, trimmed at its beginning.
};
/// Of key, rationale, difficulty, consistency, point, type, reference and marks.
std::optional<LabelledWords> labelledWords(std::string_view text);

}  // namespace tiku::formats::sheets
