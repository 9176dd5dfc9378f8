#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/item.h"

namespace tiku::formats {

/// One answer of a key block: of item 7 it is "ABD".
struct KeyEntry {
  int number = 0;
  std::u32string words;
  std::size_t from = 0;  ///< Of a subjective type: where the words begin; they end with the line.
};

/// What a line of a key block says.
struct KeyLine {
  std::vector<KeyEntry> entries;
  std::string problem;  ///< A sentence when a part of the line does not add up; its entries are left out.
};

/// Reads a line of a key block (plainText): "1-10） ABDAAAADDD", "11-20）(√) (×) ...", "7) ABCD",
/// "1.A 2.B 3.C", "1-3 AB ACD BC", and for a subjective type "1. words". Empty when the line is no such line.
std::optional<KeyLine> keyLine(std::u32string_view plain, std::optional<ItemType> type);

/// Whether the line begins a list of keys: a line of keys, or "1.【答案】A 【解析】…".
bool isKeyLine(std::u32string_view plain, std::optional<ItemType> type);

/// Keys whose numbers stand before them in the words: of "第1-5题答案：ABCDD" those behind `rest`, for the
/// range that stands in [from, rest).
std::optional<KeyLine> keysOfRange(std::u32string_view plain, std::size_t from, std::size_t rest,
                                   std::optional<ItemType> type);

}  // namespace tiku::formats
