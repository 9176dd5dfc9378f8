#include <algorithm>

#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/exchange/items/stem.h"
#include "formats/exchange/itemsheet/item_row.h"
#include "formats/exchange/itemsheet/item_sheet.h"
#include "formats/exchange/written/take.h"

namespace tiku::formats {
namespace {

using namespace itemsheet;

constexpr int kLastHeadRow = 5;  // A title and notes may stand above.
constexpr std::string_view kExample = "示例";

/// Which column of the sheet is which of ours.
struct ItemHead {
  int row = 0;
  std::array<int, kColumns> columns{};  ///< -1: the sheet does not have it.
  std::vector<int> options;
};

std::string headWords(const SheetCell& cell) {
  std::string words;
  for (const char c : cell.text) {
    if (c != ' ' && c != '\n') words += c;
  }
  return words;
}

std::optional<ItemHead> headOf(const Sheet& sheet) {
  for (int r = 0; r < std::min(kLastHeadRow, static_cast<int>(sheet.rows.size())); ++r) {
    ItemHead head;
    head.row = r;
    head.columns.fill(-1);
    const auto& cells = sheet.rows[static_cast<std::size_t>(r)];
    for (int c = 0; c < static_cast<int>(cells.size()); ++c) {
      const std::string words = headWords(cells[static_cast<std::size_t>(c)]);
      const std::string option(columnName(Column::kOption));
      if (words.size() == option.size() + 1 && words.starts_with(option)) head.options.push_back(c);
      for (int i = 0; i < kColumns; ++i) {
        if (words == columnName(static_cast<Column>(i))) head.columns.at(static_cast<std::size_t>(i)) = c;
      }
    }
    const auto has = [&head](Column column) {
      return head.columns.at(static_cast<std::size_t>(column)) >= 0;
    };
    if (has(Column::kStem) && has(Column::kType) && has(Column::kPrint) && has(Column::kId)) return head;
  }
  return std::nullopt;
}

Words wordsOf(const SheetCell* cell) {
  if (cell == nullptr || cell->text.empty()) return {};
  return cell->pieces.empty() ? Words{{Inline::Kind::kText, cell->text, {}}} : cell->pieces;
}

class BookReader {
 public:
  BookReader(const Bank& bank, const Workbook& workbook, const ImportOptions& options)
      : bank_(bank),
        workbook_(workbook),
        options_(options),
        names_(bank),
        hold_(written::heldPictures(bank, &workbook.media)),
        taker_(bank, workbook.file, options,
               {[this](const TheoryItem& item) { return asWritten(item, names_, hold_); },
                [this](const ItemSet& set) { return asWritten(set, hold_); }}) {}

  ImportResult read() {
    for (const Sheet& sheet : workbook_.sheets) {
      taker_.verdicts().enter(unitName(sheet));
      if (const auto head = headOf(sheet)) {
        readSheet(sheet, *head);
      } else {
        skipSheet(sheet);
      }
    }
    for (std::size_t i = 0; i < sets_.size(); ++i) {
      written::FoundSet& found = sets_[i];
      // The bank's own keeps its options; a new one has those of its items.
      const bool own = bank_.find<ItemSet>(found.set.id) != nullptr;
      if (!own && found.set.kind == ItemSet::Kind::kSharedOptions)
        found.set.options = std::move(setOptions_[i]);
      taker_.take(std::move(found));
    }
    return std::move(taker_).finish(workbook_.media, workbook_.notes);
  }

 private:
  void skipSheet(const Sheet& sheet) {
    taker_.verdicts().skipped(unitName(sheet), say("不是试题表：说明、考评点清单或其他内容。"));
    for (int r = 0; r < static_cast<int>(sheet.rows.size()); ++r) {
      taker_.verdicts().enter(rowName(sheet, r));
      taker_.verdicts().skipped(rowName(sheet, r), say("不在试题表里。"));
    }
  }

  void readSheet(const Sheet& sheet, const ItemHead& head) {
    taker_.verdicts().imported(unitName(sheet), say("试题表"));
    const auto level = Level::parse(sheet.name);
    open_.reset();
    for (int r = 0; r < static_cast<int>(sheet.rows.size()); ++r) {
      const std::string at = rowName(sheet, r);
      taker_.verdicts().enter(at);
      if (r <= head.row) {
        taker_.verdicts().skipped(at, r == head.row ? say("表头。") : say("标题或说明。"));
      } else {
        readRow(sheet, head, r, level ? level : options_.level);
      }
    }
  }

  void readRow(const Sheet& sheet, const ItemHead& head, int r, std::optional<Level> level) {
    const std::string at = rowName(sheet, r);
    const ItemRow row = cellsOf(sheet, head, r);
    const bool hasWords = !row.at(Column::kStem).empty() || !row.at(Column::kId).empty() ||
                          std::ranges::any_of(row.options, [](const Words& words) { return !words.empty(); });
    if (row.words(Column::kCode).starts_with(kExample))
      return taker_.verdicts().skipped(at, say("模板里的示例，没有导入。"));
    if (!hasWords) return taker_.verdicts().skipped(at, say("空行。"));
    ReadItem read = itemOf(row, names_, level);
    if (!read.item) return taker_.verdicts().unclear(at, read.doubts.sentences.front());
    if (!read.isNamed) settle(*read.item);
    written::Found found(std::move(*read.item));
    found.isNamed = read.isNamed;
    found.print = row.words(Column::kPrint);
    found.name = translate(itemTypeName(found.item.type));
    found.units = {at};
    found.doubts = std::move(read.doubts);
    const Level own = found.item.level;
    std::vector<RichText> options = found.item.options;
    const std::size_t place = taker_.take(std::move(found));
    joinSet(row, own, std::move(options), place);
  }

  // The item's set: by its id, by "同上", or a new one by its material.
  void joinSet(const ItemRow& row, Level level, std::vector<RichText> options, std::size_t place) {
    const std::string said = row.words(Column::kSet);
    const Words& material = row.at(Column::kMaterial);
    const auto id = Id::parse(said.substr(0, said.find('/')));
    const bool same = plainWords(material) == kSameMaterial;
    if (id) {
      const auto known = std::ranges::find_if(sets_, [&](const auto& set) { return set.set.id == *id; });
      open_ = static_cast<std::size_t>(known - sets_.begin());
      if (known == sets_.end()) {
        begin(material, *id, level, row.pictures);
      } else if (!same && !material.empty() && known->set.stem.empty()) {
        known->set = setOfMaterial(material, *id, level, row.pictures);  // Its rows were sorted.
      }
      sets_[*open_].isNamed = true;
      sets_[*open_].print = said.substr(std::min(said.find('/'), said.size() - 1) + 1);
    } else if (material.empty()) {
      open_.reset();
    } else if (!same) {
      open_ = sets_.size();
      begin(material, Id::random(), level, row.pictures);
    }
    if (!open_) return;
    sets_[*open_].members.push_back(place);
    if (sets_[*open_].members.size() == 1) setOptions_[*open_] = std::move(options);
  }

  void begin(const Words& material, Id id, Level level, const std::vector<std::string>& pictures) {
    const bool same = plainWords(material) == kSameMaterial;
    sets_.emplace_back(setOfMaterial(same ? Words() : material, id, level, pictures));
    setOptions_.emplace_back();
  }

  // What a person typed: an answer in the brackets of the stem, lines to write on.
  void settle(TheoryItem& item) const { settleStem(item, options_.judgement); }

  ItemRow cellsOf(const Sheet& sheet, const ItemHead& head, int r) const {
    ItemRow row;
    for (std::size_t i = 0; i < head.columns.size(); ++i) {
      if (head.columns.at(i) >= 0) row.cells.at(i) = wordsOf(sheet.at(r, head.columns.at(i)));
    }
    for (const int column : head.options) row.options.push_back(wordsOf(sheet.at(r, column)));
    while (!row.options.empty() && row.options.back().empty()) row.options.pop_back();
    const int pictures = head.columns.at(static_cast<std::size_t>(Column::kPictures));
    if (pictures < 0) return row;
    const auto shown = sheet.pictures.find(columnName(pictures) + std::to_string(r + 1));
    if (shown != sheet.pictures.end()) row.pictures = shown->second;
    return row;
  }

  const Bank& bank_;
  const Workbook& workbook_;
  const ImportOptions& options_;
  written::Names names_;
  written::HeldAs hold_;
  written::Taker taker_;
  std::vector<written::FoundSet> sets_;
  std::vector<std::vector<RichText>> setOptions_;  ///< Of the first item of each.
  std::optional<std::size_t> open_;                ///< The set that "同上" means.
};

}  // namespace

bool isItemWorkbook(const Workbook& workbook) {
  return std::ranges::any_of(workbook.sheets, [](const Sheet& sheet) { return headOf(sheet).has_value(); });
}

ImportResult importItemWorkbook(const Bank& bank, const Workbook& workbook, const ImportOptions& options) {
  return BookReader(bank, workbook, options).read();
}

}  // namespace tiku::formats
