#pragma once

#include <optional>

#include "editor/standard/standard_table.h"

namespace tiku::editor {

/// 工作要求 of a level as its four-column table: 职业功能 | 工作内容 | 技能要求 | 相关知识要求. A name stands
/// in the first row of what it names; writing a name further down begins a new function or content there.
/// Numbers follow from the place.
class RequirementsTable final : public StandardTable {
 public:
  using StandardTable::StandardTable;

  enum Column { kFunction, kContent, kSkill, kKnowledge };

  void show(formats::Level level) {
    level_ = level;
    follow();
  }
  [[nodiscard]] std::optional<formats::Level> level() const { return level_; }

  void follow() override;
  Spot insertBelow(Spot spot) override;
  void remove(const std::vector<int>& rows, int column) override;
  Spot move(Spot spot, bool up) override;
  [[nodiscard]] int tracesTo(const std::vector<int>& rows, int column) const override;
  [[nodiscard]] formats::Id partAt(Spot spot) const override;
  [[nodiscard]] Spot spotOf(formats::Id part) const override;
  [[nodiscard]] bool canStar(Spot spot) const override;
  void star(const std::vector<int>& rows, int column) override;

  [[nodiscard]] std::vector<TableColumn> columns() const override;
  [[nodiscard]] int rows() const override { return static_cast<int>(lines_.size()); }
  [[nodiscard]] bool grows() const override { return level_.has_value(); }
  [[nodiscard]] TableCell cell(int row, int column) const override;
  std::optional<Refusal> put(const std::vector<CellWords>& words) override;
  [[nodiscard]] std::optional<int> landing(const RowMove& move) const override;
  std::optional<RowSpan> drop(const RowMove& move) override;

 private:
  /// A row: which function, content and entry stand in it.
  struct Line {
    std::size_t function = 0;
    std::optional<std::size_t> content;
    std::size_t entry = 0;
    bool firstOfFunction = false;
    bool firstOfContent = false;
  };

  [[nodiscard]] static std::vector<Line> linesOf(const formats::LevelRequirements& requirements);
  [[nodiscard]] const formats::WorkContent* contentOf(const Line& line) const;
  [[nodiscard]] const formats::Requirement* entryOf(const Line& line, int column) const;
  [[nodiscard]] std::vector<formats::Id> partsOf(const std::vector<int>& rows, int column) const;
  [[nodiscard]] formats::Id entryBegins(int row, int column) const;
  /// The level with the parts drawn to the gap, which is put right where it lies inside of one; nothing where
  /// they cannot go.
  [[nodiscard]] std::optional<formats::LevelRequirements> moved(const RowMove& move, int& gap) const;
  bool putLevel(const std::string& title, formats::LevelRequirements requirements);

  std::optional<formats::Level> level_;
  std::optional<formats::LevelRequirements> now_;
  std::vector<Line> lines_;
};

}  // namespace tiku::editor
