// Theory items from a spreadsheet: understands the layout of each sheet, reads its rows, leaves the
// identities to mergeItems(), and gives every row its verdict. Units of the report are the sheets ("Sheet1"),
// their rows ("Sheet1!7"), and single cells ("Sheet1!K7") where there is something to say of them alone.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/item_words.h"
#include "formats/exchange/merge_items.h"
#include "formats/exchange/merge_sets.h"
#include "formats/exchange/sheets/sheet_reader.h"
#include "formats/model/pictures.h"

namespace tiku::formats {
namespace {

using namespace sheets;

constexpr const char* kUsualValue = "usual";
constexpr const char* kZeroRightValue = "zero-right";

class SheetItemsImport {
 public:
  SheetItemsImport(const Bank& bank, const Workbook& workbook, const ImportOptions& options)
      : bank_(bank),
        workbook_(workbook),
        options_(options),
        choice_(options.columns),
        understanding_(options.corrections) {}

  ImportResult run();

 private:
  JudgementCode settleJudgement();
  void tellOfJudgement();
  void finish(ImportResult& result);
  void findSets();
  void putSets(const std::vector<MergedItem>& merged, ImportResult& result) const;
  void putMedia(Edit& edit) const;
  void judge(const std::vector<MergedItem>& merged, bool keysAgree);
  void checkColumns() const;
  [[noreturn]] void refuse() const;

  const Bank& bank_;
  const Workbook& workbook_;
  const ImportOptions& options_;
  ColumnChoice choice_;
  Understanding understanding_;
  Ledger ledger_;
  std::vector<SheetLayout> layouts_;
  std::vector<FoundItem> found_;
  std::vector<std::vector<std::size_t>> sets_;  // Of items that share their material.
  JudgementMarks marks_;
  JudgementCode judgement_ = JudgementCode::kUsual;
};

ImportResult SheetItemsImport::run() {
  judgement_ = settleJudgement();
  for (const Sheet& sheet : workbook_.sheets) layouts_.push_back(layoutOf(sheet, choice_, understanding_));
  checkColumns();
  const FileContext file{bank_, workbook_, options_, judgement_};
  for (SheetLayout& layout : layouts_) {
    SheetReader reader(file, layout, ledger_, understanding_);
    reader.read();
    std::vector<FoundItem> items = reader.takeItems();
    found_.reserve(found_.size() + items.size());
    for (FoundItem& item : items) found_.push_back(std::move(item));
    for (const auto& [mark, n] : reader.marks()) marks_[mark] += n;
  }
  tellOfJudgement();
  ImportResult result{Edit(say("导入试题")), {}, {}};
  result.report.file = workbook_.file;
  result.report.notes = workbook_.notes;
  result.report.kind = ImportKind::kItems;
  result.report.reading = std::move(understanding_).take();
  finish(result);
  result.report.rows = std::move(ledger_).take();
  return result;
}

// A column that was asked for and does not exist, and a file without any table, are told before anything is
// read.
void SheetItemsImport::checkColumns() const {
  std::vector<std::string> heads;
  int width = 0;
  bool any = false;
  for (const SheetLayout& layout : layouts_) {
    for (const auto& row : layout.sheet->rows) width = std::max(width, static_cast<int>(row.size()));
    const bool unwanted = layout.form == SheetLayout::Form::kNotItems && layout.isSure &&
                          understanding_.isSaid(sheetKey(*layout.sheet));
    any = any || unwanted || !layout.tables.empty();
    for (const TableLayout& table : layout.tables) {
      if (table.table.headRow < 0) continue;
      const std::vector<std::string> words = wordsOfRow(*layout.sheet, table.table.headRow);
      heads.insert(heads.end(), words.begin(), words.end());
    }
  }
  choice_.checkUsed(heads, width);
  if (!any) refuse();
}

void SheetItemsImport::refuse() const {
  const bool records = std::ranges::any_of(workbook_.sheets, &Sheet::isRecords);
  throw FormatError(
      ErrorCode::kNotUnderstood, say("没有找到试题表。"), {workbook_.file, 0, {}},
      records ? say("每道题要有题干和答案（或选项），例如“question”“options”“answer”。")
              : say("表头至少要有“题干”和“答案”（或选项）两列；没有表头时，请指定各列（命令行：--column "
                    "stem=C）。"));
}

JudgementCode SheetItemsImport::settleJudgement() {
  const bool custom =
      std::ranges::any_of(workbook_.sheets, [](const Sheet& sheet) { return sheet.zeroIsRight; });
  const bool zero = custom || options_.judgement == JudgementCode::kZeroRight;
  const std::string value = understanding_.settle(
      kJudgementKey, zero ? kZeroRightValue : kUsualValue,
      {{kUsualValue, say("√、对、正确、T、Y、A、1 为正确，×、错、错误、F、N、B、0 和 2 为错误")},
       {kZeroRightValue, say("0 为正确，1 为错误；其他记号照常")}});
  return value == kZeroRightValue ? JudgementCode::kZeroRight : JudgementCode::kUsual;
}

void SheetItemsImport::tellOfJudgement() {
  if (marks_.empty()) {
    understanding_.tell(kJudgementKey,
                        understanding_.isSaid(kJudgementKey) ? say("没有写出答案的判断题。") : std::string());
    return;
  }
  std::vector<std::pair<std::string, int>> often(marks_.begin(), marks_.end());
  std::ranges::sort(often, [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  constexpr std::size_t kMostMarks = 6;
  if (often.size() > kMostMarks) often.resize(kMostMarks);
  std::string marks;
  std::string counts;
  for (const auto& [mark, n] : often) {
    marks += (marks.empty() ? "" : translate("、")) + mark;
    counts += (counts.empty() ? "" : translate("，")) + say("{mark} {n} 题", "mark"_a = mark, "n"_a = n);
  }
  const bool zero = judgement_ == JudgementCode::kZeroRight;
  understanding_.tell(kJudgementKey,
                      areBareDigits(marks_)
                          ? zero ? say("判断题的答案写作 {marks}，0 为正确。", "marks"_a = marks)
                                 : say("判断题的答案写作 {marks}，1 为正确。", "marks"_a = marks)
                          : say("判断题的答案写作 {marks}。", "marks"_a = marks),
                      counts);
}

void SheetItemsImport::putMedia(Edit& edit) const {
  std::set<std::string> media;
  for (const FoundItem& found : found_) {
    for (std::string& name : found.material.images()) media.insert(std::move(name));
    for (std::string& name : picturesOf(found.item)) media.insert(std::move(name));
  }
  for (const std::string& name : media) {
    const auto id = mediaIdOf(name);
    if (id && bank_.find<Media>(*id) == nullptr) edit.put(Media{*id, name, workbook_.media.at(name)});
  }
}

void SheetItemsImport::finish(ImportResult& result) {
  std::map<std::string, int>& counts = result.report.counts;
  counts["items"] = static_cast<int>(found_.size());
  counts["without-key"] = 0;
  findSets();
  putMedia(result.edit);
  std::vector<TheoryItem> items;
  items.reserve(found_.size());
  for (FoundItem& found : found_) {
    ++counts[std::string(itemTypeKey(found.item.type))];
    if (std::holds_alternative<std::monostate>(found.item.key)) ++counts["without-key"];
    items.push_back(std::move(found.item));
  }
  const std::vector<MergedItem> merged =
      mergeItems(bank_, std::move(items), options_.pointsByOrder, result.edit, counts, options_.keepRepeats);
  putSets(merged, result);
  judge(merged, counts.at("key-conflicts") == 0);
  for (std::size_t i = 0; i < merged.size(); ++i)
    result.items.push_back({merged[i].id, found_[i].units, merged[i].theirs});
}

// Items of a sheet with the same material are a set; of an item that has it alone, the material is the
// beginning of its stem.
void SheetItemsImport::findSets() {
  std::map<std::tuple<const Sheet*, Level, std::string>, std::size_t> byMaterial;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const FoundItem& found = found_[i];
    if (found.material.empty()) continue;
    const auto [set, isNew] =
        byMaterial.emplace(std::tuple(found.sheet, found.item.level, foldText(found.material)), sets_.size());
    if (isNew) sets_.emplace_back();
    sets_[set->second].push_back(i);
  }
  for (const std::vector<std::size_t>& set : sets_) {
    if (set.size() > 1) continue;
    FoundItem& found = found_[set.front()];
    std::vector<RichText::Block> blocks = found.material.blocks();
    blocks.insert(blocks.end(), found.item.stem.blocks().begin(), found.item.stem.blocks().end());
    found.item.stem = RichText(std::move(blocks));
  }
}

void SheetItemsImport::putSets(const std::vector<MergedItem>& merged, ImportResult& result) const {
  std::vector<ItemSet> sets;
  for (const std::vector<std::size_t>& members : sets_) {
    if (members.size() < 2) continue;
    const FoundItem& first = found_[members.front()];
    ItemSet set(Id::random(), first.level, ItemSet::Kind::kSharedStem);
    set.stem = first.material;
    set.source = {workbook_.file, first.units.front()};
    for (const std::size_t member : members) set.items.push_back(merged[member].id);
    sets.push_back(std::move(set));
  }
  mergeSets(bank_, std::move(sets), result.edit, result.report.counts);
}

// A sheet that only repeats others (必答题 and 抢答题 of one contest) needs nobody's look, row by row.
void SheetItemsImport::judge(const std::vector<MergedItem>& merged, bool keysAgree) {
  std::map<const Sheet*, bool> onlyRepeats;
  for (std::size_t i = 0; i < merged.size(); ++i) {
    const bool repeats = keysAgree && merged[i].what == MergedItem::What::kRepeated;
    const auto [sheet, isNew] = onlyRepeats.emplace(found_[i].sheet, repeats);
    if (!isNew) sheet->second = sheet->second && repeats;
  }
  for (std::size_t i = 0; i < merged.size(); ++i) {
    const std::string& at = found_[i].units.front();
    if (merged[i].doubt.empty()) {
      ledger_.imported(at, found_[i].reason);
    } else if (onlyRepeats.at(found_[i].sheet)) {
      ledger_.skipped(at, merged[i].doubt);
    } else {
      ledger_.unclear(at, merged[i].doubt);
    }
  }
}

}  // namespace

ImportResult importItems(const Bank& bank, const Workbook& workbook, const ImportOptions& options) {
  return SheetItemsImport(bank, workbook, options).run();
}

}  // namespace tiku::formats
