#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/exchange/workbook.h"
#include "formats/exchange/xlsx/fraction.h"

namespace tiku::formats {

/// One number format of a workbook (ECMA-376 part 1, 18.8.30 and 18.8.31): how Excel shows a number.
///
/// Decimals, thousands, percent, fractions, exponents, literals, dates and times are shown as Excel shows
/// them, each by the section of its sign or of its condition. Short dates, whose
/// form depends on the reader's settings, are shown as 2021-03-05.
class NumberFormat {
 public:
  /// A built-in format (ids below 164); General for an id without a fixed meaning.
  static NumberFormat builtIn(int id);
  explicit NumberFormat(std::string_view code);

  /// The cell's words and kind. `date1904`: days count from 1904-01-01 instead of 1899-12-31.
  [[nodiscard]] SheetCell show(double value, bool date1904) const;

 private:
  struct Token {
    enum class Kind { kLiteral, kYear, kMonth, kDay, kHour, kMinute, kSecond, kHalf };
    Kind kind = Kind::kLiteral;
    int width = 0;
    std::string text;  ///< Of a literal.
  };
  void readCondition(std::string_view section);
  void readSection(const std::string& section);
  void readDate(std::string_view section);
  void useIsoForShortDates();
  void readNumber(std::string_view section);
  [[nodiscard]] bool holds(double value) const;
  [[nodiscard]] SheetCell showOwn(double value, bool date1904) const;
  [[nodiscard]] std::string number(double value) const;
  [[nodiscard]] std::string scientific(double value) const;
  [[nodiscard]] std::string date(double serial, bool date1904) const;

  enum class Style { kGeneral, kNumber, kScientific, kFraction, kDate, kLiteral };
  Style style_ = Style::kGeneral;
  bool hasDay_ = false;  ///< A date; otherwise a time of day.
  std::vector<Token> tokens_;
  int decimals_ = 0;
  int leastDecimals_ = 0;  ///< Decimals that '#' made optional are dropped when they are zero.
  bool percent_ = false;
  bool thousands_ = false;
  int exponentDigits_ = 2;
  FractionForm fraction_;
  std::string prefix_;
  std::string suffix_;
  std::string condition_;  ///< ">=", where the section has one; else empty.
  double limit_ = 0;
  std::vector<NumberFormat> others_;  ///< For negative numbers and, if it is there, for zero.
};

/// A number as General shows it: up to 15 significant digits, so without the noise of binary fractions.
std::string generalNumber(double value);

}  // namespace tiku::formats
