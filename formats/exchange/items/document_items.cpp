// The lines one by one, and the sections that headings open.
#include "formats/exchange/items/document_items.h"

#include <algorithm>

#include "formats/base/say.h"

namespace tiku::formats {

DocumentItems::DocumentItems(const Document& document, const ImportOptions& options)
    : document_(document),
      choices_(choicesOf(options.corrections, document.file)),
      judgement_(choices_.judgement.value_or(options.judgement)) {}

void DocumentItems::read() {
  all_ = linesOfDocument(document_, verdicts_, choices_.lines);
  for (const Line& line : lines_) {
    auto& more = more_[line.at];
    more.insert(more.end(), line.more.begin(), line.more.end());
  }
  int numbered = 0;
  int tails = 0;
  for (const Line& line : lines_) {
    if (line.table != nullptr || !itemStart(line.text.plain())) continue;
    ++numbered;
    tails += answerTail(line.text.plain()) ? 1 : 0;
  }
  hasTails_ = tails > 2 && tails * 3 > numbered * 2;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i].table != nullptr) {
      table(lines_[i]);
    } else {
      line(i, lines_[i].text);
      if (lines_[i].skip.empty()) gap_ = lines_[i].text.empty();
    }
  }
  giveKeys();
  shareOptions();
}

void DocumentItems::line(std::size_t index, const LineText& text) {
  const Line& line = lines_[index];
  if (furniture(line, text)) return;
  if (heading(index, text) || strange(index, text) || leftOut(line) || chapter(index, text)) return;
  if (keyTitle(index, text) || keyPair(index, text) || (inKeyBlock_ && keyBlock(index, text))) return;
  if (untitledKeys(index, text)) return;
  if (national(index, text) || shared(index, text) || labelled(index, text)) return;
  if (tagged(index, text) || sharedOptions(index, text) || options(index, text) || bareAnswer(index, text))
    return;
  if (start(index, text) || sharedStem(index, text) || unnumberedStart(index, text)) return;
  if (sections_.empty()) {
    preface(line, text);
  } else {
    continuation(index, text);
  }
}

bool DocumentItems::furniture(const Line& line, const LineText& text) {
  if (!line.skip.empty()) {
    verdicts_.skipped(line.at, line.skip);
  } else if (text.empty()) {
    verdicts_.skipped(line.at, say("空段落。"));
  } else if (isPageNumber(text.plain())) {
    verdicts_.skipped(line.at, say("页码。"));
  } else if (isScoreBox(text.plain()) || isMarksAlone(text.plain())) {
    verdicts_.skipped(line.at, say("评分栏。"));
  } else if (text.plain().find_first_not_of(U"@=*-—_ \t") == std::u32string::npos) {
    verdicts_.skipped(line.at, say("分隔线。"));
  } else if (tellsOfAnswers(text.plain())) {
    verdicts_.skipped(line.at, say("题型说明。"));
  } else {
    return false;
  }
  return true;
}

bool DocumentItems::heading(std::size_t index, const LineText& text) {
  const Line& line = lines_[index];
  if (line.start) return false;  // The cells of a table said what it is.
  const std::optional<HeadingLine> heading = headingLine(text.plain());
  if (!heading) return false;
  const std::u32string_view rest = std::u32string_view(text.plain()).substr(heading->rest);
  std::optional<KeyLine> keys = keyLine(rest, heading->type);
  if (!keys && heading->isKey)
    keys = keysOfRange(text.plain(), heading->titleEnd, heading->rest, heading->type);
  const Line* next = nextLine(index);
  const bool keysFollow = keys || (next != nullptr && isKeyLine(next->text.plain(), heading->type));
  if (drafts_.empty() || (!heading->isKey && !(inKeyBlock_ && keysFollow))) {
    inKeyBlock_ = false;
    openSection(*heading, line, text);
    // "一、单选题 1. 下列…": the first item stands behind its heading.
    const std::optional<ItemStart> start = itemStart(rest);
    const bool asks = rest.find(U"每题") == kNowhere && rest.find(U'分') == kNowhere;
    constexpr std::size_t kShortestStem = 6;
    if (start && !start->isWeak && !start->isInner && start->number && asks &&
        rest.size() > start->text + kShortestStem) {
      beginItem(index, text.part(heading->rest).part(start->text), *start);
    }
    return true;
  }
  beginKeys(heading->type, false);
  verdicts_.skipped(line.at, say("答案部分的标题。"));
  if (keys) {
    addKeys(*keys, line.at, text.part(heading->rest));
  } else if (!trimmed(rest).empty()) {
    verdicts_.unclear(line.at, say("标题后面的内容不像答案，没有采用。"));
  }
  return true;
}

void DocumentItems::openSection(const HeadingLine& heading, const Line& line, const LineText& text) {
  ItemSection section;
  section.type = heading.type;
  section.isHeaded = true;
  std::vector<RichText::Block> title;
  title.emplace_back(text.slice(0, heading.titleEnd));
  section.title = RichText(std::move(title)).str();
  // The number that Word counted stands apart in the line; printed it does not.
  std::erase(section.title, ' ');
  section.at = line.at;
  section.each = heading.each;
  section.total = heading.total;
  section.judgement = heading.judgement;
  correct(section);
  innerExpected_ = 0;
  isNewPart_ = false;
  if (section.isLeftOut) {
    verdicts_.skipped(line.at, say("按更正，以下不是试题。"));
  } else {
    verdicts_.skipped(line.at, section.type ? say("题型标题，以下是{type}。",
                                                  "type"_a = translate(itemTypeName(*section.type)))
                                            : say("题型标题，以下是选择题，单选多选按答案判断。"));
  }
  sections_.push_back(std::move(section));
}

/// Items without a heading of their own.
void DocumentItems::openImpliedSection(std::size_t index, std::optional<ItemType> type) {
  ItemSection section;
  section.type = type;
  section.at = lines_[index].at;
  correct(section);
  sections_.push_back(std::move(section));
  innerExpected_ = 0;
  isNewPart_ = false;
}

/// What a person said of the section that is about to open.
void DocumentItems::correct(ItemSection& section) {
  const auto choice = choices_.sections.find(static_cast<int>(sections_.size()) + 1);
  if (choice == choices_.sections.end()) return;
  section.isCorrected = true;
  section.strange.clear();
  section.isLeftOut = choice->second.what == SectionChoice::What::kNotItems;
  if (choice->second.what == SectionChoice::What::kType) section.type = choice->second.type;
  if (choice->second.what == SectionChoice::What::kByKey) section.type.reset();
}

/// "五、排序题（共 2 题）": the items below are of a type that a bank does not know.
bool DocumentItems::strange(std::size_t index, const LineText& text) {
  const Line& line = lines_[index];
  const std::optional<std::u32string> name =
      line.start || inKeyBlock_ ? std::nullopt : strangeHeading(text.plain());
  if (!name || sharedLine(text.plain())) return false;
  if (sections_.empty()) {  // Before any other heading it may be anything, unless items follow.
    const Line* next = nextLine(index);
    const auto start = next == nullptr ? std::nullopt : itemStart(next->text.plain());
    if (!start || start->number != 1) return false;
  }
  ItemSection section;
  section.isHeaded = true;
  section.strange = utf8(*name);
  std::vector<RichText::Block> title;
  title.emplace_back(text.slice(0));
  section.title = RichText(std::move(title)).str();
  section.at = line.at;
  section.each = marksAfter(text.plain(), U"每题");
  correct(section);
  innerExpected_ = 0;
  if (section.isCorrected) {
    verdicts_.skipped(line.at,
                      section.isLeftOut ? say("按更正，以下不是试题。") : say("题型标题，题型按更正。"));
  } else {
    verdicts_.unclear(line.at, say("不认识的题型“{name}”，以下各题按选项和答案判断题型，请核对。",
                                   "name"_a = section.strange));
  }
  sections_.push_back(std::move(section));
  return true;
}

/// "第二章 安全知识": its items may be numbered anew.
bool DocumentItems::chapter(std::size_t index, const LineText& text) {
  if (lines_[index].start || !isChapter(text.plain()) || nextOption(index) == 0) return false;
  const ItemDraft* open = openHere();
  const Line* next = nextLine(index);
  const bool follows = next != nullptr && (headingLine(next->text.plain()) || isChapter(next->text.plain()) ||
                                           itemStart(next->text.plain()));
  // Under an open-ended item it may be words of the answer.
  if (!follows || sections_.empty() || (open != nullptr && open->isSubjective() && !gap_)) return false;
  verdicts_.skipped(lines_[index].at, say("章节的标题。"));
  isNewPart_ = true;
  return true;
}

bool DocumentItems::leftOut(const Line& line) {
  if (sections_.empty() || !sections_.back().isLeftOut) return false;
  verdicts_.skipped(line.at, say("按更正，这一节不是试题。"));
  return true;
}

void DocumentItems::imported(const std::string& at, const std::string& what) {
  verdicts_.imported(at, what);
  ItemDraft& draft = *current();
  if (!draft.units.empty() && draft.units.back() == at) return;
  draft.units.push_back(at);
  if (const auto more = more_.find(at); more != more_.end())
    draft.units.insert(draft.units.end(), more->second.begin(), more->second.end());
}

ItemDraft* DocumentItems::current() {
  return drafts_.empty() ? nullptr : &drafts_.back();
}

ItemDraft* DocumentItems::openHere() {
  ItemDraft* open = current();
  return open != nullptr && open->section + 1 == sections_.size() ? open : nullptr;
}

std::optional<ItemType> DocumentItems::currentType() const {
  return sections_.empty() ? std::nullopt : sections_.back().type;
}

bool DocumentItems::isChoiceSection() const {
  return !currentType() || hasOptions(*currentType());
}

const DocumentItems::Line* DocumentItems::nextLine(std::size_t index) const {
  for (std::size_t i = index + 1; i < lines_.size(); ++i) {
    if (lines_[i].table == nullptr && (lines_[i].text.empty() || !lines_[i].skip.empty())) continue;
    return lines_[i].table == nullptr ? &lines_[i] : nullptr;
  }
  return nullptr;
}

std::optional<int> DocumentItems::nextOption(std::size_t index) const {
  constexpr std::size_t kLinesBetween = 4;
  std::size_t seen = 0;
  for (std::size_t i = index + 1; i < lines_.size() && seen < kLinesBetween; ++i) {
    if (lines_[i].table != nullptr) return std::nullopt;
    const std::u32string& plain = lines_[i].text.plain();
    if (!lines_[i].skip.empty() || isPageNumber(plain)) continue;
    ++seen;
    if (trimmed(plain).empty()) continue;
    const std::vector<TaggedPart> parts = taggedParts(plain);
    if (!parts.empty() && trimmed(std::u32string_view(plain).substr(0, parts.front().begin)).empty())
      continue;
    const std::optional<OptionLabel> label = optionLabel(plain, plain.find_first_not_of(U" \t"));
    if (label && label->isGlued && label->option == 0) {  // "A类火灾" is no option unless B follows.
      const Line* after = nextLine(i);
      const auto other = after == nullptr
                             ? std::nullopt
                             : optionLabel(after->text.plain(), skipBlanks(after->text.plain(), 0));
      if (!other || other->option != 1) return std::nullopt;
    }
    if (label && label->option > 0 && label->text >= plain.size()) return std::nullopt;  // "(B)": an answer.
    return label ? std::optional(label->option) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace tiku::formats
