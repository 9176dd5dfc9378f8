#include "formats/compare/merge_keys.h"

#include <charconv>

namespace tiku::formats::merging {

std::string callOf(const Person& row) {
  return row.name;
}
std::string callOf(const Expert& row) {
  return row.name;
}
std::string callOf(const Panelist& row) {
  return row.name;
}
std::string callOf(const Term& row) {
  return row.preferred;
}
std::string callOf(const OverviewSection& row) {
  return row.number + " " + row.title;
}
std::string callOf(const BasicTopic& row) {
  return row.title;
}
std::string callOf(const WeightRow& row) {
  return row.name;
}
std::string callOf(const Waiver& row) {
  return row.rule;
}

std::string called(const std::string& list, const std::string& name) {
  return say("{list}“{name}”", "list"_a = list, "name"_a = name);
}

std::string numbered(const std::string& list, const std::string& number, bool letters) {
  int n = -1;
  const char* end = number.data() + number.size();
  if (std::from_chars(number.data(), end, n).ptr != end || n < 0) return list;
  if (letters && n < 26) return say("选项 {letter}", "letter"_a = static_cast<char>('A' + n));
  return say("{field} 第 {n} 项", "field"_a = list, "n"_a = n + 1);
}

}  // namespace tiku::formats::merging
