#pragma once

#include <string>
#include <string_view>

namespace tiku::formats::qti {

/// A formula in MathML (Presentation), with the TeX as an annotation by which it reads back.
struct MathMl {
  std::string xml;
  /// Everything in the TeX was understood; else the formula is shown as the TeX itself.
  bool whole = false;
};

/// Understood are letters, numbers, signs, groups, `_` `^`, \frac, \sqrt, \text, \left \right, Greek letters
/// and the usual operators and accents; a table (\begin) is not.
MathMl mathMlOf(std::string_view latex);

}  // namespace tiku::formats::qti
