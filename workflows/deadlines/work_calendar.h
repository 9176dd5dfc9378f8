#pragma once

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "formats/model/values.h"

/// 工作日: which days are worked, and when a period of a regulation ends.
namespace tiku::workflows {

/// Which days are worked, 放假 and 调休 included. A year is known by a file (schemas/calendar.rng) that says
/// which notice of the State Council it follows; of a year without one only the weekends are.
class WorkCalendar {
 public:
  /// No year is known.
  WorkCalendar() = default;
  /// The years that are built into the program: schemas/calendars/CN-*.xml.
  static const WorkCalendar& china();

  /// Adds a year; a year that was known is replaced. Throws FormatError with file and line: for XML that is
  /// no calendar, a day outside the year or in two holidays, a worked day that is no weekend day or in a
  /// holiday.
  void add(const std::string& xml, const std::string& fileName);

  [[nodiscard]] bool knows(int year) const { return years_.contains(year); }
  /// The notice of a year, "国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）"; empty where
  /// the year is not known.
  [[nodiscard]] std::string notice(int year) const;

  [[nodiscard]] bool isWorkingDay(const formats::Date& date) const;
  /// "国庆节"; empty on other days.
  [[nodiscard]] std::string holiday(const formats::Date& date) const;

 private:
  struct Year {
    std::string notice;
    std::map<std::chrono::sys_days, std::string> holidays;
    std::set<std::chrono::sys_days> worked;
  };
  friend class CalendarReader;
  std::map<int, Year> years_;
};

/// The day of a Date, and back. The year must be 1 to 9999.
std::chrono::sys_days dayOf(const formats::Date& date);
formats::Date dateOf(std::chrono::sys_days day);

}  // namespace tiku::workflows
