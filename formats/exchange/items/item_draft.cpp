#include "formats/exchange/items/item_draft.h"

#include <algorithm>
#include <array>

#include "formats/base/say.h"
#include "formats/exchange/item_words.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/items/stem.h"

namespace tiku::formats {
namespace {

/// The words for each of the five grades.
using Grades = std::array<std::array<std::u32string_view, 4>, 5>;
constexpr Grades kDifficulties{{{U"很简单", U"很容易", U"很易", U"极易"},
                                {U"简单", U"较易", U"容易", U"较简单"},
                                {U"中等", U"一般", U"适中", U"中等难度"},
                                {U"困难", U"较难", U"较困难", U"偏难"},
                                {U"很难", U"极难", U"很困难", U"非常难"}}};
constexpr Grades kConsistencies{{{U"很低"}, {U"低"}, {U"中等"}, {U"高"}, {U"很高"}}};

/// 难度代码 and 一致性代码: a digit, or the words of the national template (domain: 很简单 1 ... 很难 5).
std::optional<int> gradeOf(const std::string& words, const Grades& names) {
  const std::u32string plain = plainText(words);
  std::u32string_view solid = trimmed(plain);
  while (!solid.empty() && (solid.back() == U'。' || solid.back() == ')' || solid.back() == U'级'))
    solid.remove_suffix(1);
  // ★★☆☆☆
  constexpr std::size_t kStars = 5;
  if (solid.size() == kStars && solid.find_first_not_of(U"★☆") == kNowhere) {
    const auto stars = static_cast<int>(std::ranges::count(solid, U'★'));
    return stars > 0 ? std::optional(stars) : std::nullopt;
  }
  if (solid.size() == 1 && solid[0] >= '1' && solid[0] <= '5') return static_cast<int>(solid[0] - '0');
  for (std::size_t grade = 0; grade < names.size(); ++grade) {
    if (std::ranges::find(names[grade], solid) != names[grade].end()) return static_cast<int>(grade) + 1;
  }
  return std::nullopt;
}

/// "说明要点（2分）" as a scoring point.
std::optional<ScoringPoint> scoringPoint(const std::string& line) {
  const std::u32string plain = plainText(line);
  const std::size_t unit = plain.rfind(U'分');
  if (unit == std::u32string::npos || unit == 0) return std::nullopt;
  if (plain.find_first_not_of(U") 。;,.", unit + 1) != std::u32string::npos) return std::nullopt;
  std::size_t from = unit;
  while (from > 0 && (isDigit(plain[from - 1]) || plain[from - 1] == '.')) --from;
  const auto marks = Marks::parse(utf8(std::u32string_view(plain).substr(from, unit - from)));
  if (!marks) return std::nullopt;
  std::u32string wide = wideText(line).substr(0, from);
  while (!wide.empty() &&
         std::u32string_view(U"（( ，,：:；;\t").find(wide.back()) != std::u32string_view::npos) {
    wide.pop_back();
  }
  return ScoringPoint{*marks, utf8(wide)};
}

class Finish {
 public:
  Finish(const ItemDraft& draft, Level level, const Bank& bank, const FinishSettings& settings)
      : draft_(draft),
        bank_(bank),
        settings_(settings),
        item_(Id::random(), level, ItemType::kSingleChoice),
        inStem_(!settings.onlyAnswer || settings.onlyAnswer == AnswerAt::kInStem) {
    result_.doubts = draft.doubts;
  }

  FinishedItem run(const std::string& file) {
    marks_ = draft_.marks;
    item_.stem = RichText(withoutMarks(draft_.stem));
    for (const auto& option : draft_.options) item_.options.emplace_back(option);
    answer_ = RichText(draft_.answer).str();
    if (!settleType()) return std::move(result_);
    if (item_.type == ItemType::kTrueFalse) settleJudgementOptions();
    settleKey();
    const bool answered = hasKey();
    if (!answered && inStem_ && hasOptions(item_.type) && keyPlaceCount(item_, settings_.judgement) > 1)
      doubt(say("题干里不止一处括号像是答案，没有采用，请核对。"));
    settleStem(item_, settings_.judgement, inStem_);
    if (!answered && hasKey()) result_.answerAt = AnswerAt::kInStem;
    if (!hasKey() && draft_.judgement && item_.type == ItemType::kTrueFalse)
      item_.key = JudgementKey{*draft_.judgement};
    settleRest();
    checkChoice();
    if (item_.stem.str().find_first_not_of(" \n\t") == std::string::npos) doubt(say("没有题干。"));
    item_.source = {file, draft_.at};
    result_.item = std::move(item_);
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool hasKey() const { return !std::holds_alternative<std::monostate>(item_.key); }

  /// The stem without "(1.0分)" at its end, which says what the item is worth.
  std::vector<RichText::Block> withoutMarks(std::vector<RichText::Block> stem) {
    auto* last = stem.empty() ? nullptr : std::get_if<Paragraph>(&stem.back());
    if (last == nullptr) return stem;
    const LineText line({}, *last);
    if (const auto trailing = trailingMarks(line.plain())) {
      if (marks_.empty()) marks_ = trailing->marks;
      *last = line.slice(0, trailing->from);
    }
    return stem;
  }

  void doubt(std::string sentence) { result_.doubts.push_back(std::move(sentence)); }

  /// Letters of the key as far as the source says them anywhere.
  [[nodiscard]] std::optional<std::vector<int>> saidLetters() const {
    if (const auto letters = optionLetters(plainText(answer_))) return letters;
    if (const auto letters = optionLetters(draft_.glued)) return letters;
    if (const auto letters = optionLetters(draft_.mark)) return letters;
    std::optional<std::vector<int>> found;
    if (!inStem_) return found;
    for (const AnswerPlace& place : answerPlaces(plainText(item_.stem.str()), 20)) {
      if (place.inside.empty()) return std::nullopt;
      if (const auto letters = optionLetters(place.inside)) {
        if (found) return std::nullopt;
        found = letters;
      }
    }
    return found;
  }

  bool settleType() {
    if (draft_.type) {
      item_.type = *draft_.type;
      if (item_.type == ItemType::kTrueFalse && !draft_.isTypeCorrected) settleChosenJudgement();
      return true;
    }
    if (areJudgements(item_.options)) {
      item_.type = ItemType::kTrueFalse;
      return true;
    }
    if (item_.options.size() >= 2) {
      const auto letters = saidLetters();
      const bool saysMultiple = plainText(item_.stem.str()).find(U"多选") != std::u32string::npos;
      if (letters || saysMultiple) {
        const bool multiple = saysMultiple || letters->size() > 1;
        item_.type = multiple ? ItemType::kMultipleChoice : ItemType::kSingleChoice;
        return true;
      }
      doubt(say("没有写明单选还是多选，也没有答案，暂按单选题导入，请核对题型。"));
      return true;
    }
    const bool judged = judgementOf(plainText(answer_), settings_.judgement) ||
                        judgementOf(draft_.mark, settings_.judgement) || judgedInStem();
    if (judged && !draft_.otherwise) {
      item_.type = ItemType::kTrueFalse;
      return true;
    }
    if (draft_.otherwise && item_.options.empty()) {
      item_.type = *draft_.otherwise;
      return true;
    }
    doubt(say("没有题型标题，从选项和答案也判断不出题型，没有导入。"));
    return false;
  }

  /// What stands under 判断题 and has three options or more to choose from is no judgement.
  void settleChosenJudgement() {
    constexpr std::size_t kFewest = 3;
    const auto letters = saidLetters();
    if (item_.options.size() < kFewest || !letters) return;
    item_.type = letters->size() > 1 ? ItemType::kMultipleChoice : ItemType::kSingleChoice;
    doubt(say("标题说是判断题，但这道题有 {count} 个选项，按{type}导入，请核对题型。",
              "count"_a = item_.options.size(), "type"_a = translate(itemTypeName(item_.type))));
  }

  /// "A.正确 B.错误" and nothing else: a judgement.
  static bool areJudgements(const std::vector<RichText>& options) {
    if (options.size() != 2) return false;
    const auto one = judgementOf(plainText(options[0].str()), JudgementCode::kUsual);
    const auto other = judgementOf(plainText(options[1].str()), JudgementCode::kUsual);
    return one && other && *one != *other;
  }

  /// "…。（√）": the statement carries its mark.
  [[nodiscard]] bool judgedInStem() const {
    const std::u32string plain = plainText(item_.stem.str());
    const std::vector<AnswerPlace> places = answerPlaces(plain, 3);
    if (places.empty() || places.back().inside.empty() || !inStem_) return false;
    const bool atEnd = plain.find_first_not_of(U" \t。.", places.back().to) == kNowhere;
    return atEnd && !isLetterLabel(places.back().inside.front()) && !isDigit(places.back().inside.front()) &&
           judgementOf(places.back().inside, settings_.judgement);
  }

  /// "A.正确 B.错误" under a judgement are no options, but they say what A and B mean.
  void settleJudgementOptions() {
    if (item_.options.empty()) return;
    std::vector<std::optional<bool>> meanings;
    for (const RichText& option : item_.options) {
      meanings.push_back(judgementOf(plainText(option.str()), JudgementCode::kUsual));
    }
    if (!std::ranges::all_of(meanings, [](const auto& m) { return m.has_value(); })) {
      doubt(say("判断题带有选项，没有导入这些选项，请核对题型。"));
      item_.options.clear();
      return;
    }
    result_.answerAt = AnswerAt::kNone;
    const auto letters = saidLetters();
    if (letters && letters->size() == 1 && letters->front() < static_cast<int>(meanings.size())) {
      item_.key = JudgementKey{*meanings[static_cast<std::size_t>(letters->front())]};
      judged_ = true;
      result_.answerAt = draft_.answerAt;
    }
    item_.options.clear();
  }

  /// Takes a key that the source says; a second, different one is a doubt.
  void take(const std::string& words, AnswerAt at) {
    const std::optional<Key> key = keyFromWords(words, item_, settings_.judgement);
    if (!key) {
      doubt(say("答案“{words}”与题型或选项不符，没有采用。", "words"_a = words));
    } else if (std::holds_alternative<std::monostate>(item_.key)) {
      item_.key = *key;
      result_.answerAt = at;
    } else if (!(item_.key == *key)) {
      doubt(say("这道题写了两个不同的答案，采用了前一个，另一个是“{words}”。", "words"_a = words));
    }
  }

  void settleKey() {
    if (item_.type == ItemType::kFillIn)
      settleStem(item_, settings_.judgement, false);  // The key counts its blanks.
    const bool isReference = draft_.isSubjective();
    if (isReference) {
      const RichText answer(draft_.answer);
      if (!answer.empty()) {
        item_.key = ReferenceKey{answer};
        result_.answerAt = draft_.answerAt;
      }
    } else if (answer_.find_first_not_of(" \t\n") != std::string::npos && !judged_) {
      take(answer_, draft_.answerAt);
    }
    if (!draft_.mark.empty() && isObjective(item_.type)) take(utf8(draft_.mark), AnswerAt::kBeforeNumber);
    if (!draft_.glued.empty() && isObjective(item_.type)) take(utf8(draft_.glued), AnswerAt::kBehind);
  }

  void settleRest() {
    item_.rationale = RichText(draft_.rationale);
    item_.reference = draft_.reference;
    if (!draft_.difficulty.empty()) {
      item_.difficulty = gradeOf(draft_.difficulty, kDifficulties);
      if (!item_.difficulty) result_.strangeDifficulty = draft_.difficulty;
    }
    if (!draft_.consistency.empty()) {
      item_.consistency = gradeOf(draft_.consistency, kConsistencies);
      if (!item_.consistency)
        doubt(say("一致性“{words}”不是 1 至 5，没有采用。", "words"_a = draft_.consistency));
    }
    if (!marks_.empty() && !isObjective(item_.type)) {
      std::u32string words = plainText(marks_);
      item_.marks = Marks::parse(utf8(trimmed(words.substr(0, words.find(U'分')))));
      if (!item_.marks) doubt(say("分值“{words}”不是数，没有采用。", "words"_a = marks_));
    }
    for (const std::string& line : draft_.scoring) {
      if (const auto point = scoringPoint(line)) {
        item_.scoring.push_back(*point);
      } else {
        doubt(say("评分要点“{words}”没有写分值，没有采用。", "words"_a = line));
      }
    }
    if (!draft_.point.empty()) settlePoint();
  }

  void settlePoint() {
    const Blueprint* blueprint = bank_.blueprint(item_.level);
    result_.lacksTable = blueprint == nullptr || blueprint->theory.empty();
    if (result_.lacksTable) return;
    const std::optional<PointCode> code = PointCode::parse(draft_.point);
    const std::string folded = foldText(RichText::plain(draft_.point));
    std::vector<Id> found;
    if (blueprint != nullptr) {
      walk(blueprint->theory, [&](const TablePlace& place) {
        if (place.point == nullptr) return;
        const bool byCode = code && place.code() == code->str();
        if (byCode || foldText(RichText::plain(place.point->name)) == folded)
          found.push_back(place.point->id);
      });
    }
    if (found.size() == 1) {
      item_.point = found.front();
    } else {
      doubt(say("细目表里没有与“{words}”对应的唯一考评点。", "words"_a = draft_.point));
    }
  }

  void checkChoice() {
    if (!hasOptions(item_.type)) return;
    if (draft_.lacksOptions) return doubt(say("文件里只有正确的选项，其余选项要补上。"));
    if (item_.options.size() < 2) {
      doubt(item_.options.empty() ? say("没有找到选项。") : say("只找到一个选项。"));
    }
    for (std::size_t i = 0; i < item_.options.size(); ++i) {
      const std::string words = item_.options[i].str();
      if (words.find_first_not_of(" \t\n") == std::string::npos) {
        doubt(say("选项 {letter} 是空的。", "letter"_a = std::string(1, static_cast<char>('A' + i))));
      }
    }
  }

  const ItemDraft& draft_;
  const Bank& bank_;
  const FinishSettings& settings_;
  TheoryItem item_;
  std::string answer_;
  std::string marks_;
  bool inStem_ = true;  ///< Brackets in the stem may hold the key.
  bool judged_ = false;
  FinishedItem result_;
};

}  // namespace

std::string ItemDraft::name() const {
  const std::string typeName = type ? translate(itemTypeName(*type)) : say("试题");
  return number ? say("{type} {number}", "type"_a = typeName, "number"_a = *number)
                : say("{type}（{at}）", "type"_a = typeName, "at"_a = at);
}

FinishedItem finishItem(const ItemDraft& draft, Level level, const Bank& bank, const FinishSettings& settings,
                        const std::string& file) {
  if (!settings.onlyAnswer) return Finish(draft, level, bank, settings).run(file);
  ItemDraft believed = draft;
  if (settings.onlyAnswer != believed.answerAt) believed.answer.clear();
  if (settings.onlyAnswer != AnswerAt::kBeforeNumber) believed.mark.clear();
  if (settings.onlyAnswer != AnswerAt::kBehind) believed.glued.clear();
  return Finish(believed, level, bank, settings).run(file);
}

}  // namespace tiku::formats
