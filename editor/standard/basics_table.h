#pragma once

#include <optional>

#include "editor/standard/standard_table.h"

namespace tiku::editor {

/// 基本要求: the topics of 职业道德 and 基础知识 with their entries, a row per entry.
class BasicsTable final : public StandardTable {
 public:
  explicit BasicsTable(StandardSource& source) : StandardTable(source) { follow(); }

  enum Column { kPart, kTitle, kEntry };

  void follow() override;
  Spot insertBelow(Spot spot) override;
  void remove(const std::vector<int>& rows, int column) override;
  Spot move(Spot spot, bool up) override;
  [[nodiscard]] int tracesTo(const std::vector<int>& rows, int column) const override;
  [[nodiscard]] formats::Id partAt(Spot spot) const override;
  [[nodiscard]] Spot spotOf(formats::Id part) const override;

  [[nodiscard]] std::vector<TableColumn> columns() const override;
  [[nodiscard]] int rows() const override { return static_cast<int>(lines_.size()); }
  [[nodiscard]] TableCell cell(int row, int column) const override;
  std::optional<Refusal> put(const std::vector<CellWords>& words) override;
  [[nodiscard]] std::optional<int> landing(const RowMove& move) const override;
  std::optional<RowSpan> drop(const RowMove& move) override;

 private:
  struct Line {
    std::size_t topic = 0;
    std::size_t entry = 0;  ///< One behind the last in a topic without entries.
  };
  struct Draft;
  [[nodiscard]] std::vector<std::size_t> topicsOf(const std::vector<int>& rows) const;
  /// The topics with the entries drawn to the gap, and where the first of them lies then.
  [[nodiscard]] std::vector<formats::BasicTopic> withEntriesMoved(const RowMove& move, int& first) const;
  /// Topics as rows of their own: which go, and to which gap between them.
  [[nodiscard]] RowMove topicsMove(const RowMove& move) const;
  void putTopics(const std::string& title, std::vector<formats::BasicTopic> topics);

  std::vector<formats::BasicTopic> topics_;
  std::vector<Line> lines_;
};

}  // namespace tiku::editor
