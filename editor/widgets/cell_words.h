#pragma once

#include <optional>
#include <string>

/// What cells of one line hold.
namespace tiku::editor {

/// White space around goes, line ends and tabs within become spaces.
[[nodiscard]] std::string oneLine(const std::string& words);

/// A whole number from 0 to `most`; nothing for other words.
[[nodiscard]] std::optional<int> wholeNumber(const std::string& words, int most);

}  // namespace tiku::editor
