// Moodle XML, as described in https://docs.moodle.org/en/Moodle_XML_format.
#include <algorithm>
#include <cstdlib>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/secret.h"
#include "formats/base/trim.h"
#include "formats/base/xml.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/questions/feedback.h"
#include "formats/exchange/questions/question_words.h"
#include "formats/exchange/questions/readers.h"
#include "formats/exchange/questions/take_questions.h"

namespace tiku::formats {
namespace {

constexpr XmlLimits kLimits{.bytes = 256U << 20U};

/// Answers of a question, as Moodle has them.
struct Answer {
  double fraction = 0;  ///< Percent of the mark.
  std::string plain;
  RichText text;
};

/// One question while it is read.
class Question {
 public:
  Question(XmlElement element, const std::string& file, std::map<std::string, std::string>& media)
      : element_(element), file_(file), media_(media) {
    for (XmlElement tag = element.first("tags").first("tag"); tag; tag = tag.next("tag"))
      tags_.push_back(tag.first("text").text());
  }

  [[nodiscard]] std::string type() const { return element_.attribute("type"); }
  [[nodiscard]] std::vector<std::string> tags() const { return tags_; }
  [[nodiscard]] std::optional<Id> id() const { return Id::parse(trimmed(element_.first("idnumber").text())); }
  [[nodiscard]] std::string words(const char* name) const {
    return std::string(trimmed(element_.first(name).text()));
  }

  RichText rich(XmlElement part) {
    if (!part) return {};
    const std::string text = part.first("text").text();
    const std::string format = part.attribute("format");
    const bool html = format == "html" || format.empty() || text.find('<') != std::string::npos;
    if (!html || format == "plain_text" || format == "markdown") return RichText::plain(trimmed(text));
    HtmlReading reading = readingOf(part);
    RichText made = fromHtml(text, file_, reading);
    lost(reading);
    return made;
  }
  RichText rich(const char* name) { return rich(element_.first(name)); }

  Feedback feedback() {
    const XmlElement part = element_.first("generalfeedback");
    if (!part) return {};
    HtmlReading reading = readingOf(part);
    Feedback made = feedbackOf(part.first("text").text(), file_, reading);
    lost(reading);
    return made;
  }

  std::vector<Answer> answers() {
    std::vector<Answer> all;
    for (XmlElement part = element_.first("answer"); part; part = part.next("answer")) {
      all.push_back(
          {std::strtod(part.attribute("fraction").c_str(), nullptr), part.first("text").text(), rich(part)});
      if (!trimmed(part.first("feedback").first("text").text()).empty())
        doubts_.insert(say("选项各自的反馈没有收入。"));
    }
    return all;
  }

  [[nodiscard]] XmlElement element() const { return element_; }
  void doubt(const std::string& sentence) { doubts_.insert(sentence); }
  [[nodiscard]] std::vector<std::string> doubts() const { return {doubts_.begin(), doubts_.end()}; }

 private:
  // The pictures of a part stand in it, in base64.
  HtmlReading readingOf(XmlElement part) {
    HtmlReading reading;
    reading.picture = [this, part](const std::string& address) { return pictureOf(part, address); };
    return reading;
  }

  std::string pictureOf(XmlElement part, const std::string& address) {
    if (address.starts_with("data:")) return pictureOfData(address, media_);
    if (!address.starts_with(kPluginFile)) return {};
    const std::string name = address.substr(kPluginFile.size());
    for (XmlElement file = part.first("file"); file; file = file.next("file")) {
      if (file.attribute("name") != name) continue;
      auto bytes = fromBase64(withoutSpaces(file.text()));
      return bytes ? keptPicture(name, std::move(*bytes), media_) : std::string();
    }
    return {};
  }

  void lost(const HtmlReading& reading) { doubts_.insert(reading.losses.begin(), reading.losses.end()); }

  XmlElement element_;
  const std::string& file_;
  std::map<std::string, std::string>& media_;
  std::vector<std::string> tags_;
  std::set<std::string> doubts_;
};

void readChoice(Question& question, TheoryItem& item) {
  ChoiceKey key;
  bool shares = false;
  for (const Answer& answer : question.answers()) {
    if (answer.fraction > 0) key.options.push_back(static_cast<int>(item.options.size()));
    shares = shares || (answer.fraction > 0 && answer.fraction < 100 && item.type == ItemType::kSingleChoice);
    item.options.push_back(answer.text);
  }
  if (item.type == ItemType::kSingleChoice && key.options.size() > 1)
    question.doubt(say("单选题有 {n} 个选项得分。", "n"_a = key.options.size()));
  if (shares) question.doubt(say("有选项只得一部分分，题库里算作正确选项。"));
  if (!key.options.empty()) item.key = std::move(key);
}

void readJudgement(Question& question, TheoryItem& item) {
  for (const Answer& answer : question.answers()) {
    if (answer.fraction <= 0) continue;
    item.key = JudgementKey{trimmed(answer.plain) == "true"};
  }
}

void readShortAnswer(Question& question, TheoryItem& item) {
  std::vector<std::string> accepted;
  for (const Answer& answer : question.answers()) {
    constexpr double kAll = 99.9;
    if (answer.fraction < kAll) {
      if (answer.fraction > 0) question.doubt(say("只得一部分分的答案没有收入。"));
      continue;
    }
    if (answer.plain == "*") continue;
    accepted.push_back(withoutBackslash(answer.plain));
  }
  if (!accepted.empty()) item.key = FillInKey{{std::move(accepted)}};
}

// {1:SHORTANSWER:=a~=b} in the words becomes a blank with its answers.
class ClozeText {
 public:
  RichText read(const RichText& text) {
    std::vector<RichText::Block> blocks;
    for (const RichText::Block& block : text.blocks()) {
      const auto* paragraph = std::get_if<Paragraph>(&block);
      if (paragraph == nullptr) {
        blocks.push_back(block);
        continue;
      }
      Paragraph made;
      for (const Inline& piece : paragraph->pieces) {
        if (piece.kind == Inline::Kind::kText) {
          split(piece.text, made);
        } else {
          made.pieces.push_back(piece);
        }
      }
      blocks.emplace_back(std::move(made));
    }
    return RichText(std::move(blocks));
  }

  FillInKey key;
  bool foreign = false;  ///< A field of a kind that is no blank.

 private:
  void split(std::string_view text, Paragraph& out) {
    while (true) {
      const std::size_t from = fieldAt(text);
      const std::size_t to = from == std::string_view::npos ? from : endOf(text, from);
      if (to == std::string_view::npos) break;
      if (from > 0) out.pieces.push_back({Inline::Kind::kText, std::string(text.substr(0, from)), {}});
      field(text.substr(from + 1, to - from - 1));
      out.pieces.push_back({Inline::Kind::kBlank, {}, {}});
      text.remove_prefix(to + 1);
    }
    if (!text.empty()) out.pieces.push_back({Inline::Kind::kText, std::string(text), {}});
  }

  static std::size_t fieldAt(std::string_view text) {
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
      std::size_t digits = at + 1;
      while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
      if (digits < text.size() && text[digits] == ':') return at;
    }
    return std::string_view::npos;
  }

  static std::size_t endOf(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
      if (text[at] == '\\') {
        ++at;
      } else if (text[at] == '}') {
        return at;
      }
    }
    return std::string_view::npos;
  }

  void field(std::string_view words) {
    const std::size_t kind = words.find(':') + 1;
    const std::size_t answers = words.find(':', kind);
    const std::string_view name = words.substr(kind, answers == std::string_view::npos ? 0 : answers - kind);
    foreign = foreign || !(name == "SHORTANSWER" || name == "SA" || name == "MW" || name == "SHORTANSWER_C" ||
                           name == "SAC" || name == "MWC");
    std::vector<std::string> accepted;
    std::string one;
    const auto end = [&] {
      if (one.starts_with('=')) accepted.push_back(withoutBackslash(one.substr(1)));
      one.clear();
    };
    bool feedback = false;
    for (std::size_t at = answers == std::string_view::npos ? words.size() : answers + 1; at < words.size();
         ++at) {
      if (words[at] == '\\' && at + 1 < words.size()) {
        if (!feedback) one.append(words.substr(at, 2));
        ++at;
      } else if (words[at] == '~') {
        end();
        feedback = false;
      } else if (words[at] == '#') {
        feedback = true;
      } else if (!feedback) {
        one += words[at];
      }
    }
    end();
    key.blanks.push_back(std::move(accepted));
  }
};

void readCloze(Question& question, TheoryItem& item) {
  ClozeText cloze;
  item.stem = cloze.read(item.stem);
  if (cloze.foreign) question.doubt(say("完形填空里有不是填写的空，请核对。"));
  item.key = std::move(cloze.key);
}

std::optional<ItemType> typeOf(const Question& question) {
  const std::string type = question.type();
  if (type == "multichoice")
    return question.words("single") == "false" ? ItemType::kMultipleChoice : ItemType::kSingleChoice;
  if (type == "multichoiceset") return ItemType::kMultipleChoice;
  if (type == "truefalse") return ItemType::kTrueFalse;
  if (type == "shortanswer" || type == "numerical" || type == "cloze") return ItemType::kFillIn;
  if (type == "essay") return ItemType::kShortAnswer;
  return std::nullopt;
}

void readAnswers(Question& question, TheoryItem& item) {
  const std::string type = question.type();
  if (type.starts_with("multichoice")) return readChoice(question, item);
  if (type == "truefalse") return readJudgement(question, item);
  if (type == "cloze") return readCloze(question, item);
  if (type == "essay") {
    if (RichText answer = question.rich("graderinfo"); !answer.blocks().empty())
      item.key = ReferenceKey{std::move(answer)};
    return;
  }
  if (type == "numerical") question.doubt(say("数值题收作填空题，允许误差没有收入。"));
  readShortAnswer(question, item);
}

void readQuestion(XmlElement element, const std::string& name, const std::string& category,
                  QuestionTaker& taker) {
  const std::string at = taker.enter();
  Question question(element, name, taker.media());
  const auto type = typeOf(question);
  if (!type) {
    taker.verdicts().unclear(at,
                             say("Moodle 的题型“{type}”题库里没有，没有导入。", "type"_a = question.type()));
    return;
  }
  const Tags tags(question.tags());
  TheoryItem item = taker.begin(question.id(), *type, tags, category);
  item.stem = question.rich("questiontext");
  readAnswers(question, item);
  Feedback feedback = question.feedback();
  item.rationale = std::move(feedback.rationale);
  item.reference = std::move(feedback.reference);
  item.scoring = std::move(feedback.scoring);
  taker.take(std::move(item), at, question.doubts(), tags.ours());
}

}  // namespace

bool looksLikeMoodle(std::string_view bytes) {
  constexpr std::size_t kHead = 4096;
  return bytes.substr(0, kHead).find("<quiz") != std::string_view::npos;
}

ImportResult importMoodle(const Bank& bank, const std::string& bytes, const std::string& name,
                          const ImportOptions& options) {
  const XmlDocument document = XmlDocument::parse(bytes, name, kLimits);
  if (document.root().name() != "quiz") {
    throw FormatError(ErrorCode::kNotUnderstood, say("这不是 Moodle 的试题文件。"), {name, 0, {}},
                      say("请在 Moodle 的题库里导出为“Moodle XML 格式”。"));
  }
  QuestionTaker taker(bank, name, options);
  std::string category;
  for (XmlElement question = document.root().first("question"); question;
       question = question.next("question")) {
    if (question.attribute("type") == "category") {
      category = trimmed(question.first("category").first("text").text());
    } else {
      readQuestion(question, name, category, taker);
    }
  }
  return std::move(taker).finish();
}

}  // namespace tiku::formats
