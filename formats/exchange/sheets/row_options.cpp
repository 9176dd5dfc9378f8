#include <algorithm>
#include <array>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "formats/exchange/sheets/answers.h"
#include "formats/exchange/sheets/head_words.h"
#include "formats/exchange/sheets/row_state.h"

namespace tiku::formats::sheets {
namespace {

using Kind = SheetCell::Kind;

void setOption(RowState& state, int option, const RichText& text) {
  const auto index = static_cast<std::size_t>(option);
  if (state.options.size() <= index) state.options.resize(index + 1);
  state.options[index] = trimmedText(text);
}

void readOptionColumns(RowState& state) {
  for (const Column& column : state.context.table.columns) {
    if (column.field == Field::kOptions) {
      const SheetCell* all = state.cell(column.index);
      if (all == nullptr || trimmedWords(all->text).empty()) continue;
      int option = 0;
      for (const SheetCell& one : splitOptions(*all)) setOption(state, option++, one.rich());
      if (option == 0) state.doubtAt(column.index, say("不能把这一格分成各个选项。"));
    }
    if (column.field != Field::kOption) continue;
    const SheetCell* own = state.cell(column.index);
    const SheetCell* left = state.cell(column.index - 1);
    // The right part of cells merged side by side shows nothing of its own.
    const bool covered = own != nullptr && own->merged && left != nullptr && left->text == own->text;
    const RichText text = covered ? RichText() : state.rich(column.index);
    if (trimmedWords(text.str()).empty()) continue;
    setOption(state, column.option, text);
  }
}

// "答案：C" and "解析：…" on lines of their own below the last option.
std::size_t takeLabelledLines(RowState& state, std::string_view text, std::size_t from) {
  std::size_t end = text.size();
  std::optional<Field> last;
  for (std::size_t line = text.find('\n', from); line != std::string_view::npos;
       line = text.find('\n', line + 1)) {
    const std::size_t next = std::min(text.find('\n', line + 1), text.size());
    const std::string_view words = text.substr(line + 1, next - line - 1);
    if (const auto label = labelledWords(words)) {
      last = label->field;
      state.said[*last] = std::string(label->rest);
      end = std::min(end, line);
    } else if (last) {
      state.said[*last] += "\n" + std::string(words);
    }
  }
  return end;
}

// Options behind the stem in its own cell.
void readStemCell(RowState& state, const SheetCell& cell, int column) {
  const std::size_t at = state.options.empty() ? optionsWithin(cell.text) : cell.text.size();
  if (at == cell.text.size()) {
    state.stem = readStem(state.rich(column));
    return;
  }
  std::vector<OptionBytes> spans = optionSpansOf(std::string_view(cell.text).substr(at), false);
  for (OptionBytes& span : spans) {
    span.from += at;
    span.to += at;
  }
  spans.back().to = takeLabelledLines(state, cell.text, spans.back().from);
  state.stem = readStem(state.rich(sliceOf(cell, 0, at), column));
  for (const OptionBytes& span : spans)
    setOption(state, span.option, sliceOf(cell, span.from, span.to).rich());
}

}  // namespace

void readStemAndOptions(RowState& state) {
  readOptionColumns(state);
  dropOwnLabels(state.options);
  const Column* stem = state.context.table.find(Field::kStem);
  const SheetCell* cell = state.cell(stem->index);
  if (cell != nullptr) {
    readStemCell(state, *cell, stem->index);
  } else {
    state.stem = readStem(state.rich(SheetCell{}, stem->index));
  }
}

bool speaksOfDates(const std::string& words) {
  constexpr std::array<std::string_view, 12> kAsking{"哪一天",   "哪天",     "日期",   "何时",
                                                     "什么时候", "什么时间", "哪一年", "哪年",
                                                     "几月",     "年月日",   "时间",   "何年"};
  if (std::ranges::any_of(
          kAsking, [&words](std::string_view part) { return words.find(part) != std::string::npos; })) {
    return true;
  }
  return words.find("年") != std::string::npos && words.find("月") != std::string::npos;
}

std::string destroyedValue(const SheetCell& cell, bool asksDate) {
  const std::string& text = cell.text;
  if (cell.kind == Kind::kDate || cell.kind == Kind::kTime) {
    // "2017年6月14日" was meant as a date, and so is 1949-10-01 where one is asked for; "3-5" and "1:2" were
    // not, and are one no more.
    constexpr std::size_t kWholeDate = 10;
    const bool whole = asksDate && cell.kind == Kind::kDate && text.size() >= kWholeDate && text[4] == '-';
    return whole || text.find("年") != std::string::npos
               ? std::string()
               : say("Excel 把这一格当作日期或时间，显示为“{text}”，请核对原文。", "text"_a = text);
  }
  if (cell.kind != Kind::kNumber) return {};
  const bool whole = text.find_first_not_of("0123456789") == std::string::npos;
  // Days from 1927 to 2064: five digits that start with 1 to 6.
  if (asksDate && whole && text.size() == 5 && text >= "10000" && text <= "60000") {
    return say("这里的数 {text} 像是 Excel 把日期变成的序号，原文已不可知，请核对。", "text"_a = text);
  }
  // 1:02 becomes 0.0430555555555556; nobody writes an option with so many places.
  constexpr std::size_t kPlaces = 9;
  if (text.starts_with("0.") && text.size() >= 2 + kPlaces) {
    return say("这里的数 {text} 像是 Excel 把时间或比变成的小数，原文已不可知，请核对。", "text"_a = text);
  }
  return {};
}

void checkOptions(RowState& state) {
  // Words alone were never anything else.
  const bool words = std::ranges::all_of(state.context.table.columns, [&state](const Column& column) {
    const SheetCell* cell = column.field == Field::kOption ? state.cell(column.index) : nullptr;
    return cell == nullptr || cell->kind == Kind::kWords;
  });
  bool dates = !words && speaksOfDates(state.stem.text.str());
  for (const RichText& option : state.options) dates = dates || (!words && speaksOfDates(option.str()));
  for (const Column& column : state.context.table.columns) {
    if (column.field != Field::kOption) continue;
    const SheetCell* own = state.cell(column.index);
    if (own == nullptr) continue;
    const std::string letter = lettersOf({column.option});
    const auto index = static_cast<std::size_t>(column.option);
    if (std::string sentence = destroyedValue(*own, dates); !sentence.empty()) {
      state.doubtAt(column.index, say("选项 {letter}：{doubt}", "letter"_a = letter, "doubt"_a = sentence));
    } else if (own->kind == Kind::kError) {
      state.doubtAt(column.index, say("选项 {letter} 是 Excel 的错误值“{text}”。", "letter"_a = letter,
                                      "text"_a = own->text));
    } else if (index < state.options.size() && state.options[index].empty()) {
      state.doubtAt(column.index, say("选项 {letter} 空着，后面的选项却有内容。", "letter"_a = letter));
    }
  }
}

std::optional<std::vector<bool>> judgementOptions(const std::vector<RichText>& options) {
  if (options.size() != 2) return std::nullopt;
  std::vector<bool> rights;
  for (const RichText& option : options) {
    const std::string words = option.str();
    const auto right = judgementOf(words, JudgementCode::kUsual);
    const std::string folded = foldWords(words);
    if (!right || (folded.size() == 1 && folded != "t" && folded != "f" && folded != "y" && folded != "n" &&
                   static_cast<unsigned char>(folded[0]) < 0x80)) {
      return std::nullopt;
    }
    rights.push_back(*right);
  }
  return rights[0] != rights[1] ? std::optional(rights) : std::nullopt;
}

}  // namespace tiku::formats::sheets
