#include "workflows/deadlines/deadline.h"

#include <random>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/base/resources.h"
#include "tests/support/relax_ng.h"

using namespace tiku::formats;
using namespace tiku::workflows;

namespace {

using Unit = Period::Unit;

Date day(const char* text) {
  return *Date::parse(text);
}

std::string after(const char* from, int count, Unit unit) {
  const Deadline deadline = deadlineAfter(WorkCalendar::china(), day(from), {count, unit});
  CHECK(deadline.caveat().empty());
  return deadline.day.str();
}

std::string before(const char* event, int count, Unit unit) {
  const Deadline deadline = deadlineBefore(WorkCalendar::china(), day(event), {count, unit});
  CHECK(deadline.caveat().empty());
  return deadline.day.str();
}

std::string refusal(const std::string& xml) {
  try {
    WorkCalendar().add(xml, "CN-2027.xml");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kNotUnderstood);
    CHECK(error.place().file == "CN-2027.xml");
    CHECK(error.place().line > 0);
    return error.what();
  }
  return "accepted";
}

std::string calendar2027(const std::string& days) {
  return "<calendar region=\"CN\" year=\"2027\">\n<notice title=\"通知\" number=\"一号\" "
         "date=\"2026-11-01\"/>\n" +
         days + "</calendar>\n";
}

}  // namespace

TEST_CASE("the intake review of a filing that comes before National Day has its five working days") {
  // 第十条（二）. 28 to 30 September are worked; 1 to 8 October are off; Thursday 9, Friday 10, Saturday 11
  // worked.
  CHECK(after("2025-09-26", 5, Unit::kWorkingDays) == "2025-10-10");
  CHECK(after("2025-09-30", 3, Unit::kWorkingDays) == "2025-10-11");
  // 2026: Sunday 20 September is worked, 25 to 27 off, 1 to 7 October off, Saturday 10 worked.
  CHECK(after("2026-09-18", 5, Unit::kWorkingDays) == "2026-09-24");
  CHECK(after("2026-09-30", 3, Unit::kWorkingDays) == "2026-10-10");
}

TEST_CASE("the evaluation report is due ten working days on, over the Spring Festival too") {
  // 第十条（三）
  CHECK(after("2026-02-09", 10, Unit::kWorkingDays) == "2026-02-28");
  CHECK(after("2026-03-02", 10, Unit::kWorkingDays) == "2026-03-16");
}

TEST_CASE("thirty days of rectification are calendar days, and roll on from a day off") {
  // 第十条（四）; 《民法典》第二百零三条
  CHECK(after("2026-03-02", 30, Unit::kDays) == "2026-04-01");
  CHECK(after("2026-03-05", 30, Unit::kDays) == "2026-04-07");  // 4 April is 清明节, off until the 6th
  CHECK(after("2026-09-01", 30, Unit::kDays) == "2026-10-08");
}

TEST_CASE("what must be done before the exam counts back from its day") {
  // 第十六条（一） 15 working days, 第十五条（二） 5 and 1.
  CHECK(before("2026-03-23", 15, Unit::kWorkingDays) == "2026-03-02");
  CHECK(before("2026-05-08", 5, Unit::kWorkingDays) == "2026-04-28");
  CHECK(before("2026-05-06", 1, Unit::kWorkingDays) == "2026-04-30");
  CHECK(before("2026-05-10", 1, Unit::kWorkingDays) == "2026-05-09");
}

TEST_CASE("city and province have had their eight working days when two of the fifteen are left") {
  // 第十六条（二）: 5 and 3 of the 15 of （一）, and collection within 5 before.
  const Date exam = day("2026-06-26");
  const WorkCalendar& china = WorkCalendar::china();
  const Deadline applied = deadlineBefore(china, exam, {15, Unit::kWorkingDays});
  const Deadline city = deadlineAfter(china, applied.day, {5, Unit::kWorkingDays});
  const Deadline province = deadlineAfter(china, city.day, {3, Unit::kWorkingDays});
  const Deadline collect = deadlineBefore(china, exam, {5, Unit::kWorkingDays});
  CHECK(workingDaysBetween(china, province.day, collect.day) == 2);
}

TEST_CASE("months and years end on the day of the same number, or on the month's last") {
  // 第十八条（二） six months, 第七条（三）3 three years.
  CHECK(after("2025-08-31", 6, Unit::kMonths) == "2026-02-28");
  CHECK(after("2025-12-05", 6, Unit::kMonths) == "2026-06-05");
  CHECK(deadlineAfter(WorkCalendar::china(), day("2024-02-29"), {3, Unit::kYears}).day.str() == "2027-03-01");
}

TEST_CASE("a year without a calendar is counted by its weekends, and that is said") {
  const Deadline deadline = deadlineAfter(WorkCalendar::china(), day("2026-12-28"), {5, Unit::kWorkingDays});
  CHECK(deadline.day.str() == "2027-01-04");
  CHECK(deadline.unknownYears == std::vector<int>{2027});
  CHECK(deadline.caveat() == "2027 年的放假安排不在程序里，只按周末休息推算；安排公布后请重新核对。");
  CHECK_FALSE(WorkCalendar::china().knows(2027));
  CHECK(WorkCalendar::china().notice(2027).empty());
  CHECK(WorkCalendar::china().notice(2026) ==
        "国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）");
}

TEST_CASE("a later year is added as a file") {
  WorkCalendar calendar = WorkCalendar::china();
  calendar.add(calendar2027("<holiday name=\"元旦\" from=\"2027-01-01\" to=\"2027-01-03\"/>\n"),
               "CN-2027.xml");
  const Deadline deadline = deadlineAfter(calendar, day("2026-12-28"), {5, Unit::kWorkingDays});
  CHECK(deadline.day.str() == "2027-01-05");
  CHECK(deadline.caveat().empty());
  CHECK(calendar.holiday(day("2027-01-02")) == "元旦");
}

TEST_CASE("a calendar that contradicts itself is refused with its line") {
  CHECK(refusal("<profile/>") == "这里应是 <calendar>，却是 <profile>。");
  CHECK(refusal("<calendar region=\"CN\" year=\"27\"/>") == "“27”不是年份。");
  CHECK(refusal("<calendar region=\"CN\" year=\"2027\"/>") == "没有写明依据哪个通知（<notice>）。");
  CHECK(refusal(calendar2027("<holiday name=\"元旦\" from=\"2026-12-31\" to=\"2027-01-01\"/>")) ==
        "2026-12-31 不在 2027 年。");
  CHECK(refusal(calendar2027("<holiday name=\"元旦\" from=\"2027-01-03\" to=\"2027-01-01\"/>")) ==
        "“元旦”的最后一天在第一天之前。");
  CHECK(refusal(calendar2027("<workday date=\"2027-01-04\"/>")) == "2027-01-04 不是周末，不必写成调休上班。");
  CHECK(refusal(calendar2027("<holiday name=\"元旦\" from=\"2027-01-01\" to=\"2027-01-03\"/>\n"
                             "<workday date=\"2027-01-03\"/>")) == "2027-01-03 写了两次。");
  CHECK(refusal(calendar2027("<workday date=\"2027-02-30\"/>")) ==
        "“2027-02-30”不是日期，应写作 2026-03-01。");
}

TEST_CASE("the built-in calendars keep to schemas/calendar.rng and have the days of the notices") {
  const tiku::tests::Grammar grammar(resource("schemas/calendar.rng"));
  const auto names = resourceNames("schemas/calendars/");
  REQUIRE(names.size() == 2);
  for (const auto name : names) {
    INFO(name);
    CHECK(grammar.allows(resource(name)));
  }
  const auto workedIn = [](const char* from, const char* to) {
    return workingDaysBetween(WorkCalendar::china(), day(from), day(to));
  };
  // The statutory holidays are thirteen (《全国年节及纪念日放假办法》, 2024), so each year has 248 working
  // days when its weekends are 104.
  CHECK(workedIn("2024-12-31", "2025-12-31") == 248);
  CHECK(workedIn("2025-12-31", "2026-12-31") == 248);
  CHECK_FALSE(grammar.allows("<calendar region=\"CN\" year=\"2027\"/>"));
}

TEST_CASE("so many working days on and as many back is the same working day") {
  std::mt19937 random(3);
  const WorkCalendar& china = WorkCalendar::china();
  for (int round = 0; round < 200; ++round) {
    const Date start = dateOf(dayOf(day("2025-01-02")) + std::chrono::days(random() % 600));
    const int count = static_cast<int>(random() % 40);
    const Deadline there = deadlineAfter(china, start, {count, Unit::kWorkingDays});
    CHECK(workingDaysBetween(china, start, there.day) == count);
    if (china.isWorkingDay(start)) {
      CHECK(deadlineBefore(china, there.day, {count, Unit::kWorkingDays}).day == start);
    }
    if (count > 0) CHECK(china.isWorkingDay(there.day));
  }
}

TEST_CASE("a period that is negative or ends after the year 9999 is refused") {
  CHECK_THROWS_AS(deadlineAfter(WorkCalendar::china(), day("2026-03-02"), {-1, Unit::kDays}), FormatError);
  CHECK_THROWS_AS(deadlineAfter(WorkCalendar::china(), day("9999-12-30"), {9, Unit::kDays}), FormatError);
}
