#pragma once

#include <functional>

#include "editor/standard/standard_table.h"

namespace tiku::editor {

/// The sections of 职业概况: number, title, and the first words of what each says. Its text is written on the
/// section's own page.
class SectionsTable final : public StandardTable {
 public:
  explicit SectionsTable(StandardSource& source) : StandardTable(source) { follow(); }

  enum Column { kNumber, kTitle, kText };

  /// Called to show the page of a section.
  void onOpen(std::function<void(int section)> open) { open_ = std::move(open); }

  void follow() override { sections_ = source().standard().overview; }
  Spot insertBelow(Spot spot) override;
  void remove(const std::vector<int>& rows, int column) override;
  Spot move(Spot spot, bool up) override;

  [[nodiscard]] std::vector<TableColumn> columns() const override;
  [[nodiscard]] int rows() const override { return static_cast<int>(sections_.size()); }
  [[nodiscard]] TableCell cell(int row, int column) const override;
  std::optional<Refusal> put(const std::vector<CellWords>& words) override;
  [[nodiscard]] std::optional<int> landing(const RowMove& move) const override;
  std::optional<RowSpan> drop(const RowMove& move) override;
  void open(int row, int column) override;

 private:
  void putSections(const std::string& title, std::vector<formats::OverviewSection> sections);

  std::vector<formats::OverviewSection> sections_;
  std::function<void(int)> open_;
};

}  // namespace tiku::editor
