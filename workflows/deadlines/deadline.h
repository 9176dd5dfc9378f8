#pragma once

#include <string>
#include <vector>

#include "formats/model/period.h"
#include "workflows/deadlines/work_calendar.h"

/// When a period of a regulation ends: "10个工作日内", "30日内", "提前15个工作日".
namespace tiku::workflows {

using formats::Period;

/// The last day of a period.
struct Deadline {
  formats::Date day;
  /// Years that were counted through without a calendar, by their weekends alone.
  std::vector<int> unknownYears;

  /// What to tell beside the day where a year was not known; empty else.
  [[nodiscard]] std::string caveat() const;
  bool operator==(const Deadline&) const = default;
};

/// The last day of a period that `from` starts; its count is 0 to 9999. The day itself does not count
/// (《民法典》第二百零一条). A period of days, months or years that would end on a day off ends on the next
/// working day (第二百零三条); one of months or years ends on the day of the same number, or on the last day
/// of the month (第二百零二条).
Deadline deadlineAfter(const WorkCalendar& calendar, const formats::Date& from, Period period);

/// The last day for what must be done so long before `event`, which does not count itself:
/// "认定前15个工作日". One of days, months or years that would fall on a day off falls on the working day
/// before.
Deadline deadlineBefore(const WorkCalendar& calendar, const formats::Date& event, Period period);

/// How many working days lie after `from` up to and including `to`; negative where `to` is before `from`.
int workingDaysBetween(const WorkCalendar& calendar, const formats::Date& from, const formats::Date& to);

}  // namespace tiku::workflows
