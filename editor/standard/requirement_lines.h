#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/model/standard.h"

namespace tiku::editor {

/// The work requirements of a level taken apart into the rows of their table, written on, and put together
/// again. Ids stay with the words that they were with.
class RequirementLines {
 public:
  explicit RequirementLines(const formats::LevelRequirements& requirements);

  /// Words for a cell; columns as in RequirementsTable. A row behind the last makes new ones. Several lines
  /// in a cell of entries become several entries. A name in a row that had none begins a new function or
  /// content there. False when a name would go, which would join what it parts.
  bool put(std::size_t row, int column, const std::string& words);

  [[nodiscard]] formats::LevelRequirements requirements() const;

 private:
  struct Line {
    std::optional<formats::Function> function{};    ///< Begins here; without its contents.
    std::optional<formats::WorkContent> content{};  ///< Likewise, without its entries.
    std::vector<formats::Requirement> skills{};     ///< Mostly one.
    std::vector<formats::Requirement> knowledge{};
  };

  formats::LevelRequirements shell_;  ///< Without functions.
  std::vector<Line> lines_;
};

}  // namespace tiku::editor
