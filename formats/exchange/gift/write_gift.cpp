// GIFT, as described in https://docs.moodle.org/en/GIFT_format. What it has no field for stands in comments
// that Moodle reads as well: [id:...] and [tag:...].
#include <algorithm>

#include "formats/base/say.h"
#include "formats/base/secret.h"
#include "formats/base/trim.h"
#include "formats/exchange/questions/feedback.h"
#include "formats/exchange/questions/item_tags.h"
#include "formats/exchange/questions/question_words.h"
#include "formats/exchange/questions/writers.h"
#include "formats/model/pictures.h"

namespace tiku::formats {
namespace {

std::string mimeOf(std::string_view media) {
  const std::string_view extension = media.substr(media.rfind('.') + 1);
  if (extension == "jpg") return "image/jpeg";
  if (extension == "svg") return "image/svg+xml";
  return "image/" + std::string(extension);
}

// The marks lose their meaning behind a backslash; the end of a line would end the question.
std::string escapedLine(std::string_view words, std::string_view marks) {
  std::string out;
  for (const char c : withBackslash(words, marks)) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      out += c;
    }
  }
  return out;
}

std::string escapedGift(std::string_view words) {
  return escapedLine(words, "\\~=#{}:");
}

class GiftWriter {
 public:
  GiftWriter(const Bank& bank, Losses& losses) : bank_(bank), losses_(losses), tags_(bank) {}

  void add(const TheoryItem& item) {
    const auto answers = answersOf(item);
    if (!answers) return;
    category(item);
    out_ += "// [id:" + item.id.str() + "]";
    for (const std::string& tag : tags_.of(item)) out_ += " [tag:" + escapedLine(tag, "]\\") + "]";
    out_ += "\n::" + escapedGift(questionName(item)) + "::[html]" + escapedGift(html(item.stem)) + "{" +
            *answers + feedbackOf(item) + "}\n\n";
    if (!item.stem.images().empty()) losses_.add(item, say("图片写在文字里（data:），不是所有系统都显示。"));
    loseOrigin(item, losses_);
    ++written_;
  }

  Written finish() && { return {std::move(out_), written_}; }

 private:
  std::string html(const RichText& text) const {
    return toHtml(text, [this](const std::string& name) {
      const Media* media = mediaNamed(bank_, name);
      return media == nullptr ? name : "data:" + mimeOf(name) + ";base64," + toBase64(media->bytes);
    });
  }

  void category(const TheoryItem& item) {
    std::string path = "$course$/top/" + std::string(item.level.name());
    if (std::string point = tags_.pointName(item); !point.empty()) {
      std::ranges::replace(point, '/', '-');
      path += "/" + point;
    }
    if (path == category_) return;
    category_ = path;
    out_ += "$CATEGORY: " + path + "\n\n";
  }

  std::optional<std::string> answersOf(const TheoryItem& item) {
    switch (item.type) {
      case ItemType::kSingleChoice:
      case ItemType::kMultipleChoice:
        return choice(item);
      case ItemType::kTrueFalse:
        if (const auto* key = std::get_if<JudgementKey>(&item.key)) return key->correct ? "TRUE" : "FALSE";
        break;
      case ItemType::kFillIn:
        return fillIn(item);
      default:
        return "";
    }
    losses_.leaveOut(item, say("没有答案；GIFT 写不下没有答案的客观题。"));
    return std::nullopt;
  }

  std::optional<std::string> choice(const TheoryItem& item) {
    const auto* key = std::get_if<ChoiceKey>(&item.key);
    if (key == nullptr || key->options.empty()) {
      losses_.leaveOut(item, say("没有答案；GIFT 写不下没有答案的客观题。"));
      return std::nullopt;
    }
    const bool single = item.type == ItemType::kSingleChoice;
    if (!single) losses_.add(item, say("多选题在 GIFT 里按选中的正确选项给部分分，不是全部选对才得分。"));
    std::string out;
    for (std::size_t i = 0; i < item.options.size(); ++i) {
      const bool right = std::ranges::find(key->options, static_cast<int>(i)) != key->options.end();
      const std::string weight = right ? "%" + shareOfMark(key->options.size()) + "%" : "%-100%";
      out += std::string("\n\t") + (single ? (right ? "=" : "~") : "~" + weight) + "[html]" +
             escapedGift(html(item.options[i]));
    }
    return out + "\n";
  }

  std::optional<std::string> fillIn(const TheoryItem& item) {
    const auto* key = std::get_if<FillInKey>(&item.key);
    if (key == nullptr || key->blanks.size() != 1 || key->blanks.front().empty()) {
      losses_.leaveOut(item, key == nullptr || key->blanks.size() < 2
                                 ? say("没有答案；GIFT 写不下没有答案的客观题。")
                                 : say("GIFT 的填空题只能有一个空。"));
      return std::nullopt;
    }
    std::string out;
    for (const std::string& accepted : key->blanks.front()) {
      if (trimmed(accepted) != accepted) losses_.add(item, say("答案首尾的空白没有写出。"));
      out += "\n\t=" + escapedGift(accepted);
    }
    return out + "\n";
  }

  std::string feedbackOf(const TheoryItem& item) const {
    Feedback feedback{item.rationale, {}, item.scoring, item.reference};
    if (const auto* key = std::get_if<ReferenceKey>(&item.key)) feedback.answer = key->answer;
    const std::string words = feedbackHtml(feedback, [this](const std::string& name) {
      const Media* media = mediaNamed(bank_, name);
      return media == nullptr ? name : "data:" + mimeOf(name) + ";base64," + toBase64(media->bytes);
    });
    return words.empty() ? "" : "####[html]" + escapedGift(words);
  }

  const Bank& bank_;
  Losses& losses_;
  TagWriter tags_;
  std::string out_;
  std::string category_;
  int written_ = 0;
};

}  // namespace

Written writeGift(const Bank& bank, const TheoryItems& items, Losses& losses) {
  GiftWriter writer(bank, losses);
  for (const auto& item : items) writer.add(*item);
  return std::move(writer).finish();
}

}  // namespace tiku::formats
