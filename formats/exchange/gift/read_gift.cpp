// GIFT, as described in https://docs.moodle.org/en/GIFT_format.
#include <algorithm>
#include <cstdlib>

#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/exchange/questions/feedback.h"
#include "formats/exchange/questions/question_words.h"
#include "formats/exchange/questions/readers.h"
#include "formats/exchange/questions/take_questions.h"

namespace tiku::formats {
namespace {

/// The first of the marks that no backslash takes its meaning from.
std::size_t findMark(std::string_view text, std::string_view marks, std::size_t from = 0) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (marks.find(text[at]) != std::string_view::npos) {
      return at;
    }
  }
  return std::string_view::npos;
}

/// One question of the file, not yet understood.
struct GiftSource {
  std::string comments;
  std::string body;
  std::string category;
};

std::vector<GiftSource> sourcesOf(std::string_view text) {
  std::vector<GiftSource> sources;
  GiftSource now;
  const auto end = [&] {
    if (!trimmed(now.body).empty()) sources.push_back(now);
    now.comments.clear();
    now.body.clear();
  };
  bool inBraces = false;
  while (!text.empty()) {
    const std::size_t lineEnd = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, lineEnd);
    text.remove_prefix(std::min(lineEnd + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view words = trimmed(line);
    // Moodle ends a question at an empty line, inside braces as well; many files have one there none the
    // less.
    if (words.empty() && !inBraces) {
      end();
      continue;
    }
    if (words.starts_with("//")) {
      now.comments += std::string(words) + "\n";
      continue;
    }
    if (words.starts_with("$CATEGORY:")) {
      end();
      now.category = trimmed(words.substr(10));
      continue;
    }
    now.body.append(line).append("\n");
    for (std::size_t at = findMark(line, "{}"); at != std::string_view::npos;
         at = findMark(line, "{}", at + 1))
      inBraces = line[at] == '{';
  }
  end();
  return sources;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\' || at + 1 == text.size()) {
      out += text[at];
      continue;
    }
    ++at;
    out += text[at] == 'n' ? '\n' : text[at] == 'r' ? '\r' : text[at];
  }
  return out;
}

/// The values of "[id:...]" or "[tag:...]" in a comment.
std::vector<std::string> marksOf(const std::string& comments, const std::string& name) {
  std::vector<std::string> values;
  const std::string head = "[" + name + ":";
  for (std::size_t at = comments.find(head); at != std::string::npos; at = comments.find(head, at + 1)) {
    const std::size_t from = at + head.size();
    const std::size_t to = findMark(comments, "]", from);
    if (to == std::string::npos) break;
    values.push_back(unescaped(std::string_view(comments).substr(from, to - from)));
  }
  return values;
}

struct GiftAnswer {
  bool right = false;
  bool wrong = false;  ///< Stands behind ~.
  std::optional<double> weight;
  std::string words;  ///< With their backslashes.
};

class GiftQuestion {
 public:
  GiftQuestion(const GiftSource& source, const std::string& file, std::map<std::string, std::string>& media)
      : file_(file) {
    reading_.picture = [&media](const std::string& address) { return pictureOfData(address, media); };
    std::string_view body = trimmed(source.body);
    if (body.starts_with("::")) {
      const std::size_t close = body.find("::", 2);
      if (close != std::string_view::npos) body = trimmed(body.substr(close + 2));
    }
    takeFormat(body);
    const std::size_t open = findMark(body, "{");
    const std::size_t close = open == std::string_view::npos ? open : findMark(body, "}", open);
    stem_ = body;
    if (close == std::string_view::npos) return;
    hasAnswers_ = true;
    stem_ = trimmed(body.substr(0, open));
    after_ = trimmed(body.substr(close + 1));
    std::string_view inside = body.substr(open + 1, close - open - 1);
    if (const std::size_t general = inside.find("####"); general != std::string_view::npos) {
      feedback_ = inside.substr(general + 4);
      inside = inside.substr(0, general);
    }
    inside_ = trimmed(inside);
    split();
  }

  [[nodiscard]] bool hasAnswers() const { return hasAnswers_; }
  [[nodiscard]] bool isMatching() const {
    return std::ranges::any_of(
        answers_, [](const GiftAnswer& one) { return one.words.find("->") != std::string::npos; });
  }
  [[nodiscard]] bool isNumerical() const { return inside_.starts_with('#'); }
  [[nodiscard]] std::optional<bool> judgement() const {
    const std::string_view word = trimmed(std::string_view(inside_).substr(0, inside_.find('#')));
    if (word == "T" || word == "TRUE" || word == "true") return true;
    if (word == "F" || word == "FALSE" || word == "false") return false;
    return std::nullopt;
  }
  [[nodiscard]] ItemType type() const {
    if (inside_.empty()) return ItemType::kShortAnswer;
    if (judgement()) return ItemType::kTrueFalse;
    const bool choice = std::ranges::any_of(answers_, &GiftAnswer::wrong);
    if (!choice) return ItemType::kFillIn;
    // "=" says which one is right; several right ones share the mark.
    return std::ranges::count_if(answers_, [](const GiftAnswer& one) { return !one.wrong; }) == 1
               ? ItemType::kSingleChoice
               : ItemType::kMultipleChoice;
  }

  void fill(TheoryItem& item, bool ours) {
    item.stem = rich(stem_);
    // Somebody else's braces stand where the blank is.
    const bool open = item.type == ItemType::kFillIn && item.stem.blankCount() == 0;
    if (!after_.empty() || (open && !ours)) withBlank(item);
    if (hasOptions(item.type)) {
      ChoiceKey key;
      for (const GiftAnswer& answer : answers_) {
        if (answer.right) key.options.push_back(static_cast<int>(item.options.size()));
        item.options.push_back(rich(answer.words));
      }
      if (!key.options.empty()) item.key = std::move(key);
    } else if (const auto right = judgement(); right && item.type == ItemType::kTrueFalse) {
      item.key = JudgementKey{*right};
    } else if (item.type == ItemType::kFillIn) {
      std::vector<std::string> accepted;
      for (const GiftAnswer& answer : answers_) {
        if (answer.right) accepted.emplace_back(unescaped(trimmed(answer.words)));
      }
      if (!accepted.empty()) item.key = FillInKey{{std::move(accepted)}};
    }
    takeFeedback(item);
  }

  [[nodiscard]] std::vector<std::string> doubts() const {
    std::vector<std::string> all(reading_.losses.begin(), reading_.losses.end());
    if (answerFeedback_) all.push_back(say("选项各自的反馈没有收入。"));
    return all;
  }

 private:
  enum class Markup { kPlain, kHtml };

  /// "[html]" at the beginning; the words stay without it.
  static std::optional<Markup> formatAt(std::string_view& words) {
    for (const auto& [name, markup] :
         {std::pair("[html]", Markup::kHtml), std::pair("[moodle]", Markup::kHtml),
          std::pair("[plain]", Markup::kPlain), std::pair("[markdown]", Markup::kPlain)}) {
      if (!words.starts_with(name)) continue;
      words.remove_prefix(std::string_view(name).size());
      return markup;
    }
    return std::nullopt;
  }
  void takeFormat(std::string_view& body) {
    if (const auto markup = formatAt(body)) markup_ = *markup;
  }

  RichText rich(std::string_view words) {
    words = trimmed(words);
    const Markup markup = formatAt(words).value_or(markup_);
    const std::string text = unescaped(words);
    return markup == Markup::kHtml ? fromHtml(text, file_, reading_) : RichText::plain(text);
  }

  // =right ~wrong %50%partly, each with #feedback.
  void split() {
    std::string_view rest = inside_;
    if (rest.starts_with('#')) rest.remove_prefix(1);
    for (std::size_t at = findMark(rest, "=~"); at != std::string_view::npos;) {
      const std::size_t next = findMark(rest, "=~", at + 1);
      GiftAnswer answer;
      answer.wrong = rest[at] == '~';
      answer.right = !answer.wrong;
      std::string_view words =
          trimmed(rest.substr(at + 1, next == std::string_view::npos ? next : next - at - 1));
      if (words.starts_with('%')) {
        const std::size_t close = words.find('%', 1);
        if (close != std::string_view::npos) {
          answer.weight = std::strtod(std::string(words.substr(1, close - 1)).c_str(), nullptr);
          answer.right = *answer.weight > 0;
          words = trimmed(words.substr(close + 1));
        }
      }
      if (const std::size_t feedback = findMark(words, "#"); feedback != std::string_view::npos) {
        answerFeedback_ = answerFeedback_ || !trimmed(words.substr(feedback + 1)).empty();
        words = trimmed(words.substr(0, feedback));
      }
      answer.words = words;
      answers_.push_back(std::move(answer));
      at = next;
    }
    if (isNumerical() && answers_.empty() && !rest.empty())
      answers_.push_back({true, false, {}, std::string(trimmed(rest.substr(0, rest.find(':'))))});
  }

  // The braces stood in the sentence: there is the blank.
  void withBlank(TheoryItem& item) {
    std::vector<RichText::Block> blocks = item.stem.blocks();
    if (blocks.empty() || !std::holds_alternative<Paragraph>(blocks.back())) blocks.emplace_back(Paragraph{});
    auto& line = std::get<Paragraph>(blocks.back());
    line.pieces.push_back({Inline::Kind::kBlank, {}, {}});
    const RichText after = rich(after_);
    for (const RichText::Block& block : after.blocks()) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block);
          paragraph && &block == &after.blocks().front()) {
        std::ranges::copy(paragraph->pieces, std::back_inserter(line.pieces));
      } else {
        blocks.push_back(block);
      }
    }
    item.stem = RichText(std::move(blocks));
  }

  void takeFeedback(TheoryItem& item) {
    std::string_view words = trimmed(feedback_);
    if (words.empty()) return;
    if (formatAt(words).value_or(markup_) == Markup::kPlain) {
      item.rationale = RichText::plain(unescaped(words));
      return;
    }
    Feedback feedback = feedbackOf(unescaped(words), file_, reading_);
    item.rationale = std::move(feedback.rationale);
    item.reference = std::move(feedback.reference);
    item.scoring = std::move(feedback.scoring);
    if (!feedback.answer.blocks().empty()) item.key = ReferenceKey{std::move(feedback.answer)};
  }

  const std::string& file_;
  HtmlReading reading_;
  Markup markup_ = Markup::kPlain;
  std::string stem_;
  std::string after_;
  std::string inside_;
  std::string feedback_;
  std::vector<GiftAnswer> answers_;
  bool hasAnswers_ = false;
  bool answerFeedback_ = false;
};

void readQuestion(const GiftSource& source, const std::string& name, QuestionTaker& taker) {
  const std::string at = taker.enter();
  GiftQuestion question(source, name, taker.media());
  if (!question.hasAnswers()) {
    taker.verdicts().skipped(at, say("没有花括号里的答案，是说明。"));
    return;
  }
  if (question.isMatching()) {
    taker.verdicts().unclear(at, say("配对题题库里没有，没有导入。"));
    return;
  }
  const Tags tags(marksOf(source.comments, "tag"));
  const std::vector<std::string> ids = marksOf(source.comments, "id");
  TheoryItem item = taker.begin(ids.empty() ? std::nullopt : Id::parse(ids.front()), question.type(), tags,
                                source.category);
  question.fill(item, tags.ours());
  std::vector<std::string> doubts = question.doubts();
  if (question.isNumerical()) doubts.push_back(say("数值题收作填空题，允许误差没有收入。"));
  taker.take(std::move(item), at, doubts, tags.ours());
}

}  // namespace

bool looksLikeGift(std::string_view text) {
  const auto sources = sourcesOf(text.substr(0, 20'000));
  if (sources.empty()) return false;
  const auto answered = std::ranges::count_if(sources, [](const GiftSource& source) {
    const std::size_t open = findMark(source.body, "{");
    if (open == std::string::npos) return false;
    const std::size_t close = findMark(source.body, "}", open);
    const std::string_view inside =
        trimmed(std::string_view(source.body)
                    .substr(open + 1, close == std::string::npos ? close : close - open - 1));
    return inside.empty() || inside.find_first_of("=~#") != std::string_view::npos || inside == "T" ||
           inside == "F" || inside == "TRUE" || inside == "FALSE";
  });
  return answered * 2 >= static_cast<std::ptrdiff_t>(sources.size());
}

ImportResult importGift(const Bank& bank, const std::string& text, const std::string& name,
                        const ImportOptions& options) {
  QuestionTaker taker(bank, name, options);
  for (const GiftSource& source : sourcesOf(text)) readQuestion(source, name, taker);
  return std::move(taker).finish();
}

}  // namespace tiku::formats
