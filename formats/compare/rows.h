#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/model/bank.h"

/// The rows of nested tables without what lies below them: so a row keeps its changes when it moves.
namespace tiku::formats::merging {

/// A Scope without its scopes and points.
struct ScopeRow {
  std::optional<Part> part;  ///< Of a top scope.
  std::string code;
  std::string name;
  std::optional<Weight> weight;
  std::optional<Id> requirement;
  std::string note;
  Extras extras;
  bool operator==(const ScopeRow&) const = default;
};

/// LevelRequirements without its functions.
struct LevelRow {
  int level = 0;
  Extras extras;
  bool operator==(const LevelRow&) const = default;
};

/// A Function without its contents.
struct FunctionRow {
  std::string name;
  Extras extras;
  bool operator==(const FunctionRow&) const = default;
};

/// A WorkContent without its entries.
struct ContentRow {
  std::string name;
  Extras extras;
  bool operator==(const ContentRow&) const = default;
};

/// A SkillGroup without its modules.
struct GroupRow {
  int take = 1;
  Extras extras;
  bool operator==(const GroupRow&) const = default;
};

/// A PaperSection without its entries.
struct SectionRow {
  std::string title;
  Extras extras;
  bool operator==(const SectionRow&) const = default;
};

}  // namespace tiku::formats::merging
