#include "formats/exchange/sheets/row.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "formats/exchange/items/stem.h"
#include "formats/exchange/sheets/answers.h"
#include "formats/exchange/sheets/head_words.h"
#include "formats/exchange/sheets/row_state.h"

namespace tiku::formats::sheets {
namespace {

// 27 counts rows; B-A-B-C-001-002 names an item.
bool isItemCode(const std::string& text) {
  const bool letter = std::ranges::any_of(text, [](unsigned char c) { return std::isalpha(c) != 0; });
  return text.size() <= 64 && (letter || text.find('-') != std::string::npos);
}

TypeHint typeHint(RowState& state) {
  const RowContext& context = state.context;
  if (context.forced) return {context.forced, false, std::nullopt};
  if (!context.byContent) {
    const std::string type = state.words(Field::kType);
    const auto code = context.codes.find(foldWords(type));
    if (!type.empty() && code != context.codes.end()) return {code->second, false, std::nullopt};
    if (!type.empty()) {
      if (const TypeHint hint = typeOfCode(type)) {
        // D is 多选 in files of the national bank and 简答 in its template: the options tell.
        const bool national = foldWords(type) == "d" && state.options.size() >= 2;
        return national ? TypeHint{ItemType::kMultipleChoice, false, std::nullopt} : hint;
      }
      state.doubt(Field::kType, say("不认识的题型“{type}”，按题目内容判断。", "type"_a = type));
    }
  }
  if (state.stem.tag || context.byContent) return state.stem.tag;
  if (context.section) return context.section;
  // A sheet that is called 综合 or 计算 may hold choices all the same.
  const auto& named = context.sheetType.type;
  const bool contradicted = named && !isObjective(*named) && state.options.size() >= 2;
  return contradicted ? TypeHint{} : context.sheetType;
}

std::optional<ItemType> typeFromContent(const RowState& state, bool anyChoice) {
  const std::string key = keyWordsOf(state);
  if (judgementOptions(state.options)) return ItemType::kTrueFalse;
  if (anyChoice || state.options.size() >= 2) {
    const auto letters = optionLetters(key.empty() ? bracketKey(state.stem.text, false) : key);
    const std::size_t right = letters ? letters->size() : choiceAnswer(key, state.options).options.size();
    return right >= 2 || state.stem.choose.value_or(1) >= 2 ? ItemType::kMultipleChoice
                                                            : ItemType::kSingleChoice;
  }
  const bool letters = optionLetters(key).has_value();
  if (letters && !state.context.keys.lettersMayJudge) return std::nullopt;
  if (judgementOf(key.empty() ? bracketKey(state.stem.text, true) : key, state.context.judgement))
    return ItemType::kTrueFalse;
  if (key.empty() || letters) return std::nullopt;
  if (const auto known = lettersAndWords(key); state.context.keys.labelled && !known.empty())
    return known.size() > 1 ? ItemType::kMultipleChoice : ItemType::kSingleChoice;
  return emptyPlaces(state.stem.text) > 0 ? ItemType::kFillIn : ItemType::kShortAnswer;
}

std::optional<ItemType> decideType(RowState& state) {
  const TypeHint hint = typeHint(state);
  return hint.type ? hint.type : typeFromContent(state, hint.anyChoice);
}

// A key before the words that explain it goes from there; where the key's own column says another, one of the
// two is wrong.
void readRationale(RowState& state, TheoryItem& item) {
  std::vector<RichText::Block> blocks;
  for (const Column& column : state.context.table.columns) {
    const SheetCell* cell = column.field == Field::kRationale ? state.cell(column.index) : nullptr;
    if (cell == nullptr) continue;
    const auto label = labelledWords(cell->text);
    std::size_t from = 0;
    if (label && label->field == Field::kRationale)
      from = static_cast<std::size_t>(label->rest.data() - cell->text.data());
    if (const auto said = keyInWords(cell->text)) {
      const std::string own = state.words(Field::kKey);
      state.result.keyFromRationale = state.result.keyFromRationale || own.empty();
      from = said->rest;
      if (!own.empty() && foldWords(own) != foldWords(said->key)) {
        from = 0;
        state.doubtAt(column.index, say("这里写的答案是“{said}”，答案一列是“{key}”，请核对。",
                                        "said"_a = said->key, "key"_a = own));
      }
    }
    const SheetCell own = from == 0 ? *cell : sliceOf(*cell, from, cell->text.size());
    const RichText text = trimmedText(state.rich(own, column.index));
    blocks.insert(blocks.end(), text.blocks().begin(), text.blocks().end());
  }
  if (blocks.empty()) {
    const auto said = state.said.find(Field::kRationale);
    if (said != state.said.end()) item.rationale = RichText::plain(said->second);
    return;
  }
  item.rationale = RichText(std::move(blocks));
}

void readRatings(RowState& state, TheoryItem& item) {
  if (const std::string text = state.words(Field::kDifficulty); !text.empty()) {
    item.difficulty = ratingOf(Field::kDifficulty, text);
    if (!item.difficulty)
      state.doubt(Field::kDifficulty, say("难度“{text}”不是 1 到 5 的代码。", "text"_a = text));
  }
  if (const std::string text = state.words(Field::kConsistency); !text.empty()) {
    item.consistency = ratingOf(Field::kConsistency, text);
    if (!item.consistency)
      state.doubt(Field::kConsistency, say("一致性“{text}”不是 1 到 5 的代码。", "text"_a = text));
  }
}

void readPoint(RowState& state, TheoryItem& item) {
  const RowContext& context = state.context;
  if (context.points.empty()) return;
  const auto unknown = [&](Field field, const std::string& text) {
    state.doubt(field, say("{level}的理论知识要素细目表里没有“{text}”这个考评点。",
                           "level"_a = translate(item.level.name()), "text"_a = text));
  };
  if (const std::string text = state.words(Field::kPoint); !text.empty()) {
    item.point = context.points.find(text);
    if (!item.point) unknown(Field::kPoint, text);
    return;
  }
  std::vector<std::string> parts(kMostPointParts);
  std::string all;
  for (const Column& column : context.table.columns) {
    if (column.field != Field::kPointPart) continue;
    parts[static_cast<std::size_t>(column.option)] = wordsAt(context.sheet, state.row, column.index);
  }
  for (const std::string& part : parts) {
    if (!part.empty()) all += (all.empty() ? "" : " / ") + part;
  }
  if (all.empty()) return;
  item.point = context.points.findByParts(parts);
  if (!item.point) unknown(Field::kPointPart, all);
}

void readRest(RowState& state, TheoryItem& item) {
  readRatings(state, item);
  readPoint(state, item);
  if (const std::string text = state.words(Field::kCode); isItemCode(text)) item.code = text;
  if (std::string text = state.words(Field::kMarks); !text.empty()) {
    if (text.ends_with("分")) text.resize(text.size() - std::string_view("分").size());
    const auto marks = Marks::parse(text);
    if (!marks) {
      state.doubt(Field::kMarks, say("分值“{text}”看不懂。", "text"_a = text));
    } else if (isObjective(item.type)) {
      state.result.marksLeftOut = true;
    } else {
      item.marks = marks;
    }
  }
  readRationale(state, item);
  item.reference = state.words(Field::kReference);
  if (const std::string page = state.words(Field::kPage); !page.empty()) {
    item.reference += (item.reference.empty() ? "" : "，") + page;
  }
  if (const Column* material = state.context.table.find(Field::kMaterial))
    state.result.material = trimmedText(state.rich(material->index));
}

// Cells that no column claims and whose head is empty: "J7“p35”".
std::string leftOver(const RowContext& context, int row) {
  std::string text;
  const auto& cells = context.sheet.rows[static_cast<std::size_t>(row)];
  for (int c = 0; c < static_cast<int>(cells.size()); ++c) {
    const SheetCell& own = cells[static_cast<std::size_t>(c)];
    const std::string content = trimmedWords(own.text);
    const ItemTable& table = context.table;
    const auto holds = [c](const std::vector<int>& columns) {
      return std::ranges::find(columns, c) != columns.end();
    };
    const bool claimed =
        table.at(c) != nullptr || holds(table.unknown) || holds(table.strange) || holds(table.labels);
    if (content.empty() || own.merged || claimed) continue;
    text += (text.empty() ? "" : "、") + columnName(c) + std::to_string(row + 1) + "“" + content + "”";
  }
  return text;
}

std::string describe(const RowContext& context, int row, const TheoryItem& item) {
  const std::string type = translate(itemTypeName(item.type));
  std::string text = say("{type}，有答案。", "type"_a = type);
  if (std::holds_alternative<std::monostate>(item.key)) text = say("{type}，没有答案。", "type"_a = type);
  std::string key;
  if (const auto* choice = std::get_if<ChoiceKey>(&item.key)) key = lettersOf(choice->options);
  if (const auto* judgement = std::get_if<JudgementKey>(&item.key)) key = judgement->correct ? "√" : "×";
  if (!key.empty()) text = say("{type}，答案 {key}。", "type"_a = type, "key"_a = key);
  if (const std::string rest = leftOver(context, row); !rest.empty()) {
    text += say("表头没有的列未导入：{cells}。", "cells"_a = rest);
  }
  return text;
}

RowResult unclear(RowState& state, std::string reason) {
  state.result.reason = std::move(reason);
  return std::move(state.result);
}

// Nothing in the row but what forms have filled in before anybody writes an item.
bool isUnwritten(const RowState& state) {
  const auto& cells = state.context.sheet.rows[static_cast<std::size_t>(state.row)];
  for (int c = 0; c < static_cast<int>(cells.size()); ++c) {
    if (trimmedWords(cells[static_cast<std::size_t>(c)].text).empty()) continue;
    const Column* column = state.context.table.at(c);
    if (column == nullptr) return false;
    switch (column->field) {
      case Field::kSerial:
      case Field::kCode:
      case Field::kType:
      case Field::kLevel:
      case Field::kDifficulty:
      case Field::kConsistency:
      case Field::kMarks:
        break;
      default:
        return false;
    }
  }
  return true;
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

std::optional<ItemType> typeByContent(const RowContext& context, int row) {
  if (context.table.find(Field::kStem) == nullptr) return std::nullopt;
  RowState state(context, row);
  readStemAndOptions(state);
  return state.stem.text.empty() ? std::nullopt : typeFromContent(state, false);
}

RowResult readRow(const RowContext& context, int row) {
  RowState state(context, row);
  const Column* stemColumn = context.table.find(Field::kStem);
  if (stemColumn == nullptr) return unclear(state, say("表头里没有题干一列。"));
  readStemAndOptions(state);
  const SheetCell* stemCell = state.cell(stemColumn->index);
  if (stemCell != nullptr && stemCell->kind == SheetCell::Kind::kError) {
    return unclear(state, say("题干是 Excel 的错误值“{text}”。", "text"_a = stemCell->text));
  }
  if (state.stem.text.empty()) {
    state.result.isEmpty = isUnwritten(state);
    return unclear(state, state.result.isEmpty ? say("只有序号或题型，没有试题。") : say("这一行没有题干。"));
  }
  const std::optional<ItemType> type = decideType(state);
  const std::string key = keyWordsOf(state);
  if (!key.empty() && key == state.stem.text.str()) return unclear(state, say("题干和答案相同，不像试题。"));
  if (!type) {
    return unclear(state, key.empty() ? say("只有题干，没有选项和答案，看不出是什么题。")
                                      : say("答案“{key}”是选项的字母，这一行却没有选项。", "key"_a = key));
  }
  TheoryItem item(Id::random(), context.level, *type);
  item.stem = state.stem.text;
  item.source = {context.file, context.at};
  if (!readKey(state, item)) return std::move(state.result);
  const bool keyed = !std::holds_alternative<std::monostate>(item.key);
  settleStem(item, context.judgement);
  state.result.keyFromStem = !keyed && !std::holds_alternative<std::monostate>(item.key);
  if (hasOptions(item.type) && !state.options.empty()) checkOptions(state);
  readRest(state, item);
  state.result.reason = describe(context, row, item);
  state.result.item = std::move(item);
  return std::move(state.result);
}

}  // namespace tiku::formats::sheets
