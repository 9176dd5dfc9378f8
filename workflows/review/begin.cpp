#include "workflows/review/begin.h"

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/secret.h"
#include "formats/history/repository.h"
#include "formats/package/package.h"
#include "validators/checker/bank_profile.h"
#include "workflows/filing/checked_in.h"
#include "workflows/review/keys.h"
#include "workflows/sampling/sample.h"

namespace tiku::workflows {

using namespace formats;
namespace fs = std::filesystem;

BegunRound beginRound(const fs::path& bank, const RoundOrder& order, const Deed& deed) {
  if (!fs::is_directory(bank) || !Repository::isRepository(bank)) {
    throw FormatError(ErrorCode::kConflict, say("题库还没有签入过，没有可以送审的版本。"),
                      {bank.string(), 0, {}}, say("请先签入。"));
  }
  const Repository repository = Repository::open(bank);
  const Revision revision = repository.find(order.revision);
  const Bank reviewed = readBank(*repository.treeAt(revision.commit)).bank;
  const validators::Profile profile = order.profile.empty() ? validators::profileOf(reviewed.info())
                                                            : validators::Profile::load(order.profile);
  RoundPlan plan;
  plan.title = order.title;
  plan.commit = revision.commit;
  plan.tree = revision.tree;
  plan.tag = revision.tags.empty() ? std::string() : revision.tags.front();
  plan.panel = order.panel;
  plan.perItem = order.perItem;
  const Period period = order.period ? *order.period : periodOf(profile, "evaluation");
  plan.workingDays = period.unit == Period::Unit::kWorkingDays ? period.count : 0;
  const Deadline due = deadlineAfter(WorkCalendar::china(), deed.on, period);
  plan.due = due.day;
  plan.rubric = order.rubric;
  if (order.sample) {
    plan.scope = Round::Scope::kSample;
    plan.nonce = *order.sample;
    plan.drawn = drawSample(reviewed, sampleShares(profile), revision.tree, *order.sample).drawn();
  }
  BegunRound begun;
  begun.key = randomKey();
  begun.caveat = due.caveat();
  plan.key = keyFingerprint(begun.key);
  begun.round = startRound(reviewed, plan, deed);
  return begun;
}

Bank reviewedBank(const fs::path& bank, const Round& round) {
  if (!fs::is_directory(bank)) {
    throw FormatError(ErrorCode::kUsage, say("要用送审时的版本，打成一个文件的题库里没有历史。"),
                      {bank.string(), 0, {}}, say("请对题库目录办理。"));
  }
  return readBank(*Repository::open(bank).treeAt(round.commit)).bank;
}

Period periodOf(const validators::Profile& profile, std::string_view deadline) {
  if (const auto* found = profile.deadline(deadline)) return found->period;
  throw FormatError(
      ErrorCode::kUsage,
      say("规则文件“{profile}”没有规定期限“{id}”。", "profile"_a = profile.id(), "id"_a = deadline), {},
      say("请写明天数。"));
}

Deadline rectificationEnds(const validators::Profile& profile, const Date& from, int days) {
  const Period period = days > 0 ? Period{days, Period::Unit::kDays} : periodOf(profile, "rectification");
  return deadlineAfter(WorkCalendar::china(), from, period);
}

}  // namespace tiku::workflows
