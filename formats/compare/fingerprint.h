#pragma once

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "formats/compare/parts.h"

/// A value as a text that says all of it: two values are equal when their texts are. The texts have an order,
/// the same on every machine, by which things without a name of their own are put in order.
namespace tiku::formats::merging {

void addFingerprint(std::string& into, const std::string& value);
void addFingerprint(std::string& into, const RichText& value);
void addFingerprint(std::string& into, const Extras& value);

inline void addFingerprint(std::string& into, Id value) {
  addFingerprint(into, value.str());
}
inline void addFingerprint(std::string& into, Level value) {
  into += std::to_string(value.number()) + ';';
}
inline void addFingerprint(std::string& into, const Date& value) {
  addFingerprint(into, value.str());
}
template <typename Tag>
void addFingerprint(std::string& into, Decimal<Tag> value) {
  into += std::to_string(value.hundredths()) + ';';
}
template <typename T>
  requires std::integral<T> || std::is_enum_v<T>
void addFingerprint(std::string& into, T value) {
  into += std::to_string(static_cast<long long>(value)) + ';';
}
template <typename T>
void addFingerprint(std::string& into, const std::optional<T>& value);
template <typename T>
void addFingerprint(std::string& into, const std::vector<T>& values);
template <Record T>
void addFingerprint(std::string& into, const T& record);

template <typename T>
void addFingerprint(std::string& into, const std::optional<T>& value) {
  into += value ? '+' : '-';
  if (value) addFingerprint(into, *value);
}
template <typename T>
void addFingerprint(std::string& into, const std::vector<T>& values) {
  addFingerprint(into, values.size());
  for (const T& value : values) addFingerprint(into, value);
}
template <Record T>
void addFingerprint(std::string& into, const T& record) {
  members::each(
      &record, [&](const char*, const char*, auto member, auto...) { addFingerprint(into, record.*member); });
}

template <typename T>
std::string fingerprint(const T& value) {
  std::string text;
  addFingerprint(text, value);
  return text;
}

}  // namespace tiku::formats::merging
