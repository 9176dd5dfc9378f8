#include "workflows/review/opinions.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/compare/fields.h"
#include "formats/compare/named_ids.h"
#include "formats/compare/review_words.h"
#include "formats/exchange/media_file.h"
#include "formats/model/pictures.h"
#include "workflows/history/changes.h"
#include "workflows/review/anchors.h"
#include "workflows/review/stamps.h"

namespace tiku::workflows {

using namespace formats;

namespace {

[[noreturn]] void notNow(const std::string& message, const std::string& advice = {}) {
  throw FormatError(ErrorCode::kConflict, message, {}, advice);
}

std::string titleOf(const Bank& bank, const Opinion& opinion) {
  const Object* object = bank.object(opinion.remark.anchor.object);
  return object == nullptr ? opinion.remark.comment : objectName(*object) + "：" + opinion.remark.comment;
}

/// Opened submissions that count: of those who took part in the discussion what they said there, of the
/// others what they said alone.
std::map<Id, const Submission*> lastWords(const Bank& bank, const Round& round) {
  std::map<Id, const Submission*> said;
  for (const Invitation& invitation : round.invitations) {
    if (invitation.phase == Invitation::Phase::kRereview) continue;
    const auto* submission = bank.find<Submission>(invitation.id);
    // Discussion comes after.
    if (submission != nullptr && submission->answers) said[invitation.expert] = submission;
  }
  return said;
}

// An expert may have put the same remark into both phases: the id is the same, and so is the line.
void linesOfRemarks(const Bank& bank, const Round& round, Edit& edit, std::size_t& count) {
  for (const auto& [expert, submission] : lastWords(bank, round)) {
    for (const Annotation& annotation : submission->answers->annotations) {
      Opinion opinion;
      opinion.id = annotation.id;
      opinion.round = round.id;
      opinion.owner = expert;
      opinion.remark = annotation;
      edit.put(std::move(opinion));
      ++count;
    }
  }
}

void linesOfErrors(const Round& round, const std::vector<validators::Finding>& errors, Edit& edit,
                   std::size_t& count) {
  for (const validators::Finding& finding : errors) {
    if (finding.severity != validators::Severity::kError || finding.waived || finding.cause) continue;
    Opinion opinion;
    // The same finding of the same round has the same id, whoever concludes.
    opinion.id = Id::ofDigest(sha256("tiku-review-finding-1\n" + round.id.str() + "\n" + finding.key().str()))
                     .value_or(Id::random());
    opinion.round = round.id;
    opinion.rule = finding.rule;
    opinion.remark.id = opinion.id;
    opinion.remark.anchor.object =
        finding.subject.object.empty() ? finding.subject.id : finding.subject.object;
    opinion.remark.anchor.field = finding.subject.field;
    opinion.remark.kind = RemarkKind::kForm;
    opinion.remark.gravity = Gravity::kGrave;
    opinion.remark.comment = finding.message;
    edit.put(std::move(opinion));
    ++count;
  }
}

void mustBeAgreed(const Bank& bank, const Round& round) {
  for (const auto& opinion : opinionsOf(bank, round)) {
    if (opinion->status == OpinionStatus::kAgreed) continue;
    notNow(say("还有意见没有认可，不能作“合格”的结论：{line}", "line"_a = titleOf(bank, *opinion)),
           say("逐条认定，或者退回整改。"));
  }
}

std::vector<FieldChange> changesSince(const Bank& bank, const Bank& reviewed, Id object) {
  std::vector<FieldChange> changes;
  const Object* now = bank.object(object);
  const Object* then = reviewed.object(object);
  if (then == nullptr) return changes;
  if (now == nullptr) return {{"object", objectName(*then), {}, {}}};
  for (const Field& field : differingFields(*then, *now)) {
    auto [before, after] = fieldDifference(*then, *now, field.name);
    changes.push_back({field.name, withNames(before, bank), withNames(after, bank), {}});
  }
  return changes;
}

const Round& roundNow(const Bank& bank, const Opinion& opinion) {
  const auto* round = bank.find<Round>(opinion.round);
  if (round == nullptr) notNow(say("这条意见所属的评审轮次不在题库里了。"));
  return *round;
}

}  // namespace

std::vector<std::shared_ptr<const Opinion>> opinionsOf(const Bank& bank, const Round& round) {
  std::vector<std::shared_ptr<const Opinion>> lines;
  bank.forEach<Opinion>([&](const std::shared_ptr<const Opinion>& opinion) {
    if (opinion->round == round.id) lines.push_back(opinion);
  });
  std::ranges::sort(lines, {}, [](const auto& line) {
    return std::tuple(line->remark.gravity, line->remark.anchor.object, line->id);
  });
  return lines;
}

Edit conclude(const Bank& bank, const Round& round, RoundState to, const Deed& deed,
              const std::optional<Date>& rectifyBy, const std::vector<validators::Finding>& errors) {
  Edit edit(say("评审结论：{state}", "state"_a = wordOf(to)));
  Round next = round;
  advance(next, to, deed);
  if (to != RoundState::kPassed && to != RoundState::kToRectify && to != RoundState::kFailed)
    notNow(say("“{state}”不是评审结论。", "state"_a = wordOf(to)));
  if (round.panelSize() < round.minPanel) {
    notNow(say("专家组只剩 {n} 人，少于 {least} 人，不能作结论。", "n"_a = round.panelSize(),
               "least"_a = round.minPanel),
           say("请人接替退出的专家。"));
  }
  if (to != RoundState::kPassed && deed.reason.empty()) {
    throw FormatError(ErrorCode::kUsage,
                      say("“{state}”的结论要写明理由和整改意见。", "state"_a = wordOf(to)));
  }
  if (to == RoundState::kPassed) {
    mustBeAgreed(bank, round);
    stampApproved(next, bank);
  } else if (to == RoundState::kToRectify) {
    if (!rectifyBy) throw FormatError(ErrorCode::kUsage, say("限期整改要写明期限。"));
    next.rectifyBy = rectifyBy;
    std::size_t lines = 0;
    linesOfRemarks(bank, round, edit, lines);
    linesOfErrors(round, errors, edit, lines);
    if (lines == 0) notNow(say("没有一条要整改的意见，也没有检查出错误。"));
  }
  edit.put(std::move(next));
  return edit;
}

namespace {

// The round, where its institution may answer the line.
const Round& answerable(const Bank& bank, const Opinion& opinion) {
  const Round& round = roundNow(bank, opinion);
  if (!takesAnswers(round.state())) {
    notNow(say("本轮评审现在是“{state}”，不能答复意见。", "state"_a = wordOf(round.state())));
  }
  if (opinion.status == OpinionStatus::kAgreed) notNow(say("这条意见的答复已经得到认可，不能再改。"));
  return round;
}

}  // namespace

Edit attachEvidence(const Bank& bank, const Opinion& opinion,
                    const std::vector<std::filesystem::path>& files) {
  answerable(bank, opinion);
  Edit edit(say("添加佐证材料"));
  const auto* found = bank.find<Dossier>(Dossier::kId);
  Dossier dossier = found == nullptr ? Dossier() : *found;
  Opinion next = opinion;
  for (const std::filesystem::path& file : files) {
    Media media = mediaOfFile(file);
    // In the report a name says more than a hash.
    dossier.attachments.emplace(media.name, file.stem().string());
    if (std::ranges::find(next.evidence, media.name) == next.evidence.end())
      next.evidence.push_back(media.name);
    if (bank.find<Media>(media.id) == nullptr) edit.put(std::move(media));
  }
  return edit.put(std::move(dossier)).put(std::move(next));
}

Edit draftAnswer(const Bank& bank, const Opinion& opinion, const std::string& text) {
  answerable(bank, opinion);
  Opinion next = opinion;
  next.answer = text;
  return Edit(say("写答复")).put(std::move(next));
}

Edit answerOpinion(const Bank& bank, const Bank& reviewed, const Opinion& opinion, const Answering& answer,
                   const Deed& deed) {
  const Round& round = answerable(bank, opinion);
  if (answer.text.empty()) throw FormatError(ErrorCode::kUsage, say("答复要写明改了什么，或者为什么不改。"));
  if (deed.by.empty()) throw FormatError(ErrorCode::kUsage, say("没有写明由谁办理。"));
  for (const std::string& name : answer.evidence) {
    if (mediaNamed(bank, name) == nullptr)
      throw FormatError(ErrorCode::kUsage, say("题库里没有佐证材料“{name}”。", "name"_a = name));
  }
  Edit edit(say("答复评审意见"));
  Opinion answered = opinion;
  answered.status = OpinionStatus::kAnswered;
  answered.answer = answer.text;
  answered.answeredBy = deed.by;
  answered.answeredOn = deed.on;
  answered.revision = answer.revision;
  answered.changes = changesSince(bank, reviewed, opinion.remark.anchor.object);
  answered.evidence = answer.evidence;
  answered.decidedBy.clear();
  answered.decidedOn.reset();
  edit.put(std::move(answered));
  if (round.state() == RoundState::kToRectify) {
    Round next = round;
    advance(next, RoundState::kRectifying, deed);
    edit.put(std::move(next));
  }
  return edit;
}

namespace {

/// The answer on top of another edit, which it sees as done.
Edit answeredOver(const Bank& bank, const Bank& reviewed, Opinion opinion, const Edit& first,
                  SuggestionState suggestion, const std::string& text, const Deed& deed) {
  Bank then = bank;
  then.apply(first);
  opinion.suggestion = suggestion;
  Edit edit = answerOpinion(then, reviewed, opinion, {text, {}, opinion.evidence}, deed);
  Edit both(first.empty() ? say("不采用专家建议的写法") : first.title());
  for (const Edit& one : {first, edit}) {
    for (const Edit::Step& step : one.steps()) both.putObject(step.object);
  }
  return both;
}

}  // namespace

Edit acceptSuggestion(const Bank& bank, const Bank& reviewed, const Opinion& opinion, const Deed& deed) {
  const Edit words = suggestedEdit(opinion.remark, bank);
  return answeredOver(bank, reviewed, opinion, words, SuggestionState::kAccepted,
                      deed.reason.empty() ? say("已按建议修改。") : deed.reason, deed);
}

Edit refuseSuggestion(const Bank& bank, const Bank& reviewed, const Opinion& opinion, const Deed& deed) {
  if (!opinion.remark.suggestion) throw FormatError(ErrorCode::kUsage, say("这条意见没有建议的写法。"));
  return answeredOver(bank, reviewed, opinion, Edit(), SuggestionState::kRefused, deed.reason, deed);
}

Edit comment(const Bank& bank, const Opinion& opinion, const std::string& text, const Deed& deed) {
  roundNow(bank, opinion);
  Opinion next = opinion;
  next.thread.push_back({{}, deed.by, deed.on, text, {}});
  Edit edit(say("评审意见留言"));
  return edit.put(std::move(next));
}

Edit decideOpinion(const Bank& bank, const Opinion& opinion, bool closed, const Deed& deed) {
  const Round& round = roundNow(bank, opinion);
  if (round.state() != RoundState::kRereview)
    notNow(say("本轮评审现在是“{state}”，还不到复核。", "state"_a = wordOf(round.state())));
  if (const Panelist* decider = deciderOf(round, opinion)) {
    notNow(say("这条意见由提出或接手它的专家“{name}”自己认定。", "name"_a = decider->name),
           say("请他在复核的评审文件里写明。"));
  }
  if (opinion.status == OpinionStatus::kOpen) notNow(say("这条意见还没有答复。"));
  if (!closed && deed.reason.empty()) {
    throw FormatError(ErrorCode::kUsage, say("不认可要写明理由。"));
  }
  Opinion next = opinion;
  next.status = closed ? OpinionStatus::kAgreed : OpinionStatus::kRejected;
  next.decidedBy = deed.by;
  next.decidedOn = deed.on;
  if (!deed.reason.empty()) next.thread.push_back({{}, deed.by, deed.on, deed.reason, {}});
  Edit edit(say("认定评审意见"));
  return edit.put(std::move(next));
}

const Panelist* deciderOf(const Round& round, const Opinion& opinion) {
  const Panelist* owner = opinion.owner ? round.panelist(*opinion.owner) : nullptr;
  return owner != nullptr && owner->left.empty() ? owner : nullptr;
}

Edit handOver(const Bank& bank, const Round& round, Id left, Id to, const Deed& deed) {
  const auto refuse = [](const std::string& message) { throw FormatError(ErrorCode::kUsage, message); };
  const Panelist* old = round.panelist(left);
  const Panelist* next = round.panelist(to);
  if (old == nullptr || old->left.empty()) refuse(say("只有已经退出的专家，他的意见才能由别人接手。"));
  if (next == nullptr || !next->left.empty())
    refuse(say("专家组里没有 {id} 这个人，或者他已经退出。", "id"_a = to.str()));
  Edit edit(say("专家接手意见"));
  for (const auto& opinion : opinionsOf(bank, round)) {
    if (opinion->owner != left || opinion->status == OpinionStatus::kAgreed) continue;
    if (!mayReview(bank, *next, opinion->remark.anchor.object)) {
      refuse(say("专家“{name}”是{item}的命题人，不能评它。", "name"_a = next->name,
                 "item"_a = titleOf(bank, *opinion)));
    }
    Opinion taken = *opinion;
    taken.owner = to;
    taken.thread.push_back(
        {{}, deed.by, deed.on, say("提出意见的专家已退出，由“{name}”接手认定。", "name"_a = next->name), {}});
    edit.put(std::move(taken));
  }
  if (edit.empty()) refuse(say("“{name}”没有要接手的意见。", "name"_a = old->name));
  return edit;
}

Edit leaveEdit(const Bank& bank, const Bank& reviewed, const Round& round, Id expert,
               const std::optional<Panelist>& newcomer, const Deed& deed) {
  Edit edit(say("专家退出"));
  Round next = round;
  leavePanel(next, expert, deed);
  if (newcomer) {
    replaceExpert(next, reviewed, expert, *newcomer);
    const auto lines = opinionsOf(bank, round);
    const bool owns = std::ranges::any_of(lines, [&](const auto& line) {
      return line->owner == expert && line->status != OpinionStatus::kAgreed;
    });
    if (owns) edit = handOver(bank, next, expert, newcomer->expert, deed);
  }
  return edit.put(std::move(next));
}

Edit assignAnswerer(const std::vector<std::shared_ptr<const Opinion>>& opinions,
                    const std::string& answerer) {
  Edit edit(say("指定答复的人"));
  for (const auto& opinion : opinions) {
    if (opinion->status == OpinionStatus::kAgreed) notNow(say("这条意见的答复已经得到认可，不能再改。"));
    if (opinion->answerer == answerer) continue;
    Opinion next = *opinion;
    next.answerer = answerer;
    edit.put(std::move(next));
  }
  return edit;
}

bool takesAnswers(RoundState state) {
  return state == RoundState::kToRectify || state == RoundState::kRectifying;
}

std::string wantOf(const Opinion& opinion) {
  const bool waits = opinion.status == OpinionStatus::kOpen || opinion.status == OpinionStatus::kRejected;
  return waits ? say("还没有答复。") : std::string();
}

Edit handIn(const Bank& bank, const Bank& reviewed, const Round& round, const std::string& revision,
            const Deed& deed) {
  Edit edit(say("提交整改"));
  Round next = round;
  advance(next, RoundState::kRereview, deed);
  for (const auto& opinion : opinionsOf(bank, round)) {
    if (!wantOf(*opinion).empty()) {
      notNow(say("还有意见没有答复：{line}", "line"_a = titleOf(bank, *opinion)),
             say("逐条答复之后再提交。"));
    }
    Opinion current = *opinion;
    current.changes = changesSince(bank, reviewed, opinion->remark.anchor.object);
    if (current.revision.empty() && !current.changes.empty()) current.revision = revision;
    edit.put(std::move(current));
  }
  return edit.put(std::move(next));
}

Edit sendBack(const Bank& bank, const Round& round, const Deed& deed, const std::optional<Date>& rectifyBy) {
  Edit edit(say("退回整改"));
  Round next = round;
  if (round.state() != RoundState::kRereview)
    notNow(say("本轮评审现在是“{state}”，还不到复核。", "state"_a = wordOf(round.state())));
  advance(next, RoundState::kRectifying, deed);
  if (rectifyBy) next.rectifyBy = rectifyBy;
  for (Invitation& invitation : next.invitations) {
    if (invitation.phase == Invitation::Phase::kRereview && invitation.recalled.empty())
      invitation.recalled = say("属于上一次复核");
  }
  std::size_t open = 0;
  for (const auto& opinion : opinionsOf(bank, round)) {
    if (opinion->status == OpinionStatus::kAgreed) continue;
    ++open;
    if (opinion->status == OpinionStatus::kAnswered) {
      notNow(say("还有意见没有认定：{line}", "line"_a = titleOf(bank, *opinion)));
    }
    Opinion again = *opinion;
    again.status = OpinionStatus::kOpen;
    edit.put(std::move(again));
  }
  if (open == 0) notNow(say("每一条意见都已认可，没有要退回的。"));
  return edit.put(std::move(next));
}

std::shared_ptr<const Opinion> findOpinion(const Bank& bank, const Round& round, const std::string& id) {
  std::vector<std::shared_ptr<const Opinion>> found;
  for (const auto& opinion : opinionsOf(bank, round)) {
    if (!id.empty() && opinion->id.str().starts_with(id)) found.push_back(opinion);
  }
  if (found.size() == 1) return found.front();
  throw FormatError(ErrorCode::kUsage, found.empty() ? say("本轮没有意见“{id}”。", "id"_a = id)
                                                     : say("不止一条意见的标识以“{id}”开头。", "id"_a = id));
}

}  // namespace tiku::workflows
