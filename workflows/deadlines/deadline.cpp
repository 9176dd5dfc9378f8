#include "workflows/deadlines/deadline.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::workflows {

using formats::Date;
using formats::say;
using formats::operator""_a;

namespace {

using Day = std::chrono::sys_days;

// Goes from day to day and remembers through which years it came without a calendar.
class Walk {
 public:
  Walk(const WorkCalendar& calendar, Day day, int direction)
      : calendar_(calendar), day_(day), step_(direction) {}

  void toNextWorkingDay() {
    do {
      day_ += step_;
    } while (!working());
  }
  void toWorkingDay() {
    if (!working()) toNextWorkingDay();
  }
  void set(Day day) { day_ = day; }
  [[nodiscard]] Deadline end() const { return {dateOf(day_), unknown_}; }

 private:
  bool working() {
    const Date date = dateOf(day_);
    const int year = static_cast<int>(std::chrono::year_month_day(day_).year());
    if (!calendar_.knows(year) && std::ranges::find(unknown_, year) == unknown_.end())
      unknown_.push_back(year);
    return calendar_.isWorkingDay(date);
  }

  const WorkCalendar& calendar_;
  Day day_;
  std::chrono::days step_;
  std::vector<int> unknown_;
};

Day addMonths(Day day, int months) {
  const std::chrono::year_month_day date(day);
  const std::chrono::year_month_day moved = date + std::chrono::months(months);
  return moved.ok() ? Day(moved) : Day(moved.year() / moved.month() / std::chrono::last);
}

Deadline deadline(const WorkCalendar& calendar, const Date& from, Period period, int direction) {
  constexpr int kMost = 9999;
  if (period.count < 0 || period.count > kMost) {
    throw formats::FormatError(formats::ErrorCode::kUsage,
                               say("期限的长短应在 0 到 {most} 之间。", "most"_a = kMost));
  }
  const Day start = dayOf(from);
  Walk walk(calendar, start, direction);
  if (period.unit == Period::Unit::kWorkingDays) {
    for (int i = 0; i < period.count; ++i) walk.toNextWorkingDay();
    return walk.end();
  }
  const int count = period.count * direction;
  if (period.unit == Period::Unit::kDays) {
    walk.set(start + std::chrono::days(count));
  } else {
    walk.set(addMonths(start, period.unit == Period::Unit::kYears ? 12 * count : count));
  }
  walk.toWorkingDay();
  return walk.end();
}

}  // namespace

std::string Deadline::caveat() const {
  if (unknownYears.empty()) return {};
  std::string years;
  for (const int year : unknownYears) years += (years.empty() ? "" : "、") + std::to_string(year);
  return say("{years} 年的放假安排不在程序里，只按周末休息推算；安排公布后请重新核对。", "years"_a = years);
}

Deadline deadlineAfter(const WorkCalendar& calendar, const Date& from, Period period) {
  return deadline(calendar, from, period, 1);
}

Deadline deadlineBefore(const WorkCalendar& calendar, const Date& event, Period period) {
  return deadline(calendar, event, period, -1);
}

int workingDaysBetween(const WorkCalendar& calendar, const Date& from, const Date& to) {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  int count = 0;
  for (Day day = dayOf(from) + std::chrono::days(1); day <= dayOf(to); day += std::chrono::days(1)) {
    if (calendar.isWorkingDay(dateOf(day))) ++count;
  }
  return count;
}

}  // namespace tiku::workflows
