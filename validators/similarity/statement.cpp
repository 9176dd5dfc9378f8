#include "validators/similarity/statement.h"

#include <algorithm>
#include <numeric>

#include <unicode/uchar.h>

#include "formats/base/fold.h"
#include "validators/similarity/folding.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// Takes units and forgets where they came from.
struct TextOnly {
  std::u16string& text;

  void put(char16_t unit, std::size_t /*at*/, std::size_t /*length*/) { text.push_back(unit); }
};

/// Takes units with their origins.
struct WithOrigins {
  Statement& statement;
  int field;

  void put(char16_t unit, std::size_t at, std::size_t length) {
    statement.text.push_back(unit);
    statement.origins.push_back({field, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(length)});
  }
};

bool startsWith(std::string_view text, std::size_t at, std::string_view what) {
  return text.compare(at, what.size(), what) == 0;
}

/// Bytes of a place left for the answer that begins here: a bracket pair with nothing but spaces or
/// underscores inside, or two underscores and more. 0 when none does.
std::size_t blankAt(std::string_view text, std::size_t at) {
  static constexpr std::string_view kOpen = "（";
  static constexpr std::string_view kClose = "）";
  static constexpr std::string_view kWideSpace = "　";
  static constexpr std::string_view kHardSpace = "\u00A0";
  if (text[at] == '_') {
    const std::size_t end = std::min(text.find_first_not_of('_', at), text.size());
    return end - at >= 2 ? end - at : 0;
  }
  std::size_t end = at;
  if (text[at] == '(') {
    end += 1;
  } else if (startsWith(text, at, kOpen)) {
    end += kOpen.size();
  } else {
    return 0;
  }
  while (end < text.size()) {
    if (text[end] == ' ' || text[end] == '_' || text[end] == '\t') {
      end += 1;
    } else if (startsWith(text, end, kWideSpace)) {
      end += kWideSpace.size();
    } else if (startsWith(text, end, kHardSpace)) {
      end += kHardSpace.size();
    } else {
      break;
    }
  }
  if (end < text.size() && text[end] == ')') return end + 1 - at;
  return startsWith(text, end, kClose) ? end + kClose.size() - at : 0;
}

/// The folded form of a character when it becomes one unit, else the character.
char32_t plainForm(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  return c;
}

/// The next character that is not white space, in its plain form; 0 at the end.
char32_t nextSolid(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Decoded next = decodeAt(text, at);
    if (!u_isUWhiteSpace(static_cast<UChar32>(next.character))) return plainForm(next.character);
    at += next.length;
  }
  return 0;
}

/// Puts the folded words of a text into the sink; calls `blank(number, sink)` at each place left for an
/// answer.
template <typename Sink, typename Blank>
void fold(std::string_view text, Sink& sink, const Blank& blank) {
  int blanks = 0;
  char32_t before = 0;  // The last character that was not white space.
  std::size_t at = 0;
  const auto foldOther = [&](char32_t c, std::size_t length) {
    const FoldedCharacter folded = foldCharacter(c);
    if (folded.dependsOnNeighbours && !belongsToNumber(folded.units[0], before, nextSolid(text, at + length)))
      return;
    for (std::size_t unit = 0; unit < folded.count; ++unit) sink.put(folded.units[unit], at, length);
  };
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead >= 0xE4 && lead <= 0xE9 && text.size() - at >= 3) {
      const auto second = static_cast<unsigned char>(text[at + 1]);
      const auto third = static_cast<unsigned char>(text[at + 2]);
      const unsigned c = (lead & 0x0FU) << 12U | (second & 0x3FU) << 6U | (third & 0x3FU);
      if ((second & 0xC0U) == 0x80 && (third & 0xC0U) == 0x80 && c >= 0x4E00) {
        sink.put(static_cast<char16_t>(c), at, 3);
        before = c;
        at += 3;
        continue;
      }
    }
    if (lead == '(' || lead == '_' || lead == 0xEF) {
      if (const std::size_t length = blankAt(text, at); length > 0) {
        blank(blanks++);
        before = 0;
        at += length;
        continue;
      }
    }
    const Decoded next = lead < 0x80 ? Decoded{lead, 1} : decodeAt(text, at);
    if (next.character > 0xFFFF) {
      foldOther(next.character, next.length);
    } else {
      const char16_t unit = foldedUnit(static_cast<char16_t>(next.character));
      if (unit == kDepends || unit == kSeveral) {
        foldOther(next.character, next.length);
      } else if (unit != kDropped) {
        sink.put(unit, at, next.length);
      }
    }
    if (!u_isUWhiteSpace(static_cast<UChar32>(next.character))) before = plainForm(next.character);
    at += next.length;
  }
}

constexpr auto kNoBlank = [](int) {};

/// The options that take part: the right ones, else all.
void optionsOf(const ItemWords& words, std::vector<int>& options) {
  options.clear();
  for (const int option : words.keyed) {
    if (option >= 0 && static_cast<std::size_t>(option) < words.options.size()) options.push_back(option);
  }
  if (options.empty() && words.truth.has_value() == false) {
    options.resize(words.options.size());
    std::iota(options.begin(), options.end(), 0);
  }
}

bool isKeyed(const ItemWords& words) {
  const auto inRange = [&words](int option) {
    return option >= 0 && static_cast<std::size_t>(option) < words.options.size();
  };
  return words.truth.has_value() || !words.answers.empty() || std::ranges::any_of(words.keyed, inRange);
}

// A piece of a statement is its units alone or a Statement with origins; these three are all that differs.
TextOnly sinkFor(std::u16string& piece, int /*field*/) {
  return {piece};
}
WithOrigins sinkFor(Statement& piece, int field) {
  return {piece, field};
}
void appendPiece(std::u16string& to, const std::u16string& piece) {
  to += piece;
}
void appendPiece(Statement& to, const Statement& piece) {
  to.text += piece.text;
  to.origins.insert(to.origins.end(), piece.origins.begin(), piece.origins.end());
}
const std::u16string& textOf(const std::u16string& piece) {
  return piece;
}
const std::u16string& textOf(const Statement& piece) {
  return piece.text;
}
void emptyPiece(std::u16string& piece) {
  piece.clear();
}
void emptyPiece(Statement& piece) {
  piece = {};
}

template <typename Piece>
void appendField(Piece& to, std::string_view text, int field) {
  auto sink = sinkFor(to, field);
  fold(text, sink, kNoBlank);
}

/// Puts the options behind the statement in the order of their words. `parts` is scratch space.
template <typename Piece>
void appendOptions(Piece& to, const ItemWords& words, const std::vector<int>& options,
                   std::vector<Piece>& parts) {
  if (options.size() == 1) {
    appendField(to, words.options[static_cast<std::size_t>(options.front())], options.front());
    return;
  }
  if (parts.size() < options.size()) parts.resize(options.size());
  for (std::size_t part = 0; part < options.size(); ++part) {
    emptyPiece(parts[part]);
    appendField(parts[part], words.options[static_cast<std::size_t>(options[part])], options[part]);
  }
  const auto end = parts.begin() + static_cast<std::ptrdiff_t>(options.size());
  std::sort(parts.begin(), end, [](const Piece& a, const Piece& b) { return textOf(a) < textOf(b); });
  for (auto part = parts.begin(); part != end; ++part) appendPiece(to, *part);
}

template <typename Piece>
void assemble(Piece& to, const ItemWords& words, std::vector<int>& options, std::vector<Piece>& parts) {
  optionsOf(words, options);
  int blanks = 0;
  auto sink = sinkFor(to, Statement::Origin::kStem);
  fold(words.stem, sink, [&](int blank) {
    blanks = blank + 1;
    if (blank == 0) appendOptions(to, words, options, parts);
    if (static_cast<std::size_t>(blank) < words.answers.size())
      appendField(to, words.answers[static_cast<std::size_t>(blank)], Statement::Origin::kAnswer);
  });
  if (blanks == 0) appendOptions(to, words, options, parts);
  for (auto answer = static_cast<std::size_t>(blanks); answer < words.answers.size(); ++answer)
    appendField(to, words.answers[answer], Statement::Origin::kAnswer);
}

}  // namespace

void ItemWords::clear() {
  stem = {};
  options.clear();
  keyed.clear();
  truth.reset();
  answers.clear();
  pictures.clear();
}

KeptWords::KeptWords(const TheoryItem& item) {
  const auto* filled = std::get_if<FillInKey>(&item.key);
  std::vector<std::string> images = item.stem.images();
  texts_.push_back(item.stem.str());
  for (const RichText& option : item.options) {
    texts_.push_back(option.str());
    const std::vector<std::string> more = option.images();
    images.insert(images.end(), more.begin(), more.end());
  }
  if (filled != nullptr) {
    for (const auto& accepted : filled->blanks)
      texts_.push_back(accepted.empty() ? std::string() : accepted.front());
  }
  const std::size_t firstImage = texts_.size();
  texts_.insert(texts_.end(), images.begin(), images.end());

  words_.type = item.type;
  words_.stem = texts_.front();
  const auto view = texts_.begin() + 1;
  const auto optionsEnd = view + static_cast<std::ptrdiff_t>(item.options.size());
  words_.options.assign(view, optionsEnd);
  words_.answers.assign(optionsEnd, texts_.begin() + static_cast<std::ptrdiff_t>(firstImage));
  words_.pictures.assign(texts_.begin() + static_cast<std::ptrdiff_t>(firstImage), texts_.end());
  if (const auto* choice = std::get_if<ChoiceKey>(&item.key)) words_.keyed = choice->options;
  if (const auto* judgement = std::get_if<JudgementKey>(&item.key)) words_.truth = judgement->correct;
}

KeptWords::KeptWords(const SkillItem& item) {
  texts_ = item.task.images();
  texts_.push_back(item.task.str());
  words_.type = ItemType::kShortAnswer;
  words_.stem = texts_.back();
  words_.pictures.assign(texts_.begin(), texts_.end() - 1);
}

void StatementWriter::append(const ItemWords& words, std::u16string& text) {
  assemble(text, words, options_, parts_);
}

Statement statementOf(const ItemWords& words) {
  Statement statement;
  std::vector<int> options;
  std::vector<Statement> parts;
  assemble(statement, words, options, parts);
  statement.keyed = isKeyed(words);
  statement.claimed = words.truth.value_or(true);
  return statement;
}

Statement foldedText(std::string_view text) {
  Statement folded;
  appendField(folded, text, Statement::Origin::kStem);
  return folded;
}

std::u16string foldedUnits(std::string_view text) {
  std::u16string units;
  units.reserve(text.size() / 3 + 1);
  appendField(units, text, Statement::Origin::kStem);
  return units;
}

}  // namespace tiku::validators
