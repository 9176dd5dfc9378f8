#pragma once

#include <optional>

#include "editor/document/question.h"

class wxWindow;

namespace tiku::editor {

/// Shows both sides of a clash as words, one beside the other, and asks which to take. Empty: later. `left`
/// is how many questions there are still, this one included.
std::optional<Side> askQuestion(wxWindow* parent, const Question& question, std::size_t left);

}  // namespace tiku::editor
