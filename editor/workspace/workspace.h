#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <wx/panel.h>

#include "editor/document/document.h"
#include "editor/workspace/host.h"
#include "editor/workspace/place.h"

namespace tiku::editor {

/// Something that can be done in a workspace: a line of its menu, with its key.
struct Command {
  std::string title;  ///< With the access key: "新建试题(&N)". Empty: a separator.
  std::string key;    ///< As wxAcceleratorEntry reads it: "Ctrl+N"; empty for none.
  std::string hint;   ///< For the status bar, a whole sentence.
  std::function<void()> run{};
  std::function<bool()> enabled{};  ///< Null: always, unless the bank is read-only and `changes` is set.
  bool changes = true;              ///< Whether it changes the bank.
};

/// A room of the navigator on the screen. It knows the document and its host, and no other workspace.
///
/// Made when first visited and kept; the host tells it of every change, also while it is hidden, when it
/// should do no more than remember that it is out of date.
class Workspace : public wxPanel {
 public:
  Workspace(wxWindow* parent, Host& host) : wxPanel(parent), host_(host) {}

  /// Comes to the front at a place of its room: selects the object, scrolls to the field, marks the words.
  virtual void go(const Place& place) = 0;
  /// Where it stands; the host keeps it for "back", and the inspector shows the findings of its object.
  [[nodiscard]] virtual Place place() const = 0;
  /// The bank changed (by an edit, undo, a merge). `changes` are those of one edit.
  virtual void bankChanged(std::span<const formats::Change> changes) = 0;
  /// The findings changed; colours and marks want painting anew.
  virtual void findingsChanged() {}
  /// Puts what is being typed in a cell into the bank; before saving, undo and leaving.
  virtual void finishTyping() {}
  /// The clipboard, where the keyboard is in something of the workspace that is no text control. False: not
  /// here.
  virtual bool copy() { return false; }
  virtual bool cut() { return false; }
  virtual bool paste() { return false; }
  /// Ctrl+F: the keyboard goes to where something is looked for. False: there is nothing to look through.
  virtual bool find() { return false; }
  /// The workspace's menu; asked once.
  [[nodiscard]] virtual std::vector<Command> commands() { return {}; }

 protected:
  [[nodiscard]] Host& host() const { return host_; }
  [[nodiscard]] Document& document() const { return host_.document(); }
  [[nodiscard]] const formats::Bank& bank() const { return document().bank(); }
  /// Makes an edit of the user, or says why it cannot be made. True when it was.
  bool change(const formats::Edit& edit, std::string_view mergeKey = {}) {
    return host_.change(edit, mergeKey);
  }

 private:
  Host& host_;
};

/// One line of the list of workspaces.
struct WorkspaceEntry {
  Room room;
  std::string title;  ///< 考评蓝图
  std::function<Workspace*(wxWindow* parent, Host& host)> make;
};

}  // namespace tiku::editor
