#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

class wxDataViewRenderer;
class wxTextCtrl;
class wxWindow;

/// What GTK can do and wxWidgets has no door to.
namespace tiku::editor {

/// The name that a screen reader says, and the window's own, which alone would not reach it.
void nameForReaders(wxWindow* window, std::string_view utf8);

/// How a stretch of a text control looks.
enum class Look {
  kSubscript,
  kSuperscript,
  kEmphasis,
  kFormula,
  kMark,  ///< A blank, a picture, a table: one thing, though it has several characters.
  kErrorSquiggle,
  kWarningSquiggle,
  kInfoSquiggle,
  kFound,    ///< What a search or a finding led to.
  kTitle,    ///< Of a page.
  kLabel,    ///< Above a part of it.
  kQuiet,    ///< Steps back.
  kRemoved,  ///< A change as it is tracked: words that go,
  kAdded,    ///< and words that come.
  kOnError,  ///< Marked in the colour of a severity.
  kOnWarning,
  kOnInfo,
};
struct LookAt {
  int from = 0;  ///< In characters.
  int length = 0;
  Look look = Look::kMark;
  bool operator==(const LookAt&) const = default;
};

/// Gives the words of a multi-line text control these looks and no others. Changes no text, no cursor and no
/// undo.
void setLooks(wxTextCtrl* control, const std::vector<LookAt>& looks);

/// Height in pixels that the words of a multi-line control take at this width, with its inner margins.
/// Computed from the words alone: the control itself learns of a new width only later.
int heightOfWords(wxTextCtrl* control, int width);

/// Lets the mouse wheel over the control move what it lies in, where the control itself has nothing to
/// scroll.
void letWheelThrough(wxTextCtrl* control);

/// Lets the text cells of a column break into lines of this many pixels.
void wrapCells(wxDataViewRenderer* renderer, int width);

/// Calls `dropped` with the files that are dropped on a multi-line control that can be typed into, and the
/// place in its text. Words are dragged as before.
void letFilesDrop(wxTextCtrl* control, std::function<void(int at, std::vector<std::string> paths)> dropped);

/// Space in pixels between the border of a multi-line control and its words.
void setInnerMargin(wxTextCtrl* control, int pixels);

}  // namespace tiku::editor
