// tiku review invite, collect, open, results: what goes to the experts and comes back.
#include <algorithm>
#include <ostream>

#include "cli/review.h"
#include "cli/text_table.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "formats/package/review_terms.h"
#include "formats/package/save.h"
#include "workflows/review/collect.h"
#include "workflows/review/invite.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;
namespace fs = std::filesystem;

struct InviteOptions {
  ReviewOptions common;
  std::vector<std::string> experts;
  std::string folder;
};

void invite(const InviteOptions& options, Session& session) {
  OpenReview review(options.common, session);
  const std::string key = review.key(options.common);
  const Bank reviewed = review.reviewed();
  const Deed deed = deedOf(options.common);
  std::vector<Id> experts;
  for (const std::string& name : options.experts) experts.push_back(memberNamed(*review.round, name));
  const SentFiles sent = inviteExperts(*review.round, reviewed, review.open.bank, experts, key, deed);
  // The round first: a file that the round knows nothing of could never come back.
  applyAndSave(review.open, Edit(say("发出评审文件")).put(sent.round));
  fs::create_directories(options.folder);
  Json made = Json::array();
  for (const SentFile& file : sent.files) {
    const fs::path path = fs::path(options.folder) / file.name;
    writeFileSafely(path, file.bytes, true);
    made.push_back({{"expert", file.expert.str()},
                    {"name", memberName(sent.round, file.expert)},
                    {"file", path.string()},
                    {"objects", file.objects},
                    {"phase", fileWord(progressOf(sent.round, deed.on).phase)}});
    if (!session.json()) session.out << path.string() << '\n';
  }
  if (session.json()) {
    session.print({{"round", roundJson(sent.round)}, {"files", std::move(made)}});
    return;
  }
  session.out << say("发出 {n} 份评审文件。", "n"_a = sent.files.size()) << '\n';
}

struct CollectOptions {
  ReviewOptions common;
  std::vector<std::string> files;
};

Json collectedJson(const Collected& taken, const std::string& file) {
  return {{"file", file},
          {"expert", taken.expert.str()},
          {"name", taken.expertName},
          {"receipt", receiptOf(taken.commitment)},
          {"commitment", taken.commitment},
          {"conflict", taken.conflict},
          {"late", taken.late},
          {"notes", taken.notes}};
}

// Each file is taken in by itself: one that is refused does not keep the others out.
void collectFiles(const CollectOptions& options, Session& session) {
  OpenBank open = openBank(options.common.path, session);
  const Date on = dateGiven(options.common.on);
  Json taken = Json::array();
  Json refused = Json::array();
  for (const std::string& path : options.files) {
    try {
      const Collected one =
          collectFile(open.bank, path, [&](Id round) { return keyFileOf(options.common, round); }, on);
      applyAndSave(open, one.edit);
      taken.push_back(collectedJson(one, path));
      if (session.json()) continue;
      session.out << (one.late ? say("已收“{name}”的意见，逾期，凭证 {receipt}。", "name"_a = one.expertName,
                                     "receipt"_a = receiptOf(one.commitment))
                               : say("已收“{name}”的意见，凭证 {receipt}。", "name"_a = one.expertName,
                                     "receipt"_a = receiptOf(one.commitment)))
                  << '\n';
      if (one.conflict != "无")
        session.out << "  " << say("回避声明：{text}", "text"_a = one.conflict) << '\n';
      for (const std::string& note : one.notes) session.out << "  " << note << '\n';
    } catch (const FormatError& error) {
      session.exitCode = static_cast<int>(error.code());
      refused.push_back(errorJson(error)["error"]);
      refused.back()["file"] = path;
      session.err << "tiku: " << path << ": " << error.full() << '\n';
    }
  }
  if (session.json()) session.print({{"collected", std::move(taken)}, {"refused", std::move(refused)}});
}

void openSealed(const ReviewOptions& options, Session& session) {
  OpenReview review(options, session);
  applyAndSave(review.open, openRound(review.open.bank, *review.round, review.key(options), deedOf(options)));
  const auto round = review.open.bank.get<Round>(review.round->id);
  if (session.json()) {
    session.print({{"round", roundJson(*round)}});
  } else {
    session.out << say("已启封，评审“{title}”现在是“{state}”。用 tiku review results 查看。",
                       "title"_a = round->title, "state"_a = wordOf(round->state()))
                << '\n';
  }
}

/// Of one phase, in the order of the panel.
struct Opened {
  const Invitation* invitation;
  const ExpertAnswers* answers;
};

std::vector<Opened> openedOf(const Bank& bank, const Round& round) {
  std::vector<Opened> opened;
  for (const Invitation& invitation : round.invitations) {
    const auto* submission = bank.find<Submission>(invitation.id);
    if (submission != nullptr && submission->answers) opened.push_back({&invitation, &*submission->answers});
  }
  return opened;
}

Json scoreJson(const ItemScore& score) {
  const auto number = [](const std::optional<int>& value) { return value ? Json(*value) : Json(nullptr); };
  return {{"object", score.object.str()},
          {"relevance", number(score.relevance)},
          {"difficulty", number(score.difficulty)},
          {"verdict", score.verdict ? Json(fileWord(*score.verdict)) : Json(nullptr)}};
}

Json submissionJson(const Bank& bank, const Round& round, const Opened& one) {
  Json rubric = Json::array();
  for (const RubricScore& score : one.answers->rubric)
    rubric.push_back({{"line", score.line}, {"marks", score.marks.str()}, {"comment", score.comment}});
  Json scores = Json::array();
  for (const ItemScore& score : one.answers->scores) scores.push_back(scoreJson(score));
  Json annotations = Json::array();
  for (const Annotation& annotation : one.answers->annotations)
    annotations.push_back(annotationJson(bank, annotation));
  Json replies = Json::array();
  for (const Reply& reply : one.answers->replies)
    replies.push_back({{"annotation", reply.annotation.str()}, {"text", reply.text}});
  return {{"expert", one.invitation->expert.str()},
          {"name", memberName(round, one.invitation->expert)},
          {"phase", fileWord(one.invitation->phase)},
          {"receipt", receiptOf(one.invitation->commitment)},
          {"conflict", one.answers->conflict},
          {"comment", one.answers->comment},
          {"rubric", std::move(rubric)},
          {"scores", std::move(scores)},
          {"annotations", std::move(annotations)},
          {"replies", std::move(replies)}};
}

void printSubmission(const Bank& bank, const Round& round, const Opened& one, Session& session) {
  Marks total;
  for (const RubricScore& score : one.answers->rubric) total += score.marks;
  std::map<ItemVerdict, int> verdicts;
  for (const ItemScore& score : one.answers->scores) {
    if (score.verdict) ++verdicts[*score.verdict];
  }
  session.out << memberName(round, one.invitation->expert) << "  " << wordOf(one.invitation->phase) << "  "
              << say("评分 {marks}/{total}", "marks"_a = total.str(), "total"_a = round.rubric.total().str());
  for (const auto& [verdict, n] : verdicts) session.out << "  " << wordOf(verdict) << ' ' << n;
  session.out << '\n';
  for (const Annotation& annotation : one.answers->annotations) {
    session.out << "  " << annotation.id.str().substr(0, 8) << "  "
                << objectTitle(bank, annotation.anchor.object) << "  " << wordOf(annotation.kind) << "  "
                << wordOf(annotation.gravity) << "  " << annotation.comment << '\n';
  }
}

void showResults(const ReviewOptions& options, Session& session) {
  const OpenReview review(options, session);
  const std::vector<Opened> opened = openedOf(review.open.bank, *review.round);
  if (opened.empty()) {
    throw FormatError(ErrorCode::kConflict, say("意见还没有启封，谁也看不到。"), {},
                      say("到齐之后，或者由组长写明理由，用 tiku review open 启封。"));
  }
  if (session.json()) {
    Json list = Json::array();
    for (const Opened& one : opened) list.push_back(submissionJson(review.open.bank, *review.round, one));
    session.print({{"round", roundJson(*review.round)}, {"submissions", std::move(list)}});
    return;
  }
  for (const Opened& one : opened) printSubmission(review.open.bank, *review.round, one, session);
}

}  // namespace

void addReviewExchange(CLI::App& review, Session& session) {
  CLI::App* send =
      review.add_subcommand("invite", translate("为专家生成评审文件（.tiku-review），每人一份。"));
  auto sending = std::make_shared<InviteOptions>();
  addRoundOptions(*send, sending->common, session);
  send->add_option("--expert", sending->experts, translate("专家的姓名或标识；缺省为还没有发过的各位。"));
  send->add_option("--out", sending->folder, translate("放评审文件的文件夹。"))->required();
  addDeedOptions(*send, sending->common);
  addKeyOption(*send, sending->common);
  send->callback([sending, &session] { invite(*sending, session); });

  CLI::App* take = review.add_subcommand("collect", translate("收回专家交来的评审文件，封存其中的意见。"));
  auto taking = std::make_shared<CollectOptions>();
  take->add_option("PATH", taking->common.path, translate("题库：目录或 .tiku。"))->required();
  take->add_option("FILES", taking->files, translate("专家交来的文件。"))->required();
  take->add_option("--on", taking->common.on, translate("日期，例如 2026-03-02；缺省为今天。"));
  addKeyOption(*take, taking->common);
  addFormat(*take, session);
  take->callback([taking, &session] { collectFiles(*taking, session); });

  CLI::App* unseal = review.add_subcommand("open", translate("启封：都交齐了，或者由组长写明理由。"));
  auto opening = std::make_shared<ReviewOptions>();
  addRoundOptions(*unseal, *opening, session);
  addDeedOptions(*unseal, *opening);
  addKeyOption(*unseal, *opening);
  unseal->callback([opening, &session] { openSealed(*opening, session); });

  CLI::App* results = review.add_subcommand("results", translate("启封之后，各位专家的评分和意见。"));
  auto shown = std::make_shared<ReviewOptions>();
  addRoundOptions(*results, *shown, session);
  results->callback([shown, &session] { showResults(*shown, session); });
}

}  // namespace tiku::cli
