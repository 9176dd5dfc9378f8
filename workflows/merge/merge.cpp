#include "workflows/merge/merge.h"

#include <algorithm>
#include <set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/paths.h"
#include "workflows/checkin/message.h"
#include "workflows/merge/base.h"
#include "workflows/merge/join.h"

namespace tiku::workflows {

using namespace formats;

namespace {

// Only histories of one bank meet.
void requireSameBank(const MergeState& mine, const MergeState& theirs, const Revision& revision) {
  const Place place{theirs.tree()->name(), 0, {}};
  if (!theirs.manifest()) {
    throw FormatError(ErrorCode::kNotAPackage,
                      say("版本 {name} 里没有 {file}，不是 Tiku 题库。",
                          "name"_a = revision.commit.substr(0, 10), "file"_a = kManifestPath),
                      place);
  }
  if (!mine.manifest() || mine.manifest()->packageId == theirs.manifest()->packageId) return;
  throw FormatError(ErrorCode::kConflict, say("那是另一个题库的版本，不能合并。"), place,
                    say("要收进另一个题库的试题，请用导入。"));
}

Edit editOf(const std::vector<Change>& changes, const std::string& title) {
  Edit edit(title);
  for (const Change& change : changes) {
    if (std::holds_alternative<std::monostate>(change.after)) {
      edit.remove(change.id);
    } else {
      edit.putObject(change.after);
    }
  }
  return edit;
}

}  // namespace

MergeResult mergeRevision(const Repository& repository, const std::string& theirs,
                          const MergeAnswers& answers) {
  MergeResult result;
  const Revision other = repository.find(theirs);
  result.theirs = other.commit;
  const bool begun = !repository.log(1).empty();
  Meeting meeting;
  meeting.theirs = MergeState(repository.treeAt(other.commit));
  if (begun) {
    result.mine = repository.find("HEAD").commit;
    if (repository.isAncestor(result.theirs, result.mine)) {
      result.nothingNew = true;
      result.bases = {result.theirs};
      return result;
    }
    meeting.mine = MergeState(repository.treeAt(result.mine));
    result.bases = repository.mergeBases(result.mine, result.theirs);
    MergeBase base = mergeBaseOf(repository, result.bases);
    meeting.mineChanged = base.changedTo(repository, result.mine, meeting.mine);
    meeting.theirsChanged = base.changedTo(repository, result.theirs, meeting.theirs);
    meeting.base = std::move(base.state);
    meeting.contested = std::move(base.contested);
  } else {
    meeting.theirsChanged = meeting.theirs.paths();
  }
  requireSameBank(meeting.mine, meeting.theirs, other);
  result.fastForward = !begun || (result.bases.size() == 1 && result.bases.front() == result.mine);
  Joined joined = join(meeting, answers);
  result.edit = editOf(joined.changes, say("合并{name}的改动", "name"_a = other.author.name));
  result.questions = nameIds(std::move(joined.questions), meeting);
  result.names = std::move(joined.names);
  result.incoming = std::move(joined.incoming);
  result.otherFiles = std::move(joined.otherFiles);
  result.files = std::move(joined.files);
  return result;
}

std::string mergeMessage(const Repository& repository, const MergeResult& result) {
  Dirty dirty;
  Edit edit;
  for (const Change& change : result.incoming) {
    const std::string before = pathOf(change.before);
    const std::string after = pathOf(change.after);
    if (before.empty()) {
      dirty.added.push_back(after);
    } else if (after.empty()) {
      dirty.removed.push_back(before);
    } else {
      dirty.changed.push_back(after);
    }
    if (!after.empty() && change.id != BankInfo::kId) edit.putObject(change.after);
  }
  Bank bank;
  bank.apply(edit);
  const std::string what = proposedMessage(dirty, bank);
  const std::string name = repository.find(result.theirs).author.name;
  return what.empty() ? say("合并{name}的改动", "name"_a = name)
                      : say("合并{name}的改动：{what}", "name"_a = name, "what"_a = what);
}

}  // namespace tiku::workflows
