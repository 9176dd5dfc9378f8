// Moodle XML, as described in https://docs.moodle.org/en/Moodle_XML_format.
#include <algorithm>

#include "formats/base/markup.h"
#include "formats/base/say.h"
#include "formats/base/secret.h"
#include "formats/exchange/questions/feedback.h"
#include "formats/exchange/questions/item_tags.h"
#include "formats/exchange/questions/question_words.h"
#include "formats/exchange/questions/writers.h"
#include "formats/model/pictures.h"

namespace tiku::formats {
namespace {

std::string address(const std::string& media) {
  return std::string(kPluginFile) + media;
}

std::string textElement(const std::string& words) {
  return "<text>" + escapedMarkup(words) + "</text>";
}

class MoodleWriter {
 public:
  MoodleWriter(const Bank& bank, const ExportOptions& options, Losses& losses)
      : bank_(bank), options_(options), losses_(losses), tags_(bank) {
    out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n";
  }

  void add(const TheoryItem& item) {
    const std::string body = bodyOf(item);
    if (body.empty()) return;
    category(item);
    out_ += body;
    loseOrigin(item, losses_);
    ++written_;
  }

  Written finish() && { return {std::move(out_) + "</quiz>\n", written_}; }

 private:
  void category(const TheoryItem& item) {
    const auto part = [](std::string_view words) {
      // A slash parts categories; two of them are one.
      std::string safe;
      for (const char c : words) safe += c == '/' ? std::string("//") : std::string(1, c);
      return safe;
    };
    std::string path = "$course$/top/" + part(bank_.info().title.empty() ? "题库" : bank_.info().title) +
                       "/" + part(item.level.name());
    if (const std::string point = tags_.pointName(item); !point.empty()) path += "/" + part(point);
    if (path == category_) return;
    category_ = path;
    out_ += "<question type=\"category\"><category>" + textElement(path) + "</category></question>\n";
  }

  // Empty where Moodle cannot hold the item.
  std::string bodyOf(const TheoryItem& item) {
    switch (item.type) {
      case ItemType::kSingleChoice:
      case ItemType::kMultipleChoice:
        return choice(item);
      case ItemType::kTrueFalse:
        return judgement(item);
      case ItemType::kFillIn:
        return fillIn(item);
      default:
        return essay(item);
    }
  }

  std::string question(const TheoryItem& item, const std::string& type, const std::string& stem,
                       const std::string& answers, bool withAnswer = false) {
    Feedback feedback{item.rationale, {}, item.scoring, item.reference};
    if (withAnswer) {
      if (const auto* key = std::get_if<ReferenceKey>(&item.key)) feedback.answer = key->answer;
    }
    std::string out = "<question type=\"" + type + "\">\n<name>" + textElement(questionName(item)) +
                      "</name>\n<questiontext format=\"html\">" + textElement(stem) + files(item.stem) +
                      "</questiontext>\n<generalfeedback format=\"html\">" +
                      textElement(feedbackHtml(feedback, address)) + files(item.rationale) +
                      "</generalfeedback>\n<defaultgrade>" + (item.marks ? item.marks->str() : "1") +
                      "</defaultgrade>\n<penalty>0</penalty>\n<hidden>0</hidden>\n<idnumber>" +
                      item.id.str() + "</idnumber>\n" + answers + "<tags>";
    for (const std::string& tag : tags_.of(item)) out += "<tag>" + textElement(tag) + "</tag>";
    return out + "</tags>\n</question>\n";
  }

  std::string choice(const TheoryItem& item) {
    const auto* key = std::get_if<ChoiceKey>(&item.key);
    if (key == nullptr || key->options.empty()) {
      losses_.leaveOut(item, say("没有答案；Moodle 不收没有答案的客观题。"));
      return {};
    }
    const bool single = item.type == ItemType::kSingleChoice;
    const bool plugin = !single && options_.allOrNothing;
    if (!single && !plugin)
      losses_.add(item, say("多选题在 Moodle 里按选中的正确选项给部分分，不是全部选对才得分。"));
    std::string answers = "<single>" + std::string(single ? "true" : "false") +
                          "</single>\n<shuffleanswers>false</shuffleanswers>\n"
                          "<answernumbering>ABCD</answernumbering>\n";
    for (std::size_t i = 0; i < item.options.size(); ++i) {
      const bool right = std::ranges::find(key->options, static_cast<int>(i)) != key->options.end();
      const std::string fraction = right && (single || plugin) ? "100"
                                   : right                     ? shareOfMark(key->options.size())
                                   : single || plugin          ? "0"
                                                               : "-100";
      answers += "<answer fraction=\"" + fraction + "\" format=\"html\">" +
                 textElement(toHtml(item.options[i], address)) + files(item.options[i]) + "</answer>\n";
    }
    return question(item, plugin ? "multichoiceset" : "multichoice", toHtml(item.stem, address), answers);
  }

  std::string judgement(const TheoryItem& item) {
    const auto* key = std::get_if<JudgementKey>(&item.key);
    if (key == nullptr) {
      losses_.leaveOut(item, say("没有答案；Moodle 不收没有答案的客观题。"));
      return {};
    }
    const auto answer = [](bool right, const char* word) {
      return "<answer fraction=\"" + std::string(right ? "100" : "0") + "\"><text>" + word +
             "</text></answer>\n";
    };
    return question(item, "truefalse", toHtml(item.stem, address),
                    answer(key->correct, "true") + answer(!key->correct, "false"));
  }

  std::string fillIn(const TheoryItem& item) {
    const auto* key = std::get_if<FillInKey>(&item.key);
    if (key == nullptr || key->blanks.empty() ||
        std::ranges::any_of(key->blanks, [](const auto& blank) { return blank.empty(); })) {
      losses_.leaveOut(item, say("没有答案；Moodle 不收没有答案的客观题。"));
      return {};
    }
    if (key->blanks.size() > 1) return cloze(item, *key);
    std::string answers = "<usecase>0</usecase>\n";
    for (const std::string& accepted : key->blanks.front()) {
      answers += "<answer fraction=\"100\" format=\"moodle_auto_format\">" +
                 textElement(withBackslash(accepted, "*\\")) + "</answer>\n";
    }
    return question(item, "shortanswer", toHtml(item.stem, address), answers);
  }

  // Each blank of the stem becomes a field in its place.
  std::string cloze(const TheoryItem& item, const FillInKey& key) {
    if (item.stem.blankCount() != static_cast<int>(key.blanks.size())) {
      losses_.leaveOut(item, say("题干的空数与答案数不同，Moodle 里没有地方放答案。"));
      return {};
    }
    const std::string blank = toHtml(RichText({Paragraph{{{Inline::Kind::kBlank, {}, {}}}}}), address);
    const std::string inner = blank.substr(3, blank.size() - 7);  // Without <p> and </p>.
    std::string stem = toHtml(item.stem, address);
    std::size_t at = 0;
    for (const auto& accepted : key.blanks) {
      std::string field = R"(<span style="white-space:pre-wrap">{1:SHORTANSWER:)";
      for (const std::string& words : accepted)
        field += (&words == &accepted.front() ? "=" : "~=") + withBackslash(escapedMarkup(words), "}#~/\\*");
      field += "}</span>";
      at = stem.find(inner, at);
      stem.replace(at, inner.size(), field);
      at += field.size();
    }
    return question(item, "cloze", stem, {});
  }

  std::string essay(const TheoryItem& item) {
    const auto* key = std::get_if<ReferenceKey>(&item.key);
    const bool drawing = item.type == ItemType::kDrawing;
    const RichText none;
    const RichText& answer = key == nullptr ? none : key->answer;
    return question(
        item, "essay", toHtml(item.stem, address),
        "<responseformat>" + std::string(drawing ? "noinline" : "editor") +
            "</responseformat>\n<responserequired>1</responserequired>\n"
            "<responsefieldlines>15</responsefieldlines>\n<attachments>" +
            (drawing ? "1" : "0") + "</attachments>\n<attachmentsrequired>" + (drawing ? "1" : "0") +
            "</attachmentsrequired>\n<graderinfo format=\"html\">" + textElement(toHtml(answer, address)) +
            files(answer) +
            "</graderinfo>\n<responsetemplate format=\"html\"><text></text></responsetemplate>\n");
  }

  std::string files(const RichText& text) {
    std::string out;
    std::vector<std::string> names = text.images();
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    for (const std::string& name : names) {
      if (const Media* media = mediaNamed(bank_, name)) {
        out += "<file name=\"" + escapedMarkup(name) + "\" path=\"/\" encoding=\"base64\">" +
               toBase64(media->bytes) + "</file>";
      }
    }
    return out;
  }

  const Bank& bank_;
  const ExportOptions& options_;
  Losses& losses_;
  TagWriter tags_;
  std::string out_;
  std::string category_;
  int written_ = 0;
};

}  // namespace

Written writeMoodle(const Bank& bank, const TheoryItems& items, const ExportOptions& options,
                    Losses& losses) {
  MoodleWriter writer(bank, options, losses);
  for (const auto& item : items) writer.add(*item);
  return std::move(writer).finish();
}

}  // namespace tiku::formats
