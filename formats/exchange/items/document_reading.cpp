#include "formats/exchange/items/document_reading.h"

#include <algorithm>
#include <map>
#include <set>

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::formats {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : translate("，")) + part;
  return all;
}

std::string ofItems(std::ptrdiff_t part, std::size_t all) {
  return say("{all} 题中的 {part} 题", "all"_a = all, "part"_a = part);
}

std::string wordsOf(ItemNumbers numbers) {
  switch (numbers) {
    case ItemNumbers::kByWord:
      return say("题号由 Word 自动编号，正文里没有");
    case ItemNumbers::kInText:
      return say("题号写在正文里");
    case ItemNumbers::kNone:
      return say("试题没有题号，按选项和括号分题");
    case ItemNumbers::kAny:
      break;
  }
  return say("题号有的由 Word 自动编号，有的写在正文里");
}

std::string wordsOf(AnswerAt at) {
  switch (at) {
    case AnswerAt::kInStem:
      return say("答案在题干的括号内");
    case AnswerAt::kBeforeNumber:
      return say("答案在题号前的括号内");
    case AnswerAt::kOwnLine:
      return say("答案写在题后的答案行");
    case AnswerAt::kBehind:
      return say("答案接在题干或选项的末尾");
    case AnswerAt::kKeyBlock:
      return say("答案集中在答案部分");
    case AnswerAt::kNone:
      break;
  }
  return say("没有答案");
}

std::string_view valueOf(AnswerAt at) {
  return std::ranges::find(kAnswersWords, at, &AnswersWord::at)->value;
}

std::string_view valueOf(ItemNumbers numbers) {
  return std::ranges::find(kNumbersWords, numbers, &NumbersWord::numbers)->value;
}

class Reading {
 public:
  Reading(const DocumentItems& read, const std::vector<DraftOutcome>& outcomes, std::string file)
      : read_(read), outcomes_(outcomes), file_(std::move(file)) {}

  std::vector<ReadingLine> run() {
    checkSections();
    numbers();
    options();
    answers();
    judgement();
    for (std::size_t i = 0; i < read_.sections().size(); ++i) section(i);
    pages();
    return std::move(lines_);
  }

 private:
  void checkSections() const {
    const std::size_t count = read_.sections().size();
    for (const auto& [number, choice] : read_.choices().sections) {
      if (static_cast<std::size_t>(number) <= count) continue;
      throw FormatError(ErrorCode::kUsage, say("文件里没有第 {number} 节。", "number"_a = number),
                        {file_, 0, {}},
                        say("可以更正的是 section:1 至 section:{count}。", "count"_a = count));
    }
  }

  ReadingLine& add(std::string key, std::string_view value, std::string words, std::string evidence) {
    lines_.push_back({std::move(key), std::string(value), std::move(words), std::move(evidence), {}, false});
    return lines_.back();
  }

  void numbers() {
    std::ptrdiff_t byWord = 0;
    std::ptrdiff_t inText = 0;
    for (const ItemDraft& draft : read_.drafts()) {
      if (draft.number) ++(draft.byWord ? byWord : inText);
    }
    const ItemNumbers found = byWord > 0 && inText > 0 ? ItemNumbers::kAny
                              : byWord > 0             ? ItemNumbers::kByWord
                              : inText > 0             ? ItemNumbers::kInText
                                                       : ItemNumbers::kNone;
    const auto& chosen = read_.choices().numbers;
    const ItemNumbers value = chosen.value_or(found);
    ReadingLine& line = add("numbers", valueOf(value), wordsOf(value),
                            found == ItemNumbers::kAny ? say("Word 编号 {word} 题，正文 {text} 题",
                                                             "word"_a = byWord, "text"_a = inText)
                                                       : ofItems(byWord + inText, read_.drafts().size()));
    for (const NumbersWord& word : kNumbersWords)
      line.choices.push_back({std::string(word.value), wordsOf(word.numbers)});
    line.corrected = chosen.has_value();
  }

  void options() {
    std::ptrdiff_t own = 0;
    std::ptrdiff_t same = 0;
    std::ptrdiff_t some = 0;
    for (const ItemDraft& draft : read_.drafts()) {
      const auto count = static_cast<int>(draft.options.size());
      if (draft.optionLines == 0 || count < 2 || draft.type == ItemType::kTrueFalse) continue;
      ++(draft.optionLines == count ? own : draft.optionLines == 1 ? same : some);
    }
    const auto total = static_cast<std::size_t>(own + same + some);
    if (total == 0) return;
    std::vector<std::string> parts;
    if (own > 0) parts.push_back(say("一行一个的 {count} 题", "count"_a = own));
    if (same > 0) parts.push_back(say("全在一行的 {count} 题", "count"_a = same));
    if (some > 0) parts.push_back(say("一行几个的 {count} 题", "count"_a = some));
    const bool mixed = parts.size() > 1;
    add("options",
        mixed      ? "mixed"
        : own > 0  ? "own-line"
        : same > 0 ? "one-line"
                   : "some-a-line",
        mixed      ? say("选项的排法不一")
        : own > 0  ? say("选项一行一个")
        : same > 0 ? say("选项全在一行")
                   : say("选项一行几个"),
        joined(parts));
  }

  void answers() {
    std::map<AnswerAt, std::ptrdiff_t> counts;
    std::ptrdiff_t without = 0;
    for (const DraftOutcome& outcome : outcomes_) {
      if (outcome.hasKey) ++counts[outcome.answerAt];
      without += outcome.hasKey ? 0 : 1;
    }
    counts.erase(AnswerAt::kNone);
    AnswerAt most = AnswerAt::kNone;
    std::vector<std::string> parts;
    for (const auto& [at, count] : counts) {
      if (most == AnswerAt::kNone || count > counts[most]) most = at;
      parts.push_back(say("{where}的 {count} 题", "where"_a = wordsOf(at), "count"_a = count));
    }
    if (without > 0) parts.push_back(say("没有答案的 {count} 题", "count"_a = without));
    const auto& chosen = read_.choices().answers;
    const AnswerAt value = chosen.value_or(most);
    ReadingLine& line =
        add("answers", valueOf(value),
            counts.size() > 1 && !chosen ? say("{most}，也有写在别处的", "most"_a = wordsOf(value))
                                         : wordsOf(value),
            joined(parts));
    for (const AnswersWord& word : kAnswersWords) {
      line.choices.push_back(
          {std::string(word.value), word.at == AnswerAt::kNone
                                        ? say("不采用文件里的答案")
                                        : say("只有{where}的才是", "where"_a = wordsOf(word.at))});
    }
    line.corrected = chosen.has_value();
  }

  void judgement() {
    std::set<std::string> codes;
    bool any = false;
    for (std::size_t i = 0; i < read_.drafts().size(); ++i) {
      if (outcomes_[i].type != ItemType::kTrueFalse) continue;
      any = true;
      const ItemDraft& draft = read_.drafts()[i];
      constexpr std::size_t kLongest = 18;
      const std::string words = draft.answer.empty() ? utf8(draft.mark) : RichText(draft.answer).str();
      if (!words.empty() && words.size() <= kLongest) codes.insert(words);
    }
    const bool corrected = read_.choices().judgement.has_value();
    if (!any && !corrected) return;
    const bool zero = read_.judgement() == JudgementCode::kZeroRight;
    constexpr std::size_t kCodesNamed = 6;
    std::string evidence;
    std::size_t named = 0;
    for (const std::string& code : codes) {
      if (named++ < kCodesNamed) evidence += (evidence.empty() ? "" : translate("、")) + code;
    }
    ReadingLine& line = add("judgement", zero ? "zero-right" : "usual",
                            zero ? say("判断题的答案：0 为正确、1 为错误")
                                 : say("判断题的答案：√、对、T、A、1 为正确，×、错、F、B、0 为错误"),
                            evidence.empty() ? std::string() : say("写作 {codes}", "codes"_a = evidence));
    line.choices = {{"usual", say("√、对、T、A、1 为正确，×、错、F、B、0 为错误")},
                    {"zero-right", say("0 为正确、1 为错误")}};
    line.corrected = corrected;
  }

  void section(std::size_t index) {
    const ItemSection& section = read_.sections()[index];
    const auto number = index + 1;
    std::size_t items = 0;
    for (const ItemDraft& draft : read_.drafts()) items += draft.section == index ? 1 : 0;
    const std::string what =
        section.isLeftOut ? say("第 {n} 节（{at} 起）不是试题", "n"_a = number, "at"_a = section.at)
        : section.type    ? say("第 {n} 节（{at} 起）为{type}", "n"_a = number, "at"_a = section.at,
                                "type"_a = translate(itemTypeName(*section.type)))
        : section.isHeaded
            ? say("第 {n} 节（{at} 起）的题型按每题的选项和答案判断", "n"_a = number, "at"_a = section.at)
            : say("第 {n} 节（{at} 起）没有题型标题，题型按每题的标签、选项和答案判断", "n"_a = number,
                  "at"_a = section.at);
    const std::string value = section.isLeftOut ? "not-items"
                              : section.type    ? std::string(itemTypeKey(*section.type))
                                                : "by-key";
    const std::string count = say("{count} 题", "count"_a = items);
    ReadingLine& line = add("section:" + std::to_string(number), value, what,
                            section.title.empty() ? count
                                                  : say("标题“{title}”，{count} 题",
                                                        "title"_a = section.title, "count"_a = items));
    for (const ItemType type : kItemTypes)
      line.choices.push_back({std::string(itemTypeKey(type)), translate(itemTypeName(type))});
    line.choices.push_back({"by-key", say("题型按每题的选项和答案判断")});
    line.choices.push_back({"not-items", say("不是试题")});
    line.corrected = section.isCorrected;
  }

  void pages() {
    const DocumentLines& lines = read_.lines();
    const LineChoices& choices = read_.choices().lines;
    if (lines.furniture > 0 || choices.keepsFurniture) {
      ReadingLine& line =
          add("furniture", choices.keepsFurniture ? "kept" : "dropped",
              choices.keepsFurniture ? say("重复出现的行照常读入")
                                     : say("略过每页重复的页眉页脚 {count} 行", "count"_a = lines.furniture),
              lines.furnished);
      line.choices = {{"dropped", say("略过每页重复的行")}, {"kept", say("重复出现的行照常读入")}};
      line.corrected = choices.keepsFurniture;
    }
    if (lines.joined > 0 || choices.wraps) {
      const bool wrapped = choices.wraps.value_or(true);
      ReadingLine& line =
          add("lines", wrapped ? "wrapped" : "whole",
              wrapped ? say("每行到版面边缘折断，已接回原来的段落") : say("每一行是完整的一段"),
              lines.joined > 0 ? say("接回 {count} 行", "count"_a = lines.joined) : std::string());
      line.choices = {{"wrapped", say("每行到版面边缘折断，要接回去")}, {"whole", say("每一行是完整的一段")}};
      line.corrected = choices.wraps.has_value();
    }
    if (lines.tableItems > 0) {
      add("tables", "items", say("试题写在表格里"), say("表格里有 {count} 题", "count"_a = lines.tableItems));
    }
    if (!read_.sets().empty()) {
      add("sets", "shared", say("有共用题干或共用备选答案的题组"),
          say("{count} 组", "count"_a = read_.sets().size()));
    }
  }

  const DocumentItems& read_;
  const std::vector<DraftOutcome>& outcomes_;
  std::string file_;
  std::vector<ReadingLine> lines_;
};

}  // namespace

std::vector<ReadingLine> readingOf(const DocumentItems& read, const std::vector<DraftOutcome>& outcomes,
                                   const std::string& file) {
  return Reading(read, outcomes, file).run();
}

}  // namespace tiku::formats
