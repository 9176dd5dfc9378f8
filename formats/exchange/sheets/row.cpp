#include "formats/exchange/sheets/row.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/stem.h"
#include "formats/exchange/sheets/answers.h"

namespace tiku::formats::sheets {
namespace {

using Kind = SheetCell::Kind;

// 正确 and 错误 as the two options of what is a judgement; 0 and 1 may be real options.
std::optional<std::array<bool, 2>> judgementOptions(const std::vector<RichText>& options) {
  if (options.size() != 2) return std::nullopt;
  std::array<bool, 2> rights{};
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string words = options[i].str();
    const auto right = judgementOf(words, JudgementCode::kUsual);
    const std::string folded = foldWords(words);
    if (!right || (folded.size() == 1 && folded != "t" && folded != "f" && folded != "y" && folded != "n" &&
                   static_cast<unsigned char>(folded[0]) < 0x80)) {
      return std::nullopt;
    }
    rights[i] = *right;
  }
  return rights[0] != rights[1] ? std::optional(rights) : std::nullopt;
}

// 27 counts rows; B-A-B-C-001-002 names an item.
bool isItemCode(const std::string& text) {
  const bool letter = std::ranges::any_of(text, [](unsigned char c) { return std::isalpha(c) != 0; });
  return text.size() <= 64 && (letter || text.find('-') != std::string::npos);
}

RichText withPictures(RichText text, const std::vector<std::string>& media) {
  if (media.empty()) return text;
  std::vector<RichText::Block> blocks = text.blocks();
  if (blocks.empty() || !std::holds_alternative<Paragraph>(blocks.back())) blocks.emplace_back(Paragraph{});
  for (const std::string& name : media) {
    std::get<Paragraph>(blocks.back()).pieces.push_back({Inline::Kind::kImage, {}, name});
  }
  return RichText(std::move(blocks));
}

class RowReader {
 public:
  RowReader(const RowContext& context, int row) : context_(context), row_(row) {}

  RowResult read();

 private:
  const SheetCell* cell(int column) const { return context_.sheet.at(row_, column); }
  std::string words(Field field) const;
  RichText rich(int column);
  void doubt(Field field, std::string sentence);
  void doubtAt(int column, std::string sentence) { result_.doubts.emplace_back(column, std::move(sentence)); }
  void readOptions();
  void checkOptionCells();
  TypeHint typeHint();
  std::optional<ItemType> decideType(const TypeHint& hint);
  bool readKey(TheoryItem& item);
  void choiceKey(TheoryItem& item, const std::string& text);
  void judgementKey(TheoryItem& item, const std::string& text);
  void fillInKey(TheoryItem& item, const std::string& text);
  void readRest(TheoryItem& item);
  std::string describe(const TheoryItem& item) const;
  std::string leftOver() const;
  RowResult unclear(std::string reason) {
    result_.reason = std::move(reason);
    return std::move(result_);
  }

  const RowContext& context_;
  int row_;
  RowResult result_;
  Stem stem_;
  std::vector<RichText> options_;
};

std::string RowReader::words(Field field) const {
  const Column* column = context_.table.find(field);
  const SheetCell* found = column == nullptr ? nullptr : cell(column->index);
  return found == nullptr ? std::string() : trimmedWords(found->text);
}

RichText RowReader::rich(int column) {
  const SheetCell* found = cell(column);
  RichText text = found == nullptr ? RichText() : found->rich();
  const std::string name = columnName(column) + std::to_string(row_ + 1);
  const auto pictures = context_.sheet.pictures.find(name);
  if (pictures == context_.sheet.pictures.end()) return text;
  result_.pictures.push_back(name);
  return withPictures(std::move(text), pictures->second);
}

void RowReader::doubt(Field field, std::string sentence) {
  const Column* column = context_.table.find(field);
  if (column != nullptr) doubtAt(column->index, std::move(sentence));
}

void RowReader::readOptions() {
  for (const Column& column : context_.table.columns) {
    if (column.field == Field::kOptions) {
      const SheetCell* all = cell(column.index);
      const std::string text = all == nullptr ? "" : trimmedWords(all->text);
      if (text.empty()) continue;
      for (const std::string& option : splitOptions(text)) options_.push_back(RichText::plain(option));
      if (options_.empty()) doubtAt(column.index, say("不能把这一格分成各个选项。"));
    }
    if (column.field != Field::kOption) continue;
    const SheetCell* own = cell(column.index);
    const SheetCell* left = cell(column.index - 1);
    // The right part of cells merged side by side shows nothing of its own.
    const bool covered = own != nullptr && own->merged && left != nullptr && left->text == own->text;
    RichText text = covered ? RichText() : rich(column.index);
    if (trimmedWords(text.str()).empty()) continue;
    const auto index = static_cast<std::size_t>(column.option);
    if (options_.size() <= index) options_.resize(index + 1);
    options_[index] = trimmedText(text);
  }
  dropOwnLabels(options_);
}

void RowReader::checkOptionCells() {
  for (const Column& column : context_.table.columns) {
    if (column.field != Field::kOption) continue;
    const SheetCell* own = cell(column.index);
    const std::string letter = lettersOf({column.option});
    const auto index = static_cast<std::size_t>(column.option);
    // "2017年6月14日" was meant as a date; "3-5" and "1:2" were not, and are one no more.
    const bool meant = own != nullptr && own->text.find("年") != std::string::npos;
    if (own != nullptr && !meant && (own->kind == Kind::kDate || own->kind == Kind::kTime)) {
      doubtAt(column.index, say("Excel 把选项 {letter} 当作日期或时间，显示为“{text}”，请核对原文。",
                                "letter"_a = letter, "text"_a = own->text));
    } else if (own != nullptr && own->kind == Kind::kError) {
      doubtAt(column.index,
              say("选项 {letter} 是 Excel 的错误值“{text}”。", "letter"_a = letter, "text"_a = own->text));
    } else if (index < options_.size() && options_[index].empty()) {
      doubtAt(column.index, say("选项 {letter} 空着，后面的选项却有内容。", "letter"_a = letter));
    }
  }
}

TypeHint RowReader::typeHint() {
  const std::string type = words(Field::kType);
  if (!type.empty()) {
    if (const TypeHint hint = typeOfCode(type)) return hint;
    doubt(Field::kType, say("不认识的题型“{type}”，按题目内容判断。", "type"_a = type));
  }
  for (const TypeHint& hint : {stem_.tag, context_.section, context_.sheetName}) {
    if (hint) return hint;
  }
  return {};
}

std::optional<ItemType> RowReader::decideType(const TypeHint& hint) {
  if (hint.type) return hint.type;
  const std::string key = words(Field::kKey);
  if (judgementOptions(options_)) return ItemType::kTrueFalse;
  if (hint.anyChoice || options_.size() >= 2) {
    const auto letters = optionLetters(key.empty() ? bracketKey(stem_.text, false) : key);
    const std::size_t right = letters ? letters->size() : choiceAnswer(key, options_).options.size();
    return right >= 2 || stem_.choose.value_or(1) >= 2 ? ItemType::kMultipleChoice : ItemType::kSingleChoice;
  }
  const bool letters = optionLetters(key).has_value();
  if (letters && !context_.lettersMayJudge) return std::nullopt;
  if (judgementOf(key.empty() ? bracketKey(stem_.text, true) : key, context_.judgement))
    return ItemType::kTrueFalse;
  if (key.empty() || letters) return std::nullopt;
  return emptyPlaces(stem_.text) > 0 ? ItemType::kFillIn : ItemType::kShortAnswer;
}

void RowReader::choiceKey(TheoryItem& item, const std::string& text) {
  ChoiceAnswer answer = choiceAnswer(text, item.options);
  if (answer.options.empty()) {
    doubt(Field::kKey, answer.doubt);
    return;
  }
  const auto count = static_cast<int>(answer.options.size());
  if (item.type == ItemType::kSingleChoice && count > 1) {
    doubt(Field::kKey, say("单选题却有 {n} 个答案“{key}”。", "n"_a = count, "key"_a = text));
  } else if (stem_.choose && *stem_.choose != count) {
    doubt(Field::kKey, say("题干要求选 {asked} 项，答案“{key}”却是 {n} 项。", "asked"_a = *stem_.choose,
                           "key"_a = text, "n"_a = count));
  }
  item.key = ChoiceKey{std::move(answer.options)};
}

void RowReader::judgementKey(TheoryItem& item, const std::string& text) {
  const auto rights = judgementOptions(options_);
  const auto letters = rights ? optionLetters(text) : std::nullopt;
  if (letters && letters->size() == 1 && letters->front() < 2) {
    item.key = JudgementKey{(*rights)[static_cast<std::size_t>(letters->front())]};
    return;
  }
  const auto right = judgementOf(text, context_.judgement);
  if (!right) {
    doubt(Field::kKey, say("判断题的答案“{key}”看不懂。", "key"_a = text));
    return;
  }
  result_.bareDigitKey = text == "0" || text == "1";
  item.key = JudgementKey{*right};
}

void RowReader::fillInKey(TheoryItem& item, const std::string& text) {
  if (const auto key = keyFromWords(text, item)) {
    item.key = *key;
    return;
  }
  item.key = FillInKey{{{text}}};
  doubt(Field::kKey,
        say("题干有 {n} 个空，答案“{key}”分不成 {n} 段。", "n"_a = item.stem.blankCount(), "key"_a = text));
}

// False when the row does not hold together as an item of its type; the reason is set.
bool RowReader::readKey(TheoryItem& item) {
  const Column* keyColumn = context_.table.find(Field::kKey);
  const SheetCell* keyCell = keyColumn == nullptr ? nullptr : cell(keyColumn->index);
  std::string key = words(Field::kKey);
  if (keyCell != nullptr && keyCell->kind == Kind::kError) {
    doubt(Field::kKey, say("答案是 Excel 的错误值“{text}”。", "text"_a = keyCell->text));
    key.clear();
  }
  if (hasOptions(item.type)) {
    const auto filled =
        std::ranges::count_if(options_, [](const RichText& option) { return !option.empty(); });
    if (filled < 2) {
      result_.reason =
          say("{type}只有 {n} 个选项。", "type"_a = std::string(itemTypeName(item.type)), "n"_a = filled);
      return false;
    }
    item.options = options_;
    if (!key.empty()) choiceKey(item, key);
    return true;
  }
  if (item.type == ItemType::kTrueFalse) {
    if (!options_.empty() && !judgementOptions(options_)) {
      result_.reason = say("判断题带有不是“正确、错误”的选项。");
      return false;
    }
    if (!key.empty()) judgementKey(item, key);
    if (key.empty() && context_.section.judgement) item.key = JudgementKey{*context_.section.judgement};
    return true;
  }
  // Some files put the answer's words into the column of option A, and the letter into that of the key.
  const auto letters = optionLetters(key);
  if (!options_.empty() && letters && letters->size() == 1 &&
      static_cast<std::size_t>(letters->front()) < options_.size()) {
    key = options_[static_cast<std::size_t>(letters->front())].str();
  } else if (!options_.empty()) {
    result_.reason = say("{type}带有选项。", "type"_a = std::string(itemTypeName(item.type)));
    return false;
  }
  if (key.empty()) return true;
  if (item.type == ItemType::kFillIn) {
    settleStem(item, context_.judgement);  // So that the blanks can be counted.
    fillInKey(item, key);
  } else {
    item.key = ReferenceKey{options_.empty() ? trimmedText(rich(keyColumn->index)) : RichText::plain(key)};
  }
  return true;
}

void RowReader::readRest(TheoryItem& item) {
  if (const std::string text = words(Field::kDifficulty); !text.empty()) {
    item.difficulty = ratingOf(Field::kDifficulty, text);
    if (!item.difficulty) doubt(Field::kDifficulty, say("难度“{text}”不是 1 到 5 的代码。", "text"_a = text));
  }
  if (const std::string text = words(Field::kConsistency); !text.empty()) {
    item.consistency = ratingOf(Field::kConsistency, text);
    if (!item.consistency)
      doubt(Field::kConsistency, say("一致性“{text}”不是 1 到 5 的代码。", "text"_a = text));
  }
  if (const std::string text = words(Field::kPoint); !text.empty() && !context_.points.empty()) {
    item.point = context_.points.find(text);
    if (!item.point) {
      doubt(Field::kPoint, say("{level}的理论知识要素细目表里没有“{text}”这个考评点。",
                               "level"_a = std::string(item.level.name()), "text"_a = text));
    }
  }
  if (const std::string text = words(Field::kCode); isItemCode(text)) item.code = text;
  if (std::string text = words(Field::kMarks); !text.empty()) {
    if (text.ends_with("分")) text.resize(text.size() - std::string_view("分").size());
    const auto marks = Marks::parse(text);
    if (!marks) {
      doubt(Field::kMarks, say("分值“{text}”看不懂。", "text"_a = text));
    } else if (isObjective(item.type)) {
      result_.marksLeftOut = true;
    } else {
      item.marks = marks;
    }
  }
  if (const Column* column = context_.table.find(Field::kRationale))
    item.rationale = trimmedText(rich(column->index));
  item.reference = words(Field::kReference);
  if (const std::string page = words(Field::kPage); !page.empty()) {
    item.reference += (item.reference.empty() ? "" : "，") + page;
  }
}

// Cells that no column claims and whose head is empty: "J7“p35”".
std::string RowReader::leftOver() const {
  std::string text;
  const auto& cells = context_.sheet.rows[static_cast<std::size_t>(row_)];
  for (int c = 0; c < static_cast<int>(cells.size()); ++c) {
    const SheetCell& own = cells[static_cast<std::size_t>(c)];
    const std::string content = trimmedWords(own.text);
    const ItemTable& table = context_.table;
    const bool claimed =
        std::ranges::any_of(table.columns, [c](const Column& known) { return known.index == c; }) ||
        std::ranges::find(table.unknown, c) != table.unknown.end() ||
        std::ranges::find(table.strange, c) != table.strange.end();
    if (content.empty() || own.merged || claimed) continue;
    text += (text.empty() ? "" : "、") + columnName(c) + std::to_string(row_ + 1) + "“" + content + "”";
  }
  return text;
}

std::string RowReader::describe(const TheoryItem& item) const {
  const std::string type(itemTypeName(item.type));
  std::string text = say("{type}，有答案。", "type"_a = type);
  if (std::holds_alternative<std::monostate>(item.key)) text = say("{type}，没有答案。", "type"_a = type);
  std::string key;
  if (const auto* choice = std::get_if<ChoiceKey>(&item.key)) key = lettersOf(choice->options);
  if (const auto* judgement = std::get_if<JudgementKey>(&item.key)) key = judgement->correct ? "√" : "×";
  if (!key.empty()) text = say("{type}，答案 {key}。", "type"_a = type, "key"_a = key);
  if (const std::string rest = leftOver(); !rest.empty()) {
    text += say("表头没有的列未导入：{cells}。", "cells"_a = rest);
  }
  return text;
}

RowResult RowReader::read() {
  const Column* stemColumn = context_.table.find(Field::kStem);
  if (stemColumn == nullptr) return unclear(say("表头里没有题干一列。"));
  stem_ = readStem(rich(stemColumn->index));
  readOptions();
  const SheetCell* stemCell = cell(stemColumn->index);
  if (stemCell != nullptr && stemCell->kind == Kind::kError) {
    return unclear(say("题干是 Excel 的错误值“{text}”。", "text"_a = stemCell->text));
  }
  if (stem_.text.empty()) return unclear(say("这一行没有题干。"));
  const std::optional<ItemType> type = decideType(typeHint());
  if (!type) {
    return unclear(words(Field::kKey).empty()
                       ? say("只有题干，没有选项和答案，看不出是什么题。")
                       : say("答案“{key}”是选项的字母，这一行却没有选项。", "key"_a = words(Field::kKey)));
  }
  TheoryItem item(Id::random(), context_.level, *type);
  item.stem = stem_.text;
  item.source = {context_.file, rowName(context_.sheet, row_)};
  if (!readKey(item)) return std::move(result_);
  settleStem(item, context_.judgement);
  if (hasOptions(item.type)) checkOptionCells();
  readRest(item);
  result_.reason = describe(item);
  result_.item = std::move(item);
  return std::move(result_);
}

}  // namespace

std::optional<int> ratingOf(Field field, const std::string& words) {
  using Names = std::array<std::vector<std::string_view>, 5>;
  static const Names kDifficulties{{{"很简单", "很容易", "很易"},
                                    {"简单", "容易", "易", "较易", "较容易", "较简单"},
                                    {"中等", "中", "一般", "适中"},
                                    {"困难", "难", "较难", "偏难"},
                                    {"很难", "很困难"}}};
  static const Names kConsistencies{
      {{"很低"}, {"低", "较低"}, {"中等", "中", "一般"}, {"高", "较高"}, {"很高"}}};
  const std::string folded = foldWords(words);
  if (folded.size() == 1 && folded[0] >= '1' && folded[0] <= '5') return folded[0] - '0';
  const Names& names = field == Field::kDifficulty ? kDifficulties : kConsistencies;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (std::ranges::find(names[i], folded) != names[i].end()) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

RowResult readRow(const RowContext& context, int row) {
  return RowReader(context, row).read();
}

}  // namespace tiku::formats::sheets
