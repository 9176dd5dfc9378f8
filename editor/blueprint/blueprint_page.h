#pragma once

#include <string>

#include <wx/panel.h>

#include "editor/blueprint/blueprint_source.h"
#include "editor/widgets/table_grid.h"

namespace tiku::editor {

/// One table of a level. Each command does what the table has of it, and nothing where it has not.
class BlueprintPage : public wxPanel {
 public:
  using wxPanel::wxPanel;

  enum class Deed {
    kInsert,
    kInsertScope,
    kInsertInside,
    kRemove,
    kUp,
    kDown,
    kIndent,
    kOutdent,
    kRenumber,
    kOtherPart,
    kFillDown,
  };

  /// The source shows another level, or its blueprint changed.
  virtual void refresh() = 0;
  /// Items came or went.
  virtual void countAgain() {}
  /// Other findings.
  virtual void judged() {}
  [[nodiscard]] virtual TableGrid& table() const = 0;
  /// The scope, point or module of the cursor's row; empty for none.
  [[nodiscard]] virtual formats::Id chosen() const { return {}; }
  /// Goes to it. False when it is not in this table.
  virtual bool reveal(formats::Id /*part*/) { return false; }
  [[nodiscard]] virtual bool can(Deed deed) const = 0;
  virtual void perform(Deed deed) = 0;
  /// Whether its rows hold others, which can be collapsed.
  [[nodiscard]] virtual bool folds() const { return false; }
  /// Fields beside the table.
  virtual void finishTyping() { table().finishTyping(); }
};

}  // namespace tiku::editor
