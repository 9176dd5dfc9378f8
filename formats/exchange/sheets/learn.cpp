#include "formats/exchange/sheets/learn.h"

#include <algorithm>
#include <map>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "formats/exchange/sheets/answers.h"
#include "formats/exchange/sheets/head_words.h"

namespace tiku::formats::sheets {
namespace {

constexpr const char* kAnyChoice = "choice";
constexpr const char* kAllRight = "true-false-right";
constexpr const char* kAllWrong = "true-false-wrong";
constexpr const char* kNoHeading = "none";

// A key column with C or AB in it names options, wherever they are; A and B alone may be judgements.
KeyCustom keyCustomOf(const Sheet& sheet, const ItemTable& table) {
  KeyCustom custom;
  const Column* column = table.find(Field::kKey);
  if (column == nullptr) return custom;
  int keys = 0;
  int letters = 0;
  int labelled = 0;
  bool beyond = false;
  for (int row = table.firstRow; row <= table.lastRow; ++row) {
    std::string words = wordsAt(sheet, row, column->index);
    if (const auto label = labelledWords(words); label && label->field == Field::kKey)
      words = std::string(label->rest);
    if (words.empty()) continue;
    ++keys;
    if (const auto named = optionLetters(words)) {
      ++letters;
      const bool judges = judgementOf(words, JudgementCode::kUsual).has_value();
      beyond = beyond || (!judges && (named->size() > 1 || named->front() > 1));
    } else if (!lettersAndWords(words).empty()) {
      ++labelled;
    }
  }
  constexpr int kFew = 5;
  custom.lettersMayJudge = !beyond;
  custom.mostlyLetters = keys >= kFew && letters * 10 >= keys * 9;
  custom.labelled = keys > 0 && labelled > 0 && (letters + labelled) * 2 >= keys;
  return custom;
}

/// Keys that may be places in the list of options.
struct PlaceKeys {
  int keys = 0;
  int places = 0;    ///< Numbers that no option is.
  int fromZero = 0;  ///< Among them a 0, so that counting begins there.
  int fromOne = 0;   ///< Among them as many as there are options.
};

PlaceKeys placeKeysOf(const Sheet& sheet, const ItemTable& table) {
  PlaceKeys found;
  const Column* key = table.find(Field::kKey);
  if (key == nullptr) return found;
  for (int row = table.firstRow; row <= table.lastRow; ++row) {
    const std::string words = wordsAt(sheet, row, key->index);
    if (words.empty()) continue;
    int options = 0;
    bool isWords = false;
    for (const Column& column : table.columns) {
      if (column.field == Field::kOptions) {
        const SheetCell* cell = sheet.at(row, column.index);
        if (cell != nullptr) options += static_cast<int>(splitOptions(*cell).size());
      }
      const std::string option =
          column.field == Field::kOption ? wordsAt(sheet, row, column.index) : std::string();
      options += option.empty() ? 0 : 1;
      isWords = isWords || option == words;
    }
    if (options < 2) continue;
    ++found.keys;
    const std::vector<int> zero = optionsByPlace(words, 0, options + 1);
    if (isWords || zero.empty()) continue;
    ++found.places;
    found.fromZero += zero.front() == 0 ? 1 : 0;
    found.fromOne += zero.back() == options ? 1 : 0;
  }
  return found;
}

// Counted from 0 by programs, from 1 by people; where no key shows which, a person must say.
void settlePlaces(const Sheet& sheet, TableLayout& table, const PlaceKeys& keys,
                  Understanding& understanding) {
  const std::string key = answersKey(sheet);
  const bool are = keys.keys > 0 && keys.places * 10 >= keys.keys * 9;
  if (!are) return;
  constexpr int kMany = 8;
  const bool one = keys.fromOne > 0 || (keys.fromZero == 0 && keys.places >= kMany);
  const std::vector<ReadingChoice> choices{{kFromZeroValue, say("答案是选项的序号，从 0 数起")},
                                           {kFromOneValue, say("答案是选项的序号，从 1 数起")}};
  const std::string value =
      understanding.settle(key, one && keys.fromZero == 0 ? kFromOneValue : kFromZeroValue, choices);
  table.keys.indexBase = value == kFromOneValue ? 1 : 0;
  understanding.tell(
      key, say("工作表“{name}”：{how}。", "name"_a = sheet.name, "how"_a = choiceWords(choices, value)),
      say("{n} 个答案是序号；{zero} 个出现 0，{last} 个等于选项数", "n"_a = keys.places,
          "zero"_a = keys.fromZero, "last"_a = keys.fromOne));
}

/// What the rows with one value of the type column look like.
struct CodeRows {
  std::string words;
  int rows = 0;
  std::map<ItemType, int> types;
};

// The type that most rows of a value look like. Where many name several options, those that name one are
// multiple-choice items with one right option.
std::optional<std::pair<ItemType, int>> typeOfRows(const CodeRows& rows) {
  std::map<ItemType, int> types = rows.types;
  constexpr int kMany = 5;  // One in five.
  const int several = types[ItemType::kMultipleChoice];
  if (several * kMany >= rows.rows && several > 0) {
    types[ItemType::kMultipleChoice] += types[ItemType::kSingleChoice];
    types[ItemType::kSingleChoice] = 0;
  }
  const auto most = std::ranges::max_element(types, {}, [](const auto& type) { return type.second; });
  if (most == types.end() || most->second * 5 < rows.rows * 3) return std::nullopt;
  return *most;
}

class CodeLearner {
 public:
  CodeLearner(const Sheet& sheet, TableLayout& table, Understanding& understanding)
      : sheet_(sheet), table_(table), understanding_(understanding) {}

  void learn(const ItemTable& columns, const Sheet& rows) {
    const Column* column = columns.find(Field::kType);
    if (column == nullptr || !collect(columns, rows, column->index)) return;
    for (const auto& [folded, found] : codes_) {
      const TypeHint usual = typeOfCode(found.words);
      const auto looks = typeOfRows(found);
      const bool letter = folded.size() == 1 && folded[0] >= 'a' && folded[0] <= 'z';
      const bool contradicts =
          letter && usual.type && looks && !isObjective(*usual.type) && hasOptions(looks->first);
      if (usual && !contradicts && !understanding_.isSaid(codeKey(sheet_, found.words))) continue;
      if (found.rows < 2 && !understanding_.isSaid(codeKey(sheet_, found.words))) continue;
      settle(folded, found, looks);
    }
  }

 private:
  bool collect(const ItemTable& columns, const Sheet& rows, int column) {
    constexpr std::size_t kMostCodes = 16;
    constexpr int kLooked = 60;
    static const PointFinder kNoPoints{Bank(), *Level::of(3)};
    const RowContext context{
        rows,  columns, kNoPoints, *Level::of(3), JudgementCode::kUsual, {}, {}, {}, false, {}, table_.keys,
        false, {},      {}};
    for (int row = columns.firstRow; row <= columns.lastRow; ++row) {
      const std::string words = wordsAt(rows, row, column);
      if (words.empty()) continue;
      const bool named = static_cast<bool>(typeOfName(words));
      CodeRows& code = codes_[foldWords(words)];
      code.words = words;
      if (codes_.size() > kMostCodes) return false;
      if (named || code.rows >= kLooked) continue;
      if (const auto type = typeByContent(context, row)) {
        ++code.rows;
        ++code.types[*type];
      }
    }
    return true;
  }

  void settle(const std::string& folded, const CodeRows& found,
              const std::optional<std::pair<ItemType, int>>& looks) {
    const std::string key = codeKey(sheet_, found.words);
    std::vector<ReadingChoice> choices = typeChoices();
    choices.insert(choices.begin(), {kByContentValue, say("按每题的选项和答案判断")});
    const std::string value = understanding_.settle(
        key, looks ? std::string(itemTypeKey(looks->first)) : std::string(kByContentValue), choices);
    understanding_.tell(
        key,
        say("题型一列的“{code}”：{type}。", "code"_a = found.words, "type"_a = choiceWords(choices, value)),
        looks ? say("看了 {n} 行，{m} 行的选项和答案如此", "n"_a = found.rows, "m"_a = looks->second)
              : std::string());
    if (const auto type = itemTypeOf(value)) table_.codes[folded] = *type;
  }

  const Sheet& sheet_;
  TableLayout& table_;
  Understanding& understanding_;
  std::map<std::string, CodeRows> codes_;
};

}  // namespace

void learnTable(const Sheet& sheet, TableLayout& table, Understanding& understanding) {
  const Sheet& rows = table.stacked ? table.stacked->made : sheet;
  const ItemTable& columns = table.stacked ? table.stacked->table : table.table;
  table.keys = keyCustomOf(rows, columns);
  settlePlaces(sheet, table, placeKeysOf(rows, columns), understanding);
  CodeLearner(sheet, table, understanding).learn(columns, rows);
}

std::vector<ReadingChoice> typeChoices() {
  std::vector<ReadingChoice> choices;
  for (const ItemType type : kItemTypes) {
    choices.push_back({std::string(itemTypeKey(type)), translate(itemTypeName(type))});
  }
  return choices;
}

std::vector<ReadingChoice> headingChoices() {
  std::vector<ReadingChoice> choices = typeChoices();
  choices.push_back({kAnyChoice, say("选择题，单选还是多选看答案")});
  choices.push_back({kAllRight, say("判断题，答案都是正确")});
  choices.push_back({kAllWrong, say("判断题，答案都是错误")});
  choices.push_back({kNoHeading, say("不是题型标题")});
  return choices;
}

std::string headingValue(const TypeHint& heading) {
  if (heading.judgement) return *heading.judgement ? kAllRight : kAllWrong;
  if (heading.type) return std::string(itemTypeKey(*heading.type));
  return heading.anyChoice ? kAnyChoice : kNoHeading;
}

TypeHint headingOfValue(const std::string& value) {
  if (value == kAllRight) return {ItemType::kTrueFalse, false, true};
  if (value == kAllWrong) return {ItemType::kTrueFalse, false, false};
  return {itemTypeOf(value), value == kAnyChoice, std::nullopt};
}

std::string choiceWords(const std::vector<ReadingChoice>& choices, const std::string& value) {
  const auto found = std::ranges::find(choices, value, &ReadingChoice::value);
  return found == choices.end() ? value : found->words;
}

}  // namespace tiku::formats::sheets
