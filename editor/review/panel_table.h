#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "editor/widgets/table_model.h"
#include "formats/model/bank.h"

namespace tiku::editor {

/// The panel of a new round while it is written: who, of which institution, and who presides. A name of the
/// pool brings its institution along.
class PanelTable final : public TableModel {
 public:
  enum Column { kName, kInstitution, kChair };

  /// `changed` is called after every change.
  PanelTable(std::shared_ptr<const formats::Experts> pool, std::function<void()> changed)
      : pool_(std::move(pool)), changed_(std::move(changed)) {}

  [[nodiscard]] const std::vector<formats::Panelist>& panel() const { return panel_; }
  void take(std::vector<formats::Panelist> panel);
  /// Those who are not in the panel yet.
  void add(const formats::Expert& expert);
  void remove(int first, int count);

  [[nodiscard]] std::vector<TableColumn> columns() const override;
  [[nodiscard]] int rows() const override { return static_cast<int>(panel_.size()); }
  [[nodiscard]] bool grows() const override { return true; }
  [[nodiscard]] TableCell cell(int row, int column) const override;
  std::optional<Refusal> put(const std::vector<CellWords>& words) override;

 private:
  void tidy();

  std::shared_ptr<const formats::Experts> pool_;  ///< Null where the bank has none.
  std::function<void()> changed_;
  std::vector<formats::Panelist> panel_;
};

}  // namespace tiku::editor
