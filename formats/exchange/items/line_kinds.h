#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/item.h"

/// What a line of a question file may be, by its words alone. All functions take plainText().
namespace tiku::formats {

/// "一、判断题（…每题 0.5 分，共 20 分）"
struct HeadingLine {
  std::optional<ItemType> type;  ///< Empty for 选择题.
  std::size_t titleEnd = 0;      ///< Up to here it is the title "一、判断题".
  bool isKey = false;            ///< "判断题参考答案（1-40）：": what follows are keys.
  std::size_t rest = 0;          ///< Of a key heading: where its first keys may stand.
  std::optional<Marks> each;
  std::optional<Marks> total;
  std::optional<bool> judgement;  ///< "判断题(正确)": the key of all items below.
};
std::optional<HeadingLine> headingLine(std::u32string_view plain);
/// The name in "五、排序题（共 2 题）": a heading of a type that a bank does not know.
std::optional<std::u32string> strangeHeading(std::u32string_view plain);

/// "参考答案", "理论知识试卷答案": a key block begins, of no named type.
bool isKeyTitle(std::u32string_view plain);
/// Where the words behind "试题与答案", "参考答案：" begin, when any follow; they may be the keys.
std::optional<std::size_t> keyTitleRest(std::u32string_view plain);

/// The beginning of an item: "12. ", "（ √ ）3、", "[单选]4." ...
struct ItemStart {
  std::optional<int> number;
  std::optional<ItemType> type;  ///< Said by a tag.
  std::u32string mark;           ///< What stands in brackets before the number.
  bool hasMarkPlace = false;
  std::string marks;     ///< "2.0" of "1. (单选题, 2.0 分)".
  std::size_t text = 0;  ///< Where the words of the stem begin.
  bool isInner = false;  ///< "(3)", "③": mostly a part of an item, an item only where one is due.
  bool isWeak =
      false;  ///< A number with nothing but a space behind: an item only where it is the expected one.
};
std::optional<ItemStart> itemStart(std::u32string_view plain);

/// An option's label at a position.
struct OptionLabel {
  int option = 0;        ///< 0 = A
  std::size_t text = 0;  ///< Where its words begin.
  bool isWeak = false;   ///< A letter with nothing but a space behind, or a small one.
  bool isGlued = false;  ///< A letter with nothing at all behind: "A车床". Weak as well.
};
std::optional<OptionLabel> optionLabel(std::u32string_view plain, std::size_t at);

struct OptionSpan {
  int option = 0;
  std::size_t from = 0;
  std::size_t to = 0;
};
/// The options of a line whose first label stands at `at`. `nextLine` is the option that the next line begins
/// with, if it does: then its letter in this line is a word.
std::vector<OptionSpan> optionSpans(std::u32string_view plain, std::size_t at, std::optional<int> nextLine);

/// Where options begin in a line that begins with something else ("…的起点？（A）图灵测试").
std::optional<std::size_t> optionsInStem(std::u32string_view plain, std::size_t from,
                                         std::optional<int> nextLine);

enum class Tag {
  kAnswer,
  kRationale,
  kDifficulty,
  kConsistency,
  kPoint,
  kMarks,
  kReference,
  kScoring,
  kType,
  kStem,     ///< "题干：" begins an item.
  kNumber,   ///< "题号：12"
  kOptions,  ///< "选项：" before all of them.
  kOther,    ///< A tag of the source that no field of an item answers to.
  kIgnored,  ///< What somebody once answered: "我的答案：A", "得分：2".
};
struct TaggedPart {
  Tag tag = Tag::kAnswer;
  std::size_t begin = 0;  ///< Of the tag itself.
  std::size_t from = 0;   ///< Of its words.
  std::size_t to = 0;
};
/// "答案：C  解析：…  难度：3" and the like, anywhere in the line, in order.
std::vector<TaggedPart> taggedParts(std::u32string_view plain);

/// Where "(1.0分)" behind a stem begins, and the marks in it.
struct TrailingMarks {
  std::size_t from = 0;
  std::string marks;
};
std::optional<TrailingMarks> trailingMarks(std::u32string_view plain);

/// "-3-", "第 3 页 共 8 页"
bool isPageNumber(std::u32string_view plain);
/// 得分, 评分人 and the like, and nothing else.
bool isScoreBox(std::u32string_view plain);
/// "第二章 安全知识", "模块三 …": a part of the file that is no type of items.
bool isChapter(std::u32string_view plain);
/// "-D:人民群众", "-错:" at the end of a line: the answer of lists that give only the right option.
struct AnswerTail {
  std::size_t from = 0;
  std::u32string letters;  ///< Or the mark of a judgement.
  std::size_t words = 0;   ///< Where the right option's words begin.
};
std::optional<AnswerTail> answerTail(std::u32string_view plain);
/// "2.0分" and nothing else, as examination sites print below an item.
bool isMarksAlone(std::u32string_view plain);
/// "（参考答案在最后）"
bool tellsOfAnswers(std::u32string_view plain);
/// A line that explains: "注：…", "（参考答案在最后）", "答题说明".
bool isInstruction(std::u32string_view plain);

/// The number at the position as marks.
std::optional<Marks> marksFrom(std::u32string_view plain, std::size_t at);
/// First number after `words` in the text, as "每题 0.5 分".
std::optional<Marks> marksAfter(std::u32string_view plain, std::u32string_view words);
std::optional<int> numberAfter(std::u32string_view plain, std::u32string_view words);

/// The level that a title or file name says, if it says just one.
std::optional<Level> levelIn(std::u32string_view plain);

}  // namespace tiku::formats
