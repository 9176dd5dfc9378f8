#include "workflows/deadlines/work_calendar.h"

#include <charconv>

#include "formats/base/resources.h"
#include "formats/base/say.h"
#include "formats/base/xml.h"

namespace tiku::workflows {

using formats::Date;
using formats::ErrorCode;
using formats::FormatError;
using formats::say;
using formats::XmlDocument;
using formats::XmlElement;
using formats::operator""_a;

namespace {

int numberAt(std::string_view text, std::size_t from, std::size_t length) {
  int number = 0;
  std::from_chars(text.data() + from, text.data() + from + length, number);
  return number;
}

bool isWeekend(std::chrono::sys_days day) {
  const std::chrono::weekday weekday(day);
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

int yearOf(std::chrono::sys_days day) {
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

}  // namespace

std::chrono::sys_days dayOf(const Date& date) {
  const std::string& text = date.str();
  return std::chrono::year(numberAt(text, 0, 4)) / numberAt(text, 5, 2) / numberAt(text, 8, 2);
}

Date dateOf(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  const auto parsed =
      Date::parse(fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                              static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())));
  if (!parsed) throw FormatError(ErrorCode::kOverLimit, say("算出的日期超出了公元 1 年到 9999 年。"));
  return *parsed;
}

class CalendarReader {
 public:
  CalendarReader(const std::string& xml, std::string file)
      : file_(std::move(file)), document_(XmlDocument::parse(xml, file_, {.bytes = 1U << 20U})) {}

  std::pair<int, WorkCalendar::Year> read() {
    const XmlElement root = document_.root();
    if (root.name() != "calendar") {
      fail(root, say("这里应是 <calendar>，却是 <{found}>。", "found"_a = root.name()));
    }
    const std::string year = need(root, "year");
    const auto first = Date::parse(year + "-01-01");
    if (!first) fail(root, say("“{text}”不是年份。", "text"_a = year));
    year_ = yearOf(dayOf(*first));
    need(root, "region");
    for (XmlElement child = root.first(); child; child = child.next()) {
      if (child.name() == "notice") {
        result_.notice = need(child, "title") + "（" + need(child, "number") + "）";
      } else if (child.name() == "holiday") {
        readHoliday(child);
      } else if (child.name() == "workday") {
        readWorkday(child);
      } else {
        fail(child,
             say("<{parent}> 里不认识 <{found}>。", "parent"_a = root.name(), "found"_a = child.name()));
      }
    }
    if (result_.notice.empty()) fail(root, say("没有写明依据哪个通知（<notice>）。"));
    return {year_, std::move(result_)};
  }

 private:
  [[noreturn]] void fail(XmlElement at, const std::string& message) const {
    throw FormatError(ErrorCode::kNotUnderstood, message, {file_, at.line(), std::string(at.name())});
  }

  std::string need(XmlElement element, std::string_view name) const {
    std::string value = element.attribute(name);
    if (value.empty()) fail(element, say("缺少属性“{name}”。", "name"_a = name));
    return value;
  }

  std::chrono::sys_days needDay(XmlElement element, std::string_view name) const {
    const std::string text = need(element, name);
    const auto date = Date::parse(text);
    if (!date) fail(element, say("“{text}”不是日期，应写作 2026-03-01。", "text"_a = text));
    const std::chrono::sys_days day = dayOf(*date);
    if (yearOf(day) != year_) {
      fail(element, say("{date} 不在 {year} 年。", "date"_a = text, "year"_a = year_));
    }
    return day;
  }

  void readHoliday(XmlElement element) {
    const std::string name = need(element, "name");
    const auto from = needDay(element, "from");
    const auto to = needDay(element, "to");
    if (to < from) fail(element, say("“{name}”的最后一天在第一天之前。", "name"_a = name));
    for (auto day = from; day <= to; day += std::chrono::days(1)) {
      if (result_.worked.contains(day) || !result_.holidays.emplace(day, name).second) {
        fail(element, say("{date} 写了两次。", "date"_a = dateOf(day).str()));
      }
    }
  }

  void readWorkday(XmlElement element) {
    const auto day = needDay(element, "date");
    const std::string date = dateOf(day).str();
    if (!isWeekend(day)) fail(element, say("{date} 不是周末，不必写成调休上班。", "date"_a = date));
    if (result_.holidays.contains(day) || !result_.worked.insert(day).second) {
      fail(element, say("{date} 写了两次。", "date"_a = date));
    }
  }

  std::string file_;
  XmlDocument document_;
  int year_ = 0;
  WorkCalendar::Year result_;
};

const WorkCalendar& WorkCalendar::china() {
  static const WorkCalendar calendar = [] {
    WorkCalendar all;
    for (const std::string_view name : formats::resourceNames("schemas/calendars/CN-")) {
      all.add(std::string(formats::resource(name)), std::string(name));
    }
    return all;
  }();
  return calendar;
}

void WorkCalendar::add(const std::string& xml, const std::string& fileName) {
  auto [number, year] = CalendarReader(xml, fileName).read();
  years_[number] = std::move(year);
}

std::string WorkCalendar::notice(int year) const {
  const auto found = years_.find(year);
  return found == years_.end() ? std::string() : found->second.notice;
}

bool WorkCalendar::isWorkingDay(const Date& date) const {
  const auto day = dayOf(date);
  const auto year = years_.find(yearOf(day));
  if (year == years_.end()) return !isWeekend(day);
  if (year->second.worked.contains(day)) return true;
  return !isWeekend(day) && !year->second.holidays.contains(day);
}

std::string WorkCalendar::holiday(const Date& date) const {
  const auto day = dayOf(date);
  const auto year = years_.find(yearOf(day));
  if (year == years_.end()) return {};
  const auto found = year->second.holidays.find(day);
  return found == year->second.holidays.end() ? std::string() : found->second;
}

}  // namespace tiku::workflows
