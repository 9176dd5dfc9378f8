#pragma once

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/base/say.h"
#include "formats/model/bank.h"

/// How a single value is spelled in an attribute. Each `Value<T>` has
///   parse     the value, or nothing when the text is none;
///   print     appends the text; false when the value cannot be written so that it is read again;
///   expected  what an error says was expected, in the user's language.
namespace tiku::formats::xml {

template <typename T>
struct Value;

template <>
struct Value<std::string> {
  static std::optional<std::string> parse(std::string_view text) { return std::string(text); }
  static bool print(const std::string& value, std::string& out) {
    out += value;
    return true;
  }
  static std::string expected() { return say("文字"); }
};

template <>
struct Value<int> {
  /// Large enough for every count of a bank, and small enough that sums of them cannot overflow by accident.
  static constexpr int kMost = 99'999;
  static std::optional<int> parse(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool canonical = !text.empty() && (text.front() != '0' || text.size() == 1) && text.front() != '-';
    if (error != std::errc{} || end != text.data() + text.size() || !canonical || value > kMost) {
      return std::nullopt;
    }
    return value;
  }
  static bool print(int value, std::string& out) {
    out += std::to_string(value);
    return value >= 0 && value <= kMost;
  }
  static std::string expected() { return say("0 至 {most} 的整数", "most"_a = kMost); }
};

template <>
struct Value<bool> {
  static std::optional<bool> parse(std::string_view text) {
    if (text == "yes") return true;
    if (text == "no") return false;
    return std::nullopt;
  }
  static bool print(bool value, std::string& out) {
    out += value ? "yes" : "no";
    return true;
  }
  static std::string expected() { return "yes / no"; }
};

template <>
struct Value<Id> {
  static std::optional<Id> parse(std::string_view text) { return Id::parse(text); }
  static bool print(const Id& value, std::string& out) {
    out += value.str();
    return !value.empty();
  }
  static std::string expected() {
    return say("一个 UUID（如 {example}）", "example"_a = Id::wellKnown(1).str());
  }
};

template <>
struct Value<Level> {
  static std::optional<Level> parse(std::string_view text) {
    if (text.size() != 1 || text[0] < '1' || text[0] > '5') return std::nullopt;
    return Level::of(text[0] - '0');
  }
  static bool print(Level value, std::string& out) {
    out += std::to_string(value.number());
    return true;
  }
  static std::string expected() { return say("等级 1 至 5"); }
};

template <typename Tag>
struct Value<Decimal<Tag>> {
  static std::optional<Decimal<Tag>> parse(std::string_view text) { return Decimal<Tag>::parse(text); }
  static bool print(const Decimal<Tag>& value, std::string& out) {
    const std::string text = value.str();
    out += text;
    return Decimal<Tag>::parse(text) == value;
  }
  static std::string expected() { return say("不小于 0、最多两位小数的数"); }
};

/// Date and OccupationCode: a checked text.
template <typename T>
struct CheckedText {
  static std::optional<T> parse(std::string_view text) { return T::parse(text); }
  static bool print(const T& value, std::string& out) {
    out += value.str();
    return true;
  }
};
template <>
struct Value<Date> : CheckedText<Date> {
  static std::string expected() { return say("日期（如 2026-03-01）"); }
};
template <>
struct Value<OccupationCode> : CheckedText<OccupationCode> {
  static std::string expected() { return say("职业编码（如 4-04-05-05）"); }
};

/// The words of an enumeration, in the order of its values.
template <typename T>
struct Words;

template <typename T>
  requires std::is_enum_v<T>
struct Value<T> {
  static std::optional<T> parse(std::string_view text) {
    for (std::size_t i = 0; i < Words<T>::words.size(); ++i) {
      if (Words<T>::words[i] == text) return static_cast<T>(i);
    }
    return std::nullopt;
  }
  static bool print(T value, std::string& out) {
    out += Words<T>::words.at(static_cast<std::size_t>(value));
    return true;
  }
  static std::string expected() {
    std::string list;
    for (const std::string_view word : Words<T>::words) {
      if (!list.empty()) list += " / ";
      list += word;
    }
    return list;
  }
};

using namespace std::string_view_literals;  // NOLINT(google-*): for the word lists below.

template <>
struct Words<ItemType> {
  static constexpr std::array words{"single-choice"sv, "multiple-choice"sv, "true-false"sv, "fill-in"sv,
                                    "short-answer"sv,  "calculation"sv,     "essay"sv,      "drawing"sv,
                                    "case-analysis"sv, "comprehensive"sv};
};
template <>
struct Words<ItemStatus> {
  static constexpr std::array words{"draft"sv, "written"sv, "reviewed"sv, "retired"sv};
};
template <>
struct Words<Importance> {
  static constexpr std::array words{"X"sv, "Y"sv, "Z"sv};
};
template <>
struct Words<Part> {
  static constexpr std::array words{"basic"sv, "work"sv};
};
template <>
struct Words<Material::Provider> {
  static constexpr std::array words{"exam-room"sv, "candidate"sv};
};
template <>
struct Words<ItemSet::Kind> {
  static constexpr std::array words{"shared-stem"sv, "shared-options"sv};
};
template <>
struct Words<Paper::Kind> {
  static constexpr std::array words{"theory"sv, "skills"sv};
};
template <>
struct Words<BankKind> {
  static constexpr std::array words{"items"sv, "papers"sv};
};
template <>
struct Words<OccupationClass> {
  static constexpr std::array words{"technical"sv, "knowledge"sv, "compound"sv};
};
template <>
struct Words<Person::Kind> {
  static constexpr std::array words{"content-expert"sv, "method-expert"sv, "staff"sv};
};
template <>
struct Words<TermVariant::Use> {
  static constexpr std::array words{"banned"sv, "allowed"sv};
};
template <>
struct Words<Expert::Kind> {
  static constexpr std::array words{"content"sv, "method"sv};
};
template <>
struct Words<ExpertTitle> {
  static constexpr std::array words{"junior"sv, "intermediate"sv, "associate"sv, "senior"sv};
};
template <>
struct Words<Exclusion> {
  static constexpr std::array words{"removed"sv,         "term"sv,      "qualification"sv, "field"sv,
                                    "own-institution"sv, "avoidance"sv, "developer"sv};
};
template <>
struct Words<Judgement::Verdict> {
  static constexpr std::array words{"same"sv, "variant"sv, "different"sv};
};
template <>
struct Words<EntryChange::Kind> {
  static constexpr std::array words{"added"sv, "removed"sv, "changed"sv, "weight"sv};
};
template <>
struct Words<UpdateTask::Kind> {
  static constexpr std::array words{"entry"sv, "scope"sv, "point"sv, "item"sv};
};
template <>
struct Words<StandardKind> {
  static constexpr std::array words{"national"sv, "industry"sv, "enterprise"sv, "special"sv};
};
template <>
struct Words<BasicTopic::Part> {
  static constexpr std::array words{"ethics"sv, "foundation"sv};
};
template <>
struct Words<WeightRow::Kind> {
  static constexpr std::array words{"ethics"sv, "foundation"sv, "function"sv};
};

template <>
struct Words<RoundState> {
  static constexpr std::array words{"accepted"sv,   "reviewing"sv, "summary"sv,    "passed"sv,
                                    "to-rectify"sv, "failed"sv,    "rectifying"sv, "rereview"sv};
};
template <>
struct Words<Round::Scope> {
  static constexpr std::array words{"bank"sv, "sample"sv};
};
template <>
struct Words<Invitation::Phase> {
  static constexpr std::array words{"independent"sv, "discussion"sv, "rereview"sv};
};
template <>
struct Words<RemarkKind> {
  static constexpr std::array words{"knowledge"sv, "key"sv,       "scope"sv,  "unclear"sv,
                                    "options"sv,   "duplicate"sv, "secret"sv, "form"sv};
};
template <>
struct Words<Gravity> {
  static constexpr std::array words{"grave"sv, "common"sv, "advice"sv};
};
template <>
struct Words<ItemVerdict> {
  static constexpr std::array words{"adopt"sv, "revise"sv, "drop"sv};
};
template <>
struct Words<OpinionStatus> {
  static constexpr std::array words{"open"sv, "answered"sv, "agreed"sv, "rejected"sv};
};
template <>
struct Words<SuggestionState> {
  static constexpr std::array words{"open"sv, "accepted"sv, "refused"sv};
};

/// Several values in one attribute, parted by one space.
template <typename T>
struct Value<std::vector<T>> {
  static std::optional<std::vector<T>> parse(std::string_view text) {
    std::vector<T> values;
    while (true) {
      const std::size_t end = std::min(text.find(' '), text.size());
      auto value = Value<T>::parse(text.substr(0, end));
      if (!value) return std::nullopt;
      values.push_back(std::move(*value));
      if (end == text.size()) return values;
      text.remove_prefix(end + 1);
    }
  }
  static bool print(const std::vector<T>& values, std::string& out) {
    bool ok = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) out += ' ';
      ok = Value<T>::print(values[i], out) && ok;
    }
    return ok;
  }
  static std::string expected() {
    return say("用一个空格分开的若干个值，每个是{one}", "one"_a = Value<T>::expected());
  }
};

/// An option of a choice item by its letter: A is 0, Z is 25, AA is 26.
struct OptionLetter {
  int position = 0;
  bool operator==(const OptionLetter&) const = default;
};
template <>
struct Value<OptionLetter> {
  static std::optional<OptionLetter> parse(std::string_view text) {
    if (text.empty() || text.size() > 3) return std::nullopt;
    int number = 0;
    for (const char c : text) {
      if (c < 'A' || c > 'Z') return std::nullopt;
      number = number * 26 + (c - 'A' + 1);
    }
    return OptionLetter{number - 1};
  }
  static bool print(OptionLetter value, std::string& out) {
    std::string letters;
    for (int rest = value.position + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    out += letters;
    return !letters.empty() && letters.size() <= 3;
  }
  static std::string expected() { return say("选项字母（如 A）"); }
};

}  // namespace tiku::formats::xml
