#include "workflows/review/begin.h"

#include <set>

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
  const auto [figures, due] = planRound(profile, deed.on, order.period);
  RoundPlan plan = figures;
  plan.title = order.title;
  plan.commit = revision.commit;
  plan.tree = revision.tree;
  plan.tag = revision.tags.empty() ? std::string() : revision.tags.front();
  plan.panel = order.panel;
  if (order.perItem > 0) plan.perItem = order.perItem;
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

namespace {

std::unique_ptr<FileTree> reviewedTree(const fs::path& bank, const Round& round) {
  if (!fs::is_directory(bank)) {
    throw FormatError(ErrorCode::kUsage, say("要用送审时的版本，打成一个文件的题库里没有历史。"),
                      {bank.string(), 0, {}}, say("请对题库目录办理。"));
  }
  return Repository::open(bank).treeAt(round.commit);
}

}  // namespace

Bank reviewedBank(const fs::path& bank, const Round& round) {
  return readBank(*reviewedTree(bank, round)).bank;
}

Bank reviewedObjects(const fs::path& bank, const Round& round, const std::vector<Id>& objects) {
  const auto tree = reviewedTree(bank, round);
  const FormatVersion version = readManifest(tree->read("tiku.xml"), tree->name()).version;
  std::set<std::string> wanted;
  Edit edit;
  for (const Id id : objects) {
    wanted.insert(id.str() + ".xml");
    for (int level = 1; level <= 5; ++level) {
      const Blueprint blueprint(*Level::of(level));
      if (blueprint.id == id)
        wanted.insert(fs::path(pathOf(std::make_shared<const Blueprint>(blueprint))).filename());
    }
  }
  for (const std::string& path : tree->list()) {
    const bool reviewed = path.starts_with("items/") || path.starts_with("blueprints/");
    if (reviewed && wanted.contains(fs::path(path).filename().string()))
      edit.putObject(read(path, tree->read(path), tree->name(), {}, version));
  }
  Bank found;
  found.apply(edit);
  return found;
}

const validators::PanelRules& panelRulesOf(const validators::Profile& profile) {
  if (profile.panel()) return *profile.panel();
  throw FormatError(ErrorCode::kUsage,
                    say("规则文件“{profile}”没有规定专家组（<panel>）。", "profile"_a = profile.id()));
}

PlannedRound planRound(const validators::Profile& profile, const Date& start,
                       const std::optional<Period>& period) {
  const validators::PanelRules& rules = panelRulesOf(profile);
  const Period time = period ? *period : periodOf(profile, "evaluation");
  PlannedRound planned{{}, deadlineAfter(WorkCalendar::china(), start, time)};
  planned.plan.minPanel = rules.experts;
  planned.plan.panelClause = rules.clause;
  planned.plan.perItem = rules.perItem;
  planned.plan.workingDays = time.unit == Period::Unit::kWorkingDays ? time.count : 0;
  planned.plan.due = planned.due.day;
  return planned;
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
