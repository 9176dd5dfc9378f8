#include "formats/exchange/sheets/answers.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/json/read_json.h"
#include "formats/exchange/sheets/head_words.h"

namespace tiku::formats::sheets {
namespace {

bool isLetter(char c) {
  return c >= 'A' && c < 'A' + kMostOptions;
}

// A label at the front of the text: "(A)", "A.", "A、", "A:", "A ", in plain form. Its size with the letter's
// index, or size 0.
struct Label {
  int option = 0;
  std::size_t size = 0;
  bool bare = false;  // Only a blank after the letter: "A 甲", which may be words as well ("A 级").
  bool bracketed = false;
};

Label labelAt(std::string_view text) {
  // Nearly every place is none; this is asked at each of a stem.
  if (text.empty()) return {};
  const auto first = static_cast<unsigned char>(text.front());
  const bool letter = (first | 0x20U) >= 'a' && (first | 0x20U) < 'a' + kMostOptions;
  if (!letter && first != '(' && first != '[' && first != 0xEF) return {};
  std::size_t at = 0;
  std::string_view close;
  for (const auto& [open, end] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}, {"[", "]"}}) {
    if (!text.starts_with(open)) continue;
    at = open.size();
    close = end;
  }
  while (!close.empty() && text.substr(at).starts_with(' ')) ++at;
  // The letter itself, half or full width (U+FF21 is EF BC A1).
  int option = -1;
  const std::string_view rest = text.substr(at);
  if (!rest.empty() && isLetter(static_cast<char>(rest[0] & ~0x20)) && (rest[0] & 0x40) != 0) {
    option = (rest[0] & ~0x20) - 'A';
    at += 1;
  } else if (rest.starts_with("\xEF\xBC") && rest.size() > 2) {
    option = static_cast<unsigned char>(rest[2]) - 0xA1;
    at += 3;
  }
  if (option < 0 || option >= kMostOptions) return {};
  if (!close.empty()) {
    while (text.substr(at).starts_with(' ')) ++at;
    for (const std::string_view end : {")", "）", "]"}) {
      if (text.substr(at).starts_with(end)) return {option, at + end.size(), false, true};
    }
    return {};
  }
  for (const std::string_view mark : {"、", "．", "：", "，", ".", ":", ",", ")", "）"}) {
    if (text.substr(at).starts_with(mark)) return {option, at + mark.size(), false, false};
  }
  const std::string_view after = text.substr(at);
  for (const std::string_view space : {" ", "\t", "　"}) {
    if (after.starts_with(space)) return {option, at + space.size(), true, false};
  }
  return {};
}

std::optional<int> optionWithWords(const std::string& folded, const std::vector<RichText>& options) {
  std::optional<int> found;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (options[i].empty() || foldWords(options[i].str()) != folded) continue;
    if (found) return std::nullopt;  // Two options with the same words: the key does not tell which.
    found = static_cast<int>(i);
  }
  return found;
}

// "A 道德准则、B 道德情操": each letter followed by the words of its option.
std::vector<int> lettersWithWords(std::string_view text, const std::vector<RichText>& options) {
  std::vector<int> found;
  std::string_view rest = trimmed(text);
  while (!rest.empty()) {
    const Label label = labelAt(rest);
    if (label.size == 0 || static_cast<std::size_t>(label.option) >= options.size()) return {};
    const std::string words = options[static_cast<std::size_t>(label.option)].str();
    const std::string_view after = trimmed(rest.substr(label.size));
    const std::string_view own = trimmed(words);
    if (own.empty() || !after.starts_with(own)) {
      // The last one may differ in width or punctuation.
      if (foldWords(after) != foldWords(own)) return {};
      found.push_back(label.option);
      return found;
    }
    found.push_back(label.option);
    rest = after.substr(own.size());
    while (!rest.empty()) {
      const std::string_view before = rest;
      rest = trimmed(rest);
      for (const std::string_view mark : {"、", "，", "；", "。", ",", ";", "|"}) {
        if (rest.starts_with(mark)) rest.remove_prefix(mark.size());
      }
      if (rest.size() == before.size()) break;
    }
  }
  return found;
}

ChoiceAnswer inRange(std::vector<int> letters, const std::vector<RichText>& options, std::string_view text) {
  for (const int letter : letters) {
    const auto index = static_cast<std::size_t>(letter);
    if (index < options.size() && !options[index].empty()) continue;
    return {{},
            say("答案“{key}”中的 {letter} 没有对应的选项。", "key"_a = std::string(text),
                "letter"_a = lettersOf({letter}))};
  }
  return {std::move(letters), {}};
}

}  // namespace

std::optional<bool> judgementOf(std::string_view text, JudgementCode code) {
  if (const auto right = formats::judgementOf(plainText(text), code)) return right;
  // Signs of other alphabets and widths: the Roman ten for a cross.
  constexpr std::size_t kLongest = 12;
  const std::string widths = text.size() > kLongest ? std::string() : foldWidths(text);
  return widths.empty() || widths == text ? std::nullopt : formats::judgementOf(plainText(widths), code);
}

std::optional<std::vector<int>> optionLetters(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() > kLongest) return std::nullopt;
  if (auto letters = formats::optionLetters(plainText(text))) return letters;
  // "A和B"; alone they are words.
  std::string parted(text);
  bool any = false;
  for (const std::string_view mark : {"和", "与", "及"}) {
    for (std::size_t at = parted.find(mark); at != std::string::npos; at = parted.find(mark)) {
      parted.replace(at, mark.size(), ",");
      any = true;
    }
  }
  return any ? formats::optionLetters(plainText(parted)) : std::nullopt;
}

ChoiceAnswer choiceAnswer(std::string_view text, const std::vector<RichText>& options) {
  text = trimmed(text);
  if (auto letters = optionLetters(text)) return inRange(std::move(*letters), options, text);
  if (std::vector<int> letters = lettersWithWords(text, options); !letters.empty()) {
    std::ranges::sort(letters);
    const bool twice = std::ranges::adjacent_find(letters) != letters.end();
    if (!twice) return {std::move(letters), {}};
  }
  if (const auto option = optionWithWords(foldWords(text), options)) return {{*option}, {}};
  // A letter followed by other words than the option's: the author changed one and not the other.
  if (const Label label = labelAt(text); label.size > 0 && label.size < text.size()) {
    return {{},
            say("答案“{key}”的文字与选项 {letter} 不一致。", "key"_a = std::string(text),
                "letter"_a = lettersOf({label.option}))};
  }
  return {{}, say("答案“{key}”既不是选项字母，也不是某个选项的文字。", "key"_a = std::string(text))};
}

std::vector<OptionBytes> optionSpansOf(std::string_view text, bool some) {
  const std::size_t first = text.size() - trimmedStart(text).size();
  const Label begin = labelAt(text.substr(first));
  if (begin.size == 0 || (!some && begin.option != 0)) return {};
  std::vector<OptionBytes> spans;
  for (std::size_t at = first; at < text.size(); ++at) {
    const int next = spans.empty() ? begin.option : spans.back().option + 1;
    const Label label = labelAt(text.substr(at));
    if (label.size == 0 || label.option != next || label.bracketed != begin.bracketed) continue;
    // "NBA.com" has no label: before a bare letter there is no Latin letter or digit.
    const unsigned char before = at == 0 ? ' ' : static_cast<unsigned char>(text[at - 1]);
    if (!label.bracketed && before < 0x80 && std::isalpha(before) != 0) continue;
    if (!spans.empty()) spans.back().to = at;
    spans.push_back({label.option, at + label.size, text.size()});
    at += label.size - 1;
  }
  if (spans.size() == 1 && (!some || begin.bare)) return {};
  // What parts them is no part of their words.
  for (std::size_t i = 0; i + 1 < spans.size(); ++i) {
    OptionBytes& span = spans[i];
    for (;;) {
      const std::string_view words = trimmedEnd(text.substr(span.from, span.to - span.from));
      const std::string_view wide = "；";
      span.to = span.from + words.size();
      if (words.ends_with(wide)) {
        span.to -= wide.size();
      } else if (words.ends_with(';') || words.ends_with('|')) {
        --span.to;
      } else {
        break;
      }
    }
  }
  return spans;
}

std::size_t optionsWithin(std::string_view text) {
  constexpr int kMostTries = 32;  // Each looks at the whole text.
  int tries = 0;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const Label label = labelAt(text.substr(at));
    if (label.size == 0 || label.option != 0) continue;
    // A label stands on a new line, behind a blank or a closing mark; "维生素A、B" has none.
    const std::string_view before = text.substr(0, at);
    const bool apart =
        label.bracketed ||
        std::ranges::any_of(
            std::array<std::string_view, 11>{"\n", " ", "\t", "　", ")", "）", "。", "？", "?", "：", "_"},
            [before](std::string_view mark) { return before.ends_with(mark); });
    if (!apart) continue;
    if (optionSpansOf(text.substr(at), false).size() >= 2) return at;
    if (++tries == kMostTries) break;
  }
  return text.size();
}

SheetCell sliceOf(const SheetCell& cell, std::size_t from, std::size_t to) {
  const std::string_view all = cell.text;
  const std::string_view words = trimmed(all.substr(from, to - from));
  from = static_cast<std::size_t>(words.data() - all.data());
  to = from + words.size();
  SheetCell slice;
  slice.text = std::string(words);
  std::size_t at = 0;
  for (const Inline& piece : cell.pieces) {
    const std::size_t begin = std::max(at, from);
    const std::size_t end = std::min(at + piece.text.size(), to);
    if (begin < end) slice.pieces.push_back({piece.kind, piece.text.substr(begin - at, end - begin), {}});
    at += piece.text.size();
  }
  const bool plain = std::ranges::all_of(
      slice.pieces, [](const Inline& piece) { return piece.kind == Inline::Kind::kText; });
  if (plain) slice.pieces.clear();
  return slice;
}

std::vector<SheetCell> splitOptions(const SheetCell& cell) {
  const std::string& text = cell.text;
  std::vector<SheetCell> options;
  for (const OptionBytes& span : optionSpansOf(text, false)) {
    options.push_back(sliceOf(cell, span.from, span.to));
  }
  if (!options.empty()) return options;
  if (options = json::optionsInCell(text); !options.empty()) return options;
  constexpr std::array<std::string_view, 7> kMarks{"\n", "|", "$", "###", "；", ";", "\t"};
  for (const std::string_view mark : kMarks) {
    if (text.find(mark) == std::string::npos) continue;
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t to = std::min(text.find(mark, from), text.size());
      SheetCell option = sliceOf(cell, from, to);
      if (!option.text.empty()) options.push_back(std::move(option));
      from = to + mark.size();
    }
    return options;
  }
  return options;
}

void dropOwnLabels(std::vector<RichText>& options) {
  const auto firstWords = [](const RichText& option) -> const std::string* {
    if (option.blocks().empty()) return nullptr;
    const auto* paragraph = std::get_if<Paragraph>(&option.blocks().front());
    if (paragraph == nullptr || paragraph->pieces.empty()) return nullptr;
    const Inline& piece = paragraph->pieces.front();
    return piece.kind == Inline::Kind::kText ? &piece.text : nullptr;
  };
  std::vector<std::size_t> sizes(options.size());
  int labelled = 0;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (options[i].empty()) continue;
    const std::string* words = firstWords(options[i]);
    if (words == nullptr) return;
    const Label label = labelAt(*words);
    if (label.size == 0 || label.bare || static_cast<std::size_t>(label.option) != i) return;
    sizes[i] = label.size;
    ++labelled;
  }
  if (labelled < 2) return;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (sizes[i] == 0) continue;
    std::vector<RichText::Block> blocks = options[i].blocks();
    auto& pieces = std::get<Paragraph>(blocks.front()).pieces;
    pieces.front().text = std::string(trimmed(pieces.front().text.substr(sizes[i])));
    if (pieces.front().text.empty()) pieces.erase(pieces.begin());
    options[i] = RichText(std::move(blocks));
  }
}

std::vector<LetterWithWords> lettersAndWords(std::string_view text) {
  std::vector<LetterWithWords> found;
  text = trimmed(text);
  Label label = labelAt(text);
  while (label.size > 0) {
    if (!found.empty() && label.option <= found.back().option) return {};
    text.remove_prefix(label.size);
    // The next label stands behind a mark that parts.
    std::size_t end = text.size();
    Label next;
    for (std::size_t at = 0; at < text.size() && next.size == 0; ++at) {
      for (const std::string_view mark : {"、", "，", "；", "。", ",", ";", "|", "\n"}) {
        if (!text.substr(at).starts_with(mark)) continue;
        const std::string_view behind = trimmedStart(text.substr(at + mark.size()));
        const Label label2 = labelAt(behind);
        if (label2.size == 0 || label2.option <= label.option) continue;
        next = label2;
        end = at;
        found.push_back({label.option, std::string(trimmed(text.substr(0, end)))});
        text = behind;
        break;
      }
    }
    if (next.size == 0) found.push_back({label.option, std::string(trimmed(text))});
    label = next;
  }
  return std::ranges::any_of(found, [](const LetterWithWords& one) { return one.words.empty(); })
             ? std::vector<LetterWithWords>()
             : found;
}

std::vector<int> optionsByPlace(std::string_view text, int base, int options) {
  std::vector<int> found;
  std::vector<std::string> numbers(1);
  for (const char c : trimmed(text)) {
    if (c >= '0' && c <= '9') {
      numbers.back() += c;
    } else if (std::string_view(",; |/").find(c) != std::string_view::npos) {
      numbers.emplace_back();
    } else {
      return {};
    }
  }
  std::erase(numbers, std::string());
  // "134" in one run names three of them.
  if (numbers.size() == 1 && numbers[0].size() > 1 && numbers[0] != "10") {
    const std::string run = numbers[0];
    numbers.clear();
    for (const char c : run) numbers.emplace_back(1, c);
  }
  for (const std::string& number : numbers) {
    const int place = number.size() > 2 ? -1 : std::stoi(number) - base;
    if (place < 0 || place >= options) return {};
    found.push_back(place);
  }
  std::ranges::sort(found);
  const bool twice = std::ranges::adjacent_find(found) != found.end();
  return twice ? std::vector<int>() : found;
}

std::optional<KeyInWords> keyInWords(std::string_view text) {
  const auto label = labelledWords(text);
  if (!label || label->field != Field::kKey) return std::nullopt;
  const std::string_view rest = label->rest;
  // The key ends where it is one no longer: at a mark, a line, or what explains it.
  std::size_t end = rest.size();
  for (const std::string_view mark : {"\n", "\r", "。", "；", ";", "解析", "【", " ", "　"})
    end = std::min(end, rest.find(mark));
  const std::string_view key = trimmed(rest.substr(0, end));
  if (!optionLetters(key) && !judgementOf(key, JudgementCode::kUsual)) return std::nullopt;
  std::string_view behind = rest.substr(end);
  for (bool found = true; found;) {
    found = false;
    behind = trimmedStart(behind);
    for (const std::string_view mark : {"。", "；", ";", "，", ",", "\r", "\n"}) {
      if (!behind.starts_with(mark)) continue;
      behind.remove_prefix(mark.size());
      found = true;
    }
  }
  if (const auto next = labelledWords(behind); next && next->field == Field::kRationale) behind = next->rest;
  return KeyInWords{std::string(key), text.size() - behind.size()};
}

std::string lettersOf(const std::vector<int>& options) {
  std::string letters;
  for (const int option : options) letters += static_cast<char>('A' + option);
  return letters;
}

}  // namespace tiku::formats::sheets
