#pragma once

#include <concepts>
#include <string>

#include "formats/compare/print.h"
#include "formats/model/bank.h"

/// What names a row of a list among the others, whoever changed it, and what people call it.
namespace tiku::formats::merging {

inline std::string keyOf(Id id) {
  return id.str();
}
inline std::string keyOf(Level level) {
  return std::to_string(level.number());
}
inline std::string keyOf(const Waiver& waiver) {
  return waiver.rule + " " + waiver.object.str() + " " + waiver.field;
}
inline std::string keyOf(const Judgement& judgement) {
  return judgement.a.str() + " " + judgement.b.str();
}
inline std::string keyOf(const Term& term) {
  return term.preferred;
}
inline std::string keyOf(const UpdateTask& task) {
  return task.object.str();
}
inline std::string keyOf(const EntryChange& change) {
  return change.entry.str() + " " + change.place;
}
inline std::string keyOf(const Panelist& member) {
  return member.expert.str();
}
inline std::string keyOf(const ReviewedObject& reviewed) {
  return reviewed.object.str();
}
inline std::string keyOf(const OverviewSection& section) {
  return section.number;
}
inline std::string keyOf(const WeightRow& row) {
  return std::to_string(static_cast<int>(row.kind)) + " " + row.name;
}
template <typename T>
  requires std::same_as<T, Person> || std::same_as<T, Expert> || std::same_as<T, PanelDraw> ||
           std::same_as<T, Invitation> || std::same_as<T, BasicTopic>
std::string keyOf(const T& row) {
  return row.id.str();
}

/// A row that has a name of its own.
template <typename T>
concept Keyed = requires(const T& row) {
  { keyOf(row) } -> std::same_as<std::string>;
};

/// What people call the row, empty where it is known by its place alone.
template <typename T>
std::string callOf(const T&) {
  return {};
}
std::string callOf(const Person& row);
std::string callOf(const Expert& row);
std::string callOf(const Panelist& row);
std::string callOf(const Term& row);
std::string callOf(const OverviewSection& row);
std::string callOf(const BasicTopic& row);
std::string callOf(const WeightRow& row);
std::string callOf(const Waiver& row);
/// 评分表“…”: the row of a list by its name.
std::string called(const std::string& list, const std::string& name);
/// 评分表 第 3 行; of options: 选项 C.
std::string numbered(const std::string& list, const std::string& number, bool letters);

}  // namespace tiku::formats::merging
