#include "formats/exchange/items/key_words.h"

#include <algorithm>
#include <array>

#include "formats/base/fold.h"
#include "formats/exchange/item_words.h"
#include "formats/exchange/items/plain_text.h"

namespace tiku::formats {
namespace {

std::u32string upper(std::u32string_view text) {
  std::u32string result(text);
  for (char32_t& c : result) {
    if (c >= 'a' && c <= 'z') c = c - 'a' + 'A';
  }
  return result;
}

bool isSeparator(char32_t c) {
  return isBlankChar(c) || c == ',' || c == U'、' || c == ';' || c == '|' || c == '/' || c == '+' ||
         c == '.' || c == U'。' || c == U'·' || c == '&';
}

/// Without brackets around and a full stop behind: "（×）", "[C]", "对。".
std::u32string_view bare(std::u32string_view text) {
  constexpr std::array<std::pair<char32_t, char32_t>, 5> kBrackets{
      {{'(', ')'}, {'[', ']'}, {U'【', U'】'}, {U'“', U'”'}, {'"', '"'}}};
  text = trimmed(text);
  while (!text.empty() && (text.back() == U'。' || text.back() == '.' || text.back() == ';')) {
    text.remove_suffix(1);
    text = trimmed(text);
  }
  for (const auto& [open, close] : kBrackets) {
    if (text.size() > 1 && text.front() == open && text.back() == close) {
      return bare(text.substr(1, text.size() - 2));
    }
  }
  return text;
}

/// The position of the option that these words are, if just one is.
std::optional<int> optionByWords(std::u32string_view words, const TheoryItem& item) {
  const std::string folded = foldWords(utf8(words));
  std::optional<int> found;
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    if (folded.empty() || foldText(item.options[i]) != folded) continue;
    if (found) return std::nullopt;
    found = static_cast<int>(i);
  }
  return found;
}

/// "B 警示标志", "A.血压控制不佳": a letter, then the words of that very option.
std::optional<int> letterWithWords(std::u32string_view words, const TheoryItem& item) {
  if (words.size() < 2) return std::nullopt;
  const int letter = static_cast<int>(upper(words.substr(0, 1))[0]) - 'A';
  if (letter < 0 || letter >= static_cast<int>(item.options.size())) return std::nullopt;
  std::u32string_view rest = words.substr(1);
  while (!rest.empty() && (isSeparator(rest.front()) || rest.front() == ')' || rest.front() == ':')) {
    rest.remove_prefix(1);
  }
  if (optionByWords(rest, item) == letter) return letter;
  // A page may say H2O where the option has H₂O.
  const std::string folded = foldWords(utf8(rest));
  const bool same =
      !folded.empty() && folded == foldWords(item.options[static_cast<std::size_t>(letter)].str());
  return same ? std::optional(letter) : std::nullopt;
}

/// "A:分类;C:降维;", "A 甲、B 乙": several letters, each with the words of its option.
std::optional<std::vector<int>> lettersWithWords(std::u32string_view words, const TheoryItem& item) {
  const auto begins = [&](std::size_t at) {
    const bool apart = at == 0 || isSeparator(words[at - 1]);
    return apart && at + 1 < words.size() && isLetterLabel(words[at]) &&
           (isSeparator(words[at + 1]) || words[at + 1] == ':');
  };
  std::vector<int> letters;
  for (std::size_t from = 0; from < words.size();) {
    if (!begins(from)) return std::nullopt;
    std::size_t to = from + 1;
    while (to < words.size() && !begins(to)) ++to;
    std::u32string_view part = words.substr(from, to - from);
    while (!part.empty() && isSeparator(part.back())) part.remove_suffix(1);
    const auto letter = letterWithWords(part, item);
    if (!letter) return std::nullopt;
    letters.push_back(*letter);
    from = to;
  }
  std::ranges::sort(letters);
  letters.erase(std::ranges::unique(letters).begin(), letters.end());
  return letters.size() > 1 ? std::optional(letters) : std::nullopt;
}

std::optional<std::vector<int>> choiceOf(std::u32string_view words, const TheoryItem& item) {
  if (auto letters = optionLetters(words)) return letters;
  if (const auto one = letterWithWords(trimmed(bare(words)), item)) return std::vector{*one};
  if (const auto one = optionByWords(words, item)) return std::vector{*one};
  return lettersWithWords(words, item);
}

std::optional<Key> choiceKey(std::u32string_view words, const TheoryItem& item) {
  const auto letters = choiceOf(words, item);
  if (!letters || letters->back() >= static_cast<int>(item.options.size())) return std::nullopt;
  if (item.type == ItemType::kSingleChoice && letters->size() != 1) return std::nullopt;
  return ChoiceKey{*letters};
}

/// `words` as they stand in the source, one accepted answer for each blank.
std::optional<Key> fillInKey(std::string_view words, int blanks) {
  const std::u32string wide = wideText(words);
  const std::u32string plain = plainText(words);
  FillInKey key;
  const auto add = [&](std::size_t from, std::size_t to) {
    while (from < to && isBlankChar(plain[from])) ++from;
    while (from < to && isBlankChar(plain[to - 1])) --to;
    if (from < to) key.blanks.push_back({utf8(std::u32string_view(wide).substr(from, to - from))});
  };
  if (blanks <= 1) {
    add(0, plain.size());
    return key;
  }
  // The separator that gives words for each blank; what stands first is the least likely inside an answer.
  for (const std::u32string_view separators : {U"|\n", U";", U"、", U",", U"\t", U" "}) {
    key.blanks.clear();
    std::size_t from = 0;
    while (from <= plain.size()) {
      const std::size_t to = std::min(plain.find_first_of(separators, from), plain.size());
      add(from, to);
      from = to + 1;
    }
    if (static_cast<int>(key.blanks.size()) == blanks) return key;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<int>> optionLetters(std::u32string_view plain) {
  std::vector<int> letters;
  for (const char32_t c : upper(bare(plain))) {
    if (isSeparator(c)) continue;
    if (!isLetterLabel(c)) return std::nullopt;
    letters.push_back(static_cast<int>(c) - 'A');
  }
  std::ranges::sort(letters);
  letters.erase(std::ranges::unique(letters).begin(), letters.end());
  return letters.empty() ? std::nullopt : std::optional(letters);
}

std::optional<bool> judgementOf(std::u32string_view plain, JudgementCode code) {
  constexpr std::array<std::u32string_view, 13> kRight{U"√", U"✓",    U"✔", U"☑",   U"对", U"正确", U"是",
                                                       U"T", U"TRUE", U"Y", U"YES", U"A",  U"R"};
  constexpr std::array<std::u32string_view, 17> kWrong{U"×", U"✗",     U"✘",  U"✕",    U"╳",      U"☒",
                                                       U"X", U"╳",     U"错", U"错误", U"不正确", U"否",
                                                       U"F", U"FALSE", U"N",  U"NO",   U"B"};
  const std::u32string words = upper(bare(plain));
  if (std::ranges::find(kRight, words) != kRight.end()) return true;
  if (std::ranges::find(kWrong, words) != kWrong.end()) return false;
  if (words == U"1") return code == JudgementCode::kUsual;
  if (words == U"0") return code == JudgementCode::kZeroRight;
  if (words == U"2" && code == JudgementCode::kUsual) return false;
  return std::nullopt;
}

std::optional<Key> keyFromWords(std::string_view words, const TheoryItem& item, JudgementCode code) {
  const std::u32string plain = plainText(words);
  const std::u32string_view solid = trimmed(plain);
  if (solid.empty()) return std::nullopt;
  switch (item.type) {
    case ItemType::kSingleChoice:
    case ItemType::kMultipleChoice:
      return choiceKey(solid, item);
    case ItemType::kTrueFalse:
      if (const auto right = judgementOf(solid, code)) return JudgementKey{*right};
      return std::nullopt;
    case ItemType::kFillIn:
      return fillInKey(words, item.stem.blankCount());
    default:
      return ReferenceKey{RichText::plain(words)};
  }
}

}  // namespace tiku::formats
