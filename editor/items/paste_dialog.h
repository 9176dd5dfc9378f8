#pragma once

#include <functional>
#include <optional>
#include <string>

#include "editor/items/pasted_items.h"

class wxWindow;

namespace tiku::editor {

/// What the paste dialog works with.
struct PasteQuestion {
  std::string words;      ///< What is in its box to begin with.
  std::string pointName;  ///< "A-A-A-001 量具的保养"; empty without a current point.
  bool left = false;      ///< The words are what was left when the rest was taken.
  std::function<Pasted(const std::string& words, bool atPoint)> read;
};

/// 粘贴试题: words at the left, the items that they will be at the right, read anew while one types. The
/// items to take, or nothing.
std::optional<Pasted> askPaste(wxWindow* parent, const PasteQuestion& question);

}  // namespace tiku::editor
