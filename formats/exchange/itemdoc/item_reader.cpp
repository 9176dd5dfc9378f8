#include <algorithm>
#include <array>
#include <cstdlib>

#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/exchange/itemdoc/item_lines.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/written/words.h"

namespace tiku::formats::itemdoc {
namespace {

constexpr std::string_view kFullStop = "．";  // As we write it; what people type may be another mark.
constexpr std::array<std::string_view, 4> kStops{"．", ".", "、", "）"};
constexpr std::array<std::string_view, 2> kColons{"：", ":"};

bool isSpace(char c) {
  return c == ' ' || c == '\t';
}

// Length of the mark behind a number or letter, with the spaces that people put there; 0 without one.
std::size_t stopLength(std::string_view text) {
  for (const std::string_view stop : kStops) {
    if (!text.starts_with(stop)) continue;
    std::size_t length = stop.size();
    if (stop == kFullStop) return length;
    const bool decimal = stop == "." && length < text.size() && text[length] >= '0' && text[length] <= '9';
    if (decimal) return 0;
    while (length < text.size() && isSpace(text[length])) ++length;
    return length;
  }
  return 0;
}

std::string_view firstWords(const Paragraph& words) {
  if (words.pieces.empty() || words.pieces.front().kind != Inline::Kind::kText) return {};
  return words.pieces.front().text;
}

std::size_t letterLength(std::string_view text) {
  if (text.empty() || text.front() < 'A' || text.front() > 'Z') return 0;
  const std::size_t stop = stopLength(text.substr(1));
  return stop == 0 ? 0 : 1 + stop;
}

enum class Label { kAnswer, kRationale, kReference, kScoring };
struct FoundLabel {
  Label label = Label::kAnswer;
  std::size_t length = 0;
  Marks marks;
};

std::size_t colonLength(std::string_view text) {
  for (const std::string_view colon : kColons) {
    if (text.starts_with(colon)) return colon.size();
  }
  return 0;
}

// "评分要点（2 分）："
std::optional<FoundLabel> scoringLabel(std::string_view text) {
  constexpr std::string_view kName = "评分要点";
  if (!text.starts_with(kName)) return std::nullopt;
  std::size_t at = kName.size();
  for (const std::string_view open : {"（", "("}) {
    if (!text.substr(at).starts_with(open)) continue;
    at += open.size();
    const std::size_t end = std::min(text.find_first_not_of("0123456789.", at), text.size());
    const auto marks = Marks::parse(text.substr(at, end - at));
    std::string_view rest = text.substr(end);
    if (rest.starts_with(' ')) rest.remove_prefix(1);
    for (const std::string_view close : {"分）", "分)"}) {
      if (!marks || !rest.starts_with(close)) continue;
      rest.remove_prefix(close.size());
      const std::size_t colon = colonLength(rest);
      if (colon > 0) return FoundLabel{Label::kScoring, text.size() - rest.size() + colon, *marks};
    }
  }
  return std::nullopt;
}

std::optional<FoundLabel> labelOf(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, Label>, 5> kLabels{{{"参考答案", Label::kAnswer},
                                                                       {"正确答案", Label::kAnswer},
                                                                       {"答案", Label::kAnswer},
                                                                       {"解析", Label::kRationale},
                                                                       {"出处", Label::kReference}}};
  for (const auto& [name, label] : kLabels) {
    if (!text.starts_with(name)) continue;
    if (const std::size_t colon = colonLength(text.substr(name.size())))
      return FoundLabel{label, name.size() + colon, {}};
  }
  return scoringLabel(text);
}

// Where the next option begins in a text: behind a tab or two spaces, with the letter that is due. The
// stretch of spaces and the letter's own length.
struct NextOption {
  std::size_t from = 0;
  std::size_t label = 0;
  std::size_t length = 0;
};
std::optional<NextOption> nextOption(std::string_view text, char letter) {
  for (std::size_t at = text.find(letter); at != std::string_view::npos; at = text.find(letter, at + 1)) {
    const std::size_t length = letterLength(text.substr(at));
    if (length == 0) continue;
    std::size_t from = at;
    constexpr std::string_view kWide = "　";
    bool tab = false;
    std::size_t width = 0;
    for (bool more = true; more && from > 0;) {
      more = false;
      if (isSpace(text[from - 1])) {
        tab = tab || text[from - 1] == '\t';
        --from;
        ++width;
        more = true;
      } else if (text.substr(0, from).ends_with(kWide)) {
        from -= kWide.size();
        width += 2;
        more = true;
      }
    }
    // Of our own the tab alone parts; what stands before it belongs to the option.
    if (tab) from = text.rfind('\t', at);
    if (tab || width >= 2) return NextOption{from, at, length};
  }
  return std::nullopt;
}

// A paragraph that has nothing but its label stands for no paragraph, or for an empty one before others.
RichText richText(std::vector<RichText::Block> blocks) {
  const auto* first = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks.front());
  const bool bare = first != nullptr && first->pieces.empty();
  if (bare && (blocks.size() == 1 || std::holds_alternative<TextTable>(blocks[1])))
    blocks.erase(blocks.begin());
  for (RichText::Block& block : blocks) {
    if (auto* paragraph = std::get_if<Paragraph>(&block)) {
      *paragraph = written::withBlanks(*paragraph);
      continue;
    }
    for (auto& row : std::get<TextTable>(block).rows) {
      for (RichText& cell : row) {
        std::vector<RichText::Block> inner;
        for (const RichText::Block& one : cell.blocks())
          inner.emplace_back(written::withBlanks(std::get<Paragraph>(one)));
        const bool empty = inner.size() == 1 && std::get<Paragraph>(inner.front()).pieces.empty();
        cell = empty ? RichText() : RichText(std::move(inner));
      }
    }
  }
  return RichText(std::move(blocks));
}

// Words alone; line breaks and paragraphs are ends of lines.
std::string plainText(const std::vector<RichText::Block>& blocks) {
  return RichText(blocks).str();
}

}  // namespace

std::size_t numberLength(const Paragraph& words) {
  const std::string_view text = firstWords(words);
  constexpr std::size_t kMostDigits = 5;
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits == 0 || digits > kMostDigits) return 0;
  const std::size_t stop = stopLength(text.substr(digits));
  return stop == 0 ? 0 : digits + stop;
}

std::optional<Role> roleOf(const Paragraph& words) {
  if (tagFields(firstWords(words))) return Role::kTag;
  if (words.pieces.size() == 1 && sharedHead(firstWords(words))) return Role::kShared;
  if (numberLength(words) > 0) return Role::kStem;
  if (letterLength(firstWords(words)) > 0) return Role::kOption;
  if (labelOf(firstWords(words))) return Role::kAnswer;
  return std::nullopt;
}

void dropFirst(Paragraph& words, std::size_t bytes) {
  if (bytes == 0) return;
  words.pieces.front().text.erase(0, bytes);
  if (words.pieces.front().text.empty()) words.pieces.erase(words.pieces.begin());
}

std::optional<SharedHead> sharedHead(std::string_view line) {
  constexpr std::string_view kOpen = "（";
  constexpr std::string_view kClose = "）";
  line = trimmed(line);
  if (!line.starts_with(kOpen) || !line.ends_with(kClose)) return std::nullopt;
  line = line.substr(kOpen.size(), line.size() - kOpen.size() - kClose.size());
  for (const ItemSet::Kind kind : {ItemSet::Kind::kSharedStem, ItemSet::Kind::kSharedOptions}) {
    if (!line.ends_with(kindWord(kind))) continue;
    SharedHead head{kind, 0, 0};
    for (std::size_t at = 0; at < line.size();) {
      if (line[at] < '0' || line[at] > '9') {
        ++at;
        continue;
      }
      const std::size_t end = std::min(line.find_first_not_of("0123456789", at), line.size());
      constexpr std::size_t kMostDigits = 5;
      if (end - at > kMostDigits) return std::nullopt;
      head.last = std::atoi(std::string(line.substr(at, end - at)).c_str());
      if (head.first == 0) head.first = head.last;
      at = end;
    }
    return head;
  }
  return std::nullopt;
}

ItemSet ItemReader::set(Level level, ItemSet::Kind kind) const {
  ItemSet set(id().value_or(Id::random()), level, kind);
  set.stem = richText(stem_);
  for (const Blocks& option : options_) set.options.push_back(richText(option));
  set.source = {field(tags::kFile), field(tags::kPlace), {}};
  return set;
}

ItemReader::Blocks& ItemReader::open() {
  switch (part_) {
    case Where::kStem:
      break;
    case Where::kOptions:
      return options_.back();
    case Where::kAnswer:
      return answer_;
    case Where::kRationale:
      return rationale_;
    case Where::kReference:
      return reference_;
    case Where::kScoring:
      return scoring_.back().words;
  }
  return stem_;
}

void ItemReader::add(Role role, Paragraph words) {
  if (role == Role::kOption) return addOptions(std::move(words));
  if (role == Role::kAnswer) return addAnswer(std::move(words));
  open().emplace_back(std::move(words));
}

void ItemReader::add(TextTable table) {
  open().emplace_back(std::move(table));
}

bool ItemReader::addTag(std::string_view line) {
  auto fields = tagFields(line);
  if (!fields) return false;
  tag_ = std::move(fields);
  return true;
}

void ItemReader::addOptions(Paragraph words) {
  const std::size_t label = letterLength(firstWords(words));
  if (label == 0) return add(Role::kMore, std::move(words));
  dropFirst(words, label);
  part_ = Where::kOptions;
  Paragraph option;
  options_.emplace_back();
  for (Inline& piece : words.pieces) {
    std::string_view rest = piece.text;
    if (piece.kind == Inline::Kind::kText) {
      while (const auto next = nextOption(rest, static_cast<char>('A' + options_.size()))) {
        written::append(option.pieces, piece.kind, rest.substr(0, next->from));
        options_.back().emplace_back(std::exchange(option, {}));
        options_.emplace_back();
        rest.remove_prefix(next->label + next->length);
      }
      written::append(option.pieces, piece.kind, rest);
    } else {
      option.pieces.push_back(std::move(piece));
    }
  }
  options_.back().emplace_back(std::move(option));
}

void ItemReader::addAnswer(Paragraph words) {
  const auto found = labelOf(firstWords(words));
  if (!found) return add(Role::kMore, std::move(words));
  dropFirst(words, found->length);
  switch (found->label) {
    case Label::kAnswer:
      part_ = Where::kAnswer;
      break;
    case Label::kRationale:
      part_ = Where::kRationale;
      break;
    case Label::kReference:
      part_ = Where::kReference;
      break;
    case Label::kScoring:
      part_ = Where::kScoring;
      scoring_.push_back({found->marks, {}});
      break;
  }
  open().emplace_back(std::move(words));
}

std::string ItemReader::field(std::string_view name) const {
  if (!tag_) return {};
  const auto found = tag_->find(name);
  return found == tag_->end() ? std::string() : found->second;
}

std::optional<Id> ItemReader::setId() const {
  const std::string words = field(tags::kSet);
  return Id::parse(words.substr(0, words.find(' ')));
}

bool ItemReader::sharesOptions() const {
  return options_.empty() && (!setId() || field(tags::kSet).ends_with(kSharesOptions));
}

std::optional<Id> ItemReader::id() const {
  const std::string words = field(tags::kId);
  return Id::parse(words.substr(0, words.find('/')));
}

std::string ItemReader::print() const {
  const std::string words = field(tags::kId);
  const std::size_t slash = words.find('/');
  return slash == std::string::npos ? std::string() : words.substr(slash + 1);
}

TheoryItem ItemReader::item(Level level, ItemType type, const written::Names& names,
                            written::Doubts& doubts) const {
  TheoryItem item(id().value_or(Id::random()), level, type);
  item.stem = richText(stem_);
  for (const Blocks& option : options_) item.options.push_back(richText(option));
  key(item, doubts);
  for (const Scoring& point : scoring_) item.scoring.push_back({point.marks, plainText(point.words), {}});
  item.rationale = richText(rationale_);
  item.reference = plainText(reference_);
  fields(item, names, doubts);
  return item;
}

void ItemReader::key(TheoryItem& item, written::Doubts& doubts) const {
  if (!isObjective(item.type) && item.type != ItemType::kFillIn) {
    RichText answer = richText(answer_);
    if (!answer.blocks().empty()) item.key = ReferenceKey{std::move(answer)};
    return;
  }
  const std::string words = plainText(answer_);
  if (words.empty()) return;
  auto key = written::keyOf(words, item.type);
  if (!key) key = keyFromWords(words, item);
  if (!key) {
    doubts.add("key", say("答案“{words}”与题型不符，没有采用。", "words"_a = words));
    return;
  }
  item.key = std::move(*key);
  const auto* choice = std::get_if<ChoiceKey>(&item.key);
  if (choice != nullptr && choice->options.back() >= static_cast<int>(item.options.size()))
    doubts.add(say("答案“{words}”指到了没有的选项。", "words"_a = words));
}

void ItemReader::fields(TheoryItem& item, const written::Names& names, written::Doubts& doubts) const {
  const auto strange = [&](std::string_view name, const char* member) {
    doubts.add(member,
               say("{column}“{words}”不认得，没有采用。", "column"_a = name, "words"_a = field(name)));
  };
  item.code = field(tags::kCode);
  item.source = {field(tags::kFile), field(tags::kPlace), {}};
  item.difficulty = written::scaleOf(field(tags::kDifficulty));
  if (!item.difficulty && !field(tags::kDifficulty).empty()) strange(tags::kDifficulty, "difficulty");
  item.consistency = written::scaleOf(field(tags::kConsistency));
  if (!item.consistency && !field(tags::kConsistency).empty()) strange(tags::kConsistency, "consistency");
  item.marks = Marks::parse(field(tags::kMarks));
  if (!item.marks && !field(tags::kMarks).empty()) strange(tags::kMarks, "marks");
  if (const auto status = written::statusOf(field(tags::kStatus))) {
    item.status = *status;
  } else if (!field(tags::kStatus).empty()) {
    strange(tags::kStatus, "status");
  }
  if (const std::string point = field(tags::kPoint); !point.empty()) {
    item.point = names.pointOf(item.level, point);
    if (!item.point) doubts.add("point", say("细目表里没有考评点“{point}”，没有采用。", "point"_a = point));
  }
  if (const std::string author = field(tags::kAuthor); !author.empty()) {
    item.author = names.authorOf(author);
    if (!item.author)
      doubts.add("author", say("人员里没有唯一的“{name}”，命题人没有采用。", "name"_a = author));
  }
}

}  // namespace tiku::formats::itemdoc
