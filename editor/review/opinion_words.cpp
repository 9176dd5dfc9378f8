#include "editor/review/opinion_words.h"

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/compare/fields.h"
#include "formats/compare/review_words.h"
#include "formats/compare/word_diff.h"
#include "validators/rules/support/scope_names.h"
#include "validators/rules/titles.h"
#include "workflows/deadlines/work_calendar.h"
#include "workflows/history/changes.h"
#include "workflows/review/anchors.h"
#include "workflows/review/opinions.h"

namespace tiku::editor {

using formats::Annotation;
using formats::Bank;
using formats::Date;
using formats::DiffPiece;
using formats::Opinion;
using formats::OpinionStatus;
using formats::Round;
using formats::say;
using formats::wordOf;
using formats::operator""_a;
using workflows::AnchorState;
using Piece = StyledWords::Piece;
using Style = StyledWords::Style;

namespace {

std::string fieldTitle(const Bank& bank, const formats::Anchor& anchor) {
  const formats::Object* object = bank.object(anchor.object);
  return object == nullptr || anchor.field.empty() ? std::string()
                                                   : formats::fieldWord(*object, anchor.field);
}

void addSuggestion(const Annotation& remark, const std::string& quote, std::vector<Piece>& pieces) {
  for (const DiffPiece& piece : formats::wordDiff(quote, *remark.suggestion)) {
    pieces.push_back({piece.text, piece.kind == DiffPiece::Kind::kSame      ? Style::kMeant
                                  : piece.kind == DiffPiece::Kind::kRemoved ? Style::kRemoved
                                                                            : Style::kAdded});
  }
}

void addField(const Bank& bank, const Opinion& opinion, std::vector<Piece>& pieces) {
  const Annotation& remark = opinion.remark;
  const workflows::AnchoredWords words = workflows::anchoredWords(remark.anchor, bank);
  const std::string title = fieldTitle(bank, remark.anchor);
  if (words.state == AnchorState::kGone) {
    pieces.push_back({say("意见所指的内容已经删除。"), Style::kWarning});
    if (!remark.anchor.quote.empty())
      pieces.push_back({"\n" + say("提意见时是：{words}", "words"_a = remark.anchor.quote), Style::kPlain});
    return;
  }
  if (words.state == AnchorState::kChanged && !remark.anchor.digest.empty()) {
    pieces.push_back({say("文字已改"), Style::kWarning});
    if (!remark.anchor.quote.empty()) {
      pieces.push_back({"\n" + say("提意见时是："), Style::kQuiet});
      pieces.push_back({remark.anchor.before, Style::kPlain});
      pieces.push_back({remark.anchor.quote, Style::kMeant});
      pieces.push_back({remark.anchor.after, Style::kPlain});
    }
    if (remark.suggestion)
      pieces.push_back({"\n" + say("建议改为：{words}", "words"_a = *remark.suggestion), Style::kPlain});
    pieces.push_back({"\n\n", Style::kPlain});
    pieces.push_back(
        {title.empty() ? say("现在是：") : say("{field}现在是：", "field"_a = title), Style::kHead});
    pieces.push_back({"\n" + words.before, Style::kPlain});
    return;
  }
  if (!title.empty()) pieces.push_back({title + "\n", Style::kHead});
  pieces.push_back({words.before, Style::kPlain});
  const bool open = opinion.suggestion != formats::SuggestionState::kAccepted;
  if (remark.suggestion && open && !words.quote.empty()) {
    addSuggestion(remark, words.quote, pieces);
  } else {
    // The whole of an object is not marked: nothing would stand out.
    pieces.push_back({words.quote, remark.anchor.quote.empty() ? Style::kPlain : Style::kMeant});
  }
  pieces.push_back({words.after, Style::kPlain});
}

int daysBetween(const Date& from, const Date& to) {
  return static_cast<int>((workflows::dayOf(to) - workflows::dayOf(from)).count());
}

}  // namespace

std::string shortName(const Bank& bank, formats::Id object) {
  const formats::Object* found = bank.object(object);
  if (found == nullptr) return say("（已删除）");
  if (const auto* item = formats::as<formats::TheoryItem>(*found)) {
    if (!item->code.empty()) return item->code;
  } else if (const auto* skill = formats::as<formats::SkillItem>(*found)) {
    if (!skill->code.empty()) return skill->code;
    if (!skill->title.empty()) return skill->title;
  }
  return workflows::objectName(*found);
}

std::string opinionPlace(const Bank& bank, const Opinion& opinion) {
  const formats::Id object = opinion.remark.anchor.object;
  std::string place = shortName(bank, object);
  if (const auto* item = bank.find<formats::TheoryItem>(object); item != nullptr && !item->code.empty()) {
    place = say("{level}{type} {code}", "level"_a = validators::levelWord(item->level),
                "type"_a = formats::translate(formats::itemTypeName(item->type)), "code"_a = item->code);
  }
  const std::string field = fieldTitle(bank, opinion.remark.anchor);
  return place + (field.empty() ? "" : " · " + field);
}

std::vector<Piece> opinionWords(const Bank& bank, const Round& round, const Opinion& opinion) {
  const Annotation& remark = opinion.remark;
  const std::string kind = opinion.rule.empty() ? wordOf(remark.kind) : validators::ruleTitle(opinion.rule);
  const std::string decides = workflows::deciderOf(round, opinion) != nullptr ? say("由提出的专家认定")
                              : opinion.owner ? say("提出的专家已退出，由组长认定")
                                              : say("检查发现的错误，由组长认定");
  std::vector<Piece> pieces{
      {remark.comment, Style::kStrong},
      {"\n" + wordOf(remark.gravity) + " · " + kind + " · " + decides + "\n\n", Style::kQuiet}};
  addField(bank, opinion, pieces);
  return pieces;
}

std::vector<Piece> threadWords(const Opinion& opinion) {
  std::vector<Piece> pieces;
  for (const formats::Reply& reply : opinion.thread) {
    pieces.push_back({reply.by + (reply.on ? "  " + reply.on->str() : "") + "\n", Style::kHead});
    pieces.push_back({reply.text + "\n\n", Style::kPlain});
  }
  return pieces;
}

bool suggestionFits(const Bank& bank, const Opinion& opinion) {
  return opinion.remark.suggestion && workflows::stateOf(opinion.remark.anchor, bank) == AnchorState::kHolds;
}

std::string answerState(const Opinion& opinion) {
  const std::string on = opinion.answeredOn ? opinion.answeredOn->str() : std::string();
  switch (opinion.status) {
    case OpinionStatus::kOpen:
      return opinion.answerer.empty() ? say("还没有答复。")
                                      : say("还没有答复，由{name}答复。", "name"_a = opinion.answerer);
    case OpinionStatus::kAnswered:
      return say("{name} {date} 已答复。", "name"_a = opinion.answeredBy, "date"_a = on);
    case OpinionStatus::kAgreed:
      return say("{name} {date} 已答复，{expert}已认可。", "name"_a = opinion.answeredBy, "date"_a = on,
                 "expert"_a = opinion.decidedBy);
    case OpinionStatus::kRejected:
      break;
  }
  return say("{expert}没有认可，请重新答复；理由见“往来”。", "expert"_a = opinion.decidedBy);
}

std::string clockWords(const Round& round, const Date& today) {
  if (!workflows::takesAnswers(round.state()))
    return say("本轮评审现在是“{state}”，意见不能答复。", "state"_a = wordOf(round.state()));
  if (!round.rectifyBy) return say("没有写明整改期限。");
  const int left = daysBetween(today, *round.rectifyBy);
  const std::string day = round.rectifyBy->str();
  if (left > 0) return say("整改期限 {day}，还有 {n} 天。", "day"_a = day, "n"_a = left);
  if (left == 0) return say("整改期限 {day}，今天到期。", "day"_a = day);
  return say("整改期限 {day}，已经超过 {n} 天。", "day"_a = day, "n"_a = -left);
}

}  // namespace tiku::editor
