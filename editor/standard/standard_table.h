#pragma once

#include <string>
#include <vector>

#include "editor/standard/standard_source.h"
#include "editor/widgets/table_model.h"

namespace tiku::editor {

/// A part of the standard as a table. What a command does depends on the column: in 工作内容 a row inserted
/// is a content, in 技能要求 an entry.
class StandardTable : public TableModel {
 public:
  explicit StandardTable(StandardSource& source) : source_(source) {}

  struct Spot {
    int row = 0;
    int column = 0;
  };

  /// The standard changed.
  virtual void follow() = 0;
  virtual Spot insertBelow(Spot spot) = 0;
  virtual void remove(const std::vector<int>& rows, int column) = 0;
  virtual Spot move(Spot spot, bool up) = 0;
  /// How many scopes and points of the blueprints are traced to what would be removed.
  [[nodiscard]] virtual int tracesTo(const std::vector<int>& /*rows*/, int /*column*/) const { return 0; }
  /// The part of the standard that the cell is or belongs to; empty for none.
  [[nodiscard]] virtual formats::Id partAt(Spot /*spot*/) const { return {}; }
  /// Where it is; row -1 for nowhere.
  [[nodiscard]] virtual Spot spotOf(formats::Id /*part*/) const { return {-1, 0}; }
  [[nodiscard]] virtual bool canStar(Spot /*spot*/) const { return false; }
  virtual void star(const std::vector<int>& /*rows*/, int /*column*/) {}

  [[nodiscard]] bool grows() const override { return true; }
  [[nodiscard]] bool movesRows() const override { return true; }

 protected:
  [[nodiscard]] StandardSource& source() const { return source_; }

 private:
  StandardSource& source_;
};

/// How many scopes and points of the bank's blueprints are traced to one of these entries.
[[nodiscard]] int tracedTo(const formats::Bank& bank, const std::vector<formats::Id>& entries);

/// A printed number in front goes, when it has so many parts ("1.2.3 能检查" with three): numbers follow by
/// themselves. So do signs like （1）, with `parts` 0.
[[nodiscard]] std::string withoutNumber(const std::string& words, int parts);

}  // namespace tiku::editor
