#pragma once

#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "workflows/blueprint/table_edit.h"

namespace tiku::workflows {

/// One row of what the standard proposes for a level's element tables.
struct DerivedRow {
  enum class Kind {
    kAdded,    ///< A scope that the table did not have.
    kChanged,  ///< Its weight, or the entry of the standard that it mirrors, becomes another.
    kKept,     ///< Is as the standard has it.
    kForeign,  ///< The standard has no such entry; stays as it is.
  };
  Kind kind = Kind::kKept;
  TableHalf half = TableHalf::kTheory;
  formats::Id scope;
  int depth = 0;
  std::string code;
  std::string name;
  std::string weightBefore;  ///< Empty for none.
  std::string weightAfter;
  bool linked = false;  ///< Becomes traced to the standard's entry, and was not.
};

/// What would be done to the scope: 新增, 改动 ...
std::string kindWords(const DerivedRow& row);

struct Derivation {
  explicit Derivation(formats::Blueprint b) : blueprint(std::move(b)) {}

  formats::Blueprint blueprint;  ///< As it would be.
  std::vector<DerivedRow> rows;  ///< In printed order, theory first.

  [[nodiscard]] int count(DerivedRow::Kind kind) const;
  [[nodiscard]] bool changesAnything() const {
    return count(DerivedRow::Kind::kAdded) + count(DerivedRow::Kind::kChanged) > 0;
  }
  /// One edit that a user can undo; empty when nothing changes.
  [[nodiscard]] formats::Edit edit() const;
};

/// The scopes of both element tables as the standard's basic requirements, work requirements and weight
/// tables give them, worked into the tables that are there.
///
/// A scope stands for an entry of the standard that it is traced to, or, where it is traced to none, whose
/// name it has in the right half. What is found gets the weight of the weight table and the trace; what is
/// not found is added at the end of where it belongs, with new codes. Names, codes, points and order of what
/// is there stay, and nothing is ever removed. A new table takes the national form: 基本要求 and 相关知识 at
/// the top.
///
/// Throws FormatError kUsage when the bank has no standard, or the standard nothing at the level.
Derivation deriveBlueprint(const formats::Bank& bank, formats::Level level);

}  // namespace tiku::workflows
