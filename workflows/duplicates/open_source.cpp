#include "workflows/duplicates/open_source.h"

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/package.h"
#include "workflows/duplicates/bank_items.h"
#include "workflows/duplicates/tsv_source.h"

namespace tiku::workflows {

using namespace formats;

namespace {

std::string nameOf(const std::filesystem::path& path) {
  const auto name = path.filename();
  return name.empty() || name == "." || name == ".." ? path.string() : name.string();
}

/// A bank that has every level, for the importer to read against.
Bank emptyBank() {
  BankInfo info;
  for (int number = 5; number >= 1; --number) info.levels.push_back(*Level::of(number));
  return Bank(info);
}

OpenSource openBankItems(const std::filesystem::path& path) {
  ReadResult read = loadBank(path);
  OpenSource source;
  for (ReadNote& note : read.notes) source.notes.push_back(std::move(note.message));
  source.items = std::make_unique<BankItems>(std::move(read.bank), nameOf(path));
  return source;
}

OpenSource openForeignFile(const std::filesystem::path& path, const SourceOptions& options) {
  const Bank bank = emptyBank();
  ImportOptions import;
  import.kind = ImportKind::kItems;
  import.columns = options.columns;
  import.judgement = options.judgement;
  import.keepRepeats = true;
  bool levelKnown = true;
  ImportResult result = [&] {
    try {
      return importFile(bank, path, import);
    } catch (const FormatError& error) {
      if (error.code() != ErrorCode::kUsage) throw;
    }
    // Most likely the file does not say its level, which does not matter here; if it was anything else it
    // is thrown again.
    levelKnown = false;
    import.level = bank.info().levels.front();
    return importFile(bank, path, import);
  }();
  OpenSource source;
  source.notes = std::move(result.report.notes);
  if (const int unclear = result.report.count(Verdict::kUnclear); unclear > 0) {
    source.notes.push_back(say("{file}有 {n} 处读得不确定，用 tiku import --dry-run 可以逐处查看。",
                               "file"_a = nameOf(path), "n"_a = unclear));
  }
  std::vector<std::shared_ptr<const TheoryItem>> items;
  for (const Edit::Step& step : result.edit.steps()) {
    if (const auto* item = std::get_if<std::shared_ptr<const TheoryItem>>(&step.object))
      items.push_back(*item);
  }
  source.items = std::make_unique<BankItems>(nameOf(path), std::move(items), levelKnown);
  return source;
}

}  // namespace

OpenSource openItemSource(const std::filesystem::path& path, const SourceOptions& options) {
  if (std::filesystem::is_directory(path) || path.extension() == ".tiku" || !std::filesystem::exists(path)) {
    return openBankItems(path);
  }
  if (path.extension() == ".tsv") {
    OpenSource source;
    source.items = openTsv(path, source.notes);
    return source;
  }
  return openForeignFile(path, options);
}

}  // namespace tiku::workflows
