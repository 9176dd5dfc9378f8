#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/document/document.h"
#include "editor/workspace/place.h"

namespace tiku::editor {

/// A word that does not stop anybody: what happened, and what can be done about it.
struct Note {
  enum class Kind { kInfo, kWarning, kError };
  struct Action {
    std::string title;
    std::function<void()> run;
  };
  std::string id;  ///< A later note with the same id takes its place.
  Kind kind = Kind::kInfo;
  std::string text;  ///< A whole sentence.
  std::vector<Action> actions{};
};

/// The window around the workspaces, as they know it.
class Host {
 public:
  virtual ~Host() = default;

  [[nodiscard]] virtual Document& document() = 0;
  /// Who works here; asks when it is not known yet. Empty when the user thought better of it.
  [[nodiscard]] virtual std::string personName() = 0;
  /// Shows the place, whatever room it is in; "back" leads here again.
  virtual void goTo(const Place& place) = 0;
  /// The workspace's own selection moved: the inspector follows.
  virtual void selectionMoved(const Place& place) = 0;
  /// Makes an edit, or says in the attention bar why it cannot be made. True when it was made.
  virtual bool change(const formats::Edit& edit, std::string_view mergeKey) = 0;
  bool change(const formats::Edit& edit) { return change(edit, {}); }
  virtual void note(Note note) = 0;
  virtual void forget(const std::string& noteId) = 0;
  /// Runs a function and shows its FormatError as a note. False when it threw.
  virtual bool attempt(const std::function<void()>& what) = 0;
};

}  // namespace tiku::editor
