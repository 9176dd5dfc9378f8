#include "workflows/history/changes.h"

#include <map>
#include <memory>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::workflows {

using namespace formats;

namespace {

/// One side of a comparison; no files before the first check-in.
class Side {
 public:
  explicit Side(std::unique_ptr<FileTree> tree) : tree_(std::move(tree)) {
    if (tree_ != nullptr && tree_->has("tiku.xml"))
      version_ = readManifest(tree_->read("tiku.xml"), tree_->name()).version;
  }
  [[nodiscard]] bool has(const std::string& path) const { return tree_ != nullptr && tree_->has(path); }
  [[nodiscard]] Object read(const std::string& path) const {
    return formats::read(path, tree_->read(path), tree_->name(), {}, version_);
  }

 private:
  std::unique_ptr<FileTree> tree_;
  FormatVersion version_ = kFormatVersion;
};

}  // namespace

RevisionChanges changesOf(const Repository& repository, const std::string& revision) {
  const auto parent = repository.before(revision);
  const Side then(parent ? repository.treeAt(parent->commit) : nullptr);
  const Side now(repository.treeAt(revision));
  RevisionChanges changes;
  std::map<Id, Change> objects;
  for (const std::string& path : repository.changedFiles(revision)) {
    if (!isObjectFile(parsePath(path).kind)) {
      changes.otherFiles.push_back(path);
      continue;
    }
    try {
      const Object before = then.has(path) ? then.read(path) : Object();
      const Object after = now.has(path) ? now.read(path) : Object();
      for (const Object* one : {&before, &after}) {
        const Id id = idOf(*one);
        if (id.empty()) continue;
        Change& change = objects[id];
        change.id = id;
        (one == &before ? change.before : change.after) = *one;
      }
    } catch (const FormatError&) {
      changes.otherFiles.push_back(path);
    }
  }
  for (auto& [id, change] : objects) changes.objects.push_back(std::move(change));
  return changes;
}

std::string objectName(const Object& object) {
  if (const auto* item = as<TheoryItem>(object)) return validators::itemName(*item);
  if (const auto* item = as<SkillItem>(object)) return validators::itemName(*item);
  if (const auto* paper = as<Paper>(object)) return validators::paperName(*paper);
  if (const auto* blueprint = as<Blueprint>(object))
    return say("{level}考评蓝图", "level"_a = validators::levelWord(blueprint->level));
  if (const auto* media = as<Media>(object))
    return say("图片或附件 {name}", "name"_a = media->name.substr(0, 8));
  if (as<BankInfo>(object) != nullptr) return translate("题库信息");
  if (as<Standard>(object) != nullptr) return translate("职业标准文本");
  if (as<People>(object) != nullptr) return translate("人员名单");
  if (as<Waivers>(object) != nullptr) return translate("豁免");
  if (as<Judgements>(object) != nullptr) return translate("相似题判定");
  if (as<Dossier>(object) != nullptr) return translate("报备资料");
  if (as<Terms>(object) != nullptr) return translate("术语表");
  return {};
}

}  // namespace tiku::workflows
