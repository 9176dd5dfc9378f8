#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "formats/model/bank.h"

/// Which tasks of an update of the standard are done (formats/model/standard_update.h).
namespace tiku::validators {

/// SHA-256 of what an update asks to be looked at: a printed code says nothing (docs/package-format.md,
/// Updates).
std::string judgedDigest(const formats::Scope& scope);
std::string judgedDigest(const formats::Point& point);
std::string judgedDigest(const formats::Bank& bank, const formats::Object& item);

enum class TaskState {
  kOpen,
  kChanged,    ///< It says something else than when the update began; an added entry is traced to.
  kGone,       ///< Removed, or retired.
  kConfirmed,  ///< A person says that it holds as it is.
};

/// The scopes and points of a bank as tasks see them. Costs the size of the blueprints; a snapshot of them.
class TaskSubjects {
 public:
  TaskSubjects() = default;
  explicit TaskSubjects(const formats::Bank& bank);

  [[nodiscard]] TaskState stateOf(const formats::UpdateTask& task, const formats::Bank& bank) const;

 private:
  void add(const formats::Blueprint& blueprint);

  std::unordered_map<formats::Id, std::string> digests_;  ///< Of scopes and points.
  std::unordered_set<formats::Id> traced_;                ///< Entries to which something is traced.
  std::unordered_set<formats::Id> entries_;               ///< Of the standard.
};

}  // namespace tiku::validators
