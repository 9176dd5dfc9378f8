#include "formats/exchange/qti/write_item.h"

#include <algorithm>

#include "formats/base/say.h"
#include "formats/exchange/qti/body_text.h"
#include "formats/exchange/questions/question_words.h"
#include "formats/model/pictures.h"

namespace tiku::formats::qti {
namespace {

constexpr std::string_view kPrefix = "tiku-";
constexpr const char* kResponse = "RESPONSE";

class ItemWriter {
 public:
  ItemWriter(const Bank& bank, const TheoryItem& item, Version version, Losses& losses)
      : bank_(bank), item_(item), version_(version), losses_(losses) {}

  WrittenItem write() && {
    const std::string interaction = interactionOf();
    if (interaction.empty()) return {};
    const Dialect& dialect = dialectOf(version_);
    const std::string space(dialect.itemSpace);
    const std::string name = questionName(item_);
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" +
                      elementName(version_, "assessmentItem") + " xmlns=\"" + space +
                      "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"" +
                      space + " " + std::string(dialect.itemSchema) + "\" identifier=\"" +
                      identifierOf(item_.id) + "\" title=\"" +
                      escapedText(name.empty() ? item_.id.str() : name) + "\" " +
                      (version_ == Version::k22 ? "adaptive=\"false\" timeDependent=\"false\""
                                                : "adaptive=\"false\" time-dependent=\"false\"") +
                      " xml:lang=\"zh-CN\">\n";
    out += responses_ + outcome() + stimulus() + start("itemBody") + "\n" + shared() +
           start("div", {{"class", "tiku-stem"}}) + stem_ + end("div") + "\n" + interaction + rubrics() +
           end("itemBody") + "\n" + processing_ + end("assessmentItem") + "\n";
    return {std::move(out), std::move(media_)};
  }

 private:
  // What the items of a set share: QTI 3 has files for it, which all its readers know; in 2.2 few do, and
  // every item repeats it.
  std::string stimulus() {
    const ItemSet* set = bank_.setOf(item_.id);
    if (version_ == Version::k22 || set == nullptr || set->stem.blocks().empty()) return {};
    return emptyTag(version_, "assessmentStimulusRef",
                    {{"identifier", identifierOf(set->id)}, {"href", "../" + stimulusHref(*set)}}) +
           "\n";
  }

  std::string shared() {
    const ItemSet* set = bank_.setOf(item_.id);
    if (version_ != Version::k22 || set == nullptr || set->stem.blocks().empty()) return {};
    return start("div", {{"class", "tiku-shared"}}) + text(set->stem) + end("div") + "\n";
  }

  [[nodiscard]] std::string start(std::string_view name, Attributes attributes = {}) const {
    return startTag(version_, name, attributes);
  }
  [[nodiscard]] std::string end(std::string_view name) const { return endTag(version_, name); }

  std::string text(const RichText& text, std::function<std::string(int)> blank = {}) {
    return bodyText(text, {.picture = [this](const std::string& media) { return picture(media); },
                           .blank = std::move(blank),
                           .plainFormula = [this] { plainFormula_ = true; }});
  }

  std::string picture(const std::string& media) {
    if (mediaNamed(bank_, media) != nullptr) {
      media_.insert(media);
    } else {
      losses_.add(item_, say("图片不在题库里，没有写出。"));
    }
    return "../media/" + media;
  }

  // Sets stem_, responses_ and processing_; empty where the item cannot be written.
  std::string interactionOf() {
    if (hasOptions(item_.type)) return choice();
    if (item_.type == ItemType::kTrueFalse) return judgement();
    if (item_.type == ItemType::kFillIn) return fillIn();
    return open();
  }

  std::string response(const std::string& name, bool several, std::string_view type,
                       const std::string& inside) {
    return start("responseDeclaration", {{"identifier", name},
                                         {"cardinality", several ? "multiple" : "single"},
                                         {"baseType", std::string(type)}}) +
           inside + end("responseDeclaration") + "\n";
  }

  std::string correct(const std::vector<std::string>& values) {
    if (values.empty()) return {};
    std::string out = start("correctResponse");
    for (const std::string& value : values) out += start("value") + escapedText(value) + end("value");
    return out + end("correctResponse");
  }

  void matchCorrect() {
    const Dialect& dialect = dialectOf(version_);
    processing_ = emptyTag(version_, "responseProcessing",
                           {{"template", std::string(dialect.templates) + "match_correct" +
                                             std::string(dialect.templateExtension)}}) +
                  "\n";
  }

  std::string choice() {
    if (item_.options.empty()) {
      losses_.leaveOut(item_, say("没有选项；QTI 的选择题至少要有一个。"));
      return {};
    }
    stem_ = text(item_.stem);
    std::vector<std::string> right;
    if (const auto* key = std::get_if<ChoiceKey>(&item_.key)) {
      for (const int option : key->options) {
        if (option >= 0 && static_cast<std::size_t>(option) < item_.options.size()) {
          right.push_back(optionName(static_cast<std::size_t>(option)));
        } else {
          losses_.add(item_, say("答案指着没有的选项，没有写出。"));
        }
      }
      if (key->options.empty()) losses_.add(item_, say("答案里一个选项也没有，写成了没有答案。"));
    } else {
      foreignKey();
    }
    const bool several = item_.type == ItemType::kMultipleChoice || right.size() > 1;
    responses_ = response(kResponse, several, "identifier", correct(right));
    if (!right.empty()) matchCorrect();
    std::string options;
    for (std::size_t i = 0; i < item_.options.size(); ++i)
      options += option(optionName(i), text(item_.options[i]));
    return interaction(several, options);
  }

  std::string judgement() {
    stem_ = text(item_.stem);
    std::vector<std::string> right;
    if (const auto* key = std::get_if<JudgementKey>(&item_.key)) {
      right = {key->correct ? "true" : "false"};
      matchCorrect();
    } else {
      foreignKey();
    }
    responses_ = response(kResponse, false, "identifier", correct(right));
    return interaction(false, option("true", "正确") + option("false", "错误"));
  }

  std::string option(const std::string& name, const std::string& words) {
    return start("simpleChoice", {{"identifier", name}}) + words + end("simpleChoice") + "\n";
  }

  std::string interaction(bool several, const std::string& options) {
    return start("choiceInteraction", {{"responseIdentifier", kResponse},
                                       {"shuffle", "false"},
                                       {"maxChoices", several ? "0" : "1"}}) +
           "\n" + options + end("choiceInteraction") + "\n";
  }

  // The answer goes where the stem has its blanks; where their number differs, below the stem.
  std::string fillIn() {
    FillInKey key;
    if (const auto* its = std::get_if<FillInKey>(&item_.key)) {
      key = *its;
      if (std::ranges::all_of(key.blanks, [](const auto& blank) { return blank.empty(); }))
        losses_.add(item_, say("答案里一个答案也没有，写成了没有答案。"));
    } else {
      foreignKey();
    }
    const int inStem = item_.stem.blankCount();
    if (key.blanks.empty()) key.blanks.resize(static_cast<std::size_t>(std::max(1, inStem)));
    const auto entry = [this](int number) {
      return emptyTag(version_, "textEntryInteraction", {{"responseIdentifier", blankName(number)}});
    };
    for (std::size_t i = 0; i < key.blanks.size(); ++i)
      responses_ += response(blankName(static_cast<int>(i)), false, "string", accepted(key.blanks[i]));
    addBlanks(key.blanks);
    if (inStem == static_cast<int>(key.blanks.size())) {
      stem_ = text(item_.stem, entry);
      return "\n";
    }
    stem_ = text(item_.stem);
    std::string below = start("div", {{"class", "tiku-entries"}});
    for (std::size_t i = 0; i < key.blanks.size(); ++i)
      below += "<p>" + std::to_string(i + 1) + ". " + entry(static_cast<int>(i)) + "</p>";
    return below + end("div") + "\n";
  }

  static std::string blankName(int number) {
    return number == 0 ? kResponse : std::string(kResponse) + "_" + std::to_string(number + 1);
  }

  // The first answer is the model; all of them are accepted, whatever their case.
  std::string accepted(const std::vector<std::string>& answers) {
    if (answers.empty()) return {};
    std::string out = correct({answers.front()}) + start("mapping", {{"defaultValue", "0"}});
    for (const std::string& answer : answers) {
      // An empty answer is one, too: the attribute must be there.
      out += "<" + elementName(version_, "mapEntry") + (version_ == Version::k22 ? " mapKey" : " map-key") +
             "=\"" + escapedText(answer) + "\"" +
             (version_ == Version::k22 ? R"( mappedValue="1" caseSensitive="false"/>)"
                                       : R"( mapped-value="1" case-sensitive="false"/>)");
    }
    return out + end("mapping");
  }

  // SCORE is the share of the blanks that are right.
  void addBlanks(const std::vector<std::vector<std::string>>& blanks) {
    std::string sum;
    int counted = 0;
    for (std::size_t i = 0; i < blanks.size(); ++i) {
      if (blanks[i].empty()) continue;
      sum += emptyTag(version_, "mapResponse", {{"identifier", blankName(static_cast<int>(i))}});
      ++counted;
    }
    if (counted == 0) return;
    processing_ = start("responseProcessing") + "\n" + start("setOutcomeValue", {{"identifier", "SCORE"}}) +
                  start("divide") + start("sum") + sum + end("sum") +
                  start("baseValue", {{"baseType", "float"}}) + std::to_string(counted) + end("baseValue") +
                  end("divide") + end("setOutcomeValue") + "\n" + end("responseProcessing") + "\n";
  }

  std::string open() {
    stem_ = text(item_.stem);
    const bool drawn = item_.type == ItemType::kDrawing;
    responses_ = response(kResponse, false, drawn ? "file" : "string", {});
    if (const auto* key = std::get_if<ReferenceKey>(&item_.key)) {
      if (key->answer.blocks().empty()) losses_.add(item_, say("参考答案里什么也没有，写成了没有答案。"));
    } else {
      foreignKey();
    }
    return emptyTag(version_, drawn ? "uploadInteraction" : "extendedTextInteraction",
                    {{"responseIdentifier", kResponse}}) +
           "\n";
  }

  void foreignKey() {
    if (!std::holds_alternative<std::monostate>(item_.key))
      losses_.add(item_, say("答案的写法与题型不合，没有写出。"));
  }

  std::string outcome() {
    const bool human = !isObjective(item_.type) && item_.type != ItemType::kFillIn;
    return start("outcomeDeclaration",
                 {{"identifier", "SCORE"},
                  {"cardinality", "single"},
                  {"baseType", "float"},
                  {"normalMaximum", human ? (item_.marks ? item_.marks->str() : "") : "1"},
                  {"externalScored", human ? "human" : ""}}) +
           start("defaultValue") + start("value") + "0" + end("value") + end("defaultValue") +
           end("outcomeDeclaration") + "\n";
  }

  // What is not for the candidate's eyes: each part in a block of its own.
  std::string rubrics() {
    std::string out;
    if (const auto* key = std::get_if<ReferenceKey>(&item_.key); key && !key->answer.blocks().empty())
      out += rubric("tiku-answer", text(key->answer));
    std::string scoring;
    for (const ScoringPoint& point : item_.scoring)
      scoring += "<p>" + spanOf("tiku-marks", point.marks.str()) + " 分：" + spanOf("tiku-text", point.text) +
                 "</p>";
    if (!scoring.empty()) out += rubric("tiku-scoring", scoring);
    if (!item_.rationale.blocks().empty()) out += rubric("tiku-rationale", text(item_.rationale));
    if (!item_.reference.empty())
      out += rubric("tiku-reference", "<p>出处：" + spanOf("tiku-text", item_.reference) + "</p>");
    if (plainFormula_) losses_.add(item_, say("公式里有换不成 MathML 的写法，其他系统显示成 TeX。"));
    return out;
  }

  std::string rubric(const std::string& look, const std::string& inside) {
    const bool newer = version_ == Version::k30;
    return start("rubricBlock", {{"view", "author scorer tutor"}, {"use", newer ? "scoring" : ""}}) +
           (newer ? start("contentBody") : "") + start("div", {{"class", look}}) + inside + end("div") +
           (newer ? end("contentBody") : "") + end("rubricBlock") + "\n";
  }

  const Bank& bank_;
  const TheoryItem& item_;
  Version version_;
  Losses& losses_;
  std::string stem_;
  std::string responses_;
  std::string processing_;
  std::set<std::string> media_;
  bool plainFormula_ = false;
};

}  // namespace

WrittenItem writeItem(const Bank& bank, const TheoryItem& item, Version version, Losses& losses) {
  return ItemWriter(bank, item, version, losses).write();
}

std::string identifierOf(const Id& id) {
  return std::string(kPrefix) + id.str();
}

std::optional<Id> idOfIdentifier(std::string_view identifier) {
  if (!identifier.starts_with(kPrefix)) return std::nullopt;
  return Id::parse(identifier.substr(kPrefix.size()));
}

std::string optionName(std::size_t position) {
  constexpr std::size_t kLetters = 26;
  std::string name(1, static_cast<char>('A' + position % kLetters));
  return position < kLetters ? name : optionName(position / kLetters - 1) + name;
}

}  // namespace tiku::formats::qti
