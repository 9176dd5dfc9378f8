#include "formats/exchange/questions/take_questions.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/items/count_items.h"
#include "formats/exchange/items/line_kinds.h"
#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/items/stem.h"
#include "formats/exchange/media_of.h"
#include "formats/exchange/merge_items.h"

namespace tiku::formats {

QuestionTaker::QuestionTaker(const Bank& bank, const std::string& name, const ImportOptions& options)
    : bank_(bank), name_(name), options_(options) {}

std::string QuestionTaker::enter() {
  std::string at = say("题 {n}", "n"_a = ++number_);
  ledger_.enter(at);
  return at;
}

const sheets::PointFinder& QuestionTaker::pointsOf(Level level) {
  return points_.try_emplace(level, bank_, level).first->second;
}

TheoryItem QuestionTaker::begin(const std::optional<Id>& id, ItemType type, const Tags& tags,
                                const std::string& category) {
  std::optional<Level> level = tags.level();
  if (!level) level = options_.level;
  if (!level) level = levelIn(plainText(category));
  if (!level) {
    throw FormatError(ErrorCode::kUsage, say("文件里没有写明等级。"), {name_, 0, {}},
                      say("请选定等级（命令行：--level 3）。"));
  }
  TheoryItem item(id.value_or(Id::random()), *level, tags.type().value_or(type));
  pointMissing_ = !tags.take(item, pointsOf(*level));
  if (!item.point && !category.empty())
    item.point = pointsOf(*level).find(std::string_view(category).substr(category.rfind('/') + 1));
  return item;
}

void QuestionTaker::take(TheoryItem item, const std::string& at, const std::vector<std::string>& doubts,
                         bool ours) {
  if (item.source == Source()) item.source = {name_, at};
  if (!ours) settleStem(item, options_.judgement);
  allOurs_ = allOurs_ && ours;
  std::string doubt;
  for (const std::string& one : doubts) doubt += one;
  if (pointMissing_) doubt += say("细目表里没有它写明的考评点。");
  const std::string type = translate(itemTypeName(item.type));
  if (doubt.empty()) {
    ledger_.imported(at, type);
  } else {
    ledger_.unclear(at, say("{type}，已导入：{doubt}", "type"_a = type, "doubt"_a = doubt));
  }
  items_.push_back(std::move(item));
  places_.push_back(at);
}

void QuestionTaker::attach(const std::vector<std::string>& media) {
  attached_[places_.back()].insert(media.begin(), media.end());
}

void QuestionTaker::note(const std::string& sentence) {
  if (std::ranges::find(notes_, sentence) == notes_.end()) notes_.push_back(sentence);
}

ImportResult QuestionTaker::finish(const std::function<void(ImportResult&)>& more) && {
  if (items_.empty()) {
    throw FormatError(ErrorCode::kNotUnderstood, say("文件里没有能收进题库的试题。"), {name_, 0, {}},
                      say("题库收单选、多选、判断、填空和主观题。"));
  }
  ImportResult result;
  result.edit = Edit(say("导入试题"));
  countItems(items_, result.report.counts);
  // Items that have their ids are told from each other by them, also where they say the same.
  const bool keepRepeats = options_.keepRepeats || allOurs_;
  const std::vector<MergedItem> merged = mergeItems(bank_, std::move(items_), options_.pointsByOrder,
                                                    result.edit, result.report.counts, keepRepeats);
  std::set<std::string> attached;
  for (std::size_t i = 0; i < merged.size(); ++i) {
    const bool taken =
        merged[i].what == MergedItem::What::kAdded || merged[i].what == MergedItem::What::kChanged;
    if (const auto its = attached_.find(places_[i]); taken && its != attached_.end())
      attached.merge(its->second);
    result.items.push_back({merged[i].id, {places_[i]}, merged[i].theirs});
    if (!merged[i].doubt.empty()) ledger_.unclear(places_[i], merged[i].doubt);
  }
  if (more) more(result);
  putMediaOf(bank_, media_, result.edit, std::move(attached));
  result.report.file = name_;
  result.report.kind = ImportKind::kItems;
  result.report.notes = std::move(notes_);
  result.report.rows = std::move(ledger_).take();
  return result;
}

}  // namespace tiku::formats
