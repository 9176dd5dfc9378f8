#include "formats/exchange/merge_items.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "formats/base/say.h"
#include "formats/exchange/item_words.h"
#include "formats/exchange/qti/original.h"

namespace tiku::formats {
namespace {

using Shared = std::shared_ptr<const TheoryItem>;

std::string codeOf(const TheoryItem& item) {
  return std::to_string(item.level.number()) + itemTypeLetter(item.type) + item.code;
}

/// Codes that stand for one item only. Some files print the code of the point beside each of its items.
std::map<std::string, int> codeUse(const std::vector<TheoryItem>& found) {
  std::map<std::string, int> use;
  for (const TheoryItem& item : found) {
    if (!item.code.empty()) ++use[codeOf(item)];
  }
  return use;
}

/// How well one source answers to another: same place, same file of a package, same file, or not at all.
int nearness(const Source& known, const Source& found) {
  if (known.file != found.file) return 0;
  if (known.at == found.at) return 3;
  return known.at.substr(0, known.at.find('#')) == found.at.substr(0, found.at.find('#')) ? 2 : 1;
}

/// The bank's items, to be recognised by code or words.
class KnownItems {
 public:
  KnownItems(const Bank& bank, const std::vector<TheoryItem>& found) : bank_(bank) {
    std::set<Level> levels;
    for (const TheoryItem& item : found) levels.insert(item.level);
    for (const Shared& item : bank.all<TheoryItem>()) {
      if (!levels.contains(item->level)) continue;
      byWords_[itemWords(*item)].push_back(item);
      if (!item->code.empty()) byCode_[codeOf(*item)].push_back(item);
    }
    use_ = codeUse(found);
  }

  struct Match {
    Shared item;
    bool byCode = false;
  };
  [[nodiscard]] Match find(const TheoryItem& item, const std::string& words) const {
    if (bank_.find<TheoryItem>(item.id) != nullptr) return {std::get<Shared>(*bank_.object(item.id)), true};
    if (!item.code.empty() && use_.at(codeOf(item)) == 1) {
      const auto known = byCode_.find(codeOf(item));
      if (known != byCode_.end() && known->second.size() == 1) return {known->second.front(), true};
    }
    const auto known = byWords_.find(words);
    if (known == byWords_.end()) return {};
    // A bank may hold it twice: what came from this place of this file comes first, then its file's.
    return {*std::ranges::max_element(
                known->second, {}, [&item](const Shared& one) { return nearness(one->source, item.source); }),
            false};
  }

 private:
  const Bank& bank_;
  std::unordered_map<std::string, std::vector<Shared>> byWords_;
  std::unordered_map<std::string, std::vector<Shared>> byCode_;
  std::map<std::string, int> use_;
};

bool sameKey(const Key& a, const Key& b) {
  const auto* one = std::get_if<ReferenceKey>(&a);
  const auto* other = std::get_if<ReferenceKey>(&b);
  if (one != nullptr && other != nullptr) return foldText(one->answer) == foldText(other->answer);
  return a == b;
}

/// Lets a source speak to a known item: fills in what is missing; replaces only where `owns`.
class Update {
 public:
  Update(TheoryItem& item, bool owns) : item_(item), owns_(owns) {}

  void take(const TheoryItem& found) {
    if (owns_) {
      item_.stem = found.stem;
      item_.options = found.options;
      item_.source = found.source;
    }
    field(item_.code, found.code);
    optional(item_.point, found.point);
    optional(item_.difficulty, found.difficulty);
    optional(item_.consistency, found.consistency);
    optional(item_.marks, found.marks);
    field(item_.scoring, found.scoring);
    field(item_.rationale, found.rationale);
    field(item_.reference, found.reference);
    key(found.key);
  }

  [[nodiscard]] bool keyDiffers() const { return keyDiffers_; }

 private:
  template <typename T>
  void field(T& mine, const T& theirs) {
    if (!theirs.empty() && (mine.empty() || owns_)) mine = theirs;
  }
  template <typename T>
  void optional(std::optional<T>& mine, const std::optional<T>& theirs) {
    if (theirs && (!mine || owns_)) mine = theirs;
  }
  void key(const Key& theirs) {
    if (std::holds_alternative<std::monostate>(theirs)) return;
    if (std::holds_alternative<std::monostate>(item_.key)) {
      item_.key = theirs;
    } else if (!sameKey(item_.key, theirs)) {
      keyDiffers_ = true;
      if (owns_) item_.key = theirs;
    }
  }

  TheoryItem& item_;
  bool owns_;
  bool keyDiffers_ = false;
};

/// One item of the source on its way into the bank.
struct Candidate {
  TheoryItem item;
  Shared before;  ///< As the bank has it; null for a new one.
  std::size_t position = 0;
};

class Merge {
 public:
  Merge(const Bank& bank, const std::vector<TheoryItem>& found, bool keepRepeats)
      : bank_(bank), known_(bank, found), keepRepeats_(keepRepeats) {
    merged_.reserve(found.size());
  }

  void add(TheoryItem found) {
    const std::size_t position = merged_.size();
    merged_.emplace_back();
    places_.push_back(found.source.at);
    const std::string words = itemWords(found);
    const KnownItems::Match match = known_.find(found, words);
    const std::string key = match.item ? match.item->id.str() : keepRepeats_ ? found.id.str() : words;
    const auto [seen, isNew] = seen_.emplace(key, candidates_.size());
    if (!isNew) {
      repeat(candidates_[seen->second], found, merged_[position]);
      return;
    }
    MergedItem& merged = merged_[position];
    if (!match.item) {
      merged.id = found.id;
      candidates_.push_back({std::move(found), nullptr, position});
      return;
    }
    Candidate candidate{*match.item, match.item, position};
    const bool owns = match.byCode || match.item->source.file == found.source.file;
    Update update(candidate.item, owns);
    update.take(found);
    if (update.keyDiffers()) {
      ++keyConflicts_;
      if (!owns) merged.theirs = asSaid(candidate.item, found);
      merged.doubt = owns ? say("答案与题库中已有答案不同，已按此文件更新，请核对。")
                     : match.item->source.file.empty()
                         ? say("与题库中已有答案不同，题库未改，请核对。")
                         : say("与题库中已有答案不同（该题来自“{file}”{at}），题库未改，请核对。",
                               "file"_a = match.item->source.file, "at"_a = match.item->source.at);
    }
    merged.id = candidate.item.id;
    candidates_.push_back(std::move(candidate));
  }

  std::vector<MergedItem> finish(bool pointsByOrder, Edit& edit, std::map<std::string, int>& counts) {
    if (pointsByOrder) link();
    for (const Candidate& candidate : candidates_) {
      MergedItem& merged = merged_[candidate.position];
      merged.what = !candidate.before        ? MergedItem::What::kAdded
                    : saysTheSame(candidate) ? MergedItem::What::kUnchanged
                                             : MergedItem::What::kChanged;
      if (merged.what != MergedItem::What::kUnchanged) edit.put(candidate.item);
    }
    count(counts);
    return std::move(merged_);
  }

 private:
  void repeat(Candidate& first, const TheoryItem& found, MergedItem& merged) {
    Update update(first.item, false);
    update.take(found);
    merged.what = MergedItem::What::kRepeated;
    merged.id = first.item.id;
    if (update.keyDiffers()) ++keyConflicts_;
    merged.doubt =
        update.keyDiffers()
            ? say("与“{at}”处的试题相同，答案却不同，没有重复加入。", "at"_a = places_.at(first.position))
            : say("与“{at}”处的试题相同，没有重复加入。", "at"_a = places_.at(first.position));
  }

  /// The bank's item with everything that the source says otherwise.
  static TheoryItem asSaid(const TheoryItem& known, const TheoryItem& found) {
    TheoryItem item = known;
    Update(item, true).take(found);
    item.source = known.source;
    return item;
  }

  /// An item that only moved within its file has not changed; one whose original is another one has.
  static bool saysTheSame(const Candidate& candidate) {
    TheoryItem item = candidate.item;
    if (qti::recordName(item.source) != qti::recordName(candidate.before->source)) return false;
    item.source = candidate.before->source;
    return item == *candidate.before;
  }

  void link() {
    std::vector<TheoryItem> items;
    std::set<Level> levels;
    for (const Candidate& candidate : candidates_) {
      items.push_back(candidate.item);
      levels.insert(candidate.item.level);
    }
    for (const Level level : levels) {
      for (const std::size_t position : linkPointsByOrder(bank_, level, items)) {
        candidates_[position].item.point = items[position].point;
        merged_[candidates_[position].position].isLinked = true;
      }
    }
  }

  void count(std::map<std::string, int>& counts) const {
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    int repeated = 0;
    int linked = 0;
    for (const MergedItem& merged : merged_) {
      added += merged.what == MergedItem::What::kAdded ? 1 : 0;
      changed += merged.what == MergedItem::What::kChanged ? 1 : 0;
      unchanged += merged.what == MergedItem::What::kUnchanged ? 1 : 0;
      repeated += merged.what == MergedItem::What::kRepeated ? 1 : 0;
      linked += merged.isLinked ? 1 : 0;
    }
    counts["added"] += added;
    counts["changed"] += changed;
    counts["unchanged"] += unchanged;
    counts["repeated"] += repeated;
    counts["linked"] += linked;
    counts["key-conflicts"] += keyConflicts_;
  }

  const Bank& bank_;
  KnownItems known_;
  bool keepRepeats_;
  std::vector<Candidate> candidates_;
  std::unordered_map<std::string, std::size_t> seen_;
  std::vector<MergedItem> merged_;
  std::vector<std::string> places_;  ///< Where each found item stands, for the doubts.
  int keyConflicts_ = 0;
};

}  // namespace

std::vector<MergedItem> mergeItems(const Bank& bank, std::vector<TheoryItem> found, bool pointsByOrder,
                                   Edit& edit, std::map<std::string, int>& counts, bool keepRepeats) {
  Merge merge(bank, found, keepRepeats);
  for (TheoryItem& item : found) {
    merge.add(std::move(item));
  }
  return merge.finish(pointsByOrder, edit, counts);
}

std::vector<std::size_t> linkPointsByOrder(const Bank& bank, Level level, std::vector<TheoryItem>& items) {
  std::vector<std::size_t> linked;
  const Blueprint* blueprint = bank.blueprint(level);
  if (blueprint == nullptr) return linked;
  std::vector<Id> points;
  walk(blueprint->theory, [&points](const TablePlace& place) {
    if (place.point != nullptr) points.push_back(place.point->id);
  });
  for (const ItemType type : kItemTypes) {
    std::vector<std::size_t> ofType;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].level == level && items[i].type == type) ofType.push_back(i);
    }
    if (ofType.empty() || ofType.size() != points.size()) continue;
    for (std::size_t k = 0; k < ofType.size(); ++k) {
      if (items[ofType[k]].point) continue;
      items[ofType[k]].point = points[k];
      linked.push_back(ofType[k]);
    }
  }
  std::ranges::sort(linked);
  return linked;
}

}  // namespace tiku::formats
