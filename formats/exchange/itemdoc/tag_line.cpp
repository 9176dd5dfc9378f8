#include "formats/exchange/itemdoc/tag_line.h"

#include <algorithm>
#include <array>

#include "formats/base/trim.h"

namespace tiku::formats::itemdoc {
namespace {

constexpr std::string_view kOpen = "〔";
constexpr std::string_view kClose = "〕";
constexpr std::string_view kBetween = "｜";
constexpr std::array kNames{tags::kExample,     tags::kPaper, tags::kCode,   tags::kPoint,  tags::kDifficulty,
                            tags::kConsistency, tags::kMarks, tags::kStatus, tags::kAuthor, tags::kFile,
                            tags::kPlace,       tags::kSet,   tags::kId};

std::string escaped(std::string_view value) {
  std::string out;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const char c = value[at];
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == ' ' && (at == 0 || at + 1 == value.size())) {
      out += "\\s";
    } else {
      if (c == '\\' || value.substr(at).starts_with(kBetween)) out += '\\';
      out += c;
    }
  }
  return out;
}

std::string unescaped(std::string_view value) {
  std::string out;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] != '\\' || at + 1 == value.size()) {
      out += value[at];
      continue;
    }
    const char c = value[++at];
    out += c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c == 's' ? ' ' : c;
  }
  return out;
}

std::string_view trimmedSpaces(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string tagLine(const std::vector<std::pair<std::string_view, std::string>>& fields) {
  std::string line(kOpen);
  for (const auto& [name, value] : fields) {
    if (value.empty() && name != tags::kExample) continue;
    if (line.size() > kOpen.size()) line.append(" ").append(kBetween).append(" ");
    line += name;
    if (!value.empty()) line += " " + escaped(value);
  }
  return line.append(kClose);
}

std::optional<TagFields> tagFields(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with(kOpen) || !line.ends_with(kClose)) return std::nullopt;
  line = line.substr(kOpen.size(), line.size() - kOpen.size() - kClose.size());
  TagFields fields;
  for (std::size_t from = 0; from <= line.size();) {
    std::size_t end = from;
    while (end < line.size() && !line.substr(end).starts_with(kBetween)) end += line[end] == '\\' ? 2 : 1;
    end = std::min(end, line.size());
    const std::string_view field = trimmedSpaces(line.substr(from, end - from));
    const std::size_t space = std::min(field.find(' '), field.size());
    const std::string_view name = field.substr(0, space);
    if (std::ranges::find(kNames, name) != kNames.end())
      fields[std::string(name)] = unescaped(trimmedSpaces(field.substr(space)));
    from = end + kBetween.size();
  }
  return fields.empty() ? std::nullopt : std::optional(std::move(fields));
}

}  // namespace tiku::formats::itemdoc
