#include "formats/exchange/sheets/columns.h"

#include <algorithm>
#include <array>

namespace tiku::formats::sheets {
namespace {

// White space of more than a byte: U+00A0, U+200B, U+3000, U+FEFF.
constexpr std::array<std::string_view, 4> kWideSpaces{"\xC2\xA0", "\xE2\x80\x8B", "　", "\xEF\xBB\xBF"};

bool isAsciiSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// The bytes of white space at the beginning; 0 where there is none.
std::size_t spaceBefore(std::string_view text) {
  if (text.empty()) return 0;
  if (static_cast<unsigned char>(text.front()) < 0x80) return isAsciiSpace(text.front()) ? 1 : 0;
  for (const std::string_view space : kWideSpaces) {
    if (text.front() == space.front() && text.starts_with(space)) return space.size();
  }
  return 0;
}

std::size_t spaceBehind(std::string_view text) {
  if (text.empty()) return 0;
  if (static_cast<unsigned char>(text.back()) < 0x80) return isAsciiSpace(text.back()) ? 1 : 0;
  for (const std::string_view space : kWideSpaces) {
    if (text.back() == space.back() && text.ends_with(space)) return space.size();
  }
  return 0;
}

}  // namespace

const Column* ItemTable::find(Field field) const {
  const auto found = std::ranges::find(columns, field, &Column::field);
  return found == columns.end() ? nullptr : &*found;
}

const Column* ItemTable::at(int index) const {
  const auto found = std::ranges::find(columns, index, &Column::index);
  return found == columns.end() ? nullptr : &*found;
}

void ItemTable::assign(const Column& column) {
  std::erase_if(columns, [&column](const Column& known) {
    return known.index == column.index ||
           (known.field == column.field && known.option == column.option && !mayRepeat(known.field));
  });
  std::erase(unknown, column.index);
  std::erase(strange, column.index);
  std::erase(labels, column.index);
  columns.push_back(column);
}

void ItemTable::drop(int index) {
  std::erase_if(columns, [index](const Column& known) { return known.index == index; });
  if (std::ranges::find(unknown, index) == unknown.end()) unknown.push_back(index);
}

std::vector<std::string> wordsOfRow(const Sheet& sheet, int row) {
  std::vector<std::string> words;
  for (const SheetCell& cell : sheet.rows[static_cast<std::size_t>(row)])
    words.push_back(trimmedWords(cell.text));
  return words;
}

std::string wordsAt(const Sheet& sheet, int row, int column) {
  const SheetCell* cell = sheet.at(row, column);
  return cell == nullptr ? std::string() : trimmedWords(cell->text);
}

int widthOfRow(const Sheet& sheet, int row) {
  const auto& cells = sheet.rows[static_cast<std::size_t>(row)];
  for (int width = static_cast<int>(cells.size()); width > 0; --width) {
    if (!trimmedWords(cells[static_cast<std::size_t>(width) - 1].text).empty()) return width;
  }
  return 0;
}

std::optional<std::string> onlyText(const Sheet& sheet, int row) {
  std::optional<std::string> text;
  for (const SheetCell& cell : sheet.rows[static_cast<std::size_t>(row)]) {
    std::string words = trimmedWords(cell.text);
    if (words.empty() || words == text) continue;
    if (text) return std::nullopt;
    text = std::move(words);
  }
  return text;
}

std::string trimmedWords(std::string_view text) {
  while (const std::size_t size = spaceBefore(text)) text.remove_prefix(size);
  while (const std::size_t size = spaceBehind(text)) text.remove_suffix(size);
  return std::string(text);
}

}  // namespace tiku::formats::sheets
