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
  std::optional<bool> judgement;  ///< 判断题(正确): the key of all its items.
  std::string strange;            ///< Name of a type that a bank does not know: "排序题".
  bool isInner = false;           ///< Its items are numbered (1), (2) ...
  bool isLeftOut = false;         ///< A person said that these are no items.
  bool isCorrected = false;       ///< A person said what type they are.
};

/// Where a source says the answer of an item.
enum class AnswerAt {
  kNone,
  kInStem,        ///< 题干的括号内
  kBeforeNumber,  ///< 题号前的括号内
  kOwnLine,       ///< 题后（或选项之间）的答案行，表格的答案列
  kBehind,        ///< 选项或题干末尾之后
  kKeyBlock,      ///< 答案部分
};

/// An item while its lines are being read.
struct ItemDraft {
  enum class Part { kStem, kOptions, kAnswer, kRationale, kScoring };

  std::size_t section = 0;
  std::optional<ItemType> type;  ///< Empty: to be told by options and key.
  bool isTypeCorrected = false;  ///< A person said the type.
  std::optional<int> number;
  std::string at;                  ///< Unit where the stem begins.
  std::vector<std::string> units;  ///< All units that it was read from.
  Part part = Part::kStem;         ///< What a line without any mark continues.

  std::vector<RichText::Block> stem;
  std::vector<std::vector<RichText::Block>> options;
  std::u32string mark;   ///< What stood in brackets before the number.
  std::u32string glued;  ///< Letters behind a tab at the end of an option.
  bool isAnswered = false;
  AnswerAt answerAt = AnswerAt::kNone;  ///< Of `answer`.
  std::vector<RichText::Block> answer;
  std::vector<RichText::Block> rationale;
  std::vector<std::string> scoring;
  std::string difficulty;
  std::string consistency;
  std::string point;
  std::string reference;
  std::string marks;
  std::vector<std::string> doubts;
  int optionLines = 0;                ///< On how many lines its options stand.
  bool lacksOptions = false;          ///< The source gives the right option only.
  bool byWord = false;                ///< Its number is counted by Word.
  std::optional<ItemType> otherwise;  ///< Its type when it turns out to have no options.
  std::optional<bool> judgement;      ///< What its section says of all its items.
  std::optional<std::size_t> set;     ///< Which of the document's item sets it belongs to.

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
  AnswerAt answerAt = AnswerAt::kNone;
  std::string strangeDifficulty;  ///< A word for the difficulty that is none of 1 to 5: "C".
  bool lacksTable = false;        ///< It names a point, and the bank has no points at that level.
};
/// How drafts become items of the bank.
struct FinishSettings {
  JudgementCode judgement = JudgementCode::kUsual;
  std::optional<AnswerAt> onlyAnswer{};  ///< Answers are taken from there alone.
};
FinishedItem finishItem(const ItemDraft& draft, Level level, const Bank& bank, const FinishSettings& settings,
                        const std::string& file);

}  // namespace tiku::formats
