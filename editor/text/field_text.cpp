#include "editor/text/field_text.h"

#include <algorithm>

#include "formats/base/say.h"
#include "validators/language/characters.h"

namespace tiku::editor {

using formats::Inline;
using formats::Paragraph;
using formats::RichText;
using formats::say;
using formats::TextTable;
using formats::operator""_a;
using validators::language::decode;
using validators::language::encode;
using validators::language::isSpace;
using Form = FieldText::Form;

namespace {

Form formOf(Inline::Kind kind) {
  switch (kind) {
    case Inline::Kind::kSubscript:
      return Form::kSubscript;
    case Inline::Kind::kSuperscript:
      return Form::kSuperscript;
    case Inline::Kind::kEmphasis:
      return Form::kEmphasis;
    case Inline::Kind::kBlank:
      return Form::kBlank;
    case Inline::Kind::kImage:
      return Form::kImage;
    case Inline::Kind::kMath:
      return Form::kMath;
    case Inline::Kind::kLineBreak:
      return Form::kLineBreak;
    case Inline::Kind::kText:
      break;
  }
  return Form::kPlain;
}

Inline::Kind kindOf(Form form) {
  switch (form) {
    case Form::kSubscript:
      return Inline::Kind::kSubscript;
    case Form::kSuperscript:
      return Inline::Kind::kSuperscript;
    case Form::kEmphasis:
      return Inline::Kind::kEmphasis;
    case Form::kMath:
      return Inline::Kind::kMath;
    case Form::kLineBreak:
      return Inline::Kind::kLineBreak;
    default:
      return Inline::Kind::kText;
  }
}

// What a control cannot hold, or what would break lines behind our back.
std::u32string cleaned(std::string_view words) {
  std::u32string text = decode(words);
  std::erase(text, U'\r');
  std::ranges::replace(text, U'\u2028', U'\n');
  std::ranges::replace(text, U'\u2029', U'\n');
  std::erase_if(text, [](char32_t c) { return c < 0x20 && c != U'\n' && c != U'\t'; });
  return text;
}

int lengthInWords(const TextTable& table) {
  return static_cast<int>(decode(RichText({RichText::Block(table)}).str()).size());
}

}  // namespace

FieldText::FieldText(const RichText& text) {
  cells_ = cellsOf(text);
  tidy();
}

void FieldText::append(std::vector<Cell>& cells, std::string_view words, Form form, int mark) const {
  for (const char32_t c : cleaned(words)) {
    cells.push_back({c, c == U'\n' && form != Form::kLineBreak && mark < 0 ? Form::kPlain : form, mark});
  }
}

void FieldText::appendParagraph(std::vector<Cell>& cells, const Paragraph& paragraph) {
  for (const Inline& piece : paragraph.pieces) {
    const Form form = formOf(piece.kind);
    if (form == Form::kBlank || form == Form::kImage) {
      marks_.push_back({piece, {}});
      const int mark = static_cast<int>(marks_.size()) - 1;
      append(cells, form == Form::kBlank ? std::string(formats::kBlankText) : say("［图］"), form, mark);
    } else {
      append(cells, form == Form::kLineBreak ? "\n" : piece.text, form);
    }
  }
}

std::vector<FieldText::Cell> FieldText::cellsOf(const RichText& text) {
  std::vector<Cell> cells;
  for (const RichText::Block& block : text.blocks()) {
    if (&block != &text.blocks().front()) cells.push_back({U'\n', Form::kPlain, -1});
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      appendParagraph(cells, *paragraph);
      continue;
    }
    const auto& table = std::get<TextTable>(block);
    marks_.push_back({{}, table});
    std::size_t columns = 0;
    for (const auto& row : table.rows) columns = std::max(columns, row.size());
    append(cells, say("［表 {rows}×{columns}］", "rows"_a = table.rows.size(), "columns"_a = columns),
           Form::kTable, static_cast<int>(marks_.size()) - 1);
  }
  return cells;
}

// Pictures are numbered as they stand, and a table has its line to itself.
void FieldText::tidy() {
  std::vector<Cell> cells;
  int number = 0;
  for (std::size_t i = 0; i < cells_.size();) {
    const Cell& cell = cells_[i];
    const bool breaks = !cells.empty() && cells.back().character != U'\n' &&
                        (cell.form == Form::kTable || cells.back().form == Form::kTable) &&
                        cell.character != U'\n' && cells.back().mark != cell.mark;
    if (breaks) cells.push_back({U'\n', Form::kPlain, -1});
    if (cell.form != Form::kImage) {
      cells.push_back(cell);
      ++i;
      continue;
    }
    const int mark = cell.mark;
    append(cells, say("［图 {number}］", "number"_a = ++number), Form::kImage, mark);
    while (i < cells_.size() && cells_[i].mark == mark) ++i;
  }
  cells_ = std::move(cells);
}

std::string FieldText::str() const {
  std::u32string text;
  text.reserve(cells_.size());
  for (const Cell& cell : cells_) text += cell.character;
  return encode(text);
}

std::vector<FieldText::Run> FieldText::runs() const {
  std::vector<Run> runs;
  for (int i = 0; i < size(); ++i) {
    const Cell& cell = cells_[static_cast<std::size_t>(i)];
    const bool goesOn = i > 0 && cells_[static_cast<std::size_t>(i) - 1].form == cell.form &&
                        cells_[static_cast<std::size_t>(i) - 1].mark == cell.mark;
    if (goesOn) {
      ++runs.back().length;
    } else {
      runs.push_back({i, 1, cell.form});
    }
  }
  return runs;
}

RichText FieldText::richOf(int from, int end) const {
  std::vector<RichText::Block> blocks;
  if (from >= end) return {};
  Paragraph paragraph;
  bool open = true;  // A paragraph has begun; it counts even when it is empty.
  for (int i = from; i < end; ++i) {
    const Cell& cell = cells_[static_cast<std::size_t>(i)];
    if (cell.mark >= 0) {
      const Mark& mark = marks_[static_cast<std::size_t>(cell.mark)];
      while (i + 1 < end && cells_[static_cast<std::size_t>(i) + 1].mark == cell.mark) ++i;
      if (!mark.table) {
        paragraph.pieces.push_back(mark.piece);
        open = true;
        continue;
      }
      if (!paragraph.pieces.empty()) blocks.emplace_back(std::move(paragraph));
      paragraph = {};
      blocks.emplace_back(*mark.table);
      // The line end after a table belongs to it.
      open = i + 1 < end;
      if (open && cells_[static_cast<std::size_t>(i) + 1].character == U'\n') {
        ++i;
        open = i + 1 == end || cells_[static_cast<std::size_t>(i) + 1].form != Form::kTable;
      }
      continue;
    }
    if (cell.character == U'\n' && cell.form != Form::kLineBreak) {
      blocks.emplace_back(std::move(paragraph));
      paragraph = {};
      open = true;
      const bool tableNext = i + 1 < end && cells_[static_cast<std::size_t>(i) + 1].form == Form::kTable;
      if (tableNext) open = false;
      continue;
    }
    const Inline::Kind kind = kindOf(cell.form);
    if (kind == Inline::Kind::kLineBreak) {
      paragraph.pieces.push_back({kind, {}, {}});
      continue;
    }
    if (paragraph.pieces.empty() || paragraph.pieces.back().kind != kind)
      paragraph.pieces.push_back({kind, {}, {}});
    paragraph.pieces.back().text += encode(std::u32string(1, cell.character));
  }
  if (open || !paragraph.pieces.empty()) blocks.emplace_back(std::move(paragraph));
  return RichText(std::move(blocks));
}

RichText FieldText::rich() const {
  return richOf(0, size());
}

RichText FieldText::part(int from, int length) const {
  const int end = std::clamp(from + length, 0, size());
  return richOf(std::clamp(from, 0, size()), end);
}

void FieldText::widenOverMarks(int& from, int& end) const {
  if (from == end) {
    // Within a mark nothing can stand; what is typed there comes behind it.
    while (from > 0 && from < size() && cells_[static_cast<std::size_t>(from)].mark >= 0 &&
           cells_[static_cast<std::size_t>(from)].mark == cells_[static_cast<std::size_t>(from) - 1].mark) {
      ++from;
    }
    end = from;
    return;
  }
  const auto markAt = [this](int i) { return cells_[static_cast<std::size_t>(i)].mark; };
  while (from > 0 && markAt(from) >= 0 && markAt(from) == markAt(from - 1)) --from;
  while (end < size() && markAt(end - 1) >= 0 && markAt(end) == markAt(end - 1)) ++end;
}

int FieldText::put(int from, int removed, std::vector<Cell> cells) {
  from = std::clamp(from, 0, size());
  int end = std::clamp(from + removed, from, size());
  widenOverMarks(from, end);
  const int after = from + static_cast<int>(cells.size());
  const int sizeBefore = size() - (end - from) + static_cast<int>(cells.size());
  cells_.erase(cells_.begin() + from, cells_.begin() + end);
  cells_.insert(cells_.begin() + from, cells.begin(), cells.end());
  const int tail = sizeBefore - after;
  tidy();  // May change lengths: ［图 9］ becomes ［图 10］.
  return std::max(0, size() - tail);
}

int FieldText::replace(int from, int removed, std::string_view typed) {
  from = std::clamp(from, 0, size());
  const auto at = [this](int i) -> const Cell& { return cells_[static_cast<std::size_t>(i)]; };
  const auto isWords = [](const Cell& cell) {
    return cell.mark < 0 && cell.form != Form::kLineBreak && cell.character != U'\n';
  };
  Form form = Form::kPlain;
  if (removed > 0 && from < size() && isWords(at(from))) {
    form = at(from).form;
  } else if (removed == 0 && from > 0 && from < size() && isWords(at(from - 1)) && isWords(at(from)) &&
             at(from - 1).form == at(from).form) {
    form = at(from).form;
  }
  std::vector<Cell> cells;
  append(cells, typed, form);
  return put(from, removed, std::move(cells));
}

int FieldText::became(std::string_view words, int cursor) {
  const std::u32string now = cleaned(words);
  const int newSize = static_cast<int>(now.size());
  cursor = std::clamp(cursor, 0, newSize);
  int tail = 0;
  while (tail < std::min(size(), newSize - cursor) &&
         cells_[static_cast<std::size_t>(size() - 1 - tail)].character ==
             now[static_cast<std::size_t>(newSize - 1 - tail)]) {
    ++tail;
  }
  int head = 0;
  while (head < std::min(size(), newSize) - tail &&
         cells_[static_cast<std::size_t>(head)].character == now[static_cast<std::size_t>(head)]) {
    ++head;
  }
  if (head == size() - tail && head == newSize - tail) return cursor;
  return replace(head, size() - tail - head,
                 encode(std::u32string_view(now).substr(static_cast<std::size_t>(head),
                                                        static_cast<std::size_t>(newSize - tail - head))));
}

void FieldText::setForm(int from, int length, Form form) {
  const int end = std::clamp(from + length, 0, size());
  for (int i = std::max(from, 0); i < end; ++i) {
    Cell& cell = cells_[static_cast<std::size_t>(i)];
    if (cell.mark < 0 && cell.character != U'\n') cell.form = form;
  }
}

bool FieldText::hasForm(int from, int length, Form form) const {
  bool any = false;
  const int end = std::clamp(from + length, 0, size());
  for (int i = std::max(from, 0); i < end; ++i) {
    const Cell& cell = cells_[static_cast<std::size_t>(i)];
    if (cell.mark >= 0 || cell.character == U'\n') continue;
    if (cell.form != form) return false;
    any = true;
  }
  return any;
}

int FieldText::insertBlank(int from, int removed) {
  return insert(from, removed, RichText({Paragraph{{{Inline::Kind::kBlank, {}, {}}}}}));
}

int FieldText::insertImage(int from, int removed, const std::string& media, const std::string& alternative) {
  return insert(from, removed, RichText({Paragraph{{{Inline::Kind::kImage, alternative, media}}}}));
}

int FieldText::insertTable(int from, int removed, TextTable table) {
  return insert(from, removed, RichText({RichText::Block(std::move(table))}));
}

int FieldText::insert(int from, int removed, const RichText& text) {
  std::vector<Cell> cells = cellsOf(text);
  return put(from, removed, std::move(cells));
}

const TextTable* FieldText::tableAt(int position) const {
  if (position < 0 || position >= size()) return nullptr;
  const Cell& cell = cells_[static_cast<std::size_t>(position)];
  return cell.form == Form::kTable ? &*marks_[static_cast<std::size_t>(cell.mark)].table : nullptr;
}

void FieldText::setTableAt(int position, TextTable table) {
  if (tableAt(position) == nullptr) return;
  const int mark = cells_[static_cast<std::size_t>(position)].mark;
  int from = position;
  int end = position + 1;
  while (from > 0 && cells_[static_cast<std::size_t>(from) - 1].mark == mark) --from;
  while (end < size() && cells_[static_cast<std::size_t>(end)].mark == mark) ++end;
  insert(from, end - from, RichText({RichText::Block(std::move(table))}));
}

std::string FieldText::imageAt(int position) const {
  if (position < 0 || position >= size()) return {};
  const Cell& cell = cells_[static_cast<std::size_t>(position)];
  return cell.form == Form::kImage ? marks_[static_cast<std::size_t>(cell.mark)].piece.target : std::string();
}

validators::TextRange FieldText::here(validators::TextRange inWords) const {
  // Walks both texts at once: marks have one length in the words and another here.
  const int wantedEnd = inWords.from + inWords.length;
  int words = 0;
  int from = -1;
  int end = size();
  for (int i = 0; i < size();) {
    const Cell& cell = cells_[static_cast<std::size_t>(i)];
    int lengthHere = 1;
    int lengthThere = 1;
    if (cell.mark >= 0) {
      while (i + lengthHere < size() && cells_[static_cast<std::size_t>(i + lengthHere)].mark == cell.mark)
        ++lengthHere;
      const Mark& mark = marks_[static_cast<std::size_t>(cell.mark)];
      lengthThere = mark.table ? lengthInWords(*mark.table) : 3;  // （　） or [图]
    }
    if (from < 0 && inWords.from < words + lengthThere) from = i;
    if (wantedEnd <= words) {
      end = i;
      break;
    }
    words += lengthThere;
    i += lengthHere;
  }
  if (from < 0) from = size();
  return {from, std::max(0, end - from)};
}

}  // namespace tiku::editor
