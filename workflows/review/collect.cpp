#include "workflows/review/collect.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/secret.h"
#include "formats/compare/review_words.h"
#include "formats/exchange/zip_parts.h"
#include "formats/package/answers.h"
#include "workflows/review/keys.h"

namespace tiku::workflows {

using namespace formats;

namespace {

[[noreturn]] void refuseFile(ErrorCode code, const std::string& message, const ReviewFile& file,
                             const std::string& advice = {}) {
  throw FormatError(code, message, {{}, 0, file.task().expertName}, advice);
}

// What ties a sealed submission to its place: it cannot be moved to another round or invitation.
std::string sealContext(Id round, Id invitation) {
  return "tiku-review-sealed-1\n" + round.str() + "\n" + invitation.str();
}

void mustBeExpected(const Round& round, const ReviewFile& file, const Invitation& invitation,
                    const std::string& digest) {
  const Panelist* member = round.panelist(invitation.expert);
  const std::string name = member == nullptr ? file.task().expertName : member->name;
  if (!invitation.commitment.empty()) {
    refuseFile(ErrorCode::kConflict,
               invitation.file == digest
                   ? say("这份文件已经收过了。")
                   : say("专家“{name}”已经交过另一份；一份邀请只收一次。", "name"_a = name),
               file, say("已收的那一份不变。要换的，由组长在启封之后安排集体讨论时修改。"));
  }
  if (!invitation.recalled.empty()) {
    refuseFile(ErrorCode::kConflict, say("这份文件已经作废：{reason}。", "reason"_a = invitation.recalled),
               file, say("请专家用最后收到的那一份。"));
  }
  if (phaseOf(round.state()) != invitation.phase) {
    refuseFile(ErrorCode::kConflict,
               say("“{phase}”已经结束，本轮评审现在是“{state}”，这份意见来晚了。",
                   "phase"_a = wordOf(invitation.phase), "state"_a = wordOf(round.state())),
               file, say("文件请留存；是否采纳由组长在讨论时决定。"));
  }
}

}  // namespace

std::string receiptOf(std::string_view commitment) {
  std::string receipt;
  for (const char c : commitment.substr(0, 12)) {
    if (receipt.size() % 5 == 4) receipt += '-';
    receipt += c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return receipt;
}

std::shared_ptr<const Round> roundOf(const Bank& bank, const ReviewFile& file) {
  if (auto round = bank.get<Round>(file.task().round)) return round;
  refuseFile(ErrorCode::kUsage,
             say("这份文件属于另一轮评审“{title}”，这个题库里没有那一轮。", "title"_a = file.task().title),
             file);
}

Collected collect(const Bank& bank, const ReviewFile& file, std::string_view bytes, std::string_view key,
                  const Date& on) {
  const auto before = roundOf(bank, file);
  file.verify(key);
  Round round = *before;
  const auto invitation = std::ranges::find(round.invitations, file.task().invitation, &Invitation::id);
  if (invitation == round.invitations.end() || invitation->expert != file.task().expert)
    refuseFile(ErrorCode::kUsage, say("本轮评审没有发出过这份邀请。"), file);
  if (file.task().commit != round.commit)
    refuseFile(ErrorCode::kNotUnderstood, say("这份文件评的是另一个版本。"), file);
  const std::string digest = sha256(bytes);
  mustBeExpected(round, file, *invitation, digest);
  if (!file.submitted()) {
    refuseFile(ErrorCode::kUsage, say("专家还没有提交这份文件。"), file,
               say("请专家填完之后提交，再交回来。"));
  }
  const ExpertAnswers& answers = file.answers();
  Collected taken;
  taken.round = round.id;
  taken.expert = invitation->expert;
  const Panelist* member = round.panelist(invitation->expert);
  taken.expertName = member == nullptr ? file.task().expertName : member->name;
  taken.commitment = commitmentOf(answers);
  taken.conflict = answers.conflict;
  taken.late = invitation->phase == Invitation::Phase::kIndependent && round.due && on > *round.due;
  if (*answers.submittedOn > on) {
    taken.notes.push_back(
        say("文件里的提交日期 {submitted} 晚于今天 {today}，有一台电脑的时钟不准；以收到的日期为准。",
            "submitted"_a = answers.submittedOn->str(), "today"_a = on.str()));
  } else if (invitation->on && *answers.submittedOn < *invitation->on) {
    taken.notes.push_back(
        say("文件里的提交日期 {submitted} 早于发出的日期 {sent}，有一台电脑的时钟不准；以收到的日期为准。",
            "submitted"_a = answers.submittedOn->str(), "sent"_a = invitation->on->str()));
  }
  invitation->deliveredOn = on;
  invitation->commitment = taken.commitment;
  invitation->file = digest;
  Submission submission;
  submission.id = invitation->id;
  submission.round = round.id;
  submission.expert = invitation->expert;
  submission.sealed = toBase64(seal(key, sealContext(round.id, submission.id), writeAnswers(answers)));
  taken.edit = Edit(say("收回专家意见"));
  taken.edit.put(std::move(submission)).put(std::move(round));
  return taken;
}

Collected collectFile(const Bank& bank, const std::filesystem::path& path,
                      const std::function<std::filesystem::path(Id round)>& keyFile, const Date& on) {
  const std::string bytes = readWholeFile(path);
  const ReviewFile file = ReviewFile::read(bytes, path.string());
  const auto round = roundOf(bank, file);
  return collect(bank, file, bytes, loadKey(keyFile(round->id), *round), on);
}

namespace {

ExpertAnswers unsealed(const Round& round, const Submission& submission, std::string_view key) {
  const Invitation* invitation = round.invitation(submission.id);
  const auto bytes = fromBase64(submission.sealed);
  const auto text = bytes ? unseal(key, sealContext(round.id, submission.id), *bytes) : std::nullopt;
  const auto refuse = [&](const std::string& message) {
    const Panelist* member = round.panelist(submission.expert);
    throw FormatError(ErrorCode::kNotUnderstood, message, {{}, 0, member == nullptr ? "" : member->name},
                      say("一份也没有启封。请从历史版本里取回这份意见，或请专家重交他的文件。"));
  };
  if (!text) refuse(say("封存的意见损坏了，或者密钥不对，解不开。"));
  ExpertAnswers answers = readAnswers(*text, submission.id.str());
  if (invitation == nullptr || commitmentOf(answers) != invitation->commitment)
    refuse(say("封存的意见与收到时记下的凭证不符。"));
  return answers;
}

void mustBeComplete(const Round& round, const RoundProgress& progress, const Deed& deed) {
  if (round.panelSize() < round.minPanel) {
    throw FormatError(ErrorCode::kConflict,
                      say("专家组只剩 {n} 人，少于 {least} 人，不能启封。", "n"_a = round.panelSize(),
                          "least"_a = round.minPanel),
                      {}, say("请人接替退出的专家；已经收到的意见照旧封存。"));
  }
  if (progress.outstanding == 0 || !deed.reason.empty()) return;
  std::string names;
  for (const MemberProgress& one : progress.members) {
    const bool asked = progress.phase == Invitation::Phase::kIndependent || one.current != nullptr;
    if (asked && !one.delivered) names += (names.empty() ? "" : "、") + round.panelist(one.expert)->name;
  }
  throw FormatError(ErrorCode::kConflict, say("还有专家没有交：{names}。", "names"_a = names), {},
                    say("等他们交来；或者由组长写明理由，不等他们就启封。"));
}

// Each expert's decisions on the opinions that he owns.
void applyDecisions(const Bank& bank, const Round& round, const ExpertAnswers& answers, const Deed& deed,
                    Edit& edit) {
  const Panelist* member = round.panelist(answers.expert);
  for (const Decision& decision : answers.decisions) {
    const auto* opinion = bank.find<Opinion>(decision.opinion);
    if (opinion == nullptr || opinion->owner != answers.expert ||
        opinion->status != OpinionStatus::kAnswered) {
      continue;
    }
    Opinion decided = *opinion;
    decided.status = decision.closed ? OpinionStatus::kAgreed : OpinionStatus::kRejected;
    decided.decidedBy = member == nullptr ? answers.expert.str() : member->name;
    decided.decidedOn = deed.on;
    if (!decision.reason.empty())
      decided.thread.push_back({{}, decided.decidedBy, deed.on, decision.reason, {}});
    edit.put(std::move(decided));
  }
}

}  // namespace

Edit openRound(const Bank& bank, const Round& round, std::string_view key, const Deed& deed) {
  const auto phase = phaseOf(round.state());
  if (!phase || round.state() == RoundState::kAccepted) {
    throw FormatError(ErrorCode::kConflict, say("本轮评审现在是“{state}”，没有可以启封的意见。",
                                                "state"_a = wordOf(round.state())));
  }
  mustBeComplete(round, progressOf(round, deed.on), deed);
  Edit edit(say("启封专家意见"));
  int opened = 0;
  for (const Invitation& invitation : round.invitations) {
    if (invitation.phase != *phase || invitation.commitment.empty()) continue;
    const auto* submission = bank.find<Submission>(invitation.id);
    if (submission != nullptr && submission->answers) continue;
    if (submission == nullptr) {
      throw FormatError(ErrorCode::kNotUnderstood, say("收到过的一份意见不在题库里了。"),
                        {{}, 0, invitation.id.str()}, say("请从历史版本里取回 reviews 文件夹。"));
    }
    Submission open = *submission;
    open.answers = unsealed(round, *submission, key);
    if (*phase == Invitation::Phase::kRereview) applyDecisions(bank, round, *open.answers, deed, edit);
    edit.put(std::move(open));
    ++opened;
  }
  if (opened == 0) throw FormatError(ErrorCode::kConflict, say("没有封存着的意见可以启封。"));
  if (round.state() == RoundState::kReviewing) {
    Round next = round;
    advance(next, RoundState::kSummary, deed);
    edit.put(std::move(next));
  }
  return edit;
}

std::vector<Id> brokenCommitments(const Bank& bank, const Round& round) {
  std::vector<Id> broken;
  for (const Invitation& invitation : round.invitations) {
    const auto* submission = bank.find<Submission>(invitation.id);
    if (submission != nullptr && submission->answers &&
        commitmentOf(*submission->answers) != invitation.commitment) {
      broken.push_back(invitation.id);
    }
  }
  return broken;
}

}  // namespace tiku::workflows
