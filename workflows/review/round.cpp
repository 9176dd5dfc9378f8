#include "workflows/review/round.h"

#include <algorithm>
#include <set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "formats/package/reviewed.h"
#include "workflows/history/changes.h"

namespace tiku::workflows {

using namespace formats;

namespace {

[[noreturn]] void refusePlan(const std::string& message, const std::string& advice = {}) {
  throw FormatError(ErrorCode::kUsage, message, {}, advice);
}

bool isLiveItem(const Object& object) {
  if (const auto* item = as<TheoryItem>(object)) return item->status != ItemStatus::kRetired;
  const auto* item = as<SkillItem>(object);
  return item != nullptr && item->status != ItemStatus::kRetired;
}

void checkPanel(const Bank& bank, const RoundPlan& plan) {
  std::set<Id> seen;
  int chairs = 0;
  for (const Panelist& member : plan.panel) {
    if (!seen.insert(member.expert).second)
      refusePlan(say("专家“{name}”在专家组里出现了两次。", "name"_a = member.name));
    chairs += member.chair ? 1 : 0;
    const std::string& own = bank.info().institution.name;
    if (!own.empty() && member.institution == own) {
      refusePlan(say("专家“{name}”是被评审机构“{institution}”的人，应当回避。", "name"_a = member.name,
                     "institution"_a = own));
    }
  }
  if (static_cast<int>(plan.panel.size()) < plan.minPanel) {
    refusePlan(say("专家组只有 {n} 人，至少要 {least} 人（{clause}）。", "n"_a = plan.panel.size(),
                   "least"_a = plan.minPanel, "clause"_a = plan.panelClause));
  }
  if (chairs != 1) refusePlan(say("专家组应有一名组长，这里有 {n} 名。", "n"_a = chairs));
}

// The items to be reviewed: all live ones, or the drawn ones and those of the drawn papers.
std::set<Id> itemsOf(const Bank& bank, const RoundPlan& plan) {
  std::set<Id> items;
  if (plan.scope == Round::Scope::kBank) {
    for (const auto& [id, object] : bank.objects()) {
      if (isLiveItem(object)) items.insert(id);
    }
    return items;
  }
  for (const Id drawn : plan.drawn) {
    if (const auto* paper = bank.find<Paper>(drawn)) {
      for (const PaperSection& section : paper->sections) {
        for (const PaperEntry& entry : section.entries) {
          if (bank.object(entry.item) != nullptr) items.insert(entry.item);
        }
      }
    } else if (bank.object(drawn) != nullptr) {
      items.insert(drawn);
    }
  }
  return items;
}

std::string nameIn(const Bank& bank, Id id) {
  const Object* object = bank.object(id);
  return object == nullptr ? id.str() : objectName(*object);
}

std::vector<Id> idsOf(const std::vector<Panelist>& panel) {
  std::vector<Id> ids;
  for (const Panelist& member : panel) {
    if (member.left.empty()) ids.push_back(member.expert);
  }
  std::ranges::sort(ids);
  return ids;
}

bool isDecided(RoundState state) {
  return state == RoundState::kPassed || state == RoundState::kFailed;
}

bool isDelivered(const Invitation* invitation) {
  return invitation != nullptr && !invitation->commitment.empty();
}

}  // namespace

bool mayReview(const Bank& bank, const Panelist& expert, Id object) {
  std::optional<Id> author;
  if (const auto* theory = bank.find<TheoryItem>(object)) author = theory->author;
  if (const auto* skill = bank.find<SkillItem>(object)) author = skill->author;
  if (!author) return true;
  if (*author == expert.expert) return false;
  const auto* people = bank.find<People>(People::kId);
  const Person* person = people == nullptr ? nullptr : people->find(*author);
  return person == nullptr || person->name != expert.name || person->institution != expert.institution;
}

Round startRound(const Bank& bank, const RoundPlan& plan, const Deed& deed) {
  checkPanel(bank, plan);
  Round round;
  round.id = Id::random();
  round.title = plan.title;
  round.commit = plan.commit;
  round.tree = plan.tree;
  round.tag = plan.tag;
  round.scope = plan.scope;
  round.nonce = plan.nonce;
  round.perItem = plan.perItem;
  round.seed = assignmentSeed(plan.tree, round.id);
  round.minPanel = plan.minPanel;
  round.workingDays = plan.workingDays;
  round.due = plan.due;
  round.key = plan.key;
  round.panel = plan.panel;
  round.rubric = plan.rubric;
  const std::set<Id> items = itemsOf(bank, plan);
  if (items.empty()) refusePlan(say("没有要评审的试题。"));
  const auto may = [&](Id object, Id expert) { return mayReview(bank, *round.panelist(expert), object); };
  const Assignment assignment = assignObjects({items.begin(), items.end()}, idsOf(plan.panel), plan.perItem,
                                              round.seed, may, [&](Id id) { return nameIn(bank, id); });
  for (const auto& [object, experts] : assignment)
    round.objects.push_back({object, reviewedDigest(bank, *bank.object(object)), experts, {}, {}});
  bank.forEach<Blueprint>([&](const std::shared_ptr<const Blueprint>& blueprint) {
    round.objects.push_back({blueprint->id, reviewedDigest(blueprint), idsOf(plan.panel), {}, {}});
  });
  std::ranges::sort(round.objects, {}, &ReviewedObject::object);
  advance(round, RoundState::kAccepted, deed);
  return round;
}

void advance(Round& round, RoundState to, const Deed& deed) {
  const bool first = round.steps.empty() && to == RoundState::kAccepted;
  const std::vector<RoundState> next = nextStates(round.state());
  if (!first && std::ranges::find(next, to) == next.end()) {
    std::string possible;
    for (const RoundState state : next) possible += (possible.empty() ? "" : "、") + wordOf(state);
    throw FormatError(ErrorCode::kConflict,
                      say("本轮评审现在是“{from}”，不能转为“{to}”。", "from"_a = wordOf(round.state()),
                          "to"_a = wordOf(to)),
                      {},
                      possible.empty() ? say("本轮评审已经结束；需要再评的，另开一轮。")
                                       : say("接下来可以是：{states}。", "states"_a = possible));
  }
  if (deed.by.empty()) throw FormatError(ErrorCode::kUsage, say("没有写明由谁办理。"));
  if (!round.steps.empty() && round.steps.back().on && deed.on < *round.steps.back().on) {
    throw FormatError(ErrorCode::kUsage,
                      say("日期 {on} 早于上一步的 {last}。", "on"_a = deed.on.str(),
                          "last"_a = round.steps.back().on->str()),
                      {}, say("核对两台电脑的时钟，或者写明日期。"));
  }
  round.steps.push_back({to, deed.by, deed.on, deed.reason, {}});
}

void leavePanel(Round& round, Id expert, const Deed& deed) {
  const auto member = std::ranges::find(round.panel, expert, &Panelist::expert);
  if (member == round.panel.end() || !member->left.empty())
    refusePlan(say("专家组里没有 {id} 这个人，或者他已经退出。", "id"_a = expert.str()));
  if (deed.reason.empty()) refusePlan(say("专家退出要写明理由。"));
  if (isDecided(round.state()))
    throw FormatError(ErrorCode::kConflict, say("本轮评审已经有结论，专家组不再变动。"));
  member->left =
      say("{date} {reason}（{by}）", "date"_a = deed.on.str(), "reason"_a = deed.reason, "by"_a = deed.by);
  for (Invitation& invitation : round.invitations) {
    if (invitation.expert == expert && invitation.commitment.empty() && invitation.recalled.empty())
      invitation.recalled = say("专家已退出：{reason}", "reason"_a = deed.reason);
  }
}

void replaceExpert(Round& round, const Bank& bank, Id left, const Panelist& newcomer) {
  const Panelist* old = round.panelist(left);
  if (old == nullptr || old->left.empty()) refusePlan(say("只有已经退出的专家才能由别人接替。"));
  if (round.panelist(newcomer.expert) != nullptr)
    refusePlan(say("专家“{name}”已经在专家组里。", "name"_a = newcomer.name));
  if (const std::string& own = bank.info().institution.name; !own.empty() && newcomer.institution == own) {
    refusePlan(say("专家“{name}”是被评审机构“{institution}”的人，应当回避。", "name"_a = newcomer.name,
                   "institution"_a = own));
  }
  const bool alone = phaseOf(round.state()) == Invitation::Phase::kIndependent;
  for (const Invitation& invitation : round.invitations) {
    if (alone && invitation.expert == left && isDelivered(&invitation))
      refusePlan(say("这名专家已经交了意见，不需要接替。"));
  }
  for (ReviewedObject& reviewed : round.objects) {
    const auto place = std::ranges::find(reviewed.experts, left);
    if (place == reviewed.experts.end()) continue;
    if (!mayReview(bank, newcomer, reviewed.object)) {
      refusePlan(say("专家“{name}”是{item}的命题人，不能评它。", "name"_a = newcomer.name,
                     "item"_a = nameIn(bank, reviewed.object)));
    }
    *place = newcomer.expert;
    std::ranges::sort(reviewed.experts);
  }
  round.panel.push_back(newcomer);
}

std::optional<Invitation::Phase> phaseOf(RoundState state) {
  switch (state) {
    case RoundState::kAccepted:
    case RoundState::kReviewing:
      return Invitation::Phase::kIndependent;
    case RoundState::kSummary:
      return Invitation::Phase::kDiscussion;
    case RoundState::kRereview:
      return Invitation::Phase::kRereview;
    default:
      return std::nullopt;
  }
}

const Invitation* currentInvitation(const Round& round, Id expert, Invitation::Phase phase) {
  // The last one counts: a round may come to its re-review more than once.
  for (auto at = round.invitations.rbegin(); at != round.invitations.rend(); ++at) {
    if (at->expert == expert && at->phase == phase && at->recalled.empty()) return &*at;
  }
  return nullptr;
}

RoundProgress progressOf(const Round& round, const Date& today) {
  RoundProgress progress;
  const RoundState state = round.state();
  const auto phase = phaseOf(state);
  progress.phase = phase.value_or(Invitation::Phase::kIndependent);
  const bool rectifying = state == RoundState::kToRectify || state == RoundState::kRectifying;
  if (rectifying) progress.due = round.rectifyBy;
  if (progress.phase == Invitation::Phase::kIndependent && !rectifying && !isDecided(state))
    progress.due = round.due;
  progress.late = progress.due && today > *progress.due;
  for (const Panelist& member : round.panel) {
    if (!member.left.empty()) continue;
    MemberProgress one;
    one.expert = member.expert;
    one.objects = static_cast<int>(std::ranges::count_if(round.objects, [&](const ReviewedObject& object) {
      return std::ranges::binary_search(object.experts, member.expert);
    }));
    one.current = currentInvitation(round, member.expert, progress.phase);
    one.delivered = isDelivered(one.current);
    const bool timed = progress.phase == Invitation::Phase::kIndependent && round.due;
    if (timed && one.delivered) one.late = one.current->deliveredOn && *one.current->deliveredOn > *round.due;
    // Alone everybody has to speak; to the discussion and the re-review the chair calls whom he needs. While
    // the institution works, and after the end, nobody is waited for: not for who came later either.
    const bool asked = phase && (progress.phase == Invitation::Phase::kIndependent || one.current != nullptr);
    if (timed && asked && !one.delivered) one.late = progress.late;
    if (asked && !one.delivered) ++progress.outstanding;
    progress.members.push_back(one);
  }
  return progress;
}

std::string memberName(const Round& round, Id expert) {
  const Panelist* member = round.panelist(expert);
  return member == nullptr || member->name.empty() ? expert.str() : member->name;
}

std::shared_ptr<const Round> findRound(const Bank& bank, const std::string& name) {
  const auto rounds = bank.all<Round>();
  std::vector<std::shared_ptr<const Round>> found;
  std::string list;
  for (const auto& round : rounds) {
    list += (list.empty() ? "" : "、") + round->id.str().substr(0, 8) + "“" + round->title + "”";
    if (name.empty() || round->title == name || round->id.str().starts_with(name)) found.push_back(round);
  }
  if (found.size() == 1) return found.front();
  if (rounds.empty()) refusePlan(say("题库里还没有评审轮次。"), say("用 tiku review start 开始一轮评审。"));
  if (found.empty())
    refusePlan(say("没有评审轮次“{name}”。", "name"_a = name), say("有：{list}。", "list"_a = list));
  refusePlan(say("不止一个评审轮次，请写明是哪一个。"), say("有：{list}。", "list"_a = list));
}

}  // namespace tiku::workflows
