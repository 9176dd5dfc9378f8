#include "formats/exchange/written/take.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/compare/members.h"
#include "formats/exchange/items/count_items.h"
#include "formats/exchange/media_of.h"
#include "formats/exchange/merge_items.h"
#include "formats/exchange/written/words.h"

namespace tiku::formats::written {
namespace {

// Puts into `item` what `now` says otherwise than `before`; the words for those fields.
std::vector<std::string> takeChanges(TheoryItem& item, const TheoryItem& before, const Found& found) {
  const TheoryItem& now = found.item;
  std::vector<std::string> changed;
  const TheoryItem* kind = nullptr;
  members::each(kind, [&](const char* name, const char* word, auto member, auto...) {
    if (std::string_view(name) == "extras" || found.doubts.fields.contains(name)) return;
    if (before.*member == now.*member) return;
    item.*member = now.*member;
    changed.push_back(translate(word));
  });
  return changed;
}

std::string joined(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : say("、")) + word;
  return list;
}

}  // namespace

Taker::Taker(const Bank& bank, std::string file, const ImportOptions& options, AsWritten asWritten)
    : bank_(bank),
      file_(std::move(file)),
      options_(options),
      asWritten_(std::move(asWritten)),
      edit_(say("导入试题")) {}

std::size_t Taker::take(Found found) {
  // A copied line, or the id of something else.
  const bool taken = bank_.object(found.item.id) != nullptr && !bank_.find<TheoryItem>(found.item.id);
  if (found.isNamed && (taken || !seen_.insert(found.item.id).second)) {
    found.isNamed = false;
    found.item.id = Id::random();
    found.item.code.clear();
    found.doubts.add(taken ? say("标识不是试题的，按新题收入，题号没有采用。")
                           : say("标识与前面的一道试题相同，按新题收入，题号没有采用。"));
  }
  if (!found.isNamed) found.item.source = {file_, found.units.front()};
  items_.push_back(found.item);
  const std::size_t place = all_.size();
  all_.push_back({found.item.id, found.units});
  const auto* known = found.isNamed ? bank_.find<TheoryItem>(found.item.id) : nullptr;
  if (known != nullptr) {
    update(found, *known);
  } else {
    new_.push_back({std::move(found), place});
  }
  return place;
}

void Taker::update(const Found& found, const TheoryItem& known) {
  const TheoryItem before = asWritten_.item(known);
  const bool touched = found.print.empty() || printOf(found.item) != found.print;
  const bool bankMoved = !found.print.empty() && printOf(before) != found.print;
  if (!touched) {
    ++counts_["unchanged"];
    judge(found,
          bankMoved ? say("{name}：文件没有改动，题库里后来改过，以题库为准", "name"_a = found.name)
                    : say("{name}：没有改动", "name"_a = found.name),
          {});
    return;
  }
  TheoryItem item = known;
  const std::vector<std::string> changed = takeChanges(item, before, found);
  if (changed.empty()) {
    ++counts_["unchanged"];
    judge(found, say("{name}：没有改动", "name"_a = found.name), found.doubts.sentences);
    return;
  }
  edit_.put(std::move(item));
  ++counts_["changed"];
  std::vector<std::string> doubts = found.doubts.sentences;
  if (bankMoved) doubts.push_back(say("文件写出以后，题库里也改过这道题，已按文件更新，请核对。"));
  judge(found, say("{name}：改了{fields}", "name"_a = found.name, "fields"_a = joined(changed)),
        std::move(doubts));
}

void Taker::judge(const Found& found, const std::string& what, std::vector<std::string> doubts) {
  std::string doubt;
  for (const std::string& one : doubts) doubt += one;
  for (const std::string& unit : found.units) {
    if (ledger_.judged(unit)) continue;
    if (unit == found.units.front() && !doubt.empty()) {
      ledger_.unclear(unit, say("{what}。{doubt}", "what"_a = what, "doubt"_a = doubt));
    } else {
      ledger_.imported(unit, what);
    }
  }
}

void Taker::merge(bool named, ImportResult& result) {
  std::vector<TheoryItem> items;
  std::vector<const New*> from;
  for (const New& one : new_) {
    if (one.found.isNamed != named) continue;
    items.push_back(one.found.item);
    from.push_back(&one);
  }
  if (items.empty()) return;
  Bank bank = bank_;
  bank.apply(edit_);
  // Items with an id are told from each other by it, also where they say the same.
  const std::vector<MergedItem> merged = mergeItems(bank, std::move(items), options_.pointsByOrder, edit_,
                                                    counts_, named || options_.keepRepeats);
  for (std::size_t i = 0; i < merged.size(); ++i) {
    result.items[from[i]->place].id = merged[i].id;
    result.items[from[i]->place].theirs = merged[i].theirs;
    std::vector<std::string> doubts = from[i]->found.doubts.sentences;
    if (!merged[i].doubt.empty()) doubts.push_back(merged[i].doubt);
    judge(from[i]->found, from[i]->found.name, std::move(doubts));
  }
}

void Taker::judgeSet(const FoundSet& found, const std::string& what) {
  for (const std::string& unit : found.units) {
    if (!ledger_.judged(unit)) ledger_.imported(unit, what);
  }
}

void Taker::mergeSet(const FoundSet& found, const std::set<Id>& present, const ImportResult& result) {
  std::vector<Id> items;
  for (const std::size_t member : found.members) {
    const Id id = result.items[member].id;
    if (std::ranges::find(items, id) == items.end()) items.push_back(id);
  }
  if (items.empty()) {
    for (const std::string& unit : found.units)
      ledger_.unclear(unit, say("后面没有找到共用这些内容的试题，没有导入，请核对。"));
    return;
  }
  const auto* known = bank_.find<ItemSet>(found.set.id);
  // A set that has no id here is the bank's where it has just these items.
  if (known == nullptr && !found.isNamed) {
    const ItemSet* own = bank_.setOf(items.front());
    if (own != nullptr && own->items == items) known = own;
  }
  if (known != nullptr) return updateSet(found, *known, items, present);
  ItemSet set = found.set;
  if (bank_.object(set.id) != nullptr || seen_.contains(set.id)) set.id = Id::random();  // Of something else.
  set.items = std::move(items);
  if (!found.isNamed) set.source = {file_, found.units.empty() ? std::string() : found.units.front(), {}};
  judgeSet(found, say("题组（{n} 道题）", "n"_a = set.items.size()));
  edit_.put(std::move(set));
}

void Taker::updateSet(const FoundSet& found, const ItemSet& known, const std::vector<Id>& items,
                      const std::set<Id>& present) {
  ItemSet now = found.set;
  now.items = items;
  ItemSet set = known;
  if (found.print.empty() || written::printOf(now) != found.print) {
    const ItemSet before = asWritten_.set(known);
    if (now.stem != before.stem) set.stem = now.stem;
    if (now.options != before.options) set.options = now.options;
    if (now.kind != before.kind) set.kind = now.kind;
    std::vector<Id> here;
    std::vector<Id> elsewhere;  // Not in the document, and not taken out by it.
    for (const Id item : known.items) (present.contains(item) ? here : elsewhere).push_back(item);
    if (items != here) {
      set.items = items;
      set.items.insert(set.items.end(), elsewhere.begin(), elsewhere.end());
    }
  }
  const bool same = set == known;
  judgeSet(found, same ? say("题组：没有改动") : say("题组：已更新"));
  if (!same) edit_.put(std::move(set));
}

ImportResult Taker::finish(const std::map<std::string, std::string>& media,
                           std::vector<std::string> notes) && {
  if (all_.empty()) {
    throw FormatError(ErrorCode::kNotUnderstood, say("文件里还没有试题，只有说明和示例。"), {file_, 0, {}},
                      say("请照示例填写试题后再导入。"));
  }
  ImportResult result;
  result.items = std::move(all_);
  countItems(items_, counts_);
  for (const char* count : {"added", "changed", "unchanged", "repeated", "linked", "key-conflicts"})
    counts_.try_emplace(count, 0);
  merge(true, result);
  merge(false, result);
  std::set<Id> present;
  for (const ImportedItem& item : result.items) present.insert(item.id);
  for (const FoundSet& set : sets_) mergeSet(set, present, result);
  putMediaOf(bank_, media, edit_);
  result.edit = std::move(edit_);
  result.report.file = file_;
  result.report.kind = ImportKind::kItems;
  result.report.counts = std::move(counts_);
  result.report.reading.push_back({"layout",
                                   "written",
                                   say("这是题库写出的文件或填好的模板：按标识认题，逐个字段比较"),
                                   say("{n} 道题", "n"_a = items_.size()),
                                   {},
                                   false});
  result.report.notes = std::move(notes);
  result.report.rows = std::move(ledger_).take();
  return result;
}

}  // namespace tiku::formats::written
