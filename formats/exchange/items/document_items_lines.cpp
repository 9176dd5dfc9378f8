// Tagged lines and options: what continues an item by its own words.
#include <algorithm>
#include <utility>

#include "formats/base/say.h"
#include "formats/exchange/items/document_items.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/type_words.h"

namespace tiku::formats {
namespace {

/// Where the words of an option end when an answer is glued to them, and the answer.
struct GluedAnswer {
  std::size_t from = 0;
  std::u32string letters;  ///< Empty for a mere place for it.
};

/// Letters behind a tab at the end of an option, as a lost column of a spreadsheet leaves them, or brackets
/// behind a gap: "D．升       （ A ）".
std::optional<GluedAnswer> gluedAnswer(std::u32string_view plain, const OptionSpan& span) {
  constexpr std::size_t kMostLetters = 6;
  const std::u32string_view words = plain.substr(0, span.to);
  const std::size_t tab = words.rfind('\t');
  if (tab != kNowhere && tab > span.from) {
    const std::u32string_view letters = trimmed(words.substr(tab));
    if (!letters.empty() && letters.size() <= kMostLetters && std::ranges::all_of(letters, isLetterLabel))
      return GluedAnswer{tab, std::u32string(letters)};
  }
  const std::size_t last = words.find_last_not_of(U" \t。.");
  const std::size_t open = words.rfind('(');
  if (last == kNowhere || open == kNowhere || words[last] != ')' || open <= span.from) return std::nullopt;
  const std::u32string_view inside = trimmed(words.substr(open + 1, last - open - 1));
  const bool isPlace = inside.empty() || inside.find_first_not_of(U'_') == kNowhere;
  if (isPlace) return GluedAnswer{open, {}};
  const bool gap = isBlankChar(words[open - 1]);
  if (!gap || inside.size() > kMostLetters || !optionLetters(inside)) return std::nullopt;
  return GluedAnswer{open, std::u32string(inside)};
}

std::string letterOf(int option) {
  return std::string(1, static_cast<char>('A' + option));
}

/// Behind "答：", "解：" at the beginning; 0 without one.
std::size_t behindReply(std::u32string_view plain) {
  const std::size_t at = skipBlanks(plain, 0);
  for (const std::u32string_view word :
       {U"答", U"解", U"参考答", U"答题要点", U"答案要点", U"参考答案要点", U"参考要点", U"要点"}) {
    const std::size_t end = behindWords(plain, at, word);
    if (end == kNowhere) continue;
    const std::size_t colon = skipBlanks(plain, end);
    if (colon < plain.size() && plain[colon] == ':') return colon + 1;
  }
  return 0;
}

}  // namespace

bool DocumentItems::tagged(std::size_t index, const LineText& text) {
  const std::u32string& plain = text.plain();
  std::vector<TaggedPart> parts = taggedParts(plain);
  const std::string& at = lines_[index].at;
  ItemDraft* open = current();
  if (const std::size_t from = behindReply(plain); from > 0 && open != nullptr) {
    const bool words = open->type && !isObjective(*open->type);
    const std::u32string_view rest = trimmed(std::u32string_view(plain).substr(from));
    const bool key = optionLetters(rest) || judgementOf(rest, judgement_);
    if ((words || key) && (parts.empty() || parts.front().begin >= from)) {
      const std::size_t to = parts.empty() ? plain.size() : parts.front().begin;
      parts.insert(parts.begin(), {Tag::kAnswer, 0, from, to});
    }
  }
  if (parts.empty()) return false;
  const bool atStart = trimmed(std::u32string_view(plain).substr(0, parts.front().begin)).empty();
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

/// "题型：单选题", "题号：3", "题干：…", "选项：A.… B.…": a field of an item with its name before it.
bool DocumentItems::labelled(std::size_t index, const LineText& text) {
  const std::vector<TaggedPart> parts =
      lines_[index].start ? std::vector<TaggedPart>() : taggedParts(text.plain());
  if (parts.empty() || !trimmed(std::u32string_view(text.plain()).substr(0, parts.front().begin)).empty())
    return false;
  const TaggedPart& part = parts.front();
  const LineText words = text.part(part.from, parts.size() > 1 ? part.to : text.plain().size());
  const ItemDraft* open = openHere();
  const bool isOver = open == nullptr || open->part != Part::kStem || !open->options.empty();
  switch (part.tag) {
    case Tag::kType:
      pendingType_ = isOver ? itemTypeByName(utf8(words.plain())) : std::nullopt;
      if (!pendingType_) return false;
      break;
    case Tag::kNumber: {
      std::size_t digits = 0;
      pendingNumber_ = isOver ? numberAt(words.plain(), digits) : std::nullopt;
      if (!pendingNumber_) return false;
      break;
    }
    case Tag::kStem: {
      if (sections_.empty()) openImpliedSection(index, std::nullopt);
      ItemStart start = itemStart(words.plain()).value_or(ItemStart());
      if (start.isWeak || start.isInner) start = {};
      if (!start.type) start.type = std::exchange(pendingType_, std::nullopt);
      if (!start.number) start.number = std::exchange(pendingNumber_, std::nullopt);
      beginItem(index, words.part(start.text), start);
      for (std::size_t i = 1; i < parts.size(); ++i) apply(parts[i], lines_[index].at, text);
      return true;
    }
    case Tag::kOptions:
      if (open == nullptr) return false;
      if (!words.empty() && !options(index, words)) return false;
      if (words.empty()) verdicts_.skipped(lines_[index].at, say("选项的名称。"));
      return true;
    default:
      return false;
  }
  verdicts_.skipped(lines_[index].at, say("下面这道题的题型或题号。"));
  for (std::size_t i = 1; i < parts.size(); ++i) line(index, text.part(parts[i].begin, parts[i].to));
  return true;
}

void DocumentItems::applyAnswer(const Paragraph& words, const std::string& plain) {
  ItemDraft& draft = *current();
  const bool goesOn = draft.isSubjective() && draft.part == Part::kAnswer;  // 解：… 答：…
  if (draft.isAnswered && !draft.answer.empty() && !goesOn) {
    draft.doubts.push_back(say("这道题有不止一行答案。"));
  }
  draft.isAnswered = true;
  draft.answerAt = AnswerAt::kOwnLine;
  draft.part = Part::kAnswer;
  // "答：1. …" begins a list whose other numbers stand on lines of their own; "（1）" is never taken for an
  // item's.
  const auto inner = itemStart(plainText(plain));
  innerExpected_ = inner && !inner->isInner && inner->number == 1 ? 2 : 0;
  if (!words.pieces.empty()) draft.answer.emplace_back(words);
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
      applyAnswer(words, plain);
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
    case Tag::kType:
      if (const auto type = itemTypeByName(plain); type && !sections_.back().isCorrected) draft.type = type;
      return say1(say("{item} 的题型", "item"_a = draft.name()));
    case Tag::kNumber:
      return say1(say("{item} 的题号", "item"_a = draft.name()));
    case Tag::kStem:
    case Tag::kOptions:
      draft.stem.emplace_back(words);
      return say1(say("{item} 的题干（续）", "item"_a = draft.name()));
    case Tag::kOther:
      return verdicts_.skipped(at, say("题库的试题没有这一项，没有收入“{words}”。", "words"_a = plain));
    case Tag::kIgnored:
      return verdicts_.skipped(at, say("作答的记录，不是试题的答案，没有采用。"));
  }
}

bool DocumentItems::options(std::size_t index, const LineText& text) {
  const std::u32string& plain = text.plain();
  const std::size_t at = plain.find_first_not_of(U" \t");
  const std::optional<OptionLabel> label = lines_[index].start ? std::nullopt : optionLabel(plain, at);
  if (!label) return false;
  ItemDraft* draft = openHere();
  if (draft == nullptr) return false;
  const bool mayHave = !draft->type || hasOptions(*draft->type) || draft->type == ItemType::kTrueFalse;
  if (!mayHave) return false;
  const std::vector<OptionSpan> spans = optionSpans(plain, at, nextOption(index));
  const auto had = static_cast<int>(draft->options.size());
  if (label->isWeak) {
    const bool due = label->option == had;
    if (!due || nextOption(index) == label->option ||
        (label->option == 0 && spans.size() < 2 && nextOption(index) != 1))
      return false;
  }
  // "(B)" below four options is the answer, not a second B without words.
  if (spans.size() == 1 && label->option < had && label->text >= plain.size()) return false;
  if (label->option == 0 && !draft->options.empty()) {
    verdicts_.unclear(lines_[index].at, say("在“{item}”之后又从选项 A 开始，没有导入，请核对是否缺少题干。",
                                            "item"_a = draft->name()));
    return true;
  }
  addOptions(lines_[index].at, text, spans);
  return true;
}

/// "C" or "(B)" alone below the options.
bool DocumentItems::bareAnswer(std::size_t index, const LineText& text) {
  constexpr std::size_t kLongest = 12;
  ItemDraft* draft = openHere();
  const std::u32string_view words = trimmed(text.plain());
  if (draft == nullptr || draft->isAnswered || draft->options.size() < 2 || words.size() > kLongest)
    return false;
  if (draft->type && !hasOptions(*draft->type)) return false;
  const auto letters = optionLetters(words);
  if (!letters || letters->back() >= static_cast<int>(draft->options.size())) return false;
  applyAnswer(text.slice(0), utf8(words));
  imported(lines_[index].at, say("{item} 的答案", "item"_a = draft->name()));
  return true;
}

void DocumentItems::addOptions(const std::string& at, const LineText& text,
                               const std::vector<OptionSpan>& spans) {
  for (const OptionSpan& span : spans) addOption(at, text, span);
  ItemDraft& draft = *current();
  draft.part = Part::kOptions;
  ++draft.optionLines;
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
  if (const auto glued = gluedAnswer(text.plain(), span); glued && draft.glued.empty()) {
    draft.glued = glued->letters;
    to = glued->from;
    // The quotation mark of the spreadsheet that the line was torn from.
    const std::u32string_view words =
        trimmed(std::u32string_view(text.plain()).substr(span.from, to - span.from));
    if (words.ends_with(U'"') && std::ranges::count(words, U'"') == 1) to = text.plain().rfind(U'"', to);
  }
  draft.options.emplace_back().emplace_back(text.slice(span.from, to));
}

}  // namespace tiku::formats
