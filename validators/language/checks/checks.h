#pragma once

#include "validators/language/data/language_data.h"
#include "validators/language/hit.h"

/// The checks of one passage. Each reads the characters once and costs nothing where nothing is found.
namespace tiku::validators::language {

/// Words of the confusion list: 座标, 按装.
void findConfusions(const Passage& passage, const LanguageData& data, HitList& hits);
/// Characters and words written twice: 的的, 进行进行.
void findDoubled(const Passage& passage, const LanguageData& data, HitList& hits);
/// Marks in a row, marks where none can stand, brackets and quotation marks without their other half.
void findPunctuation(const Passage& passage, HitList& hits);
/// Brackets of two widths in one pair, half-width marks between Han characters in a text that has the
/// same mark full, full-width letters and digits.
void findWidths(const Passage& passage, HitList& hits);
/// Unit symbols in wrong case, units that are no longer legal; both after a number.
void findUnits(const Passage& passage, const LanguageData& data, HitList& hits);
/// Ranges whose first number lacks what the second has, or whose sign can be read as minus.
void findNumbers(const Passage& passage, const LanguageData& data, HitList& hits);
/// Standards cited by a superseded edition.
void findStandards(const Passage& passage, const LanguageData& data, HitList& hits);

}  // namespace tiku::validators::language
