#pragma once

#include <functional>
#include <string>
#include <vector>

#include "editor/widgets/table_model.h"
#include "formats/model/bank.h"
#include "workflows/review/report/scores.h"

namespace tiku::editor {

/// Items by experts, the most disputed first: what each says, and what comes of it.
class DisagreementTable final : public TableModel {
 public:
  /// The columns before those of the experts.
  enum Column { kItem, kVerdict, kVotes, kFirstExpert };
  /// Those behind them.
  enum Figures { kRelevance, kSpread, kValidity, kDifficulty };

  explicit DisagreementTable(std::function<void(formats::Id item)> open) : open_(std::move(open)) {}

  /// Takes the opened answers of a round; nothing shows where there are none.
  void follow(const formats::Bank& bank, const formats::Round& round);
  [[nodiscard]] formats::Id itemOf(int row) const;
  [[nodiscard]] const std::vector<workflows::ItemOpinion>& opinions() const { return opinions_; }

  [[nodiscard]] std::vector<TableColumn> columns() const override;
  [[nodiscard]] int rows() const override { return static_cast<int>(opinions_.size()); }
  [[nodiscard]] TableCell cell(int row, int column) const override;
  std::optional<Refusal> put(const std::vector<CellWords>& /*words*/) override { return std::nullopt; }
  void open(int row, int /*column*/) override { open_(itemOf(row)); }

 private:
  [[nodiscard]] TableCell expertCell(std::size_t unit, std::size_t expert) const;
  [[nodiscard]] TableCell figureCell(const workflows::ItemOpinion& one, int figure) const;

  std::function<void(formats::Id)> open_;
  workflows::PanelScores scores_;
  std::vector<workflows::ItemOpinion> opinions_;
  std::vector<workflows::Figure> validity_;  ///< By unit.
  std::vector<std::string> names_;           ///< Of the experts.
  std::vector<std::string> titles_;          ///< Of the items, by unit.
};

}  // namespace tiku::editor
