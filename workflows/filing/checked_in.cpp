#include "workflows/filing/checked_in.h"

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/repository.h"

namespace tiku::workflows {

using namespace tiku::formats;

std::string checkedInTree(const std::filesystem::path& path, const FileTree& tree) {
  if (!std::filesystem::is_directory(path)) return treeIdOf(tree);
  const std::string advice = translate("请先用 tiku commit 签入，再抽样或导出。");
  if (!Repository::isRepository(path)) {
    throw FormatError(ErrorCode::kConflict, translate("题库还没有签入过，样本无从核对。"),
                      {path.string(), 0, {}}, advice);
  }
  const Repository repository = Repository::open(path);
  const Dirty dirty = repository.dirty();
  if (!dirty.empty()) {
    throw FormatError(ErrorCode::kConflict,
                      say("题库有 {n} 个文件的改动没有签入。",
                          "n"_a = dirty.added.size() + dirty.changed.size() + dirty.removed.size()),
                      {path.string(), 0, {}}, advice);
  }
  return repository.find("HEAD").tree;
}

validators::SampleShares sampleShares(const validators::Profile& profile) {
  if (profile.sample()) return *profile.sample();
  throw FormatError(ErrorCode::kUsage,
                    say("规则文件“{profile}”没有规定样本的比例。", "profile"_a = profile.id()), {},
                    translate("请用规定了样本的规则文件，例如 --profile guizhou。"));
}

}  // namespace tiku::workflows
