#include "cli/usage_error.h"

#include <optional>
#include <sstream>
#include <string_view>

#include "formats/base/say.h"

namespace tiku::cli {
namespace {

using tiku::formats::say;
using tiku::formats::operator""_a;

// The library tells what is wrong in English words alone: what stands around them is known by its class.
std::optional<std::string> without(std::string_view words, std::string_view before, std::string_view after) {
  if (words.size() <= before.size() + after.size() || !words.starts_with(before) || !words.ends_with(after))
    return std::nullopt;
  words.remove_prefix(before.size());
  words.remove_suffix(after.size());
  return std::string(words);
}

struct Pair {
  std::string first;
  std::string second;
};

std::optional<Pair> parted(std::string_view words, std::string_view at) {
  const std::size_t place = words.find(at);
  if (place == std::string_view::npos) return std::nullopt;
  return Pair{std::string(words.substr(0, place)), std::string(words.substr(place + at.size()))};
}

template <typename Kind>
bool is(const CLI::ParseError& wrong) {
  return dynamic_cast<const Kind*>(&wrong) != nullptr;
}

std::string whatIsMissing(const std::string& words) {
  if (words == "A subcommand is required") return say("没有写要做什么");
  if (const auto name = without(words, "", " is required")) return say("缺少 {name}", "name"_a = *name);
  return words;
}

std::string whatIsTooMuch(const std::string& words) {
  const auto told = parted(words, " not expected: ");
  if (!told) return words;
  // From last to first, and an unknown option has what follows it along.
  std::istringstream parts(told->second);
  std::string all;
  std::string options;
  for (std::string part; parts >> part;) {
    all.insert(0, part + (all.empty() ? "" : " "));
    if (part.starts_with('-')) options.insert(0, part + (options.empty() ? "" : " "));
  }
  return say("不认识 {names}", "names"_a = options.empty() ? all : options);
}

// "0.300000" as 0.3
std::string rounded(std::string number) {
  if (number.find('.') == std::string::npos) return number;
  number.erase(number.find_last_not_of('0') + 1);
  if (number.ends_with('.')) number.pop_back();
  return number;
}

std::string whatDoesNotFit(const std::string& words) {
  const auto at = parted(words, ": ");
  if (!at) return words;
  if (const auto value = parted(at->second, " not in range ")) {
    const auto ends = parted(value->second, " to ");
    const auto number = without(value->first, "Value ", "");
    if (ends && number) {
      return say("{name} 应在 {least} 到 {most} 之间，不能是 {value}", "name"_a = at->first,
                 "least"_a = rounded(ends->first), "most"_a = rounded(ends->second), "value"_a = *number);
    }
  }
  if (const auto value = parted(at->second, " not in ")) {
    return say("{name} 不能是“{value}”，只能是 {allowed}", "name"_a = at->first, "value"_a = value->first,
               "allowed"_a = value->second);
  }
  return words;
}

}  // namespace

std::string usageWords(const CLI::ParseError& wrong) {
  const std::string words = wrong.what();
  if (is<CLI::RequiredError>(wrong)) return whatIsMissing(words);
  if (is<CLI::ExtrasError>(wrong)) return whatIsTooMuch(words);
  if (is<CLI::ValidationError>(wrong)) return whatDoesNotFit(words);
  if (is<CLI::ConversionError>(wrong)) {
    if (const auto value = without(words, "Could not convert: ", ""))
      return say("看不懂 {value}", "value"_a = *value);
  }
  if (is<CLI::ArgumentMismatch>(wrong)) {
    const auto at = parted(words, ": ");
    if (at && at->second.ends_with(" missing")) return say("{name} 后面缺少内容", "name"_a = at->first);
  }
  if (is<CLI::RequiresError>(wrong)) {
    if (const auto names = parted(words, " requires "))
      return say("{name} 要和 {other} 一起用", "name"_a = names->first, "other"_a = names->second);
  }
  if (is<CLI::ExcludesError>(wrong)) {
    if (const auto names = parted(words, " excludes "))
      return say("{name} 不能和 {other} 一起用", "name"_a = names->first, "other"_a = names->second);
  }
  return words;
}

}  // namespace tiku::cli
