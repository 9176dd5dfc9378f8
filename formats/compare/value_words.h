#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "formats/compare/parts.h"
#include "formats/compare/print.h"

/// Values of any kind as words for people: as print.h has them, of a row without words of its own those of
/// its members.
namespace tiku::formats::merging {

std::string wordsOf(bool value);
std::string wordsOf(Importance value);
std::string wordsOf(Part value);
std::string wordsOf(Material::Provider value);
std::string wordsOf(Person::Kind value);
std::string wordsOf(TermVariant::Use value);
std::string wordsOf(BasicTopic::Part value);

template <typename T>
concept Printed = requires(const T& value) { print::text(value); };

template <typename T>
std::string wordsOf(const T& value);
template <typename T>
std::string wordsOf(const std::optional<T>& value);
template <typename T>
std::string wordsOf(const std::vector<T>& values);
template <typename K, typename V>
std::string wordsOf(const std::map<K, V>& values);
template <typename... T>
std::string wordsOf(const std::variant<T...>& value);

inline std::string wordsOf(const Key& value) {
  return print::text(value);
}

template <typename T>
std::string wordsOf(const T& value) {
  if constexpr (Printed<T>) {
    return print::text(value);
  } else {
    std::string words;
    members::each(&value, [&](const char*, const char*, auto member, auto...) {
      const std::string part = wordsOf(value.*member);
      if (!part.empty()) words += (words.empty() ? "" : "　") + part;
    });
    return words;
  }
}

template <typename T>
std::string wordsOf(const std::optional<T>& value) {
  return value ? wordsOf(*value) : std::string();
}

template <typename T>
std::string wordsOf(const std::vector<T>& values) {
  std::string lines;
  for (const T& value : values) lines += (lines.empty() ? "" : "\n") + wordsOf(value);
  return lines;
}

template <typename K, typename V>
std::string wordsOf(const std::map<K, V>& values) {
  std::string lines;
  for (const auto& [key, value] : values) {
    lines += (lines.empty() ? "" : "\n") + wordsOf(key) + "：" + wordsOf(value);
  }
  return lines;
}

template <typename... T>
std::string wordsOf(const std::variant<T...>& value) {
  return std::visit([](const auto& row) { return wordsOf(row); }, value);
}

}  // namespace tiku::formats::merging
