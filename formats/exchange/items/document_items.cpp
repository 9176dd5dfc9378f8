#include "formats/exchange/items/document_items.h"

#include <algorithm>

#include "formats/base/say.h"

namespace tiku::formats {
namespace {

/// Letters behind a tab at the end of an option, as a lost column of a spreadsheet leaves them; where they
/// begin.
std::optional<std::size_t> gluedLetters(std::u32string_view plain, const OptionSpan& span) {
  constexpr std::size_t kMostLetters = 6;
  const std::size_t tab = plain.substr(0, span.to).rfind('\t');
  if (tab == std::u32string_view::npos || tab <= span.from) return std::nullopt;
  const std::u32string_view letters = trimmed(plain.substr(tab, span.to - tab));
  if (letters.empty() || letters.size() > kMostLetters || !std::ranges::all_of(letters, isLetterLabel)) {
    return std::nullopt;
  }
  return tab;
}

std::string letterOf(int option) {
  return std::string(1, static_cast<char>('A' + option));
}

}  // namespace

DocumentItems::DocumentItems(const Document& document, const ImportOptions& options)
    : document_(document), options_(options) {}

void DocumentItems::read() {
  collect();
  countRepeats();
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i].table != nullptr) {
      table(lines_[i]);
    } else {
      line(i, lines_[i].text);
      gap_ = lines_[i].text.empty();
    }
  }
  giveKeys();
}

void DocumentItems::collect() {
  for (const auto& block : document_.blocks) {
    if (const auto* table = std::get_if<DocTable>(&block)) {
      for (std::size_t row = 0; row < table->rows.size(); ++row) {
        verdicts_.enter(tableRowAt(table->number, static_cast<int>(row) + 1));
      }
      lines_.push_back({{}, {}, table});
      continue;
    }
    const auto& paragraph = std::get<DocParagraph>(block);
    const std::string at = paragraphAt(paragraph.number);
    verdicts_.enter(at);
    std::string label = paragraph.label == "•" ? std::string() : paragraph.label;
    for (const RichText::Block& text : paragraph.text.blocks()) {
      for (const Paragraph& words : splitLines(std::get<Paragraph>(text))) {
        lines_.push_back({at, LineText(label, words), nullptr});
        label.clear();
      }
    }
    if (paragraph.text.blocks().empty()) lines_.push_back({at, LineText(label, {}), nullptr});
  }
}

void DocumentItems::countRepeats() {
  for (const Line& line : lines_) {
    if (line.table == nullptr) ++repeats_[std::u32string(trimmed(line.text.plain()))];
  }
}

void DocumentItems::line(std::size_t index, const LineText& text) {
  const Line& line = lines_[index];
  if (furniture(line, text) || heading(index, text) || keyTitle(index, text)) return;
  if (inKeyBlock_ && keyBlock(index, text)) return;
  if (tagged(index, text) || options(index, text) || start(index, text) || unnumberedStart(index, text))
    return;
  if (sections_.empty()) {
    preface(line, text);
  } else {
    continuation(index, text);
  }
}

bool DocumentItems::furniture(const Line& line, const LineText& text) {
  if (text.empty()) {
    verdicts_.skipped(line.at, say("空段落。"));
  } else if (isPageNumber(text.plain())) {
    verdicts_.skipped(line.at, say("页码。"));
  } else if (isScoreBox(text.plain())) {
    verdicts_.skipped(line.at, say("评分栏。"));
  } else if (text.plain().find_first_not_of(U"@=*-—_ \t") == std::u32string::npos) {
    verdicts_.skipped(line.at, say("分隔线。"));
  } else {
    return false;
  }
  return true;
}

bool DocumentItems::heading(std::size_t index, const LineText& text) {
  const Line& line = lines_[index];
  const std::optional<HeadingLine> heading = headingLine(text.plain());
  if (!heading) return false;
  const std::u32string_view rest = std::u32string_view(text.plain()).substr(heading->rest);
  const std::optional<KeyLine> keys = keyLine(rest, heading->type);
  const Line* next = nextLine(index);
  const bool keysFollow = keys || (next != nullptr && keyLine(next->text.plain(), heading->type));
  if (drafts_.empty() || (!heading->isKey && !(inKeyBlock_ && keysFollow))) {
    inKeyBlock_ = false;
    openSection(*heading, line, text);
    return true;
  }
  inKeyBlock_ = true;
  keyType_ = heading->type;
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
  sections_.push_back(section);
  innerExpected_ = 0;
  verdicts_.skipped(line.at, heading.type ? say("题型标题，以下是{type}。",
                                                "type"_a = translate(itemTypeName(*heading.type)))
                                          : say("题型标题，以下是选择题，单选多选按答案判断。"));
}

bool DocumentItems::keyTitle(std::size_t index, const LineText& text) {
  if (drafts_.empty() || !isKeyTitle(text.plain())) return false;
  const std::vector<TaggedPart> parts = taggedParts(text.plain());
  if (!inKeyBlock_ && !parts.empty()) {
    // "答案：" behind an item: the answer is on the next line, unless a whole block of keys is.
    const Line* next = nextLine(index);
    const bool block =
        next != nullptr && (keyLine(next->text.plain(), std::nullopt) || headingLine(next->text.plain()));
    if (!block) return false;
  }
  inKeyBlock_ = true;
  keyType_.reset();
  verdicts_.skipped(lines_[index].at, say("答案部分的标题。"));
  return true;
}

bool DocumentItems::keyBlock(std::size_t index, const LineText& text) {
  const std::string& at = lines_[index].at;
  if (const std::optional<KeyLine> keys = keyLine(text.plain(), keyType_)) {
    addKeys(*keys, at, text);
    return true;
  }
  const std::optional<ItemStart> start = itemStart(text.plain());
  if (start && (start->hasMarkPlace || nextOption(index) == 0)) {
    inKeyBlock_ = false;  // Items again, without a heading of their own.
    sections_.emplace_back();
    sections_.back().type = keyType_;
    sections_.back().at = at;
    return false;
  }
  const bool words = keyType_ && !isObjective(*keyType_) && !keys_.empty() && keys_.back().type == keyType_;
  if (words) {
    keys_.back().words.emplace_back(text.slice(0));
    verdicts_.imported(at, say("第 {number} 题的答案（续）", "number"_a = keys_.back().number));
  } else {
    verdicts_.unclear(at, say("在答案部分里，但不像答案，没有采用。"));
  }
  return true;
}

void DocumentItems::addKeys(const KeyLine& keys, const std::string& at, const LineText& text) {
  for (const KeyEntry& entry : keys.entries) {
    PendingKey key{keyType_, entry.number, {}, at};
    if (keyType_ && !isObjective(*keyType_)) {
      key.words.emplace_back(text.slice(entry.from));
    } else {
      key.words = RichText::plain(utf8(entry.words)).blocks();
    }
    keys_.push_back(std::move(key));
  }
  if (!keys.problem.empty()) verdicts_.unclear(at, keys.problem);
}

bool DocumentItems::tagged(std::size_t index, const LineText& text) {
  std::vector<TaggedPart> parts = taggedParts(text.plain());
  const std::string& at = lines_[index].at;
  ItemDraft* open = current();
  const bool subjective = open != nullptr && open->type && !isObjective(*open->type);
  const bool answers = subjective && trimmed(text.plain()).starts_with(U"答:");
  if (answers && parts.empty()) {
    const std::size_t from = text.plain().find(U':') + 1;
    parts.push_back({Tag::kAnswer, 0, from, text.plain().size()});
  }
  if (parts.empty()) return false;
  const bool atStart = trimmed(std::u32string_view(text.plain()).substr(0, parts.front().begin)).empty();
  if (!atStart) {
    // Behind other words only an answer is a tag; "依据：" may be part of them.
    const auto answer = std::ranges::find(parts, Tag::kAnswer, &TaggedPart::tag);
    if (answer == parts.end()) return false;
    parts.erase(parts.begin(), answer);
    line(index, text.part(0, parts.front().begin));
    open = current();
  }
  if (open == nullptr || sections_.empty() || open->section + 1 != sections_.size()) {
    verdicts_.unclear(at, say("前面没有这一行所属的试题。"));
    return true;
  }
  for (const TaggedPart& part : parts) apply(part, at, text);
  return true;
}

void DocumentItems::apply(const TaggedPart& part, const std::string& at, const LineText& text) {
  ItemDraft& draft = *current();
  const Paragraph words = text.slice(part.from, part.to);
  std::vector<RichText::Block> block;
  block.emplace_back(words);
  const std::string plain = RichText(block).str();
  const auto say1 = [&](const std::string& what) { imported(at, what); };
  switch (part.tag) {
    case Tag::kAnswer:
      if (draft.isAnswered && !draft.answer.empty()) {
        draft.doubts.push_back(say("这道题有不止一行答案。"));
      }
      draft.isAnswered = true;
      draft.part = Part::kAnswer;
      // "答：1. …" begins a list whose other numbers stand on lines of their own.
      if (const auto inner = itemStart(plainText(plain)); inner && inner->number == 1) {
        innerExpected_ = 2;
      } else {
        innerExpected_ = 0;
      }
      if (!words.pieces.empty()) draft.answer.emplace_back(words);
      return say1(say("{item} 的答案", "item"_a = draft.name()));
    case Tag::kRationale:
      draft.part = Part::kRationale;
      if (!words.pieces.empty()) draft.rationale.emplace_back(words);
      return say1(say("{item} 的解析", "item"_a = draft.name()));
    case Tag::kScoring:
      draft.part = Part::kScoring;
      if (!words.pieces.empty()) draft.scoring.push_back(plain);
      return say1(say("{item} 的评分要点", "item"_a = draft.name()));
    case Tag::kDifficulty:
      draft.difficulty = plain;
      return say1(say("{item} 的难度", "item"_a = draft.name()));
    case Tag::kConsistency:
      draft.consistency = plain;
      return say1(say("{item} 的一致性", "item"_a = draft.name()));
    case Tag::kPoint:
      draft.point = plain;
      return say1(say("{item} 的考评点", "item"_a = draft.name()));
    case Tag::kMarks:
      draft.marks = plain;
      return say1(say("{item} 的分值", "item"_a = draft.name()));
    case Tag::kReference:
      draft.reference = plain;
      return say1(say("{item} 的出处", "item"_a = draft.name()));
    case Tag::kOther:
      verdicts_.unclear(at, say("试题没有与“{words}”对应的字段，没有导入。", "words"_a = plain));
  }
}

bool DocumentItems::options(std::size_t index, const LineText& text) {
  const std::u32string& plain = text.plain();
  const std::size_t at = plain.find_first_not_of(U" \t");
  const std::optional<OptionLabel> label = optionLabel(plain, at);
  if (!label) return false;
  ItemDraft* draft = current();
  if (draft == nullptr || sections_.empty() || draft->section + 1 != sections_.size()) return false;
  const bool mayHave = !draft->type || hasOptions(*draft->type) || draft->type == ItemType::kTrueFalse;
  if (!mayHave) return false;
  const std::vector<OptionSpan> spans = optionSpans(plain, at, nextOption(index));
  if (label->isWeak) {
    const bool due = label->option == static_cast<int>(draft->options.size());
    if (!due || (label->option == 0 && spans.size() < 2 && nextOption(index) != 1)) return false;
  }
  if (label->option == 0 && !draft->options.empty()) {
    verdicts_.unclear(lines_[index].at, say("在“{item}”之后又从选项 A 开始，没有导入，请核对是否缺少题干。",
                                            "item"_a = draft->name()));
    return true;
  }
  addOptions(lines_[index].at, text, spans);
  return true;
}

void DocumentItems::addOptions(const std::string& at, const LineText& text,
                               const std::vector<OptionSpan>& spans) {
  for (const OptionSpan& span : spans) addOption(at, text, span);
  ItemDraft& draft = *current();
  draft.part = Part::kOptions;
  std::string letters;
  for (const OptionSpan& span : spans)
    letters += (letters.empty() ? "" : translate("、")) + letterOf(span.option);
  imported(at, draft.glued.empty()
                   ? say("{item} 的选项 {letters}", "item"_a = draft.name(), "letters"_a = letters)
                   : say("{item} 的选项 {letters} 和答案", "item"_a = draft.name(), "letters"_a = letters));
}

void DocumentItems::addOption(const std::string& at, const LineText& text, const OptionSpan& span) {
  ItemDraft& draft = *current();
  const auto due = static_cast<int>(draft.options.size());
  if (span.option > due) {
    const std::string doubt = say("缺少选项 {letter}。", "letter"_a = letterOf(due));
    draft.doubts.push_back(doubt);
    verdicts_.unclear(at, doubt);
    draft.options.resize(static_cast<std::size_t>(span.option));
  } else if (span.option < due) {
    const std::string doubt = say("选项 {letter} 重复，后一个按选项 {next} 导入。",
                                  "letter"_a = letterOf(span.option), "next"_a = letterOf(due));
    draft.doubts.push_back(doubt);
    verdicts_.unclear(at, doubt);
  }
  std::size_t to = span.to;
  if (const auto glued = gluedLetters(text.plain(), span); glued && draft.glued.empty()) {
    draft.glued = trimmed(std::u32string_view(text.plain()).substr(*glued, span.to - *glued));
    to = *glued;
    // The quotation mark of the spreadsheet that the line was torn from.
    const std::u32string_view words =
        trimmed(std::u32string_view(text.plain()).substr(span.from, to - span.from));
    if (words.ends_with(U'"') && std::ranges::count(words, U'"') == 1) to = text.plain().rfind(U'"', to);
  }
  draft.options.emplace_back().emplace_back(text.slice(span.from, to));
}

void DocumentItems::imported(const std::string& at, const std::string& what) {
  verdicts_.imported(at, what);
  ItemDraft& draft = *current();
  if (draft.units.empty() || draft.units.back() != at) draft.units.push_back(at);
}

ItemDraft* DocumentItems::current() {
  return drafts_.empty() ? nullptr : &drafts_.back();
}

std::optional<ItemType> DocumentItems::currentType() const {
  return sections_.empty() ? std::nullopt : sections_.back().type;
}

bool DocumentItems::isChoiceSection() const {
  return !currentType() || hasOptions(*currentType());
}

const DocumentItems::Line* DocumentItems::nextLine(std::size_t index) const {
  for (std::size_t i = index + 1; i < lines_.size(); ++i) {
    if (lines_[i].table != nullptr || !lines_[i].text.empty()) {
      return lines_[i].table == nullptr ? &lines_[i] : nullptr;
    }
  }
  return nullptr;
}

std::optional<int> DocumentItems::nextOption(std::size_t index) const {
  constexpr std::size_t kLinesBetween = 4;
  for (std::size_t i = index + 1; i < lines_.size() && i <= index + kLinesBetween; ++i) {
    if (lines_[i].table != nullptr) return std::nullopt;
    const std::u32string& plain = lines_[i].text.plain();
    if (trimmed(plain).empty()) continue;
    const std::vector<TaggedPart> parts = taggedParts(plain);
    if (!parts.empty() && trimmed(std::u32string_view(plain).substr(0, parts.front().begin)).empty())
      continue;
    const std::optional<OptionLabel> label = optionLabel(plain, plain.find_first_not_of(U" \t"));
    return label ? std::optional(label->option) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace tiku::formats
