#include "formats/exchange/sheets/head_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "formats/base/fold.h"
#include "formats/base/trim.h"
#include "formats/base/utf8.h"

namespace tiku::formats::sheets {
namespace {

using HeadWords = std::unordered_map<std::string_view, Field>;

// Head words as real files have them, folded (layouts X1 to X18, and the national template of domain 5.2).
const HeadWords& headWords() {
  static const HeadWords kWords = [] {
    HeadWords words;
    const auto add = [&words](Field field, std::initializer_list<std::string_view> names) {
      for (const std::string_view name : names) words.emplace(name, field);
    };
    add(Field::kStem,
        {"题干",          "题目",         "试题",         "试题题干",     "题目题干", "试题题目",
         "试题内容",      "题目内容",     "题目标题",     "试题正文",     "题面",     "问题",
         "考题",          "题干内容",     "试题名称",     "题目名称",     "题目描述", "试题描述",
         "问题描述",      "题目正文",     "question",     "title",        "stem",     "questioncontent",
         "questiontitle", "questionname", "questionstem", "questiontext", "problem",  "content",
         "题文"});
    add(Field::kOptions,
        {"选项", "备选项", "备选答案", "试题选项", "题目选项", "选项内容", "全部选项", "候选答案",
         "optioncontent", "options", "choices", "questionoptions", "optionlist"});
    add(Field::kKey, {"答案", "正确答案", "参考答案", "标准答案", "试题答案", "题目答案", "正确选项", "标答",
                      "答案选项", "key", "answer", "questionanswer", "correctanswer", "rightanswer",
                      "correct", "rightoption", "correctoption", "ans", "solution"});
    add(Field::kType, {"题型", "类型", "题目类型", "试题类型", "题型代码", "题目类型代码", "试题类型代码",
                       "题型名称", "题类", "题型类别", "试题题型", "type", "questiontype", "题目题型"});
    add(Field::kLevel, {"等级", "级别", "技能等级", "职业等级", "鉴定等级", "level"});
    add(Field::kDifficulty, {"难度", "难度代码", "难度等级", "难度系数", "难易度", "难易程度", "试题难度",
                             "题目难度", "难度级别", "difficulty"});
    add(Field::kConsistency, {"一致性", "一致性代码", "一致性程度", "consistency"});
    add(Field::kRationale, {"解析",      "答案解析", "试题解析",    "题目解析", "试题分析",
                            "答案说明",  "解题思路", "备注",        "注释",     "note",
                            "notes",     "analysis", "explanation", "explain",  "questionexplain",
                            "rationale", "remark",   "comment",     "答题解析", "解答",
                            "本题解析",  "analyse"});
    add(Field::kPoint, {"鉴定点", "鉴定点代码", "鉴定点名称", "认定点", "认定点代码", "考评点", "考评点代码",
                        "考评点名称", "考核点", "考点", "细目点代码", "知识点", "知识点代码", "知识点名称",
                        "point", "knowledge", "knowledgepoint"});
    add(Field::kCode, {"编号", "题号", "id", "试题编号", "题目编号", "试题代码", "题目代码", "试题id",
                       "题目id", "questionid", "code"});
    add(Field::kMarks, {"分值", "分数", "配分", "得分", "score", "marks"});
    add(Field::kReference,
        {"出处", "来源", "命题依据", "参考资料", "依据", "参考依据", "试题来源", "reference", "source"});
    add(Field::kPage, {"页码", "page"});
    add(Field::kMaterial, {"材料", "共用题干", "公共题干", "共用材料", "背景材料", "材料内容", "案例材料",
                           "资料", "阅读材料", "材料题干", "主题干", "material"});
    add(Field::kSerial, {"序号", "行号", "顺序号", "no", "num", "number", "index", "序列", "sn"});
    return words;
  }();
  return kWords;
}

constexpr std::array<std::string_view, kMostOptions> kNumerals{"一", "二", "三", "四", "五",
                                                               "六", "七", "八", "九", "十"};

int numeralAt(std::string_view folded) {
  for (std::size_t i = 0; i < kNumerals.size(); ++i) {
    if (folded == kNumerals[i]) return static_cast<int>(i);
  }
  if (folded == "10") return 9;
  return folded.size() == 1 && folded[0] >= '1' && folded[0] <= '9' ? folded[0] - '1' : -1;
}

// "A", "选项A", "A选项", "A项", "试题选项A", "option a", "选项1", "item1", "选项一"; -1 for anything else.
int optionOfHead(std::string_view folded) {
  for (const std::string_view before : {"试题选项", "题目选项", "备选答案", "备选项", "选项", "答案选项",
                                        "option", "choice", "item", "opt", "选", "答案"}) {
    if (!folded.starts_with(before)) continue;
    folded.remove_prefix(before.size());
    const int number = before == "答案" ? -1 : numeralAt(folded);
    if (number >= 0) return number;
    break;
  }
  for (const std::string_view after : {"选项内容", "选项", "项目", "项", "答案", "option"}) {
    if (folded.size() > after.size() && folded.ends_with(after)) folded.remove_suffix(after.size());
  }
  const char last = static_cast<char>('a' + kMostOptions - 1);
  return folded.size() == 1 && folded[0] >= 'a' && folded[0] <= last ? folded[0] - 'a' : -1;
}

// "知识点一级", "一级知识点", "知识点1级", "鉴定点二级": the level, 0 the first; -1 for anything else.
int pointPartOfHead(std::string_view folded) {
  for (const std::string_view name : {"知识点", "鉴定点", "考核点", "考评点", "认定点"}) {
    std::string_view rest = folded;
    if (rest.starts_with(name)) {
      rest.remove_prefix(name.size());
    } else if (rest.ends_with(name)) {
      rest.remove_suffix(name.size());
    } else {
      continue;
    }
    constexpr std::string_view kLevel = "级";
    if (rest.ends_with("级代码") || rest.ends_with("级名称")) rest.remove_suffix(2 * kLevel.size());
    if (!rest.ends_with(kLevel)) continue;
    const int part = numeralAt(rest.substr(0, rest.size() - kLevel.size()));
    if (part >= 0 && part < kMostPointParts) return part;
  }
  return -1;
}

std::optional<Column> fieldOf(const std::string& folded) {
  const auto found = headWords().find(folded);
  if (found != headWords().end()) return Column{0, found->second, 0};
  if (const int option = optionOfHead(folded); option >= 0) return Column{0, Field::kOption, option};
  if (const int part = pointPartOfHead(folded); part >= 0) return Column{0, Field::kPointPart, part};
  return fieldNamed(folded.starts_with("option") || folded.starts_with("point-") ? folded : std::string());
}

// The text without what stands in brackets: notes for those who fill in the sheet. Brackets of both widths
// pair, as people mix them.
std::string withoutBrackets(std::string_view text) {
  std::string rest;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t size = 1;
    while (at + size < text.size() && !beginsCharacter(text[at + size])) ++size;
    const std::string_view character = text.substr(at, size);
    const auto isOneOf = [&character](std::initializer_list<std::string_view> marks) {
      return std::ranges::find(marks, character) != marks.end();
    };
    if (isOneOf({"(", "（", "【", "[", "〔"})) ++depth;
    if (depth == 0) rest += character;
    if (depth > 0 && isOneOf({")", "）", "】", "]", "〕"})) --depth;
    at += size;
  }
  return rest;
}

// Without the marks of a column that must be filled in.
std::string_view withoutStars(std::string_view text) {
  text = trimmed(text);
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : {"*", "＊", "※", "★", "#"}) {
      if (text.size() > mark.size() && text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        found = true;
      }
      if (text.size() > mark.size() && text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        found = true;
      }
    }
    text = trimmed(text);
  }
  return text;
}

}  // namespace

bool mayNameStem(std::string_view text) {
  constexpr std::size_t kLongest = 120;
  if (text.empty() || text.size() > kLongest) return false;
  if (text.find("题") != std::string_view::npos) return true;
  if (static_cast<unsigned char>(text[0]) >= 0x80) return false;
  constexpr std::array<std::string_view, 5> kLatin{"question", "stem", "title", "content", "problem"};
  const std::string folded = foldWords(text);
  return std::ranges::any_of(
      kLatin, [&folded](std::string_view word) { return folded.find(word) != std::string::npos; });
}

std::optional<Column> recogniseHead(std::string_view text) {
  constexpr std::size_t kLongest = 120;
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  text = withoutStars(text);
  if (const auto field = fieldOf(foldWords(text))) return field;
  const std::string rest = withoutBrackets(text);
  return rest.empty() || rest == text ? std::nullopt : fieldOf(foldWords(withoutStars(rest)));
}

std::optional<Column> guessHead(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (const auto known = recogniseHead(text)) return known;
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  const std::string folded = foldWords(withoutBrackets(text));
  // What stands first is told from what stands behind it: 答案解析 is no key, 题目类型 no stem.
  constexpr std::array<std::pair<std::string_view, Field>, 17> kParts{{{"解析", Field::kRationale},
                                                                       {"题型", Field::kType},
                                                                       {"类型", Field::kType},
                                                                       {"难度", Field::kDifficulty},
                                                                       {"难易", Field::kDifficulty},
                                                                       {"一致性", Field::kConsistency},
                                                                       {"知识点", Field::kPoint},
                                                                       {"鉴定点", Field::kPoint},
                                                                       {"考评点", Field::kPoint},
                                                                       {"分值", Field::kMarks},
                                                                       {"编号", Field::kCode},
                                                                       {"题号", Field::kCode},
                                                                       {"序号", Field::kSerial},
                                                                       {"答案", Field::kKey},
                                                                       {"选项", Field::kOptions},
                                                                       {"题干", Field::kStem},
                                                                       {"题目", Field::kStem}}};
  for (const auto& [part, field] : kParts) {
    if (folded.find(part) != std::string::npos) return Column{0, field, 0};
  }
  return std::nullopt;
}

std::optional<LabelledWords> labelledWords(std::string_view text) {
  constexpr std::size_t kLongestLabel = 24;
  text = trimmed(text);
  std::string_view label;
  std::string_view rest;
  if (text.starts_with("【")) {
    constexpr std::string_view kClose = "】";
    const std::size_t close = text.find(kClose);
    if (close == std::string_view::npos) return std::nullopt;
    label = text.substr(std::string_view("【").size(), close - std::string_view("【").size());
    rest = trimmed(text.substr(close + kClose.size()));
    if (rest.starts_with("：")) rest.remove_prefix(std::string_view("：").size());
    if (rest.starts_with(":")) rest.remove_prefix(1);
  } else {
    const std::size_t wide = text.find("：");
    const std::size_t narrow = text.find(':');
    const std::size_t colon = std::min(wide, narrow);
    if (colon == std::string_view::npos) return std::nullopt;
    label = text.substr(0, colon);
    rest = text.substr(colon + (colon == wide ? std::string_view("：").size() : 1));
  }
  if (label.empty() || label.size() > kLongestLabel) return std::nullopt;
  const auto known = headWords().find(foldWords(label));
  if (known == headWords().end()) return std::nullopt;
  switch (known->second) {
    case Field::kKey:
    case Field::kRationale:
    case Field::kDifficulty:
    case Field::kConsistency:
    case Field::kPoint:
    case Field::kType:
    case Field::kReference:
    case Field::kMarks:
      return LabelledWords{known->second, trimmed(rest)};
    default:
      return std::nullopt;
  }
}

}  // namespace tiku::formats::sheets
