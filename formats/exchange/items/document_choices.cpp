#include "formats/exchange/items/document_choices.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::formats {
namespace {

std::string listed(const std::vector<std::string_view>& values) {
  std::string list;
  for (const std::string_view value : values)
    list += (list.empty() ? "" : translate("、")) + std::string(value);
  return list;
}

template <typename Table>
std::vector<std::string_view> valuesOf(const Table& table) {
  std::vector<std::string_view> values;
  for (const auto& entry : table) values.push_back(entry.value);
  return values;
}

class Reader {
 public:
  explicit Reader(std::string file) : file_(std::move(file)) {}

  void read(const std::string& key, const std::string& value) {
    key_ = key;
    value_ = value;
    if (key == "numbers") {
      choices_.numbers = oneOf(kNumbersWords).numbers;
      choices_.lines.ignoresWordNumbers = choices_.numbers == ItemNumbers::kInText;
    } else if (key == "answers") {
      choices_.answers = oneOf(kAnswersWords).at;
    } else if (key == "judgement") {
      choices_.judgement = yes("zero-right", "usual") ? JudgementCode::kZeroRight : JudgementCode::kUsual;
    } else if (key == "furniture") {
      choices_.lines.keepsFurniture = yes("kept", "dropped");
    } else if (key == "lines") {
      choices_.lines.wraps = yes("wrapped", "whole");
    } else if (key.starts_with("section:")) {
      section();
    } else {
      throw FormatError(
          ErrorCode::kUsage, say("读法里没有“{key}”这一项。", "key"_a = key), {file_, 0, {}},
          say("可以更正的有：{keys}。",
              "keys"_a = listed({"numbers", "answers", "judgement", "furniture", "lines", "section:1"})));
    }
  }

  DocumentChoices take() && { return std::move(choices_); }

 private:
  [[noreturn]] void refuse(const std::vector<std::string_view>& values) const {
    throw FormatError(ErrorCode::kUsage,
                      say("“{key}”不能更正为“{value}”。", "key"_a = key_, "value"_a = value_), {file_, 0, {}},
                      say("可以是：{values}。", "values"_a = listed(values)));
  }

  template <typename Table>
  const typename Table::value_type& oneOf(const Table& table) const {
    const auto found =
        std::ranges::find_if(table, [this](const auto& entry) { return entry.value == value_; });
    if (found == table.end()) refuse(valuesOf(table));
    return *found;
  }

  /// True for the first word, false for the second.
  [[nodiscard]] bool yes(std::string_view first, std::string_view second) const {
    if (value_ != first && value_ != second) refuse({first, second});
    return value_ == first;
  }

  void section() {
    int number = 0;
    const char* end = key_.data() + key_.size();
    const auto [stopped, error] = std::from_chars(key_.data() + 8, end, number);
    if (error != std::errc() || stopped != end || number < 1) {
      throw FormatError(ErrorCode::kUsage, say("读法里没有“{key}”这一项。", "key"_a = key_), {file_, 0, {}},
                        say("各节从 section:1 编起。"));
    }
    if (value_ == "not-items") {
      choices_.sections[number] = {SectionChoice::What::kNotItems, {}};
    } else if (value_ == "by-key") {
      choices_.sections[number] = {SectionChoice::What::kByKey, {}};
    } else if (const auto type = itemTypeOf(value_)) {
      choices_.sections[number] = {SectionChoice::What::kType, *type};
    } else {
      std::vector<std::string_view> values;
      for (const ItemType type : kItemTypes) values.push_back(itemTypeKey(type));
      values.insert(values.end(), {"by-key", "not-items"});
      refuse(values);
    }
  }

  std::string file_;
  std::string key_;
  std::string value_;
  DocumentChoices choices_;
};

}  // namespace

DocumentChoices choicesOf(const ReadingCorrections& corrections, const std::string& file) {
  Reader reader(file);
  for (const auto& [key, value] : corrections) reader.read(key, value);
  return std::move(reader).take();
}

}  // namespace tiku::formats
