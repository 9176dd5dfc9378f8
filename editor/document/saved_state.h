#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::editor {

/// What the bank's objects were when they were last read or written. Knows only those that differ from the
/// bank, so it costs what changed.
class SavedState {
 public:
  /// The bank has changed.
  void follow(std::span<const formats::Change> changes);
  /// The files now hold what the bank holds.
  void clear() { saved_.clear(); }
  /// The file of the object now holds this (monostate: there is none), whatever the bank holds.
  void set(formats::Id id, const formats::Object& saved, const formats::Bank& bank);

  [[nodiscard]] bool same() const { return saved_.empty(); }
  [[nodiscard]] bool differs(formats::Id id) const { return saved_.contains(id); }
  /// The object as saved; monostate when there is none.
  [[nodiscard]] formats::Object of(formats::Id id, const formats::Bank& bank) const;
  /// Objects that differ, sorted.
  [[nodiscard]] std::vector<formats::Id> ids() const;
  /// What leads from the saved state to the bank, sorted by id.
  [[nodiscard]] std::vector<formats::Change> changes(const formats::Bank& bank) const;

 private:
  std::unordered_map<formats::Id, formats::Object> saved_;
};

}  // namespace tiku::editor
