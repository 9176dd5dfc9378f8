#pragma once

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

#include <wx/dataview.h>

#include "formats/model/standard_update.h"
#include "workflows/impact/work_list.h"

namespace tiku::editor {

/// Tasks of an update one below the other, any number: only what is seen is drawn.
class TaskList final : public wxDataViewCtrl {
 public:
  explicit TaskList(wxWindow* parent);

  /// Other lines are chosen. Not told when the program chooses.
  void onChosen(std::function<void()> chosen) { chosen_ = std::move(chosen); }
  /// Enter, or a double click, on a line.
  void onOpen(std::function<void()> open) { open_ = std::move(open); }

  /// What the lines are of; `tasks` is alive until it is told another one. Shows none of them.
  void setUpdate(std::shared_ptr<const formats::StandardUpdate> update, const workflows::WorkList* tasks);
  /// The update says something else of the same tasks.
  void updateChanged(std::shared_ptr<const formats::StandardUpdate> update);
  /// Shows these lines of the list. What was chosen stays chosen where it is among them; where nothing of it
  /// is, what stands in its place now.
  void show(std::vector<std::size_t> lines);

  [[nodiscard]] const std::vector<std::size_t>& shownLines() const { return lines_; }
  /// The chosen ones, in order.
  [[nodiscard]] std::vector<const workflows::TaskLine*> chosen() const;
  void choose(formats::Id object);
  /// "修改 相关知识要求 1.1.1 等 2 处": what in the standard leads to the line.
  [[nodiscard]] std::string changesOf(const workflows::TaskLine& line) const;

 private:
  class Model;
  [[nodiscard]] std::vector<std::size_t> rows() const;
  void chooseRow(std::size_t row);
  [[nodiscard]] const workflows::TaskLine& line(std::size_t row) const {
    return tasks_->lines()[lines_[row]];
  }

  std::shared_ptr<const formats::StandardUpdate> update_;
  const workflows::WorkList* tasks_ = nullptr;
  std::unordered_map<formats::Id, std::size_t> changeOf_;  ///< By entry, into the changes of the update.
  std::vector<std::size_t> lines_;
  std::vector<formats::Id> objects_;  ///< Of the rows, as they were when they were shown.
  wxObjectDataPtr<Model> model_;
  std::function<void()> chosen_;
  std::function<void()> open_;
  bool quiet_ = false;
};

}  // namespace tiku::editor
