#include "validators/rules/items/final_stop.h"

#include <algorithm>

#include "formats/base/say.h"
#include "validators/rules/support/item_place.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

namespace {

constexpr int kShortest = 6;  ///< Characters of a sentence.

bool endsWithOne(std::string_view words, std::initializer_list<std::string_view> marks) {
  return std::ranges::any_of(marks, [words](std::string_view mark) { return words.ends_with(mark); });
}

/// The sentence of a stem: without the blank at its end and what closes a quotation.
std::string_view sentenceOf(std::string_view stem) {
  stem = trimmed(stem);
  const std::vector<Span> blanks = blanksIn(stem);
  if (!blanks.empty() && blanks.back().end() == stem.size())
    stem = trimmed(stem.substr(0, blanks.back().from));
  while (endsWithOne(stem, {"”", "’", "」", "』", "\""})) {
    stem.remove_suffix(stem.ends_with("\"") ? 1 : std::string_view("”").size());
  }
  return stem;
}

enum class End { kMark, kNone, kOther };

End endOf(const TheoryItem& item) {
  const std::string stem = item.stem.str();
  const std::string_view words = sentenceOf(stem);
  if (endsWithOne(words, {"。", "？", "！", "…", "?", "!", "."})) return End::kMark;
  return endsWithHan(words) && characterCount(words) >= kShortest ? End::kNone : End::kOther;
}

bool isJudged(const TheoryItem& item) {
  return item.type == ItemType::kTrueFalse || item.type == ItemType::kShortAnswer;
}

}  // namespace

void FinalStop::observe(const Change& change, const Facts& /*facts*/) {
  count(change.was<TheoryItem>(), -1);
  count(change.is<TheoryItem>(), +1);
}

void FinalStop::count(const TheoryItem* item, int by) {
  if (!isLive(item) || !isJudged(*item)) return;
  const GroupKey key{item->level, item->type};
  Group& group = groups_[key];
  touched_.insert(key);
  group.touched.insert(item->id);
  const End end = endOf(*item);
  if (end == End::kMark) group.ended += by;
  if (end == End::kNone && by > 0) group.lacking.insert(item->id);
  if (end == End::kNone && by < 0) group.lacking.erase(item->id);
}

bool FinalStop::isHabit(Level level, const Group& group) const {
  const auto least = settings_.count("min-items", level);
  const auto share = settings_.count("share", level);
  const int all = group.ended + static_cast<int>(group.lacking.size());
  return least && share && all >= *least && group.ended * 100 >= *share * all;
}

void FinalStop::judge(const Facts& facts, FindingSink& sink) {
  // All is taken back before anything is put: an item may have moved from one group to another.
  for (const GroupKey& key : touched_) {
    Group& group = groups_[key];
    if (isHabit(key.first, group) != group.told) {
      group.touched.insert(group.lacking.begin(), group.lacking.end());
    }
    for (const Id id : group.touched) sink.clear(id, "stem");
  }
  for (const GroupKey& key : touched_) {
    Group& group = groups_[key];
    group.told = isHabit(key.first, group);
    for (const Id id : std::exchange(group.touched, {})) {
      if (group.told && group.lacking.contains(id)) put(*facts.bank().find<TheoryItem>(id), sink);
    }
  }
  touched_.clear();
}

void FinalStop::put(const TheoryItem& item, FindingSink& sink) const {
  const std::string stem = item.stem.str();
  const std::string_view words = sentenceOf(stem);
  const std::size_t from = static_cast<std::size_t>(words.data() - stem.data()) + words.size() - 3;
  const std::string last(words.substr(words.size() - 3));
  Finding finding;
  finding.subject = {item.id, item.id, "stem", rangeOf(stem, {from, last.size()}), item.level};
  finding.measured = last;
  finding.required = last + "。";
  finding.judged = stem;
  finding.message = say("{item}的题干没有句末标点，本等级同题型的题目大多有（{clause}）。",
                        "item"_a = itemName(item), "clause"_a = settings_.clauseFor(item.level));
  finding.advice = say("补上句号；是问句的，补上问号。");
  if (item.type == ItemType::kTrueFalse) {
    finding.fix =
        Fix{say("补上句号"), std::vector{TextChange{"stem", *finding.subject.range, last, last + "。"}}};
  }
  sink.put(std::move(finding));
}

}  // namespace tiku::validators
