#include "formats/exchange/items/document_lines.h"

#include <algorithm>
#include <map>

#include "formats/base/say.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/ledger.h"

namespace tiku::formats {
namespace {

constexpr int kFewestRepeats = 4;  // A line that comes so often between items is a page header.
constexpr int kFewestWraps = 3;
constexpr int kRagged = 6;  // How much shorter than the page a broken line may be, in columns.

/// Begins something of its own: nothing before it can run on into it.
bool beginsAnew(const DocumentLine& line) {
  const std::u32string& plain = line.text.plain();
  if (line.table != nullptr || line.text.empty() || line.byWord || line.start) return true;
  if (headingLine(plain) || isKeyTitle(plain) || isPageNumber(plain) || isScoreBox(plain)) return true;
  const auto start = itemStart(plain);
  if (start && !start->isWeak) return true;
  const auto label = optionLabel(plain, skipBlanks(plain, 0));
  if (label && !label->isWeak) return true;
  const auto parts = taggedParts(plain);
  if (!parts.empty() && trimmed(std::u32string_view(plain).substr(0, parts.front().begin)).empty())
    return true;
  if (plain.find_first_not_of(U"@=*-—_ \t") == kNowhere) return true;
  const std::u32string_view words = trimmed(plain);
  return judgementOf(words, JudgementCode::kUsual) || optionLetters(words) || words.front() == '{';
}

/// The line as it comes again: with its page number left out.
std::u32string refrain(std::u32string_view plain) {
  std::u32string words = withoutBlanks(plain);
  const bool paged = words.find(U'页') != kNowhere || words.find(U"Page") != kNowhere ||
                     (words.size() > 3 && isOneOf(words.back(), U"-—") && isDigit(words[words.size() - 2]));
  if (paged) std::erase_if(words, isDigit);
  return words;
}

bool mayBeFurniture(const DocumentLine& line) {
  constexpr std::size_t kLongest = 60;
  const std::u32string& plain = line.text.plain();
  if (line.text.empty() || plain.size() > kLongest || !line.skip.empty() || beginsAnew(line)) return false;
  // A stem says where its answer goes, and ends with a stop more often than a header does.
  return plain.find(U"()") == kNowhere && plain.find(U"( ") == kNowhere && plain.find(U"__") == kNowhere &&
         plain.find(U'?') == kNowhere;
}

/// Marks the running heads and feet.
void markFurniture(DocumentLines& all) {
  std::map<std::u32string, int> repeats;
  for (const DocumentLine& line : all.lines) {
    if (mayBeFurniture(line)) ++repeats[refrain(line.text.plain())];
  }
  for (std::size_t i = 0; i < all.lines.size(); ++i) {
    DocumentLine& line = all.lines[i];
    if (!mayBeFurniture(line)) continue;
    const auto found = repeats.find(refrain(line.text.plain()));
    if (found == repeats.end() || found->second < kFewestRepeats) continue;
    // A stem that many items share ("下列说法正确的是") has its options below it.
    std::size_t next = i + 1;
    while (next < all.lines.size() && all.lines[next].table == nullptr && all.lines[next].text.empty())
      ++next;
    if (next < all.lines.size() && all.lines[next].table == nullptr) {
      const std::u32string& plain = all.lines[next].text.plain();
      const auto label = optionLabel(plain, skipBlanks(plain, 0));
      if (label && label->option == 0) continue;
    }
    line.skip = say("同一行出现了 {count} 次，按页眉页脚处理。", "count"_a = found->second);
    if (all.furniture++ == 0) all.furnished = utf8(trimmed(line.text.plain()));
  }
}

/// The line before `index` that the words at `index` may run on from: past running heads, page numbers and
/// the empty lines around them.
std::optional<std::size_t> lineBefore(const std::vector<DocumentLine>& lines, std::size_t index) {
  bool pageBreak = false;
  bool gap = false;
  for (std::size_t i = index; i-- > 0;) {
    if (lines[i].table != nullptr) return std::nullopt;
    if (lines[i].text.empty()) {
      gap = true;
      continue;
    }
    if (!lines[i].skip.empty() || isPageNumber(lines[i].text.plain())) {
      pageBreak = true;
      continue;
    }
    return gap && !pageBreak ? std::nullopt : std::optional(i);
  }
  return std::nullopt;
}

int widthOf(const DocumentLine& line) {
  return displayWidth(line.text.plain());
}

/// The width at which the lines of the file are broken, if they are: nearly all that run on are as wide as
/// each other, and none is wider.
int wrapWidthOf(const std::vector<DocumentLine>& lines) {
  constexpr int kNarrowest = 30;
  std::vector<int> widths;
  std::vector<int> all;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].table != nullptr || !lines[i].skip.empty() || lines[i].text.empty()) continue;
    all.push_back(widthOf(lines[i]));
    if (beginsAnew(lines[i])) continue;
    if (const auto before = lineBefore(lines, i)) widths.push_back(widthOf(lines[*before]));
  }
  if (static_cast<int>(widths.size()) < kFewestWraps) return 0;
  std::ranges::sort(widths);
  const int width = widths[widths.size() - 1 - widths.size() / 20];
  const auto full = std::ranges::count_if(widths, [width](int w) { return w >= width - kRagged; });
  const auto over = std::ranges::count_if(all, [width](int w) { return w > width + 2; });
  const bool agree = full * 10 >= static_cast<std::ptrdiff_t>(widths.size()) * 6;
  const bool bounded = over * 50 <= static_cast<std::ptrdiff_t>(all.size());
  return width >= kNarrowest && agree && bounded ? width : 0;
}

/// Puts lines that were broken at the edge of the page together again.
void joinWrapped(DocumentLines& all, UnitVerdicts& verdicts) {
  std::vector<DocumentLine>& lines = all.lines;
  std::vector<bool> gone(lines.size());
  std::vector<int> edge(lines.size());  // How wide the last piece of each line is.
  for (std::size_t i = 0; i < lines.size(); ++i) edge[i] = lines[i].table != nullptr ? 0 : widthOf(lines[i]);
  std::vector<std::size_t> head(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    head[i] = i;
    if (lines[i].table != nullptr || !lines[i].skip.empty() || beginsAnew(lines[i])) continue;
    const auto before = lineBefore(lines, i);
    if (!before || edge[*before] < all.wrapWidth - kRagged || headingLine(lines[*before].text.plain()))
      continue;
    DocumentLine& first = lines[head[*before]];
    first.text.append(lines[i].text.part(0));
    first.more.push_back(lines[i].at);
    verdicts.follow(lines[i].at, first.at);
    head[i] = head[*before];
    gone[i] = true;
    ++all.joined;
  }
  std::size_t to = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (gone[i]) continue;
    if (to != i) lines[to] = std::move(lines[i]);
    ++to;
  }
  lines.resize(to);
}

void addParagraph(const DocParagraph& paragraph, const LineChoices& choices,
                  std::vector<DocumentLine>& lines) {
  const std::string at = paragraphAt(paragraph.number);
  std::string label = paragraph.label == "•" ? std::string() : paragraph.label;
  if (choices.ignoresWordNumbers && itemStart(plainText(label + "一"))) label.clear();
  bool any = false;
  for (const RichText::Block& text : paragraph.text.blocks()) {
    for (const Paragraph& words : splitLines(std::get<Paragraph>(text))) {
      lines.emplace_back();
      lines.back().at = at;
      lines.back().text = LineText(label, words);
      lines.back().byWord = !label.empty();
      label.clear();
      any = true;
    }
  }
  if (any) return;
  lines.emplace_back();
  lines.back().at = at;
  lines.back().text = LineText(label, {});
  lines.back().byWord = !label.empty();
}

}  // namespace

DocumentLines linesOfDocument(const Document& document, UnitVerdicts& verdicts, const LineChoices& choices) {
  DocumentLines all;
  for (const auto& block : document.blocks) {
    if (const auto* table = std::get_if<DocTable>(&block)) {
      for (std::size_t row = 0; row < table->rows.size(); ++row)
        verdicts.enter(tableRowAt(table->number, static_cast<int>(row) + 1));
      std::vector<DocumentLine> lines = linesOfTable(*table, all.tableItems);
      if (lines.empty()) {
        lines.emplace_back();
        lines.back().table = table;
      }
      std::ranges::move(lines, std::back_inserter(all.lines));
      continue;
    }
    const auto& paragraph = std::get<DocParagraph>(block);
    verdicts.enter(paragraphAt(paragraph.number));
    addParagraph(paragraph, choices, all.lines);
  }
  if (!choices.keepsFurniture) markFurniture(all);
  const int width = wrapWidthOf(all.lines);
  if (choices.wraps.value_or(width > 0)) {
    all.wrapWidth = std::max(width, 1);
    joinWrapped(all, verdicts);
  }
  return all;
}

}  // namespace tiku::formats
