// Who touched what a question is about.
#include <algorithm>

#include "formats/package/package.h"
#include "formats/package/paths.h"
#include "workflows/merge/merge.h"

namespace tiku::workflows {

using namespace formats;

namespace {

/// What each check-in did to the files, looked at once.
class Steps {
 public:
  Steps(const Repository& repository, const std::vector<std::string>& bases)
      : repository_(repository), bases_(bases) {}

  /// The newest check-in up to `tip` that touched a file of the object; none where that was before the common
  /// ancestor. What a merge took from one side as it was is that side's.
  std::optional<Revision> last(const std::string& tip, const std::string& name) {
    for (std::string commit = tip; !commit.empty() && !isBase(commit);) {
      const std::vector<std::string>& parents = parentsOf(commit);
      if (parents.empty()) return repository_.find(commit);
      const auto same = std::ranges::find_if(
          parents, [&](const std::string& parent) { return !touched(parent, commit).contains(name); });
      if (same == parents.end()) return repository_.find(commit);
      commit = *same;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool isBase(const std::string& commit) const {
    return std::ranges::find(bases_, commit) != bases_.end();
  }
  const std::vector<std::string>& parentsOf(const std::string& commit) {
    const auto [known, isNew] = parents_.try_emplace(commit);
    if (isNew) known->second = repository_.parents(commit);
    return known->second;
  }
  /// The ids of the objects, and the paths of what is none.
  const std::set<std::string>& touched(const std::string& from, const std::string& to) {
    const auto [known, isNew] = touched_.try_emplace({from, to});
    if (!isNew) return known->second;
    for (const std::string& path : repository_.changedFiles(from, to)) {
      const PathParts parts = parsePath(path);
      known->second.insert(parts.kind == FileKind::kManifest ? BankInfo::kId.str()
                           : isObjectFile(parts.kind)        ? parts.id.str()
                                                             : path);
    }
    return known->second;
  }

  const Repository& repository_;
  const std::vector<std::string>& bases_;
  std::map<std::string, std::vector<std::string>> parents_;
  std::map<std::pair<std::string, std::string>, std::set<std::string>> touched_;
};

}  // namespace

std::map<std::string, LastChanges> lastChangesOf(const Repository& repository, const MergeResult& result) {
  std::map<std::string, LastChanges> all;
  Steps steps(repository, result.bases);
  for (const MergeQuestion& question : result.questions) {
    const std::string name = question.object.empty() ? question.address : question.object.str();
    all[question.address] = {steps.last(result.mine, name), steps.last(result.theirs, name)};
  }
  return all;
}

}  // namespace tiku::workflows
