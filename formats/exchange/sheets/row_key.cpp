#include <algorithm>

#include "formats/base/say.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/stem.h"
#include "formats/exchange/sheets/answers.h"
#include "formats/exchange/sheets/row_state.h"

namespace tiku::formats::sheets {
namespace {

using Kind = SheetCell::Kind;

void choiceKey(RowState& state, TheoryItem& item, const std::string& text) {
  ChoiceAnswer answer = choiceAnswer(text, item.options);
  if (answer.options.empty()) {
    state.doubt(Field::kKey, answer.doubt);
    return;
  }
  const auto count = static_cast<int>(answer.options.size());
  if (item.type == ItemType::kSingleChoice && count > 1) {
    state.doubt(Field::kKey, say("单选题却有 {n} 个答案“{key}”。", "n"_a = count, "key"_a = text));
  } else if (state.stem.choose && *state.stem.choose != count) {
    state.doubt(Field::kKey, say("题干要求选 {asked} 项，答案“{key}”却是 {n} 项。",
                                 "asked"_a = *state.stem.choose, "key"_a = text, "n"_a = count));
  } else if (state.context.keys.mostlyLetters && !optionLetters(text) && lettersAndWords(text).empty()) {
    state.doubt(Field::kKey,
                say("其他行的答案都是字母，这里是“{key}”，整行可能错位，请核对。", "key"_a = text));
  }
  item.key = ChoiceKey{std::move(answer.options)};
}

// The options are lost but for the right ones: they keep their letters.
bool readRightOptionsAlone(RowState& state, TheoryItem& item, const std::string& key) {
  const std::vector<LetterWithWords> known = lettersAndWords(key);
  if (known.empty() || !state.context.keys.labelled) return false;
  ChoiceKey right;
  for (const LetterWithWords& one : known) {
    const auto index = static_cast<std::size_t>(one.option);
    if (item.options.size() <= index) item.options.resize(index + 1);
    item.options[index] = RichText::plain(one.words);
    right.options.push_back(one.option);
  }
  item.key = std::move(right);
  state.doubt(Field::kKey, say("只有正确选项的文字，其余选项要补上。"));
  return true;
}

bool readChoiceKey(RowState& state, TheoryItem& item, const std::string& key) {
  const auto filled =
      std::ranges::count_if(state.options, [](const RichText& option) { return !option.empty(); });
  if (filled == 0 && readRightOptionsAlone(state, item, key)) return true;
  if (filled < 2) {
    state.result.reason =
        filled == 0 && !key.empty()
            ? say("答案“{key}”是选项的字母，这一行却没有选项。", "key"_a = key)
            : say("{type}只有 {n} 个选项。", "type"_a = translate(itemTypeName(item.type)), "n"_a = filled);
    return false;
  }
  item.options = state.options;
  if (!key.empty()) {
    choiceKey(state, item, key);
  } else if (state.context.firstIsRight) {
    item.key = ChoiceKey{{0}};
  }
  return true;
}

void judgementKey(RowState& state, TheoryItem& item, const std::string& text) {
  const auto rights = judgementOptions(state.options);
  const auto letters = rights ? optionLetters(text) : std::nullopt;
  if (letters && letters->size() == 1 && letters->front() < 2) {
    item.key = JudgementKey{(*rights)[static_cast<std::size_t>(letters->front())]};
    state.result.judgementMark = text;
    return;
  }
  const auto right = judgementOf(text, state.context.judgement);
  if (!right) {
    state.doubt(Field::kKey, say("判断题的答案“{key}”看不懂。", "key"_a = text));
    return;
  }
  state.result.judgementMark = text;
  item.key = JudgementKey{*right};
}

bool readJudgementKey(RowState& state, TheoryItem& item, const std::string& key) {
  if (!state.options.empty() && !judgementOptions(state.options)) {
    state.result.reason = say("判断题带有不是“正确、错误”的选项。");
    return false;
  }
  if (!key.empty()) judgementKey(state, item, key);
  if (key.empty() && state.context.section.judgement)
    item.key = JudgementKey{*state.context.section.judgement};
  return true;
}

void fillInKey(RowState& state, TheoryItem& item, const std::string& text) {
  settleStem(item, state.context.judgement);  // So that the blanks can be counted.
  if (const auto key = keyFromWords(text, item)) {
    item.key = *key;
    return;
  }
  item.key = FillInKey{{{text}}};
  state.doubt(Field::kKey, say("题干有 {n} 个空，答案“{key}”分不成 {n} 段。", "n"_a = item.stem.blankCount(),
                               "key"_a = text));
}

bool readWordsKey(RowState& state, TheoryItem& item, std::string key) {
  // Some files put the answer's words into the column of option A, and the letter into that of the key.
  const auto letters = optionLetters(key);
  const bool named = !state.options.empty() && letters && letters->size() == 1 &&
                     static_cast<std::size_t>(letters->front()) < state.options.size();
  const bool alone = state.options.size() == 1 && key.empty();
  if (named) {
    key = state.options[static_cast<std::size_t>(letters->front())].str();
  } else if (alone) {
    key = state.options.front().str();
  } else if (!state.options.empty()) {
    state.result.reason = say("{type}带有选项。", "type"_a = translate(itemTypeName(item.type)));
    return false;
  }
  if (key.empty()) return true;
  const SheetCell* cell = state.cell(Field::kKey);
  if (cell != nullptr && state.options.empty()) {
    std::string sentence = destroyedValue(*cell, speaksOfDates(state.stem.text.str()));
    if (!sentence.empty()) state.doubt(Field::kKey, std::move(sentence));
  }
  if (item.type == ItemType::kFillIn) {
    fillInKey(state, item, key);
    return true;
  }
  const bool rich = cell != nullptr && state.options.empty() && trimmedWords(cell->text) == key;
  item.key = ReferenceKey{rich ? trimmedText(state.rich(state.context.table.find(Field::kKey)->index))
                               : RichText::plain(key)};
  return true;
}

}  // namespace

std::string keyWordsOf(const RowState& state) {
  const SheetCell* cell = state.cell(Field::kKey);
  std::string key = state.words(Field::kKey);
  if (cell != nullptr && cell->kind == Kind::kError) key.clear();
  if (const auto base = state.context.keys.indexBase; base && state.options.size() >= 2) {
    const std::vector<int> places = optionsByPlace(key, *base, static_cast<int>(state.options.size()));
    if (!places.empty()) return lettersOf(places);
  }
  if (!key.empty()) return key;
  for (const Column& column : state.context.table.columns) {
    const SheetCell* note = column.field == Field::kRationale ? state.cell(column.index) : nullptr;
    const auto said = note == nullptr ? std::nullopt : keyInWords(note->text);
    if (said) return said->key;
  }
  return {};
}

bool readKey(RowState& state, TheoryItem& item) {
  const SheetCell* cell = state.cell(Field::kKey);
  if (cell != nullptr && cell->kind == Kind::kError)
    state.doubt(Field::kKey, say("答案是 Excel 的错误值“{text}”。", "text"_a = cell->text));
  const std::string key = keyWordsOf(state);
  if (hasOptions(item.type)) return readChoiceKey(state, item, key);
  if (item.type == ItemType::kTrueFalse) return readJudgementKey(state, item, key);
  return readWordsKey(state, item, key);
}

}  // namespace tiku::formats::sheets
