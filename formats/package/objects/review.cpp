// `reviews/<round>/round.xml`, its `submissions/` and `opinions/`, and `review/answers.xml` of an expert's
// file
#include <algorithm>

#include "formats/package/objects/document.h"
#include "formats/package/objects/rubric.h"

namespace tiku::formats::xml {

template <typename Io>
void fields(Io& io, Side<Io, RoundStep>& step) {
  io.required("state", step.state);
  io.optional("by", step.by);
  io.optional("on", step.on);
  io.optional("reason", step.reason);
  io.extras(step.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, Panelist>& member) {
  io.required("expert", member.expert);
  io.optional("name", member.name);
  io.optional("institution", member.institution);
  io.optional("chair", member.chair);
  io.optional("left", member.left);
  io.extras(member.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, ReviewedObject>& reviewed) {
  io.required("object", reviewed.object);
  io.optional("digest", reviewed.digest);
  io.optional("experts", reviewed.experts);
  io.optional("approved", reviewed.approved);
  io.extras(reviewed.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, Invitation>& invitation) {
  io.required("id", invitation.id);
  io.required("expert", invitation.expert);
  io.required("phase", invitation.phase);
  io.optional("on", invitation.on);
  io.optional("recalled", invitation.recalled);
  io.optional("delivered-on", invitation.deliveredOn);
  io.optional("commitment", invitation.commitment);
  io.optional("file", invitation.file);
  io.extras(invitation.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, Round>& round) {
  io.required("id", round.id);
  io.optional("title", round.title);
  io.optional("commit", round.commit);
  io.optional("tree", round.tree);
  io.optional("tag", round.tag);
  io.required("scope", round.scope);
  io.optional("nonce", round.nonce);
  io.optional("per-item", round.perItem);
  io.optional("seed", round.seed);
  io.required("min-panel", round.minPanel);
  io.optional("working-days", round.workingDays);
  io.optional("due", round.due);
  io.optional("rectify-by", round.rectifyBy);
  io.optional("key", round.key);
  io.extras(round.extras);
  io.children("member", round.panel);
  io.child("rubric", round.rubric);
  io.children("reviewed", round.objects);
  io.children("invitation", round.invitations);
  io.children("step", round.steps);
}

template <typename Io>
void fields(Io& io, Side<Io, Anchor>& anchor) {
  io.required("object", anchor.object);
  io.optional("field", anchor.field);
  io.optional("from", anchor.from);
  io.optional("quote", anchor.quote);
  io.optional("before", anchor.before);
  io.optional("after", anchor.after);
  io.optional("digest", anchor.digest);
  io.extras(anchor.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, Annotation>& annotation) {
  io.required("id", annotation.id);
  io.required("kind", annotation.kind);
  io.required("gravity", annotation.gravity);
  io.optional("comment", annotation.comment);
  io.optional("suggestion", annotation.suggestion);
  io.extras(annotation.extras);
  io.child("anchor", annotation.anchor);
}

template <typename Io>
void fields(Io& io, Side<Io, ItemScore>& score) {
  io.required("object", score.object);
  io.optional("relevance", score.relevance);
  io.optional("difficulty", score.difficulty);
  io.optional("verdict", score.verdict);
  io.extras(score.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, RubricScore>& score) {
  io.required("line", score.line);
  io.required("marks", score.marks);
  io.optional("comment", score.comment);
  io.extras(score.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, Reply>& reply) {
  io.optional("annotation", reply.annotation);
  io.optional("by", reply.by);
  io.optional("on", reply.on);
  io.optional("text", reply.text);
  io.extras(reply.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, Decision>& decision) {
  io.required("opinion", decision.opinion);
  io.required("closed", decision.closed);
  io.optional("reason", decision.reason);
  io.extras(decision.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, ExpertAnswers>& answers) {
  io.required("round", answers.round);
  io.required("invitation", answers.invitation);
  io.required("expert", answers.expert);
  io.optional("conflict", answers.conflict);
  io.optional("submitted-on", answers.submittedOn);
  io.optional("nonce", answers.nonce);
  io.optional("comment", answers.comment);
  io.extras(answers.extras);
  io.children("rubric-score", answers.rubric);
  io.children("score", answers.scores);
  io.children("annotation", answers.annotations);
  io.children("reply", answers.replies);
  io.children("decision", answers.decisions);
}

/// ExpertAnswers that may not be there yet: a sealed submission has none.
template <typename Io>
void answersOf(Io& io, Side<Io, std::optional<ExpertAnswers>>& answers) {
  std::vector<ExpertAnswers> one;
  if constexpr (Io::kWrites) {
    if (answers) one.push_back(*answers);
    io.children("answers", one);
  } else {
    io.children("answers", one);
    if (one.size() > 1) io.fail(say("元素 <{name}> 出现了不止一次。", "name"_a = "answers"));
    if (!one.empty()) answers = std::move(one.front());
  }
}

template <typename Io>
void fields(Io& io, Side<Io, Submission>& submission) {
  io.required("id", submission.id);
  io.required("round", submission.round);
  io.required("expert", submission.expert);
  io.optional("sealed", submission.sealed);
  io.extras(submission.extras);
  answersOf(io, submission.answers);
}

template <typename Io>
void fields(Io& io, Side<Io, FieldChange>& change) {
  io.required("field", change.field);
  io.optional("before", change.before);
  io.optional("after", change.after);
  io.extras(change.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, Opinion>& opinion) {
  io.required("id", opinion.id);
  io.required("round", opinion.round);
  io.optional("owner", opinion.owner);
  io.optional("rule", opinion.rule);
  io.required("status", opinion.status);
  io.optional("answerer", opinion.answerer);
  io.optional("answer", opinion.answer);
  io.optional("answered-by", opinion.answeredBy);
  io.optional("answered-on", opinion.answeredOn);
  io.optional("revision", opinion.revision);
  io.optional("suggestion", opinion.suggestion);
  io.optional("decided-by", opinion.decidedBy);
  io.optional("decided-on", opinion.decidedOn);
  io.extras(opinion.extras);
  io.child("remark", opinion.remark);
  io.children("change", opinion.changes);
  io.texts("evidence", opinion.evidence);
  io.children("reply", opinion.thread);
}

namespace {

void refuseTwins(const Round& round, const std::string& file) {
  UniqueIds members(file);
  for (const Panelist& member : round.panel) members.add(member.expert, "member");
  UniqueIds objects(file);
  for (const ReviewedObject& reviewed : round.objects) objects.add(reviewed.object, "reviewed");
  UniqueIds invitations(file);
  for (const Invitation& invitation : round.invitations) invitations.add(invitation.id, "invitation");
}

void refuseTwins(const ExpertAnswers& answers, const std::string& file) {
  UniqueIds annotations(file);
  for (const Annotation& annotation : answers.annotations) annotations.add(annotation.id, "annotation");
  UniqueIds scored(file);
  for (const ItemScore& score : answers.scores) scored.add(score.object, "score");
  UniqueIds decided(file);
  for (const Decision& decision : answers.decisions) decided.add(decision.opinion, "decision");
}

void refuseTwins(const Submission& submission, const std::string& file) {
  if (submission.answers) refuseTwins(*submission.answers, file);
}

}  // namespace

std::string write(const Round& round) {
  refuseTwins(round, {});
  return writeDocument("round", round);
}

Round readRound(Element& root, const ReadContext& context) {
  auto round = readDocument<Round>(root, "round", context);
  refuseTwins(round, context.file);
  std::ranges::sort(round.objects, {}, &ReviewedObject::object);
  return round;
}

std::string write(const Submission& submission) {
  refuseTwins(submission, {});
  return writeDocument("submission", submission);
}

Submission readSubmission(Element& root, const ReadContext& context) {
  auto submission = readDocument<Submission>(root, "submission", context);
  refuseTwins(submission, context.file);
  return submission;
}

std::string write(const Opinion& opinion) {
  return writeDocument("opinion", opinion);
}

Opinion readOpinion(Element& root, const ReadContext& context) {
  return readDocument<Opinion>(root, "opinion", context);
}

std::string write(const ExpertAnswers& answers) {
  refuseTwins(answers, {});
  return writeDocument("answers", answers);
}

ExpertAnswers readAnswers(Element& root, const ReadContext& context) {
  auto answers = readDocument<ExpertAnswers>(root, "answers", context);
  refuseTwins(answers, context.file);
  return answers;
}

}  // namespace tiku::formats::xml
