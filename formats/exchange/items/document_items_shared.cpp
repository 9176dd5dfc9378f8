// What several items share, and the blocks of the national banks.
#include <algorithm>
#include <utility>

#include "formats/base/say.h"
#include "formats/exchange/items/document_items.h"
#include "formats/exchange/items/type_words.h"

namespace tiku::formats {

/// "A-B-A-001  B  3  5", "{A}…", "{B}…".
bool DocumentItems::national(std::size_t index, const LineText& text) {
  const std::string& at = lines_[index].at;
  if (const auto head = nationalLine(text.plain())) {
    const std::optional<ItemType> type = itemTypeByLetter(head->type);
    if (!type) return false;
    if (sections_.empty()) openImpliedSection(index, std::nullopt);
    ItemDraft draft;
    draft.section = sections_.size() - 1;
    draft.type = sections_.back().isCorrected ? sections_.back().type : type;
    // Older banks write D for 多选, newer ones for 简答: the options tell.
    if (head->type == 'D') draft.otherwise = std::exchange(draft.type, std::nullopt);
    draft.at = at;
    draft.point = head->point;
    draft.difficulty = head->difficulty;
    draft.consistency = head->consistency;
    drafts_.push_back(std::move(draft));
    imported(at, say("{item} 的考评点、题型、难度和一致性", "item"_a = current()->name()));
    return true;
  }
  const auto braced = bracedLine(text.plain());
  ItemDraft* open = braced ? openHere() : nullptr;
  if (open == nullptr) return false;
  const LineText words = text.part(braced->text);
  if (braced->letter == 'A') {
    std::optional<std::size_t> options;
    if (!open->type || hasOptions(*open->type)) options = optionsInStem(words.plain(), 0, nextOption(index));
    open->stem.emplace_back(words.slice(0, options.value_or(words.plain().size())));
    imported(at, say("{item} 的题干", "item"_a = open->name()));
    if (options) addOptions(at, words, optionSpans(words.plain(), *options, nextOption(index)));
    return true;
  }
  const Tag tag = braced->letter == 'B'   ? Tag::kAnswer
                  : braced->letter == 'C' ? Tag::kRationale
                                          : Tag::kOther;
  apply({tag, 0, 0, words.plain().size()}, at, words);
  return true;
}

DraftSet* DocumentItems::openSet() {
  return sets_.empty() || !sets_.back().isOpen ? nullptr : &sets_.back();
}

bool DocumentItems::shared(std::size_t index, const LineText& text) {
  if (lines_[index].start) return false;
  const std::optional<SharedLine> line = sharedLine(text.plain());
  if (!line) return false;
  const std::optional<ItemStart> start = itemStart(text.plain());
  if (start && !start->isInner && !line->first) return false;  // A question about a text, not a text.
  if (sections_.empty()) openImpliedSection(index, std::nullopt);
  DraftSet set;
  set.isOptions = line->isOptions;
  set.first = line->first;
  set.last = line->last;
  set.section = sections_.size() - 1;
  set.at = lines_[index].at;
  if (line->rest < text.plain().size() && !set.isOptions) set.stem.emplace_back(text.slice(line->rest));
  sets_.push_back(std::move(set));
  innerExpected_ = 0;
  const bool numbered = line->first && line->last;
  verdicts_.imported(lines_[index].at, numbered
                                           ? say("题组：第 {first} 至 {last} 题共用{what}",
                                                 "first"_a = *line->first, "last"_a = *line->last,
                                                 "what"_a = line->isOptions ? say("备选答案") : say("题干"))
                                       : line->isOptions ? say("题组：以下各题共用备选答案")
                                                         : say("题组：以下各题共用题干"));
  return true;
}

/// Options that stand before their items.
bool DocumentItems::sharedOptions(std::size_t index, const LineText& text) {
  const std::u32string& plain = text.plain();
  const std::size_t at = skipBlanks(plain, 0);
  const std::optional<OptionLabel> label = lines_[index].start ? std::nullopt : optionLabel(plain, at);
  if (!label || sections_.empty() || !isChoiceSection()) return false;
  const std::optional<int> next = nextOption(index);
  const std::vector<OptionSpan> spans = optionSpans(plain, at, next);
  DraftSet* set = openSet();
  if (set == nullptr || !set->isOptions) {
    const bool begins = label->option == 0 && !label->isWeak && (spans.size() > 1 || next == 1);
    const ItemDraft* open = openHere();
    // In a section that began with shared options another group may follow its items.
    const bool again = open != nullptr && open->set && sets_[*open->set].isOptions &&
                       !sets_[*open->set].first && open->options.empty();
    if (!begins || set != nullptr || (open != nullptr && !again)) return false;
    sets_.emplace_back();
    set = &sets_.back();
    set->isOptions = true;
    set->section = sections_.size() - 1;
    set->at = lines_[index].at;
  }
  if (label->isWeak && label->option != static_cast<int>(set->options.size())) return false;
  for (const OptionSpan& span : spans) {
    if (span.option > static_cast<int>(set->options.size())) {
      verdicts_.unclear(lines_[index].at, say("共用备选答案缺少前面的选项。"));
      set->options.resize(static_cast<std::size_t>(span.option));
    }
    set->options.emplace_back().emplace_back(text.slice(span.from, span.to));
  }
  verdicts_.imported(lines_[index].at, say("共用备选答案"));
  return true;
}

/// The words of a material, up to its first item.
bool DocumentItems::sharedStem(std::size_t index, const LineText& text) {
  DraftSet* set = openSet();
  if (set == nullptr || set->isOptions) return false;
  if (nextOption(index) == 0) return false;  // A stem without a number.
  set->stem.emplace_back(text.slice(0));
  verdicts_.imported(lines_[index].at, say("共用题干"));
  return true;
}

/// A new item closes the material before it, and belongs to it if its number does.
void DocumentItems::joinSet(ItemDraft& draft) {
  if (sets_.empty()) return;
  DraftSet& set = sets_.back();
  set.isOpen = false;
  if (set.section != draft.section) return;
  if (set.first && draft.number &&
      (*draft.number < *set.first || *draft.number > set.last.value_or(*set.first)))
    return;
  if (set.first && !draft.number) {
    const auto members = std::ranges::count(drafts_, std::optional(sets_.size() - 1), &ItemDraft::set);
    if (members > set.last.value_or(*set.first) - *set.first) return;
  }
  draft.set = sets_.size() - 1;
}

/// Every item has its own copy of the options that it shares.
void DocumentItems::shareOptions() {
  std::vector<int> members(sets_.size());
  for (ItemDraft& draft : drafts_) {
    if (!draft.set) continue;
    const DraftSet& set = sets_[*draft.set];
    if (set.isOptions && draft.options.empty()) {
      draft.options = set.options;
    } else if (set.isOptions) {
      draft.set.reset();  // It has options of its own.
      continue;
    }
    ++members[*draft.set];
  }
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    const DraftSet& set = sets_[i];
    const int wanted = set.first && set.last ? *set.last - *set.first + 1 : 0;
    if (members[i] == 0) {
      verdicts_.unclear(set.at, say("后面没有找到共用这些内容的试题，没有导入，请核对。"));
    } else if (wanted > 0 && members[i] != wanted) {
      verdicts_.unclear(set.at, say("写的是 {wanted} 题共用，找到 {found} 题，请核对。", "wanted"_a = wanted,
                                    "found"_a = members[i]));
    }
  }
}

}  // namespace tiku::formats
