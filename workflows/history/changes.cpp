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
  explicit Side(const FileTree* tree) : tree_(tree) {
    if (tree_ != nullptr && tree_->has("tiku.xml"))
      version_ = readManifest(tree_->read("tiku.xml"), tree_->name()).version;
  }
  /// Nothing where it is not there.
  [[nodiscard]] Object readIfThere(const std::string& path) const {
    if (tree_ == nullptr || !tree_->has(path)) return {};
    return formats::read(path, tree_->read(path), tree_->name(), {}, version_);
  }

 private:
  const FileTree* tree_;
  FormatVersion version_ = kFormatVersion;
};

}  // namespace

Edit restoreEdit(const Bank& bank, Object version) {
  if (const auto* then = as<BankInfo>(version)) {
    // Which package this is and of what format stands in the manifest, not in the object's file.
    BankInfo info = *then;
    info.packageId = bank.info().packageId;
    info.formatMinor = bank.info().formatMinor;
    version = std::make_shared<const BankInfo>(std::move(info));
  }
  Edit edit(say("恢复“{object}”", "object"_a = objectName(version)));
  edit.putObject(version);
  return edit;
}

RevisionChanges changesBetween(const FileTree* before, const FileTree* after,
                               const std::vector<std::string>& paths) {
  const Side then(before);
  const Side now(after);
  RevisionChanges changes;
  std::map<Id, Change> objects;
  for (const std::string& path : paths) {
    if (!isObjectFile(parsePath(path).kind)) {
      changes.otherFiles.push_back(path);
      continue;
    }
    try {
      const Object was = then.readIfThere(path);
      const Object is = now.readIfThere(path);
      for (const Object* one : {&was, &is}) {
        const Id id = idOf(*one);
        if (id.empty()) continue;
        Change& change = objects[id];
        change.id = id;
        (one == &was ? change.before : change.after) = *one;
      }
    } catch (const FormatError&) {
      changes.otherFiles.push_back(path);
    }
  }
  for (auto& [id, change] : objects) changes.objects.push_back(std::move(change));
  return changes;
}

RevisionChanges changesOf(const Repository& repository, const std::string& revision) {
  const auto parent = repository.before(revision);
  const auto then = parent ? repository.treeAt(parent->commit) : nullptr;
  const auto now = repository.treeAt(revision);
  return changesBetween(then.get(), now.get(), repository.changedFiles(revision));
}

std::string objectName(const Object& object) {
  if (const auto* item = as<TheoryItem>(object)) return validators::itemName(*item);
  if (const auto* item = as<SkillItem>(object)) return validators::itemName(*item);
  if (const auto* set = as<ItemSet>(object)) return validators::setName(*set);
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
  if (const auto* round = as<Round>(object)) return say("评审轮次“{title}”", "title"_a = round->title);
  if (as<Submission>(object) != nullptr) return translate("专家意见");
  if (as<Opinion>(object) != nullptr) return translate("评审意见");
  if (as<Experts>(object) != nullptr) return translate("专家库");
  if (as<PanelDraws>(object) != nullptr) return translate("专家抽取记录");
  if (const auto* update = as<StandardUpdate>(object))
    return say("标准更新“{edition}”",
               "edition"_a = update->edition.empty() ? update->title : update->edition);
  return {};
}

}  // namespace tiku::workflows
