#include "formats/exchange/sheets/answers.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/plain_text.h"

namespace tiku::formats::sheets {
namespace {

constexpr int kMostOptions = 8;

bool isLetter(char c) {
  return c >= 'A' && c < 'A' + kMostOptions;
}

// A label at the front of the text: "(A)", "A.", "A、", "A:", "A ", in plain form. Its size with the letter's
// index, or size 0.
struct Label {
  int option = 0;
  std::size_t size = 0;
  bool bare = false;  // Only a blank after the letter: "A 甲", which may be words as well ("A 级").
};

Label labelAt(std::string_view text) {
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
      if (text.substr(at).starts_with(end)) return {option, at + end.size(), false};
    }
    return {};
  }
  for (const std::string_view mark : {"、", "．", "：", "，", ".", ":", ",", ")", "）"}) {
    if (text.substr(at).starts_with(mark)) return {option, at + mark.size(), false};
  }
  const std::string_view after = text.substr(at);
  for (const std::string_view space : {" ", "\t", "　"}) {
    if (after.starts_with(space)) return {option, at + space.size(), true};
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
  return formats::judgementOf(plainText(text), code);
}

std::optional<std::vector<int>> optionLetters(std::string_view text) {
  return formats::optionLetters(plainText(text));
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

std::vector<std::string> splitOptions(std::string_view text) {
  text = trimmed(text);
  std::vector<std::size_t> begins;
  std::vector<std::size_t> ends;
  int next = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const Label label = labelAt(text.substr(at));
    if (label.size == 0 || label.option != next) continue;
    // "NBA.com" has no label: before a bare letter there is no Latin letter or digit.
    const unsigned char before = at == 0 ? ' ' : static_cast<unsigned char>(text[at - 1]);
    const bool bracketed = text[at] == '(' || text[at] == '[' || static_cast<unsigned char>(text[at]) == 0xEF;
    if (!bracketed && before < 0x80 && std::isalpha(before) != 0) continue;
    begins.push_back(at);
    ends.push_back(at + label.size);
    ++next;
    at += label.size - 1;
  }
  std::vector<std::string> options;
  if (begins.size() >= 2 && begins.front() == 0) {
    for (std::size_t i = 0; i < begins.size(); ++i) {
      const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
      std::string_view words = trimmed(text.substr(ends[i], end - ends[i]));
      while (i + 1 < begins.size() &&
             (words.ends_with("；") || words.ends_with(";") || words.ends_with("|"))) {
        words.remove_suffix(words.ends_with("；") ? 3 : 1);
      }
      options.emplace_back(words);
    }
    return options;
  }
  for (const char mark : {'\n', '|', '$'}) {
    if (text.find(mark) == std::string_view::npos) continue;
    for (std::string_view rest = text;;) {
      const std::size_t end = rest.find(mark);
      options.emplace_back(trimmed(rest.substr(0, end)));
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
    return options;
  }
  return {};
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

std::string lettersOf(const std::vector<int>& options) {
  std::string letters;
  for (const int option : options) letters += static_cast<char>('A' + option);
  return letters;
}

}  // namespace tiku::formats::sheets
