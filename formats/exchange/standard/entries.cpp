#include "formats/exchange/standard/entries.h"

#include <algorithm>
#include <optional>

#include "formats/base/trim.h"
#include "formats/base/utf8.h"
#include "formats/exchange/standard/line_number.h"
#include "formats/exchange/tables/cells.h"
#include "formats/exchange/text/text_document.h"

namespace tiku::formats::standards {
namespace {

constexpr std::string_view kStar = "★";
constexpr std::string_view kAble = "能";

/// Where an entry's number stands.
struct Start {
  std::vector<int> number;
  std::size_t begin = 0;  ///< With a ★ before the number.
  std::size_t words = 0;
};

enum class Numbering { kThreeParts, kOnePart, kNone };

std::size_t afterStar(std::string_view line) {
  const std::string_view rest = trimmedStart(line);
  if (!rest.starts_with(kStar)) return line.size() - rest.size();
  const std::string_view words = trimmedStart(rest.substr(kStar.size()));
  return line.size() - words.size();
}

std::optional<Start> startAt(std::string_view line, std::size_t at, Numbering numbering) {
  if (numbering == Numbering::kThreeParts) {
    const auto number = dottedNumberAt(line, at);
    if (!number || number->parts.size() != 3) return std::nullopt;
    return Start{number->parts, at, at + number->length};
  }
  const auto number = entryNumberAt(line, at);
  if (!number) return std::nullopt;
  return Start{{number->number}, at, at + number->length};
}

bool follows(const std::vector<int>& now, const std::vector<int>& before) {
  return std::equal(now.begin(), now.end() - 1, before.begin(), before.end() - 1) &&
         now.back() == before.back() + 1;
}

// Whether a number may begin between this byte and the next: not inside a figure, a word or another number.
bool mayBeginAfter(std::string_view line, std::size_t at, Numbering numbering) {
  const auto before = static_cast<unsigned char>(line[at - 1]);
  if (!beginsCharacter(line[at])) return false;
  if (numbering == Numbering::kThreeParts)
    return before >= 0x80 || (std::isalnum(before) == 0 && before != '.' && before != '-');
  // A number of one part may stand for anything; only after a stop or a blank does it begin an entry.
  const std::string_view front = line.substr(0, at);
  return before == ' ' || before == '\t' || before == ';' || front.ends_with("；") || front.ends_with("。") ||
         front.ends_with("\u3000");
}

// The further entries that are run together with the one that begins the line.
void addRunTogether(std::string_view line, Numbering numbering, std::vector<Start>& starts) {
  for (std::size_t at = starts.back().words; at < line.size(); ++at) {
    if (at == 0 || !mayBeginAfter(line, at, numbering)) continue;
    auto start = startAt(line, at, numbering);
    if (!start || !follows(start->number, starts.back().number)) continue;
    const std::string_view front = trimmedEnd(line.substr(0, at));
    if (front.ends_with(kStar)) start->begin = front.size() - kStar.size();
    at = start->words - 1;
    starts.push_back(std::move(*start));
  }
}

std::vector<Start> startsOf(std::string_view line, Numbering numbering) {
  std::vector<Start> starts;
  const std::size_t first = afterStar(line);
  if (auto start = startAt(line, first, numbering)) {
    start->begin = 0;
    starts.push_back(std::move(*start));
    addRunTogether(line, numbering, starts);
  }
  return starts;
}

Numbering numberingOf(const std::vector<std::string>& lines) {
  bool one = false;
  for (const std::string& line : lines) {
    if (!startsOf(line, Numbering::kThreeParts).empty()) return Numbering::kThreeParts;
    one = one || !startsOf(line, Numbering::kOnePart).empty();
  }
  return one ? Numbering::kOnePart : Numbering::kNone;
}

void join(std::string& text, std::string_view more) {
  text += "\n";
  text += more;
}

// What was joined line by line, on one line; with its ★ taken.
CellEntries tidied(CellEntries found) {
  found.carriedOn = tables::tidy(found.carriedOn);
  for (FoundEntry& entry : found.entries) {
    entry.text = tables::tidy(entry.text);
    entry.critical = takeStar(entry.text) || entry.critical;
  }
  return found;
}

void addEntry(CellEntries& found, std::vector<int> number, std::string_view before, std::string_view words) {
  const bool critical = before.find(kStar) != std::string_view::npos;
  found.entries.push_back({std::move(number), std::string(words), critical});
}

void addNumbered(CellEntries& found, std::string_view line, Numbering numbering) {
  const std::vector<Start> starts = startsOf(line, numbering);
  if (starts.empty()) {
    std::string& before = found.entries.empty() ? found.carriedOn : found.entries.back().text;
    join(before, line);
    return;
  }
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1].begin : line.size();
    addEntry(found, starts[i].number, line.substr(starts[i].begin, starts[i].words - starts[i].begin),
             line.substr(starts[i].words, end - starts[i].words));
  }
}

}  // namespace

bool takeStar(std::string& text) {
  std::string_view rest = trimmed(text);
  bool taken = false;
  while (rest.starts_with(kStar) || rest.ends_with(kStar)) {
    rest = trimmed(rest.starts_with(kStar) ? rest.substr(kStar.size())
                                           : rest.substr(0, rest.size() - kStar.size()));
    taken = true;
  }
  if (taken) text = std::string(rest);
  return taken;
}

CellEntries entriesOfCell(std::string_view text, bool skills) {
  std::vector<std::string> lines = linesOf(text);
  std::erase_if(lines, [](const std::string& line) { return tables::squeezed(line).empty(); });
  CellEntries found;
  const Numbering numbering = numberingOf(lines);
  if (numbering != Numbering::kNone) {
    for (const std::string& line : lines) addNumbered(found, line, numbering);
    return tidied(std::move(found));
  }
  const auto able = [](const std::string& line) {
    return std::string_view(line).substr(afterStar(line)).starts_with(kAble);
  };
  skills = skills && std::ranges::any_of(lines, able);
  for (const std::string& line : lines) {
    if (!skills || able(line)) {
      addEntry(found, {}, {}, line);
    } else {
      join(found.entries.empty() ? found.carriedOn : found.entries.back().text, line);
    }
  }
  return tidied(std::move(found));
}

}  // namespace tiku::formats::standards
