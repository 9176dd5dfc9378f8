#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::editor {

using Time = std::chrono::steady_clock::time_point;

/// What can be undone and redone, without limit. Holds the inverses that Bank::apply returns; objects are
/// shared with the bank, so a step costs what it changed.
class UndoStack {
 public:
  /// Two edits of one merge key that are further apart than this are two steps.
  static constexpr std::chrono::milliseconds kPause{2000};

  /// An edit was applied and this is its inverse. What could be redone is gone. An inverse without steps (an
  /// edit that changed nothing) is no step.
  void add(formats::Edit inverse, std::string_view mergeKey, Time now);
  /// The next add() starts a step of its own, whatever its key.
  void endMerge() { mergeKey_.clear(); }
  /// Takes the newest step away when it changes nothing in the bank: something was typed and taken back.
  void dropIfVoid(const formats::Bank& bank);

  [[nodiscard]] bool canUndo() const { return !undo_.empty(); }
  [[nodiscard]] bool canRedo() const { return !redo_.empty(); }
  /// Empty when there is nothing to undo.
  [[nodiscard]] const std::string& undoTitle() const { return titleOf(undo_); }
  [[nodiscard]] const std::string& redoTitle() const { return titleOf(redo_); }

  /// Applies the newest step to the bank. False when there is none.
  bool undo(formats::Bank& bank) { return move(undo_, redo_, bank); }
  bool redo(formats::Bank& bank) { return move(redo_, undo_, bank); }

 private:
  static const std::string& titleOf(const std::vector<formats::Edit>& steps);
  bool move(std::vector<formats::Edit>& from, std::vector<formats::Edit>& to, formats::Bank& bank);

  std::vector<formats::Edit> undo_;
  std::vector<formats::Edit> redo_;
  std::string mergeKey_;  ///< Of the newest step; empty when nothing may join it.
  Time newest_{};
};

}  // namespace tiku::editor
