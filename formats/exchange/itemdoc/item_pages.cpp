#include "formats/exchange/itemdoc/item_pages.h"

#include <algorithm>
#include <array>

namespace tiku::formats::itemdoc {
namespace {

constexpr std::size_t kMostKept = 16;  // Paragraphs; an item that is longer may be parted.

DocxStyle styleOf(Role role) {
  switch (role) {
    case Role::kStem:
      return DocxStyle::kItemStem;
    case Role::kOption:
      return DocxStyle::kItemOption;
    case Role::kAnswer:
      return DocxStyle::kItemAnswer;
    case Role::kTag:
      return DocxStyle::kItemTag;
    case Role::kShared:
      return DocxStyle::kItemShared;
    case Role::kMore:
      break;
  }
  return DocxStyle::kItemMore;
}

std::vector<DocxRun> runsFor(const Paragraph& words) {
  std::vector<DocxRun> runs;
  for (const Inline& piece : words.pieces) {
    DocxRun& run = runs.emplace_back();
    run.text = piece.text;
    switch (piece.kind) {
      case Inline::Kind::kSubscript:
        run.script = DocxRun::Script::kSub;
        break;
      case Inline::Kind::kSuperscript:
        run.script = DocxRun::Script::kSuper;
        break;
      case Inline::Kind::kEmphasis:
        run.bold = true;
        run.emphasis = true;
        break;
      case Inline::Kind::kImage:
        run.kind = DocxRun::Kind::kImage;
        run.target = piece.target;
        break;
      case Inline::Kind::kMath:
        run.kind = DocxRun::Kind::kMath;
        break;
      case Inline::Kind::kLineBreak:
        run.kind = DocxRun::Kind::kLineBreak;
        break;
      default:
        break;
    }
  }
  return runs;
}

DocxTable tableFor(const TextTable& table, bool keep) {
  std::size_t columns = 1;
  for (const auto& row : table.rows) columns = std::max(columns, row.size());
  DocxTable printed;
  printed.widths.assign(columns, 1);
  for (const auto& row : table.rows) {
    DocxRow& cells = printed.rows.emplace_back();
    for (std::size_t c = 0; c < columns; ++c) {
      DocxCell& cell = cells.cells.emplace_back();
      if (c >= row.size()) continue;
      for (const RichText::Block& block : row[c].blocks()) {
        DocxParagraph paragraph(runsFor(std::get<Paragraph>(block)), DocxStyle::kCell);
        paragraph.keepNext = keep;
        cell.blocks.emplace_back(std::move(paragraph));
      }
    }
  }
  return printed;
}

}  // namespace

std::string sectionNumber(int number) {
  constexpr std::array<std::string_view, 10> kDigits{"",   "一", "二", "三", "四",
                                                     "五", "六", "七", "八", "九"};
  constexpr int kTen = 10;
  if (number < 1 || number >= kTen * kTen) return std::to_string(number);
  std::string words;
  if (number >= kTen) {
    if (number >= 2 * kTen) words += kDigits.at(static_cast<std::size_t>(number / kTen));
    words += "十";
  }
  return words.append(kDigits.at(static_cast<std::size_t>(number % kTen)));
}

void addItem(DocxWriter& writer, const std::vector<Part>& parts) {
  const bool keep = parts.size() <= kMostKept;
  bool answered = false;
  for (const Part& part : parts) {
    if (const auto* line = std::get_if<Line>(&part)) {
      answered = answered || line->role == Role::kAnswer;
      const bool more = answered && line->role == Role::kMore;
      DocxParagraph paragraph(runsFor(line->words), more ? DocxStyle::kItemAnswerMore : styleOf(line->role));
      paragraph.columns = line->columns;
      paragraph.keepNext = keep && line->role != Role::kTag;
      writer.add(paragraph);
    } else {
      writer.add(tableFor(std::get<TextTable>(part), keep));
    }
  }
}

}  // namespace tiku::formats::itemdoc
