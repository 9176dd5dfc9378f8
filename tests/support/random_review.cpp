// Random rounds of review, and what belongs to them.
#include <algorithm>

#include "formats/base/digest.h"
#include "tests/support/random_bank.h"

namespace tiku::test {

using namespace tiku::formats;

std::string RandomBank::digestOf(const std::string& text) {
  return sha256(text);
}

std::optional<Date> RandomBank::maybeDate() {
  return chance(80) ? std::optional(date()) : std::nullopt;
}

Round RandomBank::round(const std::vector<Id>& objects) {
  Round round;
  round.id = id();
  round.title = maybeWords(95);
  round.commit = maybeWords();
  round.tree = maybeWords();
  round.tag = maybeWords();
  round.scope = anyOf<Round::Scope>(2);
  round.nonce = maybeWords();
  round.perItem = number(4);
  round.seed = maybeWords();
  round.minPanel = number(5);
  round.workingDays = number(30);
  round.due = maybeDate();
  round.rectifyBy = maybeDate();
  round.key = maybeWords();
  for (int i = number(6); i > 0; --i) {
    round.panel.push_back({id(), maybeWords(95), maybeWords(), chance(20), maybeWords(20), extras()});
  }
  round.rubric = {maybeWords(), maybeWords(), maybeWords(), {}, extras()};
  for (int i = number(4); i > 0; --i) {
    round.rubric.lines.push_back(
        {"line-" + std::to_string(i), maybeWords(), maybeWords(), Marks::whole(number(40)), extras()});
  }
  for (const Id object : objects) {
    if (!chance(60)) continue;
    std::vector<Id> experts;
    for (const Panelist& member : round.panel) {
      if (chance(50)) experts.push_back(member.expert);
    }
    std::ranges::sort(experts);
    round.objects.push_back(
        {object, digest(), std::move(experts), chance(50) ? digest() : std::string(), extras()});
  }
  std::ranges::sort(round.objects, {}, &ReviewedObject::object);
  for (const Panelist& member : round.panel) {
    round.invitations.push_back({id(), member.expert, anyOf<Invitation::Phase>(3), maybeDate(),
                                 maybeWords(20), maybeDate(), chance(50) ? digest() : std::string(),
                                 chance(50) ? digest() : std::string(), extras()});
  }
  for (int i = number(5); i > 0; --i) {
    round.steps.push_back({anyOf<RoundState>(8), maybeWords(), maybeDate(), maybeWords(), extras()});
  }
  round.extras = extras();
  return round;
}

Annotation RandomBank::annotation(const Round& round) {
  Annotation annotation;
  annotation.id = id();
  annotation.anchor = {round.objects.empty() ? id() : round.objects.front().object,
                       maybeWords(),
                       number(50),
                       maybeWords(),
                       maybeWords(),
                       maybeWords(),
                       chance(80) ? digest() : std::string(),
                       extras()};
  annotation.kind = anyOf<RemarkKind>(8);
  annotation.gravity = anyOf<Gravity>(3);
  annotation.comment = maybeWords(95);
  if (chance(40)) annotation.suggestion = maybeWords();
  annotation.extras = extras();
  return annotation;
}

Reply RandomBank::reply() {
  return {chance(50) ? id() : Id(), maybeWords(), maybeDate(), maybeWords(), extras()};
}

ExpertAnswers RandomBank::answers(const Round& round, const Invitation& invitation) {
  ExpertAnswers answers;
  answers.round = round.id;
  answers.invitation = invitation.id;
  answers.expert = invitation.expert;
  answers.conflict = maybeWords();
  answers.submittedOn = maybeDate();
  answers.nonce = maybeWords();
  answers.comment = maybeWords();
  for (const RubricLine& line : round.rubric.lines) {
    if (chance(80)) answers.rubric.push_back({line.id, Marks::whole(number(40)), maybeWords(), extras()});
  }
  for (const ReviewedObject& reviewed : round.objects) {
    ItemScore score;
    score.object = reviewed.object;
    if (chance(80)) score.relevance = 1 + number(4);
    if (chance(80)) score.difficulty = number(101);
    if (chance(80)) score.verdict = anyOf<ItemVerdict>(3);
    score.extras = extras();
    answers.scores.push_back(std::move(score));
  }
  for (int i = number(4); i > 0; --i) answers.annotations.push_back(annotation(round));
  for (int i = number(3); i > 0; --i) answers.replies.push_back(reply());
  for (int i = number(3); i > 0; --i) answers.decisions.push_back({id(), chance(50), maybeWords(), extras()});
  answers.extras = extras();
  return answers;
}

Submission RandomBank::submission(const Round& round, const Invitation& invitation) {
  Submission submission{invitation.id, round.id, invitation.expert, {}, {}, extras()};
  if (chance(80)) submission.sealed = "c2VhbGVk";
  if (chance(50)) submission.answers = answers(round, invitation);
  return submission;
}

Opinion RandomBank::opinion(const Round& round) {
  Opinion opinion;
  opinion.id = id();
  opinion.round = round.id;
  if (chance(60)) opinion.owner = id();
  opinion.rule = maybeWords(40);
  opinion.remark = annotation(round);
  opinion.status = anyOf<OpinionStatus>(4);
  opinion.answerer = maybeWords();
  opinion.answer = maybeWords();
  opinion.answeredBy = maybeWords();
  opinion.answeredOn = maybeDate();
  opinion.revision = maybeWords();
  for (int i = number(3); i > 0; --i)
    opinion.changes.push_back({"stem", maybeWords(), maybeWords(), extras()});
  for (int i = number(3); i > 0; --i) opinion.evidence.push_back(words());
  opinion.suggestion = anyOf<SuggestionState>(3);
  opinion.decidedBy = maybeWords();
  opinion.decidedOn = maybeDate();
  for (int i = number(3); i > 0; --i) opinion.thread.push_back(reply());
  opinion.extras = extras();
  return opinion;
}

}  // namespace tiku::test
