#include "formats/exchange/export.h"

#include <algorithm>
#include <tuple>

#include "formats/base/say.h"
#include "formats/exchange/itemdoc/item_document.h"
#include "formats/exchange/itemsheet/item_sheet.h"
#include "formats/exchange/questions/writers.h"
#include "formats/model/item_sets.h"

namespace tiku::formats {

void loseOrigin(const TheoryItem& item, Losses& losses) {
  if (!item.source.file.empty()) losses.add(item, say("试题来自哪个文件的哪一处，没有写出。"));
  bool extras = !item.extras.empty() || !item.source.extras.empty();
  for (const ScoringPoint& point : item.scoring) extras = extras || !point.extras.empty();
  if (extras) losses.add(item, say("更新版本的程序添加的内容没有写出。"));
}

namespace {

bool holdsSets(ExportFormat format) {
  return format == ExportFormat::kWord || format == ExportFormat::kExcel || format == ExportFormat::kQti22 ||
         format == ExportFormat::kQti3;
}

void loseSets(const Bank& bank, const TheoryItems& items, Losses& losses) {
  for (const auto& item : items) {
    const ItemSet* set = bank.setOf(item->id);
    if (set == nullptr) continue;
    losses.add(*item, set->kind == ItemSet::Kind::kSharedStem
                          ? say("所在题组的共用题干没有写出，单独看不完整。")
                          : say("题组没有写出，试题各自带着选项。"));
  }
}

}  // namespace

TheoryItems chosenItems(const Bank& bank, const ItemChoice& choice) {
  TheoryItems items;
  if (const auto* paper = choice.paper.empty() ? nullptr : bank.find<Paper>(choice.paper)) {
    for (const PaperSection& section : paper->sections) {
      for (const PaperEntry& entry : section.entries) {
        const Object* object = bank.object(entry.item);
        const auto* item =
            object == nullptr ? nullptr : std::get_if<std::shared_ptr<const TheoryItem>>(object);
        if (item != nullptr) items.push_back(*item);
      }
    }
    return items;
  }
  for (const auto& item : bank.all<TheoryItem>()) {
    if (item->status == ItemStatus::kRetired) continue;
    if (choice.level && item->level != *choice.level) continue;
    if (!choice.types.empty() && std::ranges::find(choice.types, item->type) == choice.types.end()) continue;
    items.push_back(item);
  }
  std::ranges::sort(items, [](const auto& a, const auto& b) {
    if (a->level != b->level) return a->level > b->level;
    return std::tie(a->type, a->code, a->id) < std::tie(b->type, b->code, b->id);
  });
  std::vector<Id> ids;
  for (const auto& item : items) ids.push_back(item->id);
  TheoryItems sorted;
  for (const Id id : together(bank, ids)) sorted.push_back(bank.get<TheoryItem>(id));
  return sorted;
}

ExportResult exportItems(const Bank& bank, const TheoryItems& items, const ExportOptions& options) {
  Losses losses;
  if (!holdsSets(options.format)) loseSets(bank, items, losses);
  Written written;
  switch (options.format) {
    case ExportFormat::kMoodle:
      written = writeMoodle(bank, items, options, losses);
      break;
    case ExportFormat::kGift:
      written = writeGift(bank, items, losses);
      break;
    case ExportFormat::kAiken:
      written = writeAiken(items, losses);
      break;
    case ExportFormat::kQti22:
    case ExportFormat::kQti3:
      written = writeQti(bank, items, options, losses);
      break;
    case ExportFormat::kCsv:
    case ExportFormat::kJson:
      written = writeListing(bank, items, options, losses);
      break;
    case ExportFormat::kExcel:
      written = writeItemSheets(bank, items, losses);
      break;
    case ExportFormat::kWord:
      written = writeItemDocument(bank, items, losses);
      break;
  }
  return {std::move(written.bytes), written.items, std::move(losses).take()};
}

}  // namespace tiku::formats
