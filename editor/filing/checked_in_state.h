#pragma once

#include <string>

#include "editor/document/document.h"

namespace tiku::editor {

/// The content that a sample is drawn from: what is checked in, else a stand-in that proves nothing.
struct CheckedIn {
  std::string tree;
  std::string problem;  ///< Why the tree is a stand-in, as a sentence; empty when it is checked in.
};
CheckedIn checkedInState(const Document& document);

}  // namespace tiku::editor
