#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "formats/base/parallel.h"
#include "formats/base/say.h"
#include "formats/exchange/itemsheet/columns.h"
#include "formats/exchange/itemsheet/item_sheet.h"
#include "formats/exchange/questions/question_words.h"
#include "formats/exchange/written/lost_fields.h"
#include "formats/exchange/written/words.h"
#include "formats/model/pictures.h"

namespace tiku::formats {
namespace {

using namespace itemsheet;

constexpr int kFewestOptions = 4;
constexpr int kMostOptions = 26;
constexpr int kPictureWidth = 100;  // Pixels.
constexpr int kPictureHeight = 75;
constexpr double kPicturePoints = 60;
constexpr int kMostPictures = 8;  // Side by side.

class SheetWriter {
 public:
  SheetWriter(const Bank& bank, Losses& losses)
      : bank_(bank), names_(bank), hold_(written::heldPictures(bank)), losses_(losses) {}

  std::string write(const TheoryItems& items);

 private:
  XlsxSheet sheetOf(Level level, const TheoryItems& items, const std::string& points);
  // A row, and the item as it reads back from it.
  struct Made {
    ItemRow row;
    std::optional<TheoryItem> back;
    bool cut = false;
  };
  [[nodiscard]] std::vector<Made> rowsFor(const TheoryItems& items) const;
  ItemRow tellOf(Made made, const TheoryItem& item);
  void putSet(const ItemSet& set, const TheoryItem& item, bool isFirst, ItemRow& row);
  void putPictures(const ItemRow& row, int place, int slot, int column, XlsxSheet& sheet) const;

  const Bank& bank_;
  written::Names names_;
  written::HeldAs hold_;
  Losses& losses_;
  written::Members members_;
  std::set<Id> told_;  // Sets of which the losses have been told.
};

std::string SheetWriter::write(const TheoryItems& items) {
  std::vector<Id> ids;
  for (const auto& item : items) ids.push_back(item->id);
  members_ = written::membersOf(bank_, ids);
  std::map<Level, TheoryItems, std::greater<>> byLevel;
  for (const auto& item : items) byLevel[item->level].push_back(item);
  XlsxBook book;
  book.title = bank_.info().title;
  std::vector<XlsxSheet> lists;
  for (const auto& [level, own] : byLevel) {
    PointSheet points = pointSheet(names_, level);
    book.sheets.push_back(sheetOf(level, own, points.formula));
    if (!points.formula.empty()) lists.push_back(std::move(points.sheet));
  }
  for (XlsxSheet& list : lists) book.sheets.push_back(std::move(list));
  return writeXlsx(book);
}

std::vector<SheetWriter::Made> SheetWriter::rowsFor(const TheoryItems& items) const {
  std::vector<Made> made(items.size());
  inParallel(items.size(), 0, [&](unsigned, std::size_t i) {
    Made& one = made[i];
    one.row = rowOf(*items[i], names_, hold_, one.cut);
    one.back = asWritten(*items[i], names_, hold_);
    one.row.at(Column::kPrint) = {{Inline::Kind::kText, written::printOf(*one.back), {}}};
  });
  return made;
}

ItemRow SheetWriter::tellOf(Made made, const TheoryItem& item) {
  if (made.cut) losses_.add(item, say("内容超过 Excel 单元格的 32767 个字，只写了开头。"));
  written::tellLosses(item, *made.back, losses_);
  return std::move(made.row);
}

void SheetWriter::putSet(const ItemSet& set, const TheoryItem& item, bool isFirst, ItemRow& row) {
  ItemSet back = asWritten(set, hold_);
  if (set.kind == ItemSet::Kind::kSharedOptions && item.options == set.options) back.options = set.options;
  if (told_.insert(set.id).second) written::tellLosses(set, back, item, losses_);
  back.options.clear();
  back.items = members_.at(&set);
  row.at(Column::kSet) = {{Inline::Kind::kText, set.id.str() + "/" + written::printOf(back), {}}};
  row.at(Column::kMaterial) = {{Inline::Kind::kText, std::string(kSameMaterial), {}}};
  if (!isFirst) return;
  RowPictures pictures{row.pictures, hold_};
  row.at(Column::kMaterial) = materialOf(set, pictures);
  cutToCell(row.at(Column::kMaterial));
  row.pictures = std::move(pictures.names);
}

XlsxSheet SheetWriter::sheetOf(Level level, const TheoryItems& items, const std::string& points) {
  std::vector<ItemRow> rows;
  SheetColumns columns{kFewestOptions};
  int pictures = 0;
  const ItemSet* above = nullptr;
  std::vector<Made> made = rowsFor(items);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& item = items[i];
    rows.push_back(tellOf(std::move(made[i]), *item));
    const ItemSet* set = bank_.setOf(item->id);
    if (set != nullptr) putSet(*set, *item, set != above, rows.back());
    above = set;
    columns.options = std::clamp(static_cast<int>(rows.back().options.size()), columns.options, kMostOptions);
    pictures = std::clamp(static_cast<int>(rows.back().pictures.size()), pictures, kMostPictures);
  }
  XlsxSheet sheet = emptySheet(std::string(level.name()), columns, points);
  sheet.pageHeader = bank_.info().title;
  const int column = columns.at(Column::kPictures);
  constexpr double kPixelsPerDigit = 7;
  if (pictures > 0)
    sheet.columns[static_cast<std::size_t>(column)].width = pictures * kPictureWidth / kPixelsPerDigit + 1;
  for (const ItemRow& row : rows) {
    sheet.addRow(cellsOf(row, columns));
    if (row.pictures.empty()) continue;
    sheet.rows.back().atLeast = kPicturePoints;
    const int slots = std::max(static_cast<int>(row.pictures.size()), pictures);
    putPictures(row, static_cast<int>(sheet.rows.size()) - 1, pictures * kPictureWidth / slots, column,
                sheet);
  }
  return sheet;
}

void SheetWriter::putPictures(const ItemRow& row, int place, int slot, int column, XlsxSheet& sheet) const {
  int offset = 0;
  for (std::size_t i = 0; i < row.pictures.size(); ++i) {
    const Media* picture = mediaNamed(bank_, row.pictures[i]);
    sheet.pictures.push_back({place, column, offset, std::max(slot - 4, 1), kPictureHeight, picture->bytes,
                              "图" + std::to_string(i + 1)});
    offset += slot;
  }
}

}  // namespace

Written writeItemSheets(const Bank& bank, const TheoryItems& items, Losses& losses) {
  return {SheetWriter(bank, losses).write(items), static_cast<int>(items.size())};
}

}  // namespace tiku::formats
