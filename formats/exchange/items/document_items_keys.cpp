// Blocks of keys behind the items, and how each key finds its item.
#include <algorithm>
#include <set>

#include "formats/base/say.h"
#include "formats/exchange/items/document_items.h"
#include "formats/exchange/items/key_words.h"

namespace tiku::formats {
namespace {

/// The cells of a line apart by white space.
std::vector<std::u32string> wordsOfLine(std::u32string_view plain) {
  std::vector<std::u32string> words;
  for (std::size_t at = skipBlanks(plain, 0); at < plain.size(); at = skipBlanks(plain, at)) {
    const std::size_t end = std::min(plain.find_first_of(U" \t\n|", at), plain.size());
    if (end > at) words.emplace_back(plain.substr(at, end - at));
    at = end < plain.size() && plain[end] == '|' ? end + 1 : end;
  }
  return words;
}

bool isLineOf(std::u32string_view plain, std::u32string_view word) {
  return behindWords(plain, skipBlanks(plain, 0), word) != kNowhere;
}

/// Whether an item of the type can have this answer.
bool fits(const ItemDraft& draft, std::u32string_view answer) {
  const bool letters = optionLetters(answer).has_value();
  if (draft.type == ItemType::kTrueFalse) return judgementOf(answer, JudgementCode::kUsual).has_value();
  return !draft.type || !isObjective(*draft.type) || letters;
}

}  // namespace

void DocumentItems::beginKeys(std::optional<ItemType> type, bool below) {
  inKeyBlock_ = true;
  keyType_ = type;
  keySection_ = below && !sections_.empty() ? std::optional(sections_.size() - 1) : std::nullopt;
  ++keyBlocks_;
}

bool DocumentItems::keyTitle(std::size_t index, const LineText& text) {
  if (drafts_.empty() || lines_[index].start) return false;
  const std::u32string& plain = text.plain();
  const std::string& at = lines_[index].at;
  if (const auto rest = keyTitleRest(plain)) {  // 试题与答案 1-5 ABCDD
    std::optional<ItemType> type = inKeyBlock_ ? keyType_ : currentType();
    if (type && !isObjective(*type)) type.reset();
    std::optional<KeyLine> keys = keyLine(std::u32string_view(plain).substr(*rest), type);
    if (!keys) keys = keysOfRange(plain, 0, *rest, type);  // 第1-5题答案：ABCDD
    if (keys && keys->entries.size() > 1) {
      // Below the section only if all of them are its own.
      const bool below = std::ranges::all_of(keys->entries, [this](const KeyEntry& entry) {
        return std::ranges::any_of(drafts_, [&](const ItemDraft& draft) {
          return draft.section + 1 == sections_.size() && draft.number == entry.number;
        });
      });
      beginKeys(below ? type : std::nullopt, below);
      addKeys(*keys, at, text.part(*rest));
      return true;
    }
  }
  if (!isKeyTitle(plain)) return false;
  const std::vector<TaggedPart> parts = taggedParts(plain);
  if (!inKeyBlock_ && !parts.empty()) {
    // "答案：" behind an item: the answer is on the next line, unless a whole block of keys is.
    const Line* next = nextLine(index);
    const bool block =
        next != nullptr && (isKeyLine(next->text.plain(), std::nullopt) || headingLine(next->text.plain()) ||
                            isLineOf(next->text.plain(), U"题号"));
    if (!block) return false;
  }
  beginKeys(std::nullopt, false);
  verdicts_.skipped(at, say("答案部分的标题。"));
  return true;
}

/// "题号 1 2 3" above "答案 A B C", apart by white space.
bool DocumentItems::keyPair(std::size_t index, const LineText& text) {
  if (drafts_.empty()) return false;
  if (isLineOf(text.plain(), U"题号")) {
    const Line* next = nextLine(index);
    if (next == nullptr || !isLineOf(next->text.plain(), U"答案")) return false;
    verdicts_.skipped(lines_[index].at, say("答案部分的题号。"));
    return true;
  }
  if (!isLineOf(text.plain(), U"答案")) return false;
  std::size_t above = index;
  while (above > 0 && lines_[above - 1].table == nullptr && lines_[above - 1].text.empty()) --above;
  if (above == 0 || lines_[above - 1].table != nullptr || !isLineOf(lines_[above - 1].text.plain(), U"题号"))
    return false;
  const std::vector<std::u32string> numbers = wordsOfLine(lines_[above - 1].text.plain());
  const std::vector<std::u32string> answers = wordsOfLine(text.plain());
  const std::string& at = lines_[index].at;
  if (numbers.size() != answers.size()) {
    verdicts_.unclear(at, say("题号有 {numbers} 个，答案有 {answers} 个，没有采用。",
                              "numbers"_a = numbers.size() - 1, "answers"_a = answers.size() - 1));
    return true;
  }
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    std::size_t digits = 0;
    if (const auto number = numberAt(numbers[i], digits))
      keys_.push_back({std::nullopt, *number, RichText::plain(utf8(answers[i])).blocks(), at, keyBlocks_});
  }
  return true;
}

/// "1.【答案】A 【解析】…", "2. B 解析：…", "解析：…" below a key.
bool DocumentItems::keyWithTags(std::size_t index, const LineText& text) {
  const std::u32string& plain = text.plain();
  const std::vector<TaggedPart> parts = taggedParts(plain);
  if (parts.empty()) return false;
  const std::string& at = lines_[index].at;
  const std::u32string_view before = trimmed(std::u32string_view(plain).substr(0, parts.front().begin));
  PendingKey key{keyType_, 0, {}, at, keyBlocks_, keySection_};
  if (!before.empty()) {
    const auto keys = keyLine(before, keyType_);
    const auto start = itemStart(before);
    if (keys && keys->entries.size() == 1) {
      key.number = keys->entries.front().number;
      key.words = RichText::plain(utf8(keys->entries.front().words)).blocks();
    } else if (start && start->number && start->text >= before.size()) {
      key.number = *start->number;
    } else {
      return false;
    }
    keys_.push_back(std::move(key));
  } else if (keys_.empty()) {
    return false;
  }
  for (const TaggedPart& part : parts) {
    PendingKey& last = keys_.back();
    const Paragraph words = text.slice(part.from, part.to);
    if (words.pieces.empty()) continue;
    if (part.tag == Tag::kAnswer) last.words.emplace_back(words);
    if (part.tag == Tag::kRationale) last.rationale.emplace_back(words);
  }
  verdicts_.imported(at, say("第 {number} 题的答案和解析", "number"_a = keys_.back().number));
  return true;
}

/// "1.C", "2.A" ... to the end of the file, with no title above: the keys of all its items, if each of them
/// is there without an answer of its own.
bool DocumentItems::untitledKeys(std::size_t index, const LineText& text) {
  if (inKeyBlock_ || drafts_.empty() || lines_[index].start) return false;
  const std::optional<KeyLine> first = keyLine(text.plain(), std::nullopt);
  if (!first || first->entries.empty() || first->entries.front().number != drafts_.front().number)
    return false;
  std::set<int> open;
  for (const ItemDraft& draft : drafts_) {
    if (!draft.number || draft.isAnswered || draft.isSubjective() || !open.insert(*draft.number).second)
      return false;
  }
  std::set<int> keyed;
  for (std::size_t i = index; i < lines_.size(); ++i) {
    if (lines_[i].table != nullptr) return false;
    if (lines_[i].text.empty() || !lines_[i].skip.empty() || isPageNumber(lines_[i].text.plain())) continue;
    const std::optional<KeyLine> keys = keyLine(lines_[i].text.plain(), std::nullopt);
    if (!keys || !keys->problem.empty()) return false;
    for (const KeyEntry& entry : keys->entries) {
      if (!keyed.insert(entry.number).second) return false;
    }
  }
  if (keyed != open) return false;
  beginKeys(std::nullopt, false);
  return keyBlock(index, text);
}

bool DocumentItems::keyBlock(std::size_t index, const LineText& text) {
  const std::string& at = lines_[index].at;
  if (keyWithTags(index, text)) return true;
  if (const std::optional<KeyLine> keys = keyLine(text.plain(), keyType_)) {
    addKeys(*keys, at, text);
    return true;
  }
  if (nationalLine(text.plain()) || sharedLine(text.plain())) {
    inKeyBlock_ = false;
    return false;
  }
  const std::optional<ItemStart> start = itemStart(text.plain());
  if (keySection_ && start && start->number && start->number == sections_.back().lastNumber.value_or(0) + 1) {
    inKeyBlock_ = false;  // The keys stood below a part of the section, which goes on.
    return false;
  }
  if (start && (start->hasMarkPlace || nextOption(index) == 0)) {
    inKeyBlock_ = false;  // Items again, without a heading of their own.
    openImpliedSection(index, keyType_);
    return false;
  }
  const bool words = keyType_ && !isObjective(*keyType_) && !keys_.empty() && keys_.back().type == keyType_;
  if (words) {
    keys_.back().words.emplace_back(text.slice(0));
    verdicts_.imported(at, say("第 {number} 题的答案（续）", "number"_a = keys_.back().number));
  } else if (!keys_.empty() && !keys_.back().rationale.empty()) {
    keys_.back().rationale.emplace_back(text.slice(0));
    verdicts_.imported(at, say("第 {number} 题的解析（续）", "number"_a = keys_.back().number));
  } else {
    verdicts_.unclear(at, say("在答案部分里，但不像答案，没有采用。"));
  }
  return true;
}

void DocumentItems::addKeys(const KeyLine& keys, const std::string& at, const LineText& text) {
  for (const KeyEntry& entry : keys.entries) {
    PendingKey key{keyType_, entry.number, {}, at, keyBlocks_, keySection_};
    if (keyType_ && !isObjective(*keyType_)) {
      key.words.emplace_back(text.slice(entry.from));
    } else {
      key.words = RichText::plain(utf8(entry.words)).blocks();
    }
    keys_.push_back(std::move(key));
  }
  if (!keys.problem.empty()) verdicts_.unclear(at, keys.problem);
}

/// The items that may be meant: of the key's type and number; among several, those of the section that the
/// keys stand under, then those without an answer, then those that can have it.
ItemDraft* DocumentItems::draftFor(const PendingKey& key, std::string& problem) {
  std::vector<ItemDraft*> numbered;
  for (ItemDraft& draft : drafts_) {
    const bool sameType =
        key.type ? (draft.type == key.type || !draft.type) : (!draft.type || isObjective(*draft.type));
    if (draft.number == key.number && sameType) numbered.push_back(&draft);
  }
  const auto narrow = [&numbered](const auto& wanted) {
    if (numbered.size() < 2) return;
    std::vector<ItemDraft*> left;
    std::ranges::copy_if(numbered, std::back_inserter(left), wanted);
    if (!left.empty()) numbered = std::move(left);
  };
  narrow([&key](const ItemDraft* draft) { return !key.section || draft->section == *key.section; });
  const std::u32string answer = plainText(RichText(key.words).str());
  narrow([&answer](const ItemDraft* draft) { return fits(*draft, answer); });
  // A file may hold several papers; what has its answer already is out.
  narrow([](const ItemDraft* draft) { return !draft->isAnswered; });
  if (numbered.size() == 1) return numbered.front();
  problem = numbered.empty() ? say("没有第 {number} 题，它的答案没有采用。", "number"_a = key.number)
                             : say("第 {number} 题有 {count} 道，无法判断答案属于哪一道，没有采用。",
                                   "number"_a = key.number, "count"_a = numbered.size());
  return nullptr;
}

/// Where a type has as many headings of keys as sections of items, the first is of the first and so on.
void DocumentItems::placeBlocks() {
  std::map<ItemType, std::vector<int>> blocks;
  for (const PendingKey& key : keys_) {
    if (!key.type || key.section) continue;
    std::vector<int>& known = blocks[*key.type];
    if (known.empty() || known.back() != key.block) known.push_back(key.block);
  }
  for (PendingKey& key : keys_) {
    if (!key.type || key.section) continue;
    std::vector<std::size_t> sections;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      if (sections_[i].type == key.type) sections.push_back(i);
    }
    const std::vector<int>& known = blocks[*key.type];
    if (sections.size() != known.size()) continue;
    key.section = sections[static_cast<std::size_t>(std::ranges::find(known, key.block) - known.begin())];
  }
}

void DocumentItems::giveKeys() {
  struct Given {
    std::string at;
    int first = 0;
    int last = 0;
    std::string type;
  };
  placeBlocks();
  std::vector<Given> given;
  for (PendingKey& key : keys_) {
    std::string problem;
    ItemDraft* draft = draftFor(key, problem);
    if (draft == nullptr) {
      verdicts_.unclear(key.at, problem);
      continue;
    }
    if (draft->rationale.empty()) draft->rationale = key.rationale;
    if (key.words.empty()) continue;
    if (draft->isAnswered) draft->doubts.push_back(say("{at}又给出一个答案。", "at"_a = key.at));
    draft->isAnswered = true;
    if (draft->answer.empty()) {
      draft->answer = key.words;
      draft->answerAt = AnswerAt::kKeyBlock;
    }
    const std::string type = draft->type ? translate(itemTypeName(*draft->type)) : say("试题");
    if (!given.empty() && given.back().at == key.at && given.back().type == type &&
        given.back().last + 1 == key.number) {
      given.back().last = key.number;
    } else {
      given.push_back({key.at, key.number, key.number, type});
    }
  }
  for (const Given& range : given) {
    verdicts_.imported(
        range.at, range.first == range.last
                      ? say("{type} {first} 的答案", "type"_a = range.type, "first"_a = range.first)
                      : say("{type} {first} 至 {last} 的答案", "type"_a = range.type, "first"_a = range.first,
                            "last"_a = range.last));
  }
}

}  // namespace tiku::formats
