#include "editor/document/undo_stack.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace tiku::editor {

using formats::Bank;
using formats::Edit;
using formats::Id;
using formats::Object;

namespace {

// What undoes both: of an object that both changed, the state before the first.
Edit joined(const Edit& first, const Edit& second) {
  Edit both = first;
  std::unordered_set<Id> known;
  for (const Edit::Step& step : first.steps()) known.insert(step.id);
  for (const Edit::Step& step : second.steps()) {
    if (known.contains(step.id)) continue;
    if (std::holds_alternative<std::monostate>(step.object)) {
      both.remove(step.id);
    } else {
      both.putObject(step.object);
    }
  }
  return both;
}

bool changesNothing(const Edit& edit, const Bank& bank) {
  return std::ranges::all_of(edit.steps(), [&bank](const Edit::Step& step) {
    const Object* current = bank.object(step.id);
    return formats::sameContent(current == nullptr ? Object{} : *current, step.object);
  });
}

}  // namespace

void UndoStack::add(Edit inverse, std::string_view mergeKey, Time now) {
  if (inverse.empty()) return;
  redo_.clear();
  if (!mergeKey.empty() && mergeKey == mergeKey_ && !undo_.empty() && now - newest_ <= kPause) {
    undo_.back() = joined(undo_.back(), inverse);
  } else {
    undo_.push_back(std::move(inverse));
    mergeKey_ = mergeKey;
  }
  newest_ = now;
}

void UndoStack::dropIfVoid(const Bank& bank) {
  if (undo_.empty() || !changesNothing(undo_.back(), bank)) return;
  undo_.pop_back();
  endMerge();
}

const std::string& UndoStack::titleOf(const std::vector<Edit>& steps) {
  static const std::string kNone;
  return steps.empty() ? kNone : steps.back().title();
}

bool UndoStack::move(std::vector<Edit>& from, std::vector<Edit>& to, Bank& bank) {
  if (from.empty()) return false;
  endMerge();
  // Off the stack first, so that a listener of the bank already sees the new state.
  const Edit step = std::move(from.back());
  from.pop_back();
  to.push_back(bank.apply(step));
  return true;
}

}  // namespace tiku::editor
