#include "editor/document/saved_state.h"

#include <algorithm>

namespace tiku::editor {

using formats::Bank;
using formats::Change;
using formats::Id;
using formats::Object;
using formats::sameContent;

namespace {

Object current(const Bank& bank, Id id) {
  const Object* found = bank.object(id);
  return found == nullptr ? Object{} : *found;
}

}  // namespace

void SavedState::follow(std::span<const Change> changes) {
  for (const Change& change : changes) {
    const auto [known, isNew] = saved_.try_emplace(change.id, change.before);
    if (sameContent(known->second, change.after)) saved_.erase(known);
  }
}

void SavedState::set(Id id, const Object& saved, const Bank& bank) {
  if (sameContent(saved, current(bank, id))) {
    saved_.erase(id);
  } else {
    saved_.insert_or_assign(id, saved);
  }
}

Object SavedState::of(Id id, const Bank& bank) const {
  const auto known = saved_.find(id);
  return known == saved_.end() ? current(bank, id) : known->second;
}

std::vector<Id> SavedState::ids() const {
  std::vector<Id> ids;
  ids.reserve(saved_.size());
  for (const auto& [id, object] : saved_) ids.push_back(id);
  std::ranges::sort(ids);
  return ids;
}

std::vector<Change> SavedState::changes(const Bank& bank) const {
  std::vector<Change> changes;
  for (const Id id : ids()) changes.push_back({id, saved_.at(id), current(bank, id)});
  return changes;
}

}  // namespace tiku::editor
