#pragma once

#include <string>
#include <utility>
#include <vector>

#include "editor/widgets/styled_words.h"

namespace tiku::editor {

/// Two states of a text as words beside each other: what went is marked on the one side, what came on the
/// other. Which of the two is the older one is told by their order.
std::pair<std::vector<StyledWords::Piece>, std::vector<StyledWords::Piece>> markedSides(
    const std::string& before, const std::string& after);

/// A text with what in it differs from another one marked, in the manner of what is `meant`: for three or
/// more that stand beside each other, none of which is the older one.
std::vector<StyledWords::Piece> markedAgainst(const std::string& text, const std::string& other);

}  // namespace tiku::editor
