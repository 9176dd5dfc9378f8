#include "formats/exchange/qti/read_item.h"

#include <algorithm>
#include <array>

#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/exchange/html/html_text.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/qti/body.h"
#include "formats/exchange/qti/dialect.h"
#include "formats/exchange/qti/responses.h"

namespace tiku::formats::qti {
namespace {

bool hasClass(XmlElement element, std::string_view look) {
  const std::string looks = " " + element.attribute("class") + " ";
  return looks.find(" " + std::string(look) + " ") != std::string::npos;
}

// The words of the first element below with that class.
std::optional<std::string> wordsIn(XmlElement parent, std::string_view look) {
  for (XmlElement child = parent.first(); child; child = child.next()) {
    if (hasClass(child, look)) return child.text();
  }
  return std::nullopt;
}

struct Way {
  std::string_view interaction;
  const char* name;
};
// Ways of answering that a bank has no type for, in the words of teachers.
constexpr std::array<Way, 16> kOtherWays{{{"orderInteraction", markForTranslation("排序")},
                                          {"matchInteraction", markForTranslation("配对")},
                                          {"associateInteraction", markForTranslation("连线")},
                                          {"gapMatchInteraction", markForTranslation("选词填空")},
                                          {"hottextInteraction", markForTranslation("文中点选")},
                                          {"hotspotInteraction", markForTranslation("图上点选")},
                                          {"selectPointInteraction", markForTranslation("图上标点")},
                                          {"positionObjectInteraction", markForTranslation("图上摆放")},
                                          {"graphicOrderInteraction", markForTranslation("图上排序")},
                                          {"graphicAssociateInteraction", markForTranslation("图上连线")},
                                          {"graphicGapMatchInteraction", markForTranslation("图上填放")},
                                          {"sliderInteraction", markForTranslation("滑块")},
                                          {"drawingInteraction", markForTranslation("在图上画")},
                                          {"uploadInteraction", markForTranslation("交文件")},
                                          {"mediaInteraction", markForTranslation("看听媒体")},
                                          {"endAttemptInteraction", markForTranslation("提示按钮")}}};

// What people call it; where nobody does, its name in QTI.
std::string wayOf(const std::string& interaction) {
  const auto* way = std::ranges::find(kOtherWays, interaction, &Way::interaction);
  return way == kOtherWays.end() ? interaction : translate(way->name);
}

class ItemReader {
 public:
  ItemReader(XmlElement root, const PictureOf& picture)
      : root_(root), marking_(markingOf(root)), responses_(responsesOf(root)), parts_(root) {
    html_.picture = picture;
  }

  ReadItem read() && {
    item_.ours = parts_.body().ours;
    item_.readOnly = reason();
    item_.stem = fromHtml(parts_.body().text, html_);
    item_.shared = fromHtml(parts_.body().shared, html_);
    for (XmlElement one = firstOf(root_, "assessmentStimulusRef"); one;
         one = nextOf(one, "assessmentStimulusRef"))
      item_.stimuli.push_back(attributeOf(one, "href"));
    const Interaction* only =
        parts_.body().interactions.size() == 1 ? parts_.body().interactions.data() : nullptr;
    if (only != nullptr && (only->name == "choiceInteraction" || only->name == "inlineChoiceInteraction")) {
      choice(*only);
    } else if (allAre("textEntryInteraction")) {
      fillIn();
    } else if (only != nullptr && only->name == "extendedTextInteraction") {
      item_.type = ItemType::kShortAnswer;
    } else {
      item_.type = only != nullptr && only->name == "uploadInteraction" ? ItemType::kDrawing
                                                                        : ItemType::kComprehensive;
    }
    rubrics();
    const bool shown = firstOf(root_, "modalFeedback") || parts_.body().hasFeedback;
    if (shown) item_.doubts.insert(say("作答后显示的反馈没有收入。"));
    item_.doubts.insert(html_.losses.begin(), html_.losses.end());
    return std::move(item_);
  }

 private:
  [[nodiscard]] bool allAre(std::string_view name) const {
    const auto& all = parts_.body().interactions;
    return !all.empty() && std::ranges::all_of(all, [name](const auto& one) { return one.name == name; });
  }

  [[nodiscard]] std::string reason() const {
    const auto& interactions = parts_.body().interactions;
    if (attributeOf(root_, "adaptive") == "true") return say("这是自适应试题，作答多次、逐步变化。");
    if (firstOf(root_, "templateDeclaration") || firstOf(root_, "templateProcessing"))
      return say("这是每次显示都不同的模板试题。");
    if (interactions.empty()) return say("试题里没有作答的地方。");
    for (const Interaction& one : interactions) {
      const bool known = one.name == "choiceInteraction" || one.name == "textEntryInteraction" ||
                         one.name == "extendedTextInteraction" || one.name == "inlineChoiceInteraction" ||
                         (one.name == "uploadInteraction" && parts_.body().ours);
      if (!known) return say("题库里没有“{name}”这种作答方式。", "name"_a = wayOf(one.name));
    }
    if (interactions.size() > 1 && !allAre("textEntryInteraction"))
      return say("一道试题里有几处不同的作答。");
    for (const auto& [name, response] : responses_) {
      if (response.cardinality == "record" || response.cardinality == "ordered")
        return say("作答要按次序或分项记录，题库里没有这种答案。");
    }
    if (marking_ == Marking::kOwn) return say("试题有自己的评分程序。");
    return {};
  }

  [[nodiscard]] const Response& responseOf(const std::string& name) const {
    static const Response kNone;
    const auto found = responses_.find(name);
    return found == responses_.end() ? kNone : found->second;
  }

  void choice(const Interaction& interaction) {
    const Response& response = responseOf(interaction.response);
    const bool several = response.cardinality == "multiple";
    item_.type = several ? ItemType::kMultipleChoice : ItemType::kSingleChoice;
    std::vector<std::string> right = response.correct;
    if (right.empty()) right = response.accepted();
    ChoiceKey key;
    for (std::size_t i = 0; i < interaction.choices.size(); ++i) {
      if (std::ranges::find(right, interaction.choices[i].identifier) != right.end())
        key.options.push_back(static_cast<int>(i));
    }
    if (judgement(interaction, key)) return;
    for (const auto& one : interaction.choices) item_.options.push_back(fromHtml(one.element, html_));
    if (several && marking_ == Marking::kMap)
      item_.doubts.insert(say("原来按选项给分，题库里的多选题全部选对才得分。"));
    if (!several && response.hasParts()) item_.doubts.insert(say("有选项只得一部分分，题库里算作不得分。"));
    if (!key.options.empty()) item_.key = std::move(key);
  }

  // Two choices that say right and wrong. Our own are named so; those of others are known by their words.
  bool judgement(const Interaction& interaction, const ChoiceKey& key) {
    if (interaction.choices.size() != 2 || item_.type != ItemType::kSingleChoice || key.options.size() > 1)
      return false;
    std::optional<bool> first;
    std::optional<bool> second;
    if (item_.ours) {
      if (interaction.choices[0].identifier != "true" || interaction.choices[1].identifier != "false")
        return false;
      first = true;
      second = false;
    } else {
      first = judgementOf(plainText(interaction.choices[0].element.text()), JudgementCode::kUsual);
      second = judgementOf(plainText(interaction.choices[1].element.text()), JudgementCode::kUsual);
    }
    if (!first || !second || *first == *second) return false;
    item_.type = ItemType::kTrueFalse;
    if (!key.options.empty()) item_.key = JudgementKey{key.options.front() == 0 ? *first : *second};
    return true;
  }

  void fillIn() {
    item_.type = ItemType::kFillIn;
    FillInKey key;
    bool any = false;
    for (const Interaction& interaction : parts_.body().interactions) {
      const Response& response = responseOf(interaction.response);
      std::vector<std::string> accepted =
          marking_ == Marking::kMatch ? response.correct : response.accepted();
      if (!item_.ours) {
        for (std::string& words : accepted) words = std::string(trimmed(words));
      }
      if (response.hasParts() && marking_ == Marking::kMap)
        item_.doubts.insert(say("只得一部分分的答案没有收入。"));
      any = any || !accepted.empty();
      key.blanks.push_back(std::move(accepted));
    }
    if (any) item_.key = std::move(key);
  }

  void rubrics() {
    for (const Rubric& rubric : parts_.body().rubrics) {
      const XmlElement part = rubric.content.first();
      if (part && hasClass(part, "tiku-scoring")) {
        scoring(part);
      } else if (part && hasClass(part, "tiku-reference")) {
        item_.reference = wordsIn(part.first(), "tiku-text").value_or("");
      } else if (part && hasClass(part, "tiku-rationale")) {
        item_.rationale = fromHtml(part, html_);
      } else if (part && hasClass(part, "tiku-answer")) {
        item_.key = ReferenceKey{fromHtml(part, html_)};
      } else {
        foreignRubric(rubric);
      }
    }
  }

  // Somebody else's words for those who mark a text are its reference answer; what the candidate sees belongs
  // to the stem; all else explains.
  void foreignRubric(const Rubric& rubric) {
    RichText text = fromHtml(rubric.content, html_);
    if (text.empty()) return;
    const bool seen = rubric.view.find("candidate") != std::string::npos;
    const bool marks = rubric.view.find("scorer") != std::string::npos;
    const bool open =
        item_.type == ItemType::kShortAnswer && std::holds_alternative<std::monostate>(item_.key);
    if (!seen && marks && open) {
      item_.key = ReferenceKey{std::move(text)};
      return;
    }
    RichText& place = seen ? item_.stem : item_.rationale;
    std::vector<RichText::Block> blocks = seen ? text.blocks() : place.blocks();
    const std::vector<RichText::Block>& more = seen ? place.blocks() : text.blocks();
    blocks.insert(blocks.end(), more.begin(), more.end());
    place = RichText(std::move(blocks));
  }

  void scoring(XmlElement part) {
    for (XmlElement line = part.first(); line; line = line.next()) {
      const auto marks = Marks::parse(wordsIn(line, "tiku-marks").value_or(""));
      item_.scoring.push_back({marks.value_or(Marks()), wordsIn(line, "tiku-text").value_or("")});
    }
  }

  XmlElement root_;
  Marking marking_;
  std::map<std::string, Response> responses_;
  BodyParts parts_;
  HtmlReading html_;
  ReadItem item_;
};

}  // namespace

bool isItem(XmlElement root) {
  return root && plainName(root) == "assessmentItem";
}

Version familyOf(XmlElement root) {
  return root.name().starts_with("qti-") ? Version::k30 : Version::k22;
}

std::string resourceTypeOf(XmlElement root) {
  const std::string_view space = root.space();
  for (const std::string_view version : {"v2p0", "v2p1", "v2p2", "v3p0"}) {
    if (space.find(version) != std::string_view::npos) return "imsqti_item_xml" + std::string(version);
  }
  return std::string(dialectOf(familyOf(root)).itemType);
}

ReadItem readItem(XmlElement root, const PictureOf& picture) {
  return ItemReader(root, picture).read();
}

}  // namespace tiku::formats::qti
