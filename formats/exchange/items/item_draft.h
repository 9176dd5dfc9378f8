#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/import.h"
#include "formats/exchange/items/line_kinds.h"

namespace tiku::formats {

/// Items that stand under one heading.
struct ItemSection {
  std::optional<ItemType> type;  ///< Empty for 选择题, and where there is no heading at all.
  bool isHeaded = false;
  std::string title;  ///< "一、判断题"
  std::string at;
  std::optional<Marks> each;
  std::optional<Marks> total;
  std::optional<int> lastNumber;
};

/// An item while its lines are being read.
struct ItemDraft {
  enum class Part { kStem, kOptions, kAnswer, kRationale, kScoring };

  std::size_t section = 0;
  std::optional<ItemType> type;  ///< Empty: to be told by options and key.
  std::optional<int> number;
  std::string at;                  ///< Unit where the stem begins.
  std::vector<std::string> units;  ///< All units that it was read from.
  Part part = Part::kStem;         ///< What a line without any mark continues.

  std::vector<RichText::Block> stem;
  std::vector<std::vector<RichText::Block>> options;
  std::u32string mark;   ///< What stood in brackets before the number.
  std::u32string glued;  ///< Letters behind a tab at the end of an option.
  bool isAnswered = false;
  std::vector<RichText::Block> answer;
  std::vector<RichText::Block> rationale;
  std::vector<std::string> scoring;
  std::string difficulty;
  std::string consistency;
  std::string point;
  std::string reference;
  std::string marks;
  std::vector<std::string> doubts;

  /// "单选题 17" or, without a number, "单选题（段 12）".
  [[nodiscard]] std::string name() const;
  [[nodiscard]] bool isSubjective() const {
    return type && !isObjective(*type) && *type != ItemType::kFillIn;
  }
};

/// A draft as an item of the bank, with what a person must look at. No item when its type stays unknown.
struct FinishedItem {
  std::optional<TheoryItem> item;
  std::vector<std::string> doubts;
};
FinishedItem finishItem(const ItemDraft& draft, Level level, const Bank& bank, const ImportOptions& options,
                        const std::string& file);

}  // namespace tiku::formats
