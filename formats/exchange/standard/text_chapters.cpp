#include "formats/exchange/standard/text_chapters.h"

#include <algorithm>

#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/base/utf8.h"
#include "formats/exchange/standard/limits.h"
#include "formats/exchange/standard/line_number.h"
#include "formats/exchange/standard/outline.h"
#include "formats/exchange/tables/cells.h"

namespace tiku::formats::standards {

using tables::has;
using tables::squeezed;
using tables::tidy;

namespace {

constexpr int kLongestSectionTitle = 30;  // Characters of a section's title; more is its text.

// The paragraph with the number that Word prints before it.
Paragraph withLabel(const DocParagraph& paragraph) {
  Paragraph whole;
  if (!paragraph.label.empty()) whole.pieces.push_back({Inline::Kind::kText, paragraph.label, {}});
  for (const RichText::Block& block : paragraph.text.blocks()) {
    const auto* inside = std::get_if<Paragraph>(&block);
    if (inside == nullptr) continue;
    for (const Inline& piece : inside->pieces) {
      const bool joins = piece.kind == Inline::Kind::kText && !whole.pieces.empty() &&
                         whole.pieces.back().kind == Inline::Kind::kText;
      if (joins) {
        whole.pieces.back().text += piece.text;
      } else {
        whole.pieces.push_back(piece);
      }
    }
  }
  return whole;
}

TextTable textTableOf(const DocTable& table) {
  TextTable made;
  for (const std::vector<DocCell>& row : table.rows) {
    auto& cells = made.rows.emplace_back();
    for (const DocCell& cell : row) {
      std::vector<RichText::Block> blocks;
      for (const DocParagraph& paragraph : cell.paragraphs) {
        Paragraph whole = withLabel(paragraph);
        if (!cell.continued && !whole.pieces.empty()) blocks.emplace_back(std::move(whole));
      }
      cells.emplace_back(std::move(blocks));
    }
  }
  return made;
}

}  // namespace

void Sections::finish() {
  if (!found_.empty()) found_.back().section.text = RichText(std::move(text_));
  text_.clear();
}

void Sections::begin(ReadSection section) {
  finish();
  checkCount(found_.size(), section.at);
  found_.push_back(std::move(section));
}

bool Sections::takeHeading(const std::string& line, const std::string& at) {
  const std::string words = tidy(line);
  const auto number = dottedNumberAt(words);
  const bool numbered =
      number && number->parts.size() > 1 && number->parts.size() < 5 && number->parts[0] == 1;
  const std::string rest = numbered ? words.substr(number->length) : words;
  const bool titled = isSectionTitle(rest) || !sectionTitleBefore(rest).empty();
  if (!numbered && !isSectionTitle(rest)) return false;
  // "1.5 倍" begins a line as well, but no section after 1.9.
  if (numbered && !titled && number->parts <= last_) return false;
  if (numbered) last_ = number->parts;
  ReadSection read;
  read.at = at;
  read.section.number = numbered ? printed(number->parts) : std::string();
  read.section.title = std::string(trimmed(rest));
  std::string text;
  const std::string known = sectionTitleBefore(rest);
  std::string_view behind = known.empty() ? std::string_view() : std::string_view(rest).substr(known.size());
  const bool colon = behind.starts_with("：") || behind.starts_with(":");
  if (!known.empty() && (colon || behind.starts_with(' '))) {  // The text stands on the same line.
    behind.remove_prefix(colon && behind[0] != ':' ? std::string_view("：").size() : 1);
    read.section.title = known;
    text = std::string(trimmed(behind));
  } else if (characterCount(rest) > kLongestSectionTitle || has(rest, "。")) {
    read.section.title.clear();
    text = rest;
    rows_.doubt(at, say("{number} 没有标题，文字作为正文收入。", "number"_a = read.section.number));
  }
  begin(std::move(read));
  if (!text.empty()) text_.emplace_back(Paragraph{{{Inline::Kind::kText, text, {}}}});
  rows_.imported(at, say("{number} {title}。", "number"_a = found_.back().section.number,
                         "title"_a = found_.back().section.title));
  return true;
}

void Sections::beginAnnex(const std::string& line, const std::string& at) {
  annex_ = true;
  const std::string words = unnumbered(tidy(line));
  // "附录A", "附 录 A", "附录 1": the letter belongs to the name.
  const std::string_view kAnnex = "附录";
  std::string rest(trimmed(std::string_view(words).substr(std::min(words.find("录") + 3, words.size()))));
  std::string name(kAnnex);
  while (!rest.empty() && static_cast<unsigned char>(rest[0]) < 0x80 && std::isalnum(rest[0]) != 0) {
    name += rest[0];
    rest.erase(0, 1);
  }
  ReadSection read;
  read.at = at;
  read.section.number = name;
  read.section.title = nameOf(rest);
  begin(std::move(read));
  rows_.imported(at, say("{number} {title}。", "number"_a = name, "title"_a = found_.back().section.title));
}

bool Sections::isTaskHeading(const std::string& line) {
  const std::string words = tidy(line);
  const std::string rest = tables::withoutNumber(words);
  if (rest.size() == words.size() || rest.empty() || has(rest, "。")) return false;
  // 一、 and （一）; "（1）" and "①" are of the text.
  const std::string number = words.substr(0, words.size() - rest.size());
  constexpr std::string_view kArabic = "0123456789";
  const bool han = number.find_first_of(kArabic) == std::string::npos && !number.starts_with("\xE2\x91");
  return han && characterCount(rest) <= kLongestSectionTitle;
}

void Sections::readOfTasks(const DocParagraph& paragraph) {
  const std::string line = tidy(paragraph.line());
  if (!isTaskHeading(line)) {
    read(paragraph);
    return;
  }
  ReadSection read;
  read.at = paragraphAt(paragraph.number);
  read.section.title = tables::withoutNumber(line);
  std::string number = line.substr(0, line.size() - read.section.title.size());
  number = std::string(trimmed(number));
  if (number.ends_with("、")) number.resize(number.size() - std::string_view("、").size());
  read.section.number = number;
  rows_.imported(read.at, say("{number} {title}。", "number"_a = number, "title"_a = read.section.title));
  begin(std::move(read));
}

void Sections::read(const DocParagraph& paragraph) {
  const std::string at = paragraphAt(paragraph.number);
  const std::string line = paragraph.line();
  if (squeezed(line).empty() && paragraph.text.images().empty()) {
    rows_.skipped(at, say("空段落。"));
    return;
  }
  if (!annex_ && takeHeading(line, at)) return;
  if (found_.empty()) {
    rows_.doubt(at, say("在第一节之前的文字，没有收入。"));
    return;
  }
  text_.emplace_back(withLabel(paragraph));
  const OverviewSection& section = found_.back().section;
  rows_.imported(at,
                 say("{number} {title} 的正文。", "number"_a = section.number, "title"_a = section.title));
}

void Sections::read(const DocTable& table) {
  if (!found_.empty()) text_.emplace_back(textTableOf(table));
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string at = tableRowAt(table.number, static_cast<int>(row) + 1);
    if (found_.empty()) {
      rows_.doubt(at, say("在第一节之前的文字，没有收入。"));
      continue;
    }
    const OverviewSection& section = found_.back().section;
    rows_.imported(at,
                   say("{number} {title} 的正文。", "number"_a = section.number, "title"_a = section.title));
  }
}

void Basics::begin(const std::string& title, const std::string& at) {
  checkCount(found_.size(), at);
  ReadTopic read;
  read.at = at;
  read.topic.id = Id::random();
  read.topic.part = part_;
  read.topic.title = title;
  found_.push_back(std::move(read));
  open_ = true;
}

void Basics::addEntry(int number, const std::string& words) {
  checkCount(found_.back().topic.entries.size(), found_.back().at);
  found_.back().topic.entries.push_back(tidy(words));
  found_.back().numbers.push_back(number);
}

void Basics::takeEntries(const std::string& line, const std::string& at) {
  if (!open_) begin(partTitle_.empty() ? "职业道德" : partTitle_, at);
  const std::string words(trimmed(line));
  const auto first = entryNumberAt(words);
  const std::vector<int>& numbers = found_.back().numbers;
  const int before = numbers.empty() ? 0 : numbers.back();
  const bool goesOn = !first && wrapped_ && before > 0;
  int count = first ? first->number : before;
  std::size_t begin = first ? first->length : 0;
  const auto take = [&](std::size_t end) {
    const std::string part = words.substr(begin, end - begin);
    const bool rest = goesOn && begin == 0;
    if (!rest || !goOn(found_.back().topic.entries.back(), part))
      addEntry(first || (goesOn && begin > 0) ? count : 0, part);
  };
  // Entries may be run together: each next number begins one.
  for (std::size_t here = begin; (first || goesOn) && here < words.size(); ++here) {
    const auto next = beginsCharacter(words[here]) ? entryNumberAt(words, here) : std::nullopt;
    if (!next || next->number != count + 1 || !next->bracketed) continue;
    take(here);
    count = next->number;
    begin = here + next->length;
    here = begin - 1;
  }
  take(words.size());
}

void Basics::read(const DocParagraph& paragraph) {
  const std::string at = paragraphAt(paragraph.number);
  const std::string line = tidy(paragraph.line());
  if (squeezed(line).empty()) {
    rows_.skipped(at, say("空段落。"));
    return;
  }
  const auto number = dottedNumberAt(line);
  const std::size_t depth = number && number->parts[0] == 2 ? number->parts.size() : 0;
  const std::string title = depth > 1 ? std::string(trimmed(line.substr(number->length))) : line;
  if (depth == 2 || (depth == 0 && (squeezed(line) == "职业道德" || squeezed(line) == "基础知识"))) {
    part_ = has(title, "道德") ? BasicTopic::Part::kEthics : BasicTopic::Part::kFoundation;
    partTitle_ = nameOf(title);
    open_ = false;
    rows_.imported(at, say("基本要求：{title}。", "title"_a = partTitle_));
    return;
  }
  if (depth >= 3) {
    begin(nameOf(title), at);
    rows_.imported(at, say("基本要求的主题：{title}。", "title"_a = found_.back().topic.title));
    return;
  }
  takeEntries(line, at);
  rows_.imported(at, say("{title}的内容。", "title"_a = found_.back().topic.title));
}

}  // namespace tiku::formats::standards
