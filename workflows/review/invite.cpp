#include "workflows/review/invite.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "formats/model/pictures.h"
#include "formats/package/reviewed.h"
#include "validators/checker/text_fields.h"

namespace tiku::workflows {

using namespace formats;

namespace {

template <typename Item>
Item withoutNames(Item item) {
  item.author.reset();
  item.source = {};
  item.extras = {};
  return item;
}

Blueprint withoutNames(Blueprint blueprint) {
  for (ElementTable* table : {&blueprint.theory, &blueprint.skills}) {
    table->compiledBy.clear();
    table->reviewedBy.clear();
  }
  return blueprint;
}

void takePictures(const Object& object, std::set<std::string>& names) {
  for (std::string& name : picturesOf(object)) names.insert(std::move(name));
}

// What its items share, and of its items those that the expert sees.
ItemSet withoutHidden(ItemSet set, const std::set<Id>& shown) {
  std::erase_if(set.items, [&](Id item) { return !shown.contains(item); });
  set.source = {};
  return set;
}

std::vector<Id> objectsOf(const Round& round, Id expert) {
  std::vector<Id> objects;
  for (const ReviewedObject& reviewed : round.objects) {
    if (std::ranges::binary_search(reviewed.experts, expert)) objects.push_back(reviewed.object);
  }
  return objects;
}

// The bank must be the one that the round names: who would review something else?
void mustBeReviewed(const Round& round, const Bank& reviewed) {
  for (const ReviewedObject& one : round.objects) {
    const Object* object = reviewed.object(one.object);
    if (object != nullptr && reviewedDigest(reviewed, *object) == one.digest) continue;
    throw FormatError(
        ErrorCode::kNotUnderstood, say("送审版本里的内容与本轮评审记下的不一致。"), {{}, 0, one.object.str()},
        say("核对送审版本 {commit}：它应当就是本轮开始时的那一次签入。", "commit"_a = round.commit));
  }
}

/// Somebody else's opened answers as an expert sees them in the discussion: under another name, and only
/// about what he sees himself.
Submission anonymous(const Submission& submission, const std::vector<Id>& seen) {
  Submission made;
  made.id = Id::random();
  made.round = submission.round;
  made.expert = Id::random();
  ExpertAnswers answers = *submission.answers;
  answers.invitation = made.id;
  answers.expert = made.expert;
  answers.conflict.clear();
  answers.nonce.clear();
  const auto hidden = [&](Id object) { return !std::ranges::binary_search(seen, object); };
  std::erase_if(answers.scores, [&](const ItemScore& score) { return hidden(score.object); });
  std::erase_if(answers.annotations, [&](const Annotation& one) { return hidden(one.anchor.object); });
  made.answers = std::move(answers);
  return made;
}

// In an order that does not tell the experts' names: by the random ids just given.
void addOthers(Bank& view, const Bank& now, const Round& round, const ReviewTask& task, ExpertAnswers& own) {
  Edit edit;
  now.forEach<Submission>([&](const std::shared_ptr<const Submission>& one) {
    if (one->round != round.id || !one->answers) return;
    const Invitation* invitation = round.invitation(one->id);
    if (invitation == nullptr || invitation->phase != Invitation::Phase::kIndependent) return;
    if (one->expert == task.expert) {
      own = *one->answers;
    } else {
      edit.put(anonymous(*one, task.objects));
    }
  });
  view.apply(edit);
}

// His opinions, and the objects that he is to look at again.
Edit opinionsFor(const Bank& now, const Round& round, ReviewTask& task) {
  Edit edit;
  const std::vector<Id> changed = changedSince(round, now);
  std::set<Id> again;
  for (const Id object : task.objects) {
    if (std::ranges::binary_search(changed, object)) again.insert(object);
  }
  now.forEach<Opinion>([&](const std::shared_ptr<const Opinion>& opinion) {
    if (opinion->round != round.id || opinion->owner != task.expert) return;
    if (opinion->status != OpinionStatus::kAnswered) return;  // Agreed to in an earlier re-review.
    edit.putObject(opinion);
    again.insert(opinion->remark.anchor.object);
  });
  std::erase_if(again, [&](Id object) { return now.object(object) == nullptr; });
  task.objects.assign(again.begin(), again.end());
  return edit;
}

Invitation::Phase phaseNow(const Round& round) {
  if (const auto phase = phaseOf(round.state())) return *phase;
  throw FormatError(ErrorCode::kConflict,
                    say("本轮评审现在是“{state}”，不向专家发文件。", "state"_a = wordOf(round.state())));
}

void recallEarlier(Round& round, Id expert, const std::string& name, Invitation::Phase phase) {
  const Invitation* earlier = currentInvitation(round, expert, phase);
  if (earlier == nullptr) return;
  if (!earlier->commitment.empty()) {
    throw FormatError(ErrorCode::kConflict, say("专家“{name}”已经交了意见。", "name"_a = name));
  }
  for (Invitation& one : round.invitations) {
    if (one.id == earlier->id) one.recalled = say("又发了一份新的文件");
  }
}

}  // namespace

std::vector<Id> changedSince(const Round& round, const Bank& now) {
  std::vector<Id> changed;
  for (const ReviewedObject& one : round.objects) {
    const Object* object = now.object(one.object);
    if (object == nullptr || reviewedDigest(now, *object) != one.digest) changed.push_back(one.object);
  }
  return changed;
}

Bank expertView(const Bank& bank, const std::vector<Id>& objects) {
  Bank view(bank.info());
  Edit edit;
  if (const Standard* standard = bank.standard()) edit.put(*standard);
  bank.forEach<Blueprint>([&](const auto& blueprint) { edit.put(withoutNames(*blueprint)); });
  std::set<std::string> pictures;
  std::set<Id> shown(objects.begin(), objects.end());
  bank.forEach<ItemSet>([&](const std::shared_ptr<const ItemSet>& set) {
    if (std::ranges::none_of(set->items, [&](Id item) { return shown.contains(item); })) return;
    takePictures(set, pictures);
    edit.put(withoutHidden(*set, shown));
  });
  for (const Id id : objects) {
    if (const Object* object = bank.object(id)) takePictures(*object, pictures);
    if (const auto* theory = bank.find<TheoryItem>(id)) {
      edit.put(withoutNames(*theory));
    } else if (const auto* skill = bank.find<SkillItem>(id)) {
      edit.put(withoutNames(*skill));
    }
  }
  bank.forEach<Media>([&](const std::shared_ptr<const Media>& media) {
    if (pictures.contains(media->name)) edit.putObject(media);
  });
  view.apply(edit);
  return view;
}

ReviewFile inviteExpert(Round& round, const Bank& reviewed, const Bank& now, Id expert, std::string_view key,
                        const Deed& deed) {
  const Invitation::Phase phase = phaseNow(round);
  const Panelist* member = round.panelist(expert);
  if (member == nullptr || !member->left.empty()) {
    throw FormatError(ErrorCode::kUsage,
                      say("专家组里没有 {id} 这个人，或者他已经退出。", "id"_a = expert.str()));
  }
  mustBeReviewed(round, reviewed);
  recallEarlier(round, expert, member->name, phase);
  if (round.state() == RoundState::kAccepted) advance(round, RoundState::kReviewing, deed);

  ReviewTask task;
  task.round = round.id;
  task.invitation = Id::random();
  task.expert = expert;
  task.expertName = member->name;
  task.title = round.title;
  task.phase = phase;
  task.commit = round.commit;
  task.tree = round.tree;
  task.on = deed.on;
  task.due = phase == Invitation::Phase::kIndependent ? round.due : std::nullopt;
  task.rubric = round.rubric;
  task.objects = objectsOf(round, expert);
  round.invitations.push_back({task.invitation, expert, phase, deed.on, {}, {}, {}, {}, {}});

  if (phase == Invitation::Phase::kRereview) {
    const Edit opinions = opinionsFor(now, round, task);
    Bank view = expertView(now, task.objects);
    view.apply(opinions);
    return ReviewFile::make(std::move(task), std::move(view), key);
  }
  Bank view = expertView(reviewed, task.objects);
  ExpertAnswers own;
  if (phase == Invitation::Phase::kDiscussion) addOthers(view, now, round, task, own);
  ReviewFile file = ReviewFile::make(std::move(task), std::move(view), key);
  file.answer(std::move(own));
  return file;
}

namespace {

// After the expert; what a file system would not take stays out.
std::string fileNameFor(const Panelist& member) {
  std::string name;
  for (const char c : member.name) {
    if (std::string_view("/\\:*?\"<>|\n\r\t").find(c) == std::string_view::npos) name += c;
  }
  if (name.empty() || name.front() == '.') name = member.expert.str();
  return name;
}

}  // namespace

SentFiles inviteExperts(const Round& round, const Bank& reviewed, const Bank& now, std::vector<Id> experts,
                        std::string_view key, const Deed& deed) {
  if (experts.empty()) {
    for (const MemberProgress& member : progressOf(round, deed.on).members) {
      if (member.current == nullptr) experts.push_back(member.expert);
    }
  }
  SentFiles sent{round, {}};
  std::set<std::string> names;
  for (const Id expert : experts) {
    const ReviewFile file = inviteExpert(sent.round, reviewed, now, expert, key, deed);
    std::string name = fileNameFor(*sent.round.panelist(expert));
    // Two of one name are two files all the same.
    if (!names.insert(name).second) name += " " + expert.str().substr(0, 8);
    sent.files.push_back({expert, name + ".tiku-review", file.bytes(), file.task().objects.size()});
  }
  return sent;
}

}  // namespace tiku::workflows
