#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "editor/widgets/object_list.h"
#include "formats/model/standard_update.h"
#include "workflows/impact/work_list.h"

namespace tiku::editor {

/// Tasks of an update one below the other.
class TaskList final : public ObjectList {
 public:
  explicit TaskList(wxWindow* parent);

  /// What the lines are of; `tasks` is alive until it is told another one. Shows none of them.
  void setUpdate(std::shared_ptr<const formats::StandardUpdate> update, const workflows::WorkList* tasks);
  /// The update says something else of the same tasks.
  void updateChanged(std::shared_ptr<const formats::StandardUpdate> update);
  /// Shows these lines of the list.
  void show(std::vector<std::size_t> lines);

  [[nodiscard]] const std::vector<std::size_t>& shownLines() const { return lines_; }
  /// The chosen ones, in order.
  [[nodiscard]] std::vector<const workflows::TaskLine*> chosen() const;
  /// "修改 相关知识要求 1.1.1 等 2 处": what in the standard leads to the line.
  [[nodiscard]] std::string changesOf(const workflows::TaskLine& line) const;

 private:
  [[nodiscard]] std::string words(std::size_t row, unsigned column) const override;
  bool paint(std::size_t row, unsigned column, wxDataViewItemAttr& look) const override;
  [[nodiscard]] const workflows::TaskLine& line(std::size_t row) const {
    return tasks_->lines()[lines_[row]];
  }

  std::shared_ptr<const formats::StandardUpdate> update_;
  const workflows::WorkList* tasks_ = nullptr;
  std::unordered_map<formats::Id, std::size_t> changeOf_;  ///< By entry, into the changes of the update.
  std::vector<std::size_t> lines_;
};

}  // namespace tiku::editor
