#pragma once

namespace tiku::formats {

/// A period as a regulation states it: 10个工作日, 30日, 6个月, 3年.
struct Period {
  enum class Unit {
    kWorkingDays,  ///< 工作日
    kDays,         ///< 日
    kMonths,       ///< 个月
    kYears,        ///< 年
  };
  int count = 0;
  Unit unit = Unit::kWorkingDays;
  bool operator==(const Period&) const = default;
};

}  // namespace tiku::formats
