// Lines and parts of lines that are known by a word: tags, page numbers, instructions, marks, levels.
#include <algorithm>
#include <array>
#include <set>

#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/line_kinds.h"
#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/items/type_words.h"

namespace tiku::formats {

std::optional<Marks> marksFrom(std::u32string_view plain, std::size_t at) {
  at = skipBlanks(plain, at);
  std::size_t end = at;
  while (end < plain.size() && (isDigit(plain[end]) || plain[end] == '.')) ++end;
  return end == at ? std::nullopt : Marks::parse(utf8(plain.substr(at, end - at)));
}

namespace {

struct TagWord {
  std::u32string_view words;
  Tag tag;
};

// A longer word stands before its own beginning.
constexpr std::array kTagWords{TagWord{U"我的答案", Tag::kIgnored},
                               TagWord{U"你的答案", Tag::kIgnored},
                               TagWord{U"您的答案", Tag::kIgnored},
                               TagWord{U"考生答案", Tag::kIgnored},
                               TagWord{U"学生答案", Tag::kIgnored},
                               TagWord{U"用户答案", Tag::kIgnored},
                               TagWord{U"作答", Tag::kIgnored},
                               TagWord{U"本题得分", Tag::kIgnored},
                               TagWord{U"得分", Tag::kIgnored},
                               TagWord{U"正确答案", Tag::kAnswer},
                               TagWord{U"参考答案及解析", Tag::kAnswer},
                               TagWord{U"参考答案", Tag::kAnswer},
                               TagWord{U"标准答案", Tag::kAnswer},
                               TagWord{U"本题答案", Tag::kAnswer},
                               TagWord{U"试题答案", Tag::kAnswer},
                               TagWord{U"正确选项", Tag::kAnswer},
                               TagWord{U"答案解析", Tag::kRationale},
                               TagWord{U"试题解析", Tag::kRationale},
                               TagWord{U"题目解析", Tag::kRationale},
                               TagWord{U"参考解析", Tag::kRationale},
                               TagWord{U"答案", Tag::kAnswer},
                               TagWord{U"Answer", Tag::kAnswer},
                               TagWord{U"ANSWER", Tag::kAnswer},
                               TagWord{U"解析", Tag::kRationale},
                               TagWord{U"难度系数", Tag::kDifficulty},
                               TagWord{U"难度等级", Tag::kDifficulty},
                               TagWord{U"难度代码", Tag::kDifficulty},
                               TagWord{U"难易程度", Tag::kDifficulty},
                               TagWord{U"难易度", Tag::kDifficulty},
                               TagWord{U"难度", Tag::kDifficulty},
                               TagWord{U"一致性代码", Tag::kConsistency},
                               TagWord{U"一致性", Tag::kConsistency},
                               TagWord{U"知识点", Tag::kPoint},
                               TagWord{U"考评点", Tag::kPoint},
                               TagWord{U"鉴定点", Tag::kPoint},
                               TagWord{U"认定点", Tag::kPoint},
                               TagWord{U"考点", Tag::kPoint},
                               TagWord{U"分值", Tag::kMarks},
                               TagWord{U"分数", Tag::kMarks},
                               TagWord{U"出处", Tag::kReference},
                               TagWord{U"依据", Tag::kReference},
                               TagWord{U"评分标准", Tag::kScoring},
                               TagWord{U"评分要点", Tag::kScoring},
                               TagWord{U"题型", Tag::kType},
                               TagWord{U"试题类型", Tag::kType},
                               TagWord{U"题目类型", Tag::kType},
                               TagWord{U"题干", Tag::kStem},
                               TagWord{U"试题内容", Tag::kStem},
                               TagWord{U"题目内容", Tag::kStem},
                               TagWord{U"题目", Tag::kStem},
                               TagWord{U"试题", Tag::kStem},
                               TagWord{U"题号", Tag::kNumber},
                               TagWord{U"序号", Tag::kNumber},
                               TagWord{U"备选项", Tag::kOptions},
                               TagWord{U"选项", Tag::kOptions},
                               TagWord{U"能力水平", Tag::kOther},
                               TagWord{U"能力层次", Tag::kOther},
                               TagWord{U"认知层次", Tag::kOther},
                               TagWord{U"试题分类", Tag::kOther},
                               TagWord{U"章节", Tag::kOther}};

/// Letters or a mark for a judgement and nothing else, as only an answer is.
bool isBareAnswer(std::u32string_view words) {
  constexpr std::size_t kLongest = 20;
  words = trimmed(words);
  if (words.empty() || words.size() > kLongest) return false;
  return optionLetters(words) || judgementOf(words, JudgementCode::kUsual);
}

/// Behind the tag's sign, "答案：", "【答案】", "答案是"; kNowhere when the word is no tag here.
std::size_t behindSign(std::u32string_view plain, std::size_t end, bool bracket, const TagWord& word,
                       bool atStart, std::size_t& inside) {
  const bool closed = bracket && end < plain.size() && isOneOf(plain[end], U"]】)");
  if (closed) end = skipBlanks(plain, end + 1);
  const std::size_t bare = end;
  if (word.tag == Tag::kAnswer && end < plain.size() && isOneOf(plain[end], U"是为"))
    end = skipBlanks(plain, end + 1);
  const bool colon = end < plain.size() && plain[end] == ':';
  end = colon ? skipBlanks(plain, end + 1) : bare;
  // （难度系数C）: the words stand inside the brackets.
  if (bracket && !closed) inside = plain.find_first_of(U")]】", end);
  if (colon || closed) return end;
  const std::size_t to = std::min(inside, plain.size());
  if (word.tag == Tag::kAnswer || word.tag == Tag::kIgnored) {
    const bool answers = (atStart || inside != kNowhere) && isBareAnswer(plain.substr(end, to - end));
    const bool apart = inside != kNowhere || isBlankChar(plain[end - 1]) ||
                       optionLetters(plain.substr(end, to - end)).has_value();
    return answers && apart ? end : kNowhere;
  }
  return inside != kNowhere ? end : kNowhere;
}

}  // namespace

std::vector<TaggedPart> taggedParts(std::u32string_view plain) {
  static const std::set<char32_t> firstLetters = [] {
    std::set<char32_t> letters;
    for (const TagWord& word : kTagWords) letters.insert(word.words.front());
    return letters;
  }();
  std::vector<TaggedPart> parts;
  const std::size_t first = skipBlanks(plain, 0);
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const bool bracket = isOneOf(plain[at], U"[【(");
    const bool apart =
        at == 0 || bracket || isBlankChar(plain[at - 1]) || isOneOf(plain[at - 1], U"。.;)]?!】");
    if (!apart) continue;
    const bool atStart = at <= first;
    const std::size_t from = bracket ? skipBlanks(plain, at + 1) : at;
    if (from >= plain.size() || !firstLetters.contains(plain[from])) continue;
    for (const TagWord& word : kTagWords) {
      const std::size_t behind = behindWords(plain, from, word.words);
      if (behind == kNowhere) continue;
      std::size_t inside = kNowhere;
      const std::size_t end = behindSign(plain, skipBlanks(plain, behind), bracket, word, atStart, inside);
      if (end == kNowhere) break;
      if (!parts.empty() && parts.back().to > at) parts.back().to = at;
      parts.push_back({word.tag, at, end, inside == kNowhere ? plain.size() : inside});
      at = end > at ? end - 1 : at;
      break;
    }
  }
  return parts;
}

std::optional<TrailingMarks> trailingMarks(std::u32string_view plain) {
  std::size_t end = plain.find_last_not_of(U" \t。.");
  if (end == kNowhere || !isOneOf(plain[end], U")]】")) return std::nullopt;
  const std::size_t open = plain.find_last_of(U"([【", end);
  if (open == kNowhere || open == 0) return std::nullopt;
  std::u32string words = withoutBlanks(plain.substr(open + 1, end - open - 1));
  for (const std::u32string_view word : {U"本题", U"本小题", U"满分", U"共", U"分值:"})
    if (words.starts_with(word)) words.erase(0, word.size());
  if (words.size() < 2 || words.back() != U'分') return std::nullopt;
  words.pop_back();
  const std::string marks = utf8(words);
  if (!Marks::parse(marks)) return std::nullopt;
  return TrailingMarks{open, marks};
}

bool isPageNumber(std::u32string_view plain) {
  std::u32string solid = withoutBlanks(plain);
  if (solid.size() > 2 && isOneOf(solid.front(), U"-—–·~") && isOneOf(solid.back(), U"-—–·~")) {
    return std::ranges::all_of(solid.substr(1, solid.size() - 2), isDigit);
  }
  if (solid.starts_with(U"Page") || solid.starts_with(U"page")) solid.replace(0, 4, U"第页");
  if (!solid.starts_with(U"第") && !solid.starts_with(U"共")) return false;
  return std::ranges::all_of(solid, [](char32_t c) { return isDigit(c) || isOneOf(c, U"第页共,、/()of"); }) &&
         solid.find(U"页") != kNowhere;
}

bool isScoreBox(std::u32string_view plain) {
  std::u32string solid = withoutBlanks(plain);
  if (solid.empty()) return false;
  bool any = false;
  for (const std::u32string_view word : {U"得分", U"评分人", U"评卷人", U"阅卷人", U"复核人", U"统分人",
                                         U"核分人", U"总分", U"题号", U"合计"}) {
    for (std::size_t at = solid.find(word); at != kNowhere; at = solid.find(word)) {
      solid.erase(at, word.size());
      any = true;
    }
  }
  std::erase_if(solid, [](char32_t c) { return isOneOf(c, kHanNumbers) || isOneOf(c, U":、|"); });
  return any && solid.empty();
}

bool isChapter(std::u32string_view plain) {
  constexpr std::size_t kLongest = 40;
  const std::u32string_view words = trimmed(plain);
  if (words.empty() || words.size() > kLongest) return false;
  if (isOneOf(words.back(), U"。?!;:,") || words.find_first_of(U"()_") != kNowhere) return false;
  std::size_t at = 0;
  bool named = false;
  if (words.front() == U'第') {
    at = skipBlanks(words, 1);
  } else {
    for (const std::u32string_view name : {U"模块", U"项目", U"任务", U"单元", U"章节", U"专题"}) {
      if (!words.starts_with(name)) continue;
      at = skipBlanks(words, name.size());
      named = true;
    }
    if (!named) return false;
  }
  const std::size_t number = at;
  while (at < words.size() &&
         (isOneOf(words[at], kHanNumbers) || isDigit(words[at]) || (words[at] >= U'Ⅰ' && words[at] <= U'Ⅻ')))
    ++at;
  if (at == number) return false;
  if (named) return at == words.size() || isBlankChar(words[at]) || isOneOf(words[at], U".、:-");
  at = skipBlanks(words, at);
  for (const std::u32string_view unit : {U"章", U"节", U"部分", U"篇", U"单元", U"模块", U"编", U"卷"}) {
    if (!words.substr(at).starts_with(unit)) continue;
    const std::size_t end = at + unit.size();
    return end == words.size() || isBlankChar(words[end]) || isOneOf(words[end], U".、:-") ||
           words.size() < 24;
  }
  return false;
}

std::optional<AnswerTail> answerTail(std::u32string_view plain) {
  constexpr std::u32string_view kDashes = U"-—－";
  constexpr std::size_t kMost = 10;
  // The option's words may hold dashes of their own.
  for (std::size_t dash = plain.find_last_of(kDashes); dash != kNowhere && dash > 0;
       dash = plain.find_last_of(kDashes, dash - 1)) {
    const std::size_t colon = plain.find(U':', dash);
    if (colon == kNowhere) continue;
    const std::u32string_view said = trimmed(plain.substr(dash + 1, colon - dash - 1));
    if (said.empty() || said.size() > kMost) continue;
    if (!std::ranges::all_of(said, isLetterLabel) && !judgementOf(said, JudgementCode::kUsual)) continue;
    return AnswerTail{dash, std::u32string(said), skipBlanks(plain, colon + 1)};
  }
  return std::nullopt;
}

bool isMarksAlone(std::u32string_view plain) {
  std::u32string solid = withoutBlanks(plain);
  if (solid.size() < 2 || solid.back() != U'分') return false;
  solid.pop_back();
  if (isOneOf(solid.front(), U"+-")) solid.erase(0, 1);
  return !solid.empty() &&
         std::ranges::all_of(solid, [](char32_t c) { return isDigit(c) || isOneOf(c, U"./"); });
}

bool tellsOfAnswers(std::u32string_view plain) {
  constexpr std::size_t kLongest = 24;
  std::u32string solid = withoutBlanks(plain);
  if (solid.size() > kLongest || solid.find(U"答案") == kNowhere || !isOneOf(solid.front(), U"([【"))
    return false;
  for (const std::u32string_view word :
       {U"答案在", U"答案见", U"答案附", U"答案附后", U"答案请见", U"答案另"})
    if (solid.find(word) != kNowhere) return true;
  return false;
}

bool isInstruction(std::u32string_view plain) {
  const std::u32string solid = withoutBlanks(plain);
  for (const std::u32string_view word :
       {U"注:", U"注意", U"说明", U"答题", U"要求:", U"本题", U"本大题", U"请将", U"请在", U"提示"}) {
    if (solid.starts_with(word)) return true;
  }
  return solid.starts_with(U"(") && solid.ends_with(U")") && solid.size() > 6;
}

std::optional<Marks> marksAfter(std::u32string_view plain, std::u32string_view words) {
  const std::u32string solid = withoutBlanks(plain);
  const std::size_t at = solid.find(words);
  return at == kNowhere ? std::nullopt : marksFrom(solid, at + words.size());
}

std::optional<int> numberAfter(std::u32string_view plain, std::u32string_view words) {
  const std::u32string solid = withoutBlanks(plain);
  std::size_t at = solid.find(words);
  if (at == kNowhere) return std::nullopt;
  at += words.size();
  while (at < solid.size() && isOneOf(solid[at], U":为(")) ++at;
  return numberAt(solid, at);
}

std::optional<Level> levelIn(std::u32string_view plain) {
  using Names = std::vector<std::pair<std::u32string_view, int>>;
  // A number outweighs a title, since titles are part of occupations' names (口腔修复技师). Longer names
  // first: 高级技师 holds 技师.
  static const std::array kGroups{
      Names{{U"一级", 1},
            {U"二级", 2},
            {U"三级", 3},
            {U"四级", 4},
            {U"五级", 5},
            {U"1级", 1},
            {U"2级", 2},
            {U"3级", 3},
            {U"4级", 4},
            {U"5级", 5}},
      Names{{U"高级技师", 1}, {U"高级工", 3}, {U"中级工", 4}, {U"初级工", 5}, {U"技师", 2}}};
  for (const Names& names : kGroups) {
    std::u32string rest = withoutBlanks(plain);
    std::optional<int> found;
    for (const auto& [words, level] : names) {
      for (std::size_t at = rest.find(words); at != kNowhere; at = rest.find(words)) {
        rest.replace(at, words.size(), U"\n");
        if (found && *found != level) return std::nullopt;
        found = level;
      }
    }
    if (found) return Level::of(*found);
  }
  return std::nullopt;
}

}  // namespace tiku::formats
