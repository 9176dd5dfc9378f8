// Theory items, and the paper that they may make up, from a document.
#include <map>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/items/count_items.h"
#include "formats/exchange/items/document_items.h"
#include "formats/exchange/items/document_reading.h"
#include "formats/exchange/items/document_sets.h"
#include "formats/exchange/items/theory_paper.h"
#include "formats/exchange/media_of.h"
#include "formats/exchange/merge_items.h"

namespace tiku::formats {
namespace {

/// The level that the lines before the items say, else the file's name; the user's word outweighs both.
Level levelOf(const Document& document, DocumentItems& read, const ImportOptions& options) {
  std::optional<Level> said;
  std::string at;
  for (const auto& [unit, words] : read.head().lines) {
    const std::optional<Level> level = levelIn(plainText(words));
    if (level && !said) {
      said = level;
      at = unit;
    }
  }
  if (options.level) {
    if (said && said != options.level) {
      read.verdicts().unclear(at, say("这里写的是{said}，已按指定的{level}导入，请核对。",
                                      "said"_a = said->name(), "level"_a = options.level->name()));
    }
    return *options.level;
  }
  if (!said) said = levelIn(plainText(document.file));
  if (!said) {
    throw FormatError(ErrorCode::kUsage, say("文件里没有写明等级。"), {document.file, 0, {}},
                      say("请选定等级（命令行：--level 3）。"));
  }
  return *said;
}

/// What the bank's drafts became, in order, and where each stands.
struct Found {
  std::vector<TheoryItem> items;
  std::vector<const ItemDraft*> drafts;
  std::vector<ImportedItem> all;   ///< Of every draft, those without an item too.
  std::vector<std::size_t> which;  ///< Of each item its place in `all`.
  std::vector<DraftOutcome> outcomes;
  std::map<std::string, int> difficulties;  ///< Words that are no grade, and how often.
  int withoutTable = 0;
};

Found finishAll(DocumentItems& read, Level level, const Bank& bank, const std::string& file) {
  Found found;
  const FinishSettings settings{read.judgement(), read.choices().answers};
  for (const ItemDraft& draft : read.drafts()) {
    FinishedItem finished = finishItem(draft, level, bank, settings, file);
    DraftOutcome& outcome = found.outcomes.emplace_back();
    if (finished.item) {
      const bool hasKey = !std::holds_alternative<std::monostate>(finished.item->key);
      outcome = {finished.item->type, finished.answerAt, hasKey};
    }
    if (!finished.strangeDifficulty.empty()) ++found.difficulties[finished.strangeDifficulty];
    found.withoutTable += finished.lacksTable ? 1 : 0;
    for (const std::string& doubt : finished.doubts) {
      read.verdicts().unclear(draft.at, say("{item}：{doubt}", "item"_a = draft.name(), "doubt"_a = doubt));
    }
    found.all.push_back({{}, draft.units});
    if (!finished.item) {
      for (const std::string& unit : draft.units) {
        if (unit != draft.at)
          read.verdicts().unclear(unit, say("属于没有导入的试题（{at}）。", "at"_a = draft.at));
      }
      continue;
    }
    found.items.push_back(std::move(*finished.item));
    found.drafts.push_back(&draft);
    found.which.push_back(found.all.size() - 1);
  }
  return found;
}

/// What holds for many items at once is said once.
void addNotes(const Found& found, Level level, ImportReport& report) {
  for (const auto& [words, count] : found.difficulties) {
    report.notes.push_back(
        say("{count} 题的难度写作“{words}”，不是 1 至 5，没有采用。", "count"_a = count, "words"_a = words));
  }
  if (found.withoutTable > 0) {
    report.notes.push_back(
        say("{level}还没有理论知识要素细目表，{n} 道题未能对应考评点；请先导入细目表，再导入一次本文件。",
            "level"_a = std::string(level.name()), "n"_a = found.withoutTable));
  }
}

}  // namespace

ImportResult importItems(const Bank& bank, const Document& document, const ImportOptions& options) {
  DocumentItems read(document, options);
  read.read();
  if (read.drafts().empty()) {
    throw FormatError(ErrorCode::kNotUnderstood, say("文件里没有认出理论知识试题。"), {document.file, 0, {}},
                      say("试题要有“一、单选题”这样的题型标题和题号，请核对文件，或改成这样的格式。"));
  }
  const Level level = levelOf(document, read, options);
  Found found = finishAll(read, level, bank, document.file);

  std::vector<ReadingLine> reading = readingOf(read, found.outcomes, document.file);

  ImportResult result;
  result.edit = Edit(say("导入试题"));
  countItems(found.items, result.report.counts);
  const std::vector<MergedItem> merged = mergeItems(bank, std::move(found.items), options.pointsByOrder,
                                                    result.edit, result.report.counts, options.keepRepeats);
  std::vector<PlacedItem> placed;
  std::vector<SetMember> members;
  for (std::size_t i = 0; i < merged.size(); ++i) {
    const ItemDraft& draft = *found.drafts[i];
    placed.push_back({draft.section, merged[i].id});
    if (draft.set) members.push_back({*draft.set, merged[i].id});
    found.all[found.which[i]].id = merged[i].id;
    found.all[found.which[i]].theirs = merged[i].theirs;
    if (!merged[i].doubt.empty()) {
      read.verdicts().unclear(draft.at,
                              say("{item}：{doubt}", "item"_a = draft.name(), "doubt"_a = merged[i].doubt));
    }
  }
  mergeSets(bank, level, document.file, read, members, result.edit, result.report.counts);
  mergePaper(bank, level, document.file, read, placed, result.edit, result.report.counts);
  putMediaOf(bank, document.media, result.edit);
  result.items = std::move(found.all);
  result.report.file = document.file;
  result.report.kind = ImportKind::kItems;
  result.report.notes = document.notes;
  addNotes(found, level, result.report);
  result.report.reading = std::move(reading);
  result.report.rows = std::move(read.verdicts()).take();
  return result;
}

}  // namespace tiku::formats
