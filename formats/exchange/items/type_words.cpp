#include "formats/exchange/items/type_words.h"

#include <array>

#include "formats/exchange/items/plain_text.h"

namespace tiku::formats {
namespace {

struct Name {
  std::u32string_view words;
  std::optional<ItemType> type;
};

// As headings and columns write them; a longer name stands before its beginning.
constexpr std::array kNames{Name{U"单项选择题", ItemType::kSingleChoice},
                            Name{U"单项选择", ItemType::kSingleChoice},
                            Name{U"单选题", ItemType::kSingleChoice},
                            Name{U"单选", ItemType::kSingleChoice},
                            Name{U"多项选择题", ItemType::kMultipleChoice},
                            Name{U"多项选择", ItemType::kMultipleChoice},
                            Name{U"不定项选择题", ItemType::kMultipleChoice},
                            Name{U"不定项选择", ItemType::kMultipleChoice},
                            Name{U"多选题", ItemType::kMultipleChoice},
                            Name{U"多选", ItemType::kMultipleChoice},
                            Name{U"双选题", ItemType::kMultipleChoice},
                            Name{U"最佳选择题", ItemType::kSingleChoice},
                            Name{U"配伍选择题", ItemType::kSingleChoice},
                            Name{U"配伍题", ItemType::kSingleChoice},
                            Name{U"A1/A2型题", ItemType::kSingleChoice},
                            Name{U"A3/A4型题", ItemType::kSingleChoice},
                            Name{U"A1型题", ItemType::kSingleChoice},
                            Name{U"A2型题", ItemType::kSingleChoice},
                            Name{U"A3型题", ItemType::kSingleChoice},
                            Name{U"A4型题", ItemType::kSingleChoice},
                            Name{U"A型题", ItemType::kSingleChoice},
                            Name{U"B1型题", ItemType::kSingleChoice},
                            Name{U"B型题", ItemType::kSingleChoice},
                            Name{U"X型题", ItemType::kMultipleChoice},
                            Name{U"资料分析题", std::nullopt},
                            Name{U"选择题", std::nullopt},
                            Name{U"判断题", ItemType::kTrueFalse},
                            Name{U"是非题", ItemType::kTrueFalse},
                            Name{U"判断", ItemType::kTrueFalse},
                            Name{U"填空题", ItemType::kFillIn},
                            Name{U"填空", ItemType::kFillIn},
                            Name{U"简答题", ItemType::kShortAnswer},
                            Name{U"简答", ItemType::kShortAnswer},
                            Name{U"问答题", ItemType::kShortAnswer},
                            Name{U"问答", ItemType::kShortAnswer},
                            Name{U"名词解释题", ItemType::kShortAnswer},
                            Name{U"名词解释", ItemType::kShortAnswer},
                            Name{U"计算题", ItemType::kCalculation},
                            Name{U"计算", ItemType::kCalculation},
                            Name{U"论述题", ItemType::kEssay},
                            Name{U"论述", ItemType::kEssay},
                            Name{U"绘图题", ItemType::kDrawing},
                            Name{U"绘图", ItemType::kDrawing},
                            Name{U"作图题", ItemType::kDrawing},
                            Name{U"画图题", ItemType::kDrawing},
                            Name{U"识图题", ItemType::kDrawing},
                            Name{U"案例分析题", ItemType::kCaseAnalysis},
                            Name{U"案例分析", ItemType::kCaseAnalysis},
                            Name{U"案例题", ItemType::kCaseAnalysis},
                            Name{U"综合分析题", ItemType::kComprehensive},
                            Name{U"综合应用题", ItemType::kComprehensive},
                            Name{U"综合题", ItemType::kComprehensive},
                            Name{U"综合", ItemType::kComprehensive}};

}  // namespace

std::optional<TypeName> leadingTypeName(std::u32string_view plain) {
  for (const Name& name : kNames) {
    if (plain.starts_with(name.words)) return TypeName{name.type, name.words.size()};
  }
  return std::nullopt;
}

std::optional<ItemType> itemTypeByName(std::string_view name) {
  std::u32string words;
  for (const char32_t c : plainText(name)) {
    if (!isBlankChar(c)) words += c;
  }
  const std::optional<TypeName> found = leadingTypeName(words);
  return found && found->length == words.size() ? found->type : std::nullopt;
}

std::optional<ItemType> itemTypeByLetter(char letter) {
  for (const ItemType type : kItemTypes) {
    if (itemTypeLetter(type) == letter) return type;
  }
  return std::nullopt;
}

}  // namespace tiku::formats
