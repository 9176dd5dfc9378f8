#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/item.h"

/// Options that are numbers: "36 V", "1/2", "三年", "不大于 0.5 mm", "10~20 ℃".
namespace tiku::validators {

/// An exact number. Digits are limited so that products never overflow.
struct Ratio {
  std::int64_t over = 0;
  std::int64_t under = 1;  ///< Positive.
};
[[nodiscard]] int compare(const Ratio& a, const Ratio& b);

struct Quantity {
  std::string before;  ///< What stands before the number: "第", "≤", "不大于".
  Ratio low;           ///< The number, or where a range begins.
  std::optional<Ratio> high;
  std::string unit;  ///< What stands behind, without spaces.
  /// How the number is written: as 0.5, as 1/2, as 三.
  enum class Form { kDecimal, kFraction, kHan } form = Form::kDecimal;
};

/// The words as a quantity, when they are nothing else. Codes with leading zeros and dates are none.
std::optional<Quantity> quantityOf(std::string_view words);

/// The number in the base unit of its kind (V for kV, mm for m), when the unit is one of those that every
/// trade uses, or a share of 100; else nothing.
struct BaseQuantity {
  Ratio value;
  std::string_view unit;
};
std::optional<BaseQuantity> inBaseUnit(const Quantity& quantity);

/// All options as quantities; empty when one of them is something else.
std::vector<Quantity> quantitiesOf(const std::vector<std::string>& options);

}  // namespace tiku::validators
