#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/blueprint/standard_numbers.h"
#include "editor/widgets/table_model.h"
#include "formats/model/blueprint.h"

namespace tiku::editor {

/// What can be written in a row of an element table.
enum class ElementField { kCode, kName, kWeight, kImportance, kTrace, kNote };

struct ElementWords {
  int row = 0;  ///< Rows from rows.size() on are new ones.
  ElementField field = ElementField::kName;
  std::string words;
};

/// A row of an element table as printed.
struct ElementRow {
  formats::Id id;
  bool isPoint = false;
  int depth = 0;
  formats::Part part = formats::Part::kWork;
  std::string parentCode;  ///< "A-B-", empty at a top.
};
[[nodiscard]] std::vector<ElementRow> elementRows(const formats::ElementTable& table);

/// Writes the words into the table, or says why not; then the table may be half written and is to be thrown
/// away.
///
/// A new row finds its place by its code where that has several parts ("A-B-003" goes into A-B). Else it is a
/// point below the last row; it is a scope where it has a weight and no importance, where its code is of
/// letters, and in a table without rows.
std::optional<Refusal> putElementWords(formats::ElementTable& table, const std::vector<ElementWords>& words,
                                       const StandardNumbers& numbers);

/// "X" or "核心要素", either case and width; nothing for other words.
[[nodiscard]] std::optional<formats::Importance> importanceOf(const std::string& words);
[[nodiscard]] const char* importanceLetter(formats::Importance importance);

}  // namespace tiku::editor
