#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/exchange/sheets/row.h"

namespace tiku::formats::sheets {

/// A row while it is being read.
struct RowState {
  RowState(const RowContext& c, int r) : context(c), row(r) {}

  const RowContext& context;
  int row;
  RowResult result;
  Stem stem;
  std::vector<RichText> options;
  /// What stood in another cell than its own: an answer below the options in the stem's cell.
  std::map<Field, std::string> said;

  [[nodiscard]] const SheetCell* cell(int column) const { return context.sheet.at(row, column); }
  [[nodiscard]] const SheetCell* cell(Field field) const;
  /// The words of the field's cell without a label before them.
  [[nodiscard]] std::string words(Field field) const;
  /// The cell's text with its pictures, which count as taken then.
  RichText rich(int column);
  RichText rich(const SheetCell& cell, int column);
  /// A doubt at the field's cell, or at the stem's where the field has none.
  void doubt(Field field, std::string sentence);
  void doubtAt(int column, std::string sentence) { result.doubts.emplace_back(column, std::move(sentence)); }
};

/// Reads the options from their columns, from one cell, or from behind the stem, and settles `stem` with it.
void readStemAndOptions(RowState& state);
/// Doubts about options whose words Excel did not keep, and about empty ones between others.
void checkOptions(RowState& state);
/// Whether the cell holds what Excel made of something else: a sentence that says so, else empty. `asksDate`:
/// a date is what could be meant.
std::string destroyedValue(const SheetCell& cell, bool asksDate);
/// Whether the words ask for a date or hold one.
bool speaksOfDates(const std::string& words);

/// 正确 and 错误 as the two options of what is a judgement, as whether they mean right; 0 and 1 may be real
/// options.
std::optional<std::vector<bool>> judgementOptions(const std::vector<RichText>& options);

/// Reads the key for an item whose type is settled. False when the row does not hold together as an item of
/// its type; the reason is set.
bool readKey(RowState& state, TheoryItem& item);
/// The words of the key: those of its column, or those that stand before the rationale.
std::string keyWordsOf(const RowState& state);

}  // namespace tiku::formats::sheets
