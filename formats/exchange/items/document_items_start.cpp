// The beginnings of items and what continues them.
#include <algorithm>
#include <utility>

#include "formats/base/say.h"
#include "formats/exchange/items/document_items.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/stem.h"

namespace tiku::formats {
namespace {

/// A statement with its place for the mark at its beginning or end: "…（ ）", "（√）…".
bool hasMarkPlace(std::u32string_view plain, JudgementCode code) {
  return std::ranges::any_of(answerPlaces(plain, 3), [&](const AnswerPlace& place) {
    const bool atEdge = trimmed(plain.substr(0, place.from)).empty() ||
                        plain.substr(place.to).find_first_not_of(U" \t。.") == std::u32string_view::npos;
    return atEdge && plain[place.from] == '(' && (place.inside.empty() || judgementOf(place.inside, code));
  });
}

/// "× " behind a tab, or behind the full stop, at the end of a judgement; where it begins.
std::optional<std::size_t> trailingMark(std::u32string_view plain, JudgementCode code) {
  const std::size_t tab = plain.rfind('\t');
  if (tab != kNowhere && !trimmed(plain.substr(0, tab)).empty() &&
      judgementOf(trimmed(plain.substr(tab)), code))
    return tab;
  const std::size_t stop = plain.find_last_of(U"。!?.");
  if (stop == kNowhere || stop == 0) return std::nullopt;
  const std::u32string_view mark = trimmed(plain.substr(stop + 1));
  if (mark.empty() || isDigit(mark.front()) || mark.front() == '(' || mark == U"A" || mark == U"B")
    return std::nullopt;
  return judgementOf(mark, code) ? std::optional(stop + 1) : std::nullopt;
}

}  // namespace

/// The beginning of an item at the line, as far as the choice of numbers allows it.
std::optional<ItemStart> DocumentItems::startOf(std::size_t index, const LineText& text) const {
  const Line& line = lines_[index];
  if (line.start) return line.start;
  const std::optional<ItemStart> start = itemStart(text.plain());
  if (!start || start->type || start->hasMarkPlace) return start;
  const ItemNumbers numbers = choices_.numbers.value_or(ItemNumbers::kAny);
  if (numbers == ItemNumbers::kNone) return std::nullopt;
  if (numbers == ItemNumbers::kByWord && !line.byWord) return std::nullopt;
  return start;
}

/// Whether a number of the kind that mostly counts parts of an item, "(3)", begins an item here.
bool DocumentItems::isDue(std::size_t index, const ItemStart& start) const {
  const ItemSection& section = sections_.back();
  const bool first = drafts_.empty() || drafts_.back().section + 1 != sections_.size();
  if (!first && !section.isInner) return false;
  if (start.number != section.lastNumber.value_or(0) + 1) return false;
  if (section.type && !hasOptions(*section.type)) return first || drafts_.back().part != Part::kAnswer;
  const LineText words = lines_[index].text.part(start.text);
  const std::optional<int> next = nextOption(index);
  return next == 0 || optionsInStem(words.plain(), 0, next) || hasMarkPlace(words.plain(), judgement_);
}

bool DocumentItems::start(std::size_t index, const LineText& text) {
  const std::optional<ItemStart> start = startOf(index, text);
  if (!start) return false;
  const LineText words = text.part(start->text);
  if (sections_.empty()) {
    // Before any heading numbered lines are instructions, unless options or a place for the mark show an
    // item.
    const std::optional<int> next = nextOption(index);
    const bool shows = start->type || start->hasMarkPlace || next == 0 || lines_[index].start || hasTails_ ||
                       optionsInStem(words.plain(), 0, next) || hasMarkPlace(words.plain(), judgement_) ||
                       (start->number == 1 && asksSomething(index));
    if (!shows || (start->isInner && start->number != 1)) return false;
    openImpliedSection(index, std::nullopt);
  }
  // Numbers begin anew below a chapter, and where there are no headings at all.
  const std::optional<int> before = sections_.back().lastNumber;
  const bool anew = start->number == 1 && !start->isWeak && !start->isInner && before;
  constexpr int kShortestPart = 3;
  if (anew && (isNewPart_ || (!sections_.back().isHeaded && *before >= kShortestPart &&
                              openHere() != nullptr && !openHere()->isSubjective())))
    openImpliedSection(index, currentType());
  const std::optional<int> last = sections_.back().lastNumber;
  if (start->isWeak && start->number != last.value_or(0) + 1) return false;
  if (start->isInner && !isDue(index, *start)) return false;
  const DraftSet* set = openSet();  // A numbered list in a material is none of its items.
  if (set != nullptr && set->first && start->number && *start->number != *set->first) return false;
  if (isInnerNumber(index, *start)) return false;
  if (start->isInner) sections_.back().isInner = true;
  beginItem(index, words, *start);
  return true;
}

bool DocumentItems::answerFollows(std::size_t index) const {
  const Line* next = nextLine(index);
  if (next == nullptr) return false;
  const std::vector<TaggedPart> parts = taggedParts(next->text.plain());
  const auto answers = [](const TaggedPart& part) { return part.tag == Tag::kAnswer; };
  return !parts.empty() && parts.front().begin <= skipBlanks(next->text.plain(), 0) &&
         std::ranges::any_of(parts, answers);
}

bool DocumentItems::asksSomething(std::size_t index) const {
  constexpr int kLongestStem = 6;
  int lines = 0;
  for (std::size_t i = index; i < lines_.size() && lines < kLongestStem; ++i) {
    if (lines_[i].table != nullptr) return false;
    if (lines_[i].text.empty() || !lines_[i].skip.empty()) continue;
    if (i > index) {
      const std::optional<ItemStart> other = itemStart(lines_[i].text.plain());
      if (headingLine(lines_[i].text.plain()) || (other && !other->isInner && !other->isWeak)) return false;
    }
    if (nextOption(i) == 0 || answerFollows(i)) return true;
    ++lines;
  }
  return false;
}

/// Whether the number begins a later line of the section: then the one at hand was not the item's.
bool DocumentItems::comesAgain(std::size_t index, int number) const {
  for (std::size_t i = index + 1; i < lines_.size(); ++i) {
    if (lines_[i].table != nullptr) continue;
    if (headingLine(lines_[i].text.plain())) return false;
    const std::optional<ItemStart> start = itemStart(lines_[i].text.plain());
    if (start && start->number == number) return true;
  }
  return false;
}

/// A number inside an answer or a long stem ("答：1.…  2.…") is not the next item's.
bool DocumentItems::isInnerNumber(std::size_t index, const ItemStart& start) {
  ItemDraft* open = current();
  if (open == nullptr || !start.number || !open->isSubjective() || start.type) return false;
  if (sections_.empty() || open->section + 1 != sections_.size()) return false;
  const int due = sections_.back().lastNumber.value_or(0) + 1;
  const int number = *start.number;
  if (number == due && (innerExpected_ != number || gap_)) {
    innerExpected_ = 0;
    return false;
  }
  if (number == due && !comesAgain(index, due)) {
    open->doubts.push_back(say("{at}的编号 {number} 按答案里的条目读入，也可能是下一题，请核对。",
                               "at"_a = lines_[index].at, "number"_a = number));
  }
  if (number == 1 || number == innerExpected_) {
    innerExpected_ = number + 1;
    return true;
  }
  return false;
}

void DocumentItems::beginItem(std::size_t index, const LineText& text, const ItemStart& start) {
  const std::string& at = lines_[index].at;
  ItemDraft draft;
  draft.section = sections_.size() - 1;
  const ItemSection& section = sections_.back();
  const std::optional<ItemType> said = start.type ? start.type : std::exchange(pendingType_, std::nullopt);
  draft.type = said && !section.isCorrected ? said : section.type;
  draft.isTypeCorrected = section.isCorrected;
  draft.number = start.number ? start.number : std::exchange(pendingNumber_, std::nullopt);
  draft.marks = start.marks;
  draft.judgement = section.judgement;
  draft.byWord = lines_[index].byWord;
  draft.at = at;
  if (hasTails_) return beginWithTail(index, text, std::move(draft));
  const bool mayChoose = !draft.type || hasOptions(*draft.type);
  std::optional<std::size_t> options;
  if (mayChoose || draft.type == ItemType::kTrueFalse)
    options = optionsInStem(text.plain(), 0, nextOption(index));
  std::size_t end = options.value_or(text.plain().size());
  const bool judged = !draft.type || draft.type == ItemType::kTrueFalse;
  if (!options && judged) {
    if (const auto mark = trailingMark(text.plain(), judgement_)) {
      draft.isAnswered = true;
      draft.answerAt = AnswerAt::kBehind;
      draft.answer.emplace_back(text.slice(*mark));
      end = *mark;
    }
  }
  const bool isMark = judgementOf(start.mark, judgement_) || optionLetters(start.mark);
  if (isMark) {
    draft.mark = start.mark;
  } else if (!start.mark.empty()) {
    draft.doubts.push_back(say("题号前括号里的“{words}”没有读入。", "words"_a = utf8(start.mark)));
  }
  // The type may have the line to itself: "1. (单选题, 2.0 分)".
  if (Paragraph words = text.slice(0, end); !words.pieces.empty() || options)
    draft.stem.push_back(std::move(words));
  checkNumber(draft);
  joinSet(draft);
  innerExpected_ = 0;
  drafts_.push_back(std::move(draft));
  imported(at, say("{item} 的题干", "item"_a = current()->name()));
  if (options) addOptions(at, text, optionSpans(text.plain(), *options, nextOption(index)));
}

/// "44. （ ）面向党旗宣誓。-C:预备党员": the stem, the answer, and of the options only the right one.
void DocumentItems::beginWithTail(std::size_t index, const LineText& text, ItemDraft draft) {
  const auto tail = answerTail(text.plain());
  draft.stem.emplace_back(text.slice(0, tail ? tail->from : text.plain().size()));
  if (tail) {
    draft.isAnswered = true;
    draft.answerAt = AnswerAt::kBehind;
    draft.answer = RichText::plain(utf8(tail->letters)).blocks();
    if (!std::ranges::all_of(tail->letters, isLetterLabel)) {
      draft.type = ItemType::kTrueFalse;
    } else {
      draft.lacksOptions = true;
      draft.type = tail->letters.size() > 1 ? ItemType::kMultipleChoice : ItemType::kSingleChoice;
      draft.options.resize(static_cast<std::size_t>(tail->letters.back() - U'A') + 1);
      if (tail->letters.size() == 1) {
        draft.options.back().emplace_back(text.slice(tail->words));
      } else {
        draft.rationale.emplace_back(text.slice(tail->words));
      }
    }
  }
  checkNumber(draft);
  innerExpected_ = 0;
  drafts_.push_back(std::move(draft));
  imported(lines_[index].at, say("{item} 的题干和答案", "item"_a = current()->name()));
}

void DocumentItems::checkNumber(ItemDraft& draft) {
  ItemSection& section = sections_.back();
  if (!draft.number) return;
  const int number = *draft.number;
  if (section.lastNumber) {
    const int last = *section.lastNumber;
    if (number == last) {
      draft.doubts.push_back(say("题号 {number} 重复。", "number"_a = number));
    } else if (number < last) {
      draft.doubts.push_back(
          say("题号从 {last} 回到 {number}，请核对。", "last"_a = last, "number"_a = number));
    } else if (number > last + 1) {
      draft.doubts.push_back(
          say("题号从 {last} 跳到 {number}，请核对是否缺题。", "last"_a = last, "number"_a = number));
    }
  } else if (number != 1) {
    // Papers number on through their sections.
    const bool goesOn = std::ranges::any_of(
        drafts_, [number](const ItemDraft& other) { return other.number && *other.number == number - 1; });
    if (!goesOn)
      draft.doubts.push_back(say("本部分从第 {number} 题开始，请核对是否缺题。", "number"_a = number));
  }
  section.lastNumber = number;
}

bool DocumentItems::unnumberedStart(std::size_t index, const LineText& text) {
  if (sections_.empty()) return false;
  const ItemDraft* open = openHere();
  const std::optional<int> next = nextOption(index);
  bool starts = false;
  if (isChoiceSection() && (next == 0 || optionsInStem(text.plain(), 0, next))) {
    starts = open == nullptr || !open->options.empty() || open->part != Part::kStem;
  } else if (currentType() == ItemType::kTrueFalse && hasMarkPlace(text.plain(), judgement_)) {
    // "（错误）" alone is the mark of the item before.
    const bool words = text.plain().find_first_not_of(U" \t()√×对错正确误") != std::u32string::npos;
    starts = words && (open == nullptr || open->isAnswered || !open->mark.empty() ||
                       hasMarkPlace(plainText(RichText(open->stem).str()), judgement_));
  } else if (currentType() == ItemType::kTrueFalse && answerFollows(index)) {
    starts = open == nullptr || open->isAnswered;
  }
  if (!starts) return false;
  beginItem(index, text, {});
  return true;
}

void DocumentItems::continuation(std::size_t index, const LineText& text) {
  const std::string& at = lines_[index].at;
  ItemDraft* open = openHere();
  if (open == nullptr) {
    if (isInstruction(text.plain())) {
      verdicts_.skipped(at, say("题型说明。"));
    } else {
      verdicts_.unclear(at, say("在题型标题之后、第一题之前，没有认出是什么。"));
    }
    return;
  }
  const bool judgement = open->type == ItemType::kTrueFalse || (!open->type && open->options.empty());
  if (judgement && !open->isAnswered && judgementOf(text.plain(), judgement_)) {
    open->isAnswered = true;
    open->answerAt = AnswerAt::kOwnLine;
    open->part = Part::kAnswer;
    open->answer.emplace_back(text.slice(0));
    return imported(at, say("{item} 的答案", "item"_a = open->name()));
  }
  const bool answerDue = open->part == Part::kAnswer && open->isAnswered && open->answer.empty();
  if (!answerDue && groupTitle(index)) return;
  if (open->part == Part::kStem && (open->isSubjective() || (isChoiceSection() && open->options.empty()))) {
    open->stem.emplace_back(text.slice(0));
    return imported(at, say("{item} 的题干（续）", "item"_a = open->name()));
  }
  if (answerDue || (open->part == Part::kAnswer && open->isSubjective())) {
    open->answer.emplace_back(text.slice(0));
    return imported(at, say("{item} 的答案（续）", "item"_a = open->name()));
  }
  beyondOptions(index, text);
}

/// A line before a heading and apart from the item above names a group of sections. Under an open-ended item
/// it may be words of that.
bool DocumentItems::groupTitle(std::size_t index) {
  const ItemDraft& open = *current();
  const Line* next = nextLine(index);
  const bool isOver = gap_ || (open.part == Part::kAnswer && open.type && isObjective(*open.type));
  if (!isOver || next == nullptr || !headingLine(next->text.plain())) return false;
  if (open.isSubjective()) {
    verdicts_.unclear(lines_[index].at,
                      say("在题型标题之前，可能是分组标题，也可能属于“{item}”，没有导入，请核对。",
                          "item"_a = open.name()));
  } else {
    verdicts_.skipped(lines_[index].at, say("题型标题前的分组标题。"));
  }
  return true;
}

/// A line that nothing expects, after an item that seemed complete.
void DocumentItems::beyondOptions(std::size_t index, const LineText& text) {
  const std::string& at = lines_[index].at;
  ItemDraft& open = *current();
  if (open.part == Part::kRationale) {
    open.rationale.emplace_back(text.slice(0));
    return imported(at, say("{item} 的解析（续）", "item"_a = open.name()));
  }
  if (open.part == Part::kScoring) {
    std::vector<RichText::Block> block;
    block.emplace_back(text.slice(0));
    open.scoring.push_back(RichText(std::move(block)).str());
    return imported(at, say("{item} 的评分要点", "item"_a = open.name()));
  }
  if (gap_ || open.part == Part::kAnswer) {
    return verdicts_.unclear(at, say("在“{item}”之后，没有认出是什么，没有导入。", "item"_a = open.name()));
  }
  const bool toOption = open.part == Part::kOptions && !open.options.empty();
  // "A." alone, and what it labels below it.
  if (toOption && RichText(open.options.back()).empty()) {
    open.options.back().clear();
    open.options.back().emplace_back(text.slice(0));
    return imported(at, say("{item} 的选项（续）", "item"_a = open.name()));
  }
  (toOption ? open.options.back() : open.stem).emplace_back(text.slice(0));
  verdicts_.unclear(
      at, toOption
              ? say("没有题号和选项字母，已接在“{item}”的最后一个选项之后，请核对。", "item"_a = open.name())
              : say("没有题号，已接在“{item}”的题干之后，请核对。", "item"_a = open.name()));
  open.units.push_back(at);
  if (const auto more = more_.find(at); more != more_.end())
    open.units.insert(open.units.end(), more->second.begin(), more->second.end());
}

void DocumentItems::preface(const Line& line, const LineText& text) {
  const std::u32string& plain = text.plain();
  std::vector<RichText::Block> block;
  block.emplace_back(text.slice(0));
  const std::string words = RichText(std::move(block)).str();
  head_.lines.emplace_back(line.at, words);
  verdicts_.skipped(line.at, say("第一个题型标题之前的标题或说明。"));
  for (const std::u32string_view name : {U"考试时间", U"考核时间", U"答题时间", U"时间:"}) {
    if (const auto minutes = numberAfter(plain, name); minutes && head_.minutes == 0)
      head_.minutes = *minutes;
  }
  for (const std::u32string_view name : {U"试卷编号:", U"试卷代码:", U"卷号:"}) {
    const std::size_t at = plain.find(name);
    if (at != std::u32string::npos) {
      head_.paperNumber = utf8(trimmed(std::u32string_view(plain).substr(at + name.size())));
      return;
    }
  }
  // A title has no full stop and is no numbered instruction ("2．请在试卷的标封处填写姓名。").
  const bool isTitle = plain.find(U"试卷") != std::u32string::npos &&
                       plain.find(U'。') == std::u32string::npos && !itemStart(plain) &&
                       plain.find(U':') == std::u32string::npos;
  if (isTitle) {
    head_.paperTitle = words;
    head_.paperTitleAt = line.at;
  }
}

}  // namespace tiku::formats
