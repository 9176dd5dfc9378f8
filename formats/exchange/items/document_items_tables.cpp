// Tables among the items.
#include <algorithm>

#include "formats/base/say.h"
#include "formats/exchange/items/document_items.h"

namespace tiku::formats {
namespace {

std::u32string solidText(const DocCell& cell) {
  std::u32string solid;
  for (const char32_t c : plainText(cell.str())) {
    if (!isBlankChar(c)) solid += c;
  }
  return solid;
}

bool isEmpty(const std::vector<DocCell>& row) {
  return std::ranges::all_of(row, [](const DocCell& cell) {
    return solidText(cell).empty() && std::ranges::all_of(cell.paragraphs, [](const DocParagraph& paragraph) {
             return paragraph.text.images().empty();
           });
  });
}

bool isScoreRow(const std::vector<DocCell>& row) {
  std::u32string all;
  for (const DocCell& cell : row) all += solidText(cell);
  return isScoreBox(all);
}

/// A row that begins with the word, as "题号 | 1 | 2 | 3".
bool beginsWith(const std::vector<DocCell>& row, std::u32string_view word) {
  return !row.empty() && solidText(row.front()).starts_with(word);
}

TextTable textTable(const DocTable& table) {
  TextTable result;
  for (const std::vector<DocCell>& row : table.rows) {
    std::vector<RichText> cells;
    for (const DocCell& cell : row) {
      std::vector<RichText::Block> blocks;
      for (const DocParagraph& paragraph : cell.paragraphs) {
        for (const RichText::Block& block : paragraph.text.blocks()) {
          const auto* words = std::get_if<Paragraph>(&block);
          if (words != nullptr) blocks.emplace_back(LineText(paragraph.label, *words).slice(0));
        }
      }
      cells.emplace_back(std::move(blocks));
    }
    result.rows.push_back(std::move(cells));
  }
  return result;
}

}  // namespace

void DocumentItems::table(const Line& line) {
  const DocTable& table = *line.table;
  const auto at = [&table](std::size_t row) { return tableRowAt(table.number, static_cast<int>(row) + 1); };
  const bool scores = std::ranges::all_of(
      table.rows, [](const std::vector<DocCell>& row) { return isEmpty(row) || isScoreRow(row); });
  if (scores) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) verdicts_.skipped(at(row), say("评分栏。"));
    return;
  }
  if (keyTable(line)) return;
  if (!sections_.empty() && sections_.back().isLeftOut) {
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      verdicts_.skipped(at(row), say("按更正，这一节不是试题。"));
    return;
  }
  if (DraftSet* set = openSet(); set != nullptr && !set->isOptions) {
    set->stem.emplace_back(textTable(table));
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      verdicts_.imported(at(row), say("共用题干中的表格"));
    return;
  }
  ItemDraft* open = inKeyBlock_ ? nullptr : openHere();
  const bool toAnswer = open != nullptr && open->part == Part::kAnswer && open->isSubjective();
  if (open != nullptr && (open->part == Part::kStem || toAnswer)) {
    (toAnswer ? open->answer : open->stem).emplace_back(textTable(table));
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      imported(at(row), toAnswer ? say("{item} 的答案中的表格", "item"_a = open->name())
                                 : say("{item} 的题干中的表格", "item"_a = open->name()));
    }
    return;
  }
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (isEmpty(table.rows[row])) {
      verdicts_.skipped(at(row), say("空行。"));
    } else if (sections_.empty()) {
      verdicts_.skipped(at(row), say("第一个题型标题之前的表格。"));
    } else {
      verdicts_.unclear(at(row), say("表格没有导入，请核对其中是否有试题。"));
    }
  }
}

/// "题号 | 1 | 2 | …" above "答案 | A | C | …", perhaps several times.
bool DocumentItems::keyTable(const Line& line) {
  const DocTable& table = *line.table;
  bool any = false;
  for (std::size_t row = 0; row + 1 < table.rows.size(); ++row) {
    any = any || (beginsWith(table.rows[row], U"题号") && beginsWith(table.rows[row + 1], U"答案"));
  }
  if (!any || drafts_.empty()) return false;
  const std::optional<ItemType> type = inKeyBlock_ ? keyType_ : currentType();
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string at = tableRowAt(table.number, static_cast<int>(row) + 1);
    const bool answers =
        row > 0 && beginsWith(table.rows[row], U"答案") && beginsWith(table.rows[row - 1], U"题号");
    if (isEmpty(table.rows[row]) || beginsWith(table.rows[row], U"题号")) {
      verdicts_.skipped(at, say("答案表的题号行。"));
      continue;
    }
    if (!answers) {
      verdicts_.unclear(at, say("在答案表里，但没有认出是什么。"));
      continue;
    }
    bool given = false;
    for (std::size_t i = 1; i < table.rows[row].size(); ++i) {
      const DocCell& cell = table.rows[row][i];
      const std::u32string words = solidText(cell);
      const DocCell* above = table.at(row - 1, cell.column);
      if (words.empty() || above == nullptr) continue;
      const std::u32string number = solidText(*above);
      if (number.empty() || number.size() > 4 || !std::ranges::all_of(number, isDigit)) {
        verdicts_.unclear(at, say("答案“{words}”上面没有题号，没有采用。", "words"_a = utf8(words)));
        continue;
      }
      given = true;
      keys_.push_back({type, std::stoi(utf8(number)), RichText::plain(utf8(words)).blocks(), at, keyBlocks_});
    }
    if (!given) verdicts_.skipped(at, say("空的答题栏。"));
  }
  return true;
}

}  // namespace tiku::formats
