#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "formats/model/bank.h"
#include "validators/rules/support/update_tasks.h"

/// What an update of the standard asks for, as people go through it.
namespace tiku::workflows {

/// A task with what it speaks of.
struct TaskLine {
  formats::UpdateTask task;
  validators::TaskState state = validators::TaskState::kOpen;
  std::optional<formats::Level> level;
  std::string name;   ///< 考评点 A-001 游标卡尺的读数; 三级单选题 ...
  formats::Id under;  ///< Of an item the point that leads to it.
  bool operator==(const TaskLine&) const = default;
};

/// The tasks of an update by level, in each what was added to the standard before scopes and points in the
/// order of the tables, points with their items below them. What belongs to no level stands first, what is
/// gone last. Follows the bank at the cost of what changed.
class WorkList {
 public:
  /// Costs the tables and every object of a task: for a large bank on a thread.
  WorkList(const formats::Bank& bank, const formats::StandardUpdate& update);

  [[nodiscard]] const std::vector<TaskLine>& lines() const { return lines_; }

  enum class Followed {
    kNothing,
    kLines,  ///< Lines say something else.
    kOrder,  ///< Lines stand elsewhere.
    kOther,  ///< The update has other tasks, or is gone: the list is of no use any more.
  };
  /// `bank` is as it is after these changes. An edit of items costs their own lines, one of a table or of the
  /// standard all but the items.
  Followed follow(const formats::Bank& bank, std::span<const formats::Change> changes);

 private:
  struct Tables;
  using Key = std::array<std::size_t, 4>;

  // True where the line is to stand elsewhere.
  bool restate(std::size_t line, const formats::Bank& bank);
  bool followPoint(std::size_t item);
  void sort();

  formats::Id update_;
  std::shared_ptr<const Tables> tables_;
  std::vector<TaskLine> lines_;
  std::vector<Key> keys_;  ///< Of the lines, which are sorted by them.
  std::unordered_map<formats::Id, std::size_t> lineOf_;
};

}  // namespace tiku::workflows
