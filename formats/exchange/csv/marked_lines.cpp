#include "formats/exchange/csv/marked_lines.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "formats/base/say.h"
#include "formats/base/trim.h"

namespace tiku::formats {
namespace {

std::vector<std::string_view> linesIn(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    lines.push_back(text.substr(0, end));
    const bool pair = text.substr(end).starts_with("\r\n");
    text.remove_prefix(std::min(end + (pair ? 2 : 1), text.size()));
  }
  return lines;
}

std::vector<std::string_view> parts(std::string_view line, std::string_view mark) {
  std::vector<std::string_view> found;
  for (;;) {
    const std::size_t end = line.find(mark);
    found.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return found;
    line.remove_prefix(end + mark.size());
  }
}

// How many parts nearly all lines have under the mark; 0 when they do not agree on two or more.
std::size_t agreedParts(const std::vector<std::string_view>& lines, std::string_view mark) {
  std::map<std::size_t, std::size_t> counts;
  std::size_t full = 0;
  for (const std::string_view line : lines) {
    if (trimmed(line).empty()) continue;
    ++full;
    ++counts[parts(line, mark).size()];
  }
  for (const auto& [count, agreeing] : counts) {
    if (count > 1 && full > 0 && agreeing * 10 >= full * 9) return count;
  }
  return 0;
}

bool isNumber(std::string_view text) {
  text = trimmed(text);
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

SheetCell cellOf(std::string_view words) {
  SheetCell cell;
  cell.text = std::string(trimmed(words));
  return cell;
}

Sheet gridOf(const std::vector<std::string_view>& lines, std::string_view mark) {
  Sheet sheet;
  sheet.isText = true;
  for (const std::string_view line : lines) {
    sheet.rows.emplace_back();
    for (const std::string_view part : parts(line, mark)) sheet.rows.back().push_back(cellOf(part));
  }
  return sheet;
}

// "n#stem#right$wrong$wrong" or "n#stem$0".
struct HashLine {
  std::string_view number;
  std::string_view stem;
  std::vector<std::string_view> options;
  std::string_view judgement;
};

std::optional<HashLine> hashLine(std::string_view line) {
  const std::vector<std::string_view> hashed = parts(line, "#");
  if (hashed.size() < 2 || hashed.size() > 3 || !isNumber(hashed[0])) return std::nullopt;
  HashLine read{hashed[0], hashed[1], {}, {}};
  if (hashed.size() == 3) {
    read.options = parts(hashed[2], "$");
    return read.options.size() > 1 ? std::optional(read) : std::nullopt;
  }
  const std::size_t dollar = hashed[1].rfind('$');
  constexpr std::size_t kLongest = 8;
  if (dollar == std::string_view::npos || hashed[1].size() - dollar > kLongest) return std::nullopt;
  read.stem = hashed[1].substr(0, dollar);
  read.judgement = hashed[1].substr(dollar + 1);
  return read;
}

std::optional<Sheet> hashSheet(const std::vector<std::string_view>& lines) {
  std::vector<std::optional<HashLine>> all;
  std::size_t full = 0;
  std::size_t understood = 0;
  std::size_t options = 0;
  for (const std::string_view line : lines) {
    all.push_back(hashLine(line));
    full += trimmed(line).empty() ? 0 : 1;
    understood += all.back() ? 1 : 0;
    if (all.back()) options = std::max(options, all.back()->options.size());
  }
  constexpr std::size_t kMostOptions = 10;
  if (understood == 0 || understood * 10 < full * 9 || options > kMostOptions) return std::nullopt;
  Sheet sheet;
  sheet.isText = true;
  sheet.firstNumber = 0;
  sheet.firstIsRight = true;
  sheet.zeroIsRight = true;
  sheet.records = say("每行一道题，各部分用“#”和“$”隔开；选择题的第一个选项是答案，判断题以 0 为正确。");
  sheet.rows.push_back({cellOf("序号"), cellOf("题干")});
  for (std::size_t i = 0; i < options; ++i)
    sheet.rows[0].push_back(cellOf(std::string("选项") + static_cast<char>('A' + i)));
  const bool judged =
      std::ranges::any_of(all, [](const auto& line) { return line && line->options.empty(); });
  if (judged) sheet.rows[0].push_back(cellOf("答案"));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    sheet.rows.emplace_back();
    if (!all[i]) {
      // Of a line that is none of these, the words are told as what was not understood.
      if (!trimmed(lines[i]).empty()) sheet.rows.back() = {SheetCell{}, cellOf(lines[i])};
      continue;
    }
    std::vector<SheetCell>& row = sheet.rows.back();
    row = {cellOf(all[i]->number), cellOf(all[i]->stem)};
    for (const std::string_view option : all[i]->options) row.push_back(cellOf(option));
    row.resize(2 + options + (judged ? 1 : 0));
    if (judged) row.back() = cellOf(all[i]->judgement);
  }
  return sheet;
}

}  // namespace

std::optional<Sheet> readMarkedLines(std::string_view text) {
  const std::vector<std::string_view> lines = linesIn(text);
  if (auto sheet = hashSheet(lines)) return sheet;
  for (const std::string_view mark : {"|||", "||", "|"}) {
    constexpr std::size_t kFewest = 3;
    if (agreedParts(lines, mark) >= kFewest) return gridOf(lines, mark);
  }
  return std::nullopt;
}

}  // namespace tiku::formats
