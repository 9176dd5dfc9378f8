#include "formats/exchange/export.h"

#include "formats/base/say.h"
#include "formats/exchange/questions/writers.h"

namespace tiku::formats {

void loseOrigin(const TheoryItem& item, Losses& losses) {
  if (!item.source.file.empty()) losses.add(item, say("试题来自哪个文件的哪一处，没有写出。"));
  bool extras = !item.extras.empty() || !item.source.extras.empty();
  for (const ScoringPoint& point : item.scoring) extras = extras || !point.extras.empty();
  if (extras) losses.add(item, say("更新版本的程序添加的内容没有写出。"));
}

ExportResult exportItems(const Bank& bank, const TheoryItems& items, const ExportOptions& options) {
  Losses losses;
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
    case ExportFormat::kCsv:
    case ExportFormat::kJson:
      written = writeListing(bank, items, options, losses);
      break;
  }
  return {std::move(written.bytes), written.items, std::move(losses).take()};
}

}  // namespace tiku::formats
