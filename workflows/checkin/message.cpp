#include "workflows/checkin/message.h"

#include <map>
#include <set>
#include <vector>

#include "formats/base/say.h"
#include "formats/package/paths.h"

namespace tiku::workflows {

using namespace tiku::formats;

namespace {

enum class Deed { kAdded, kChanged, kRemoved };

// What stands for the file among the objects: an item that changed its level has two files and is one.
std::string nameOf(const std::string& path) {
  const PathParts parts = parsePath(path);
  if (parts.kind == FileKind::kManifest) return BankInfo::kId.str();
  return parts.id.empty() ? path : parts.id.str();
}

struct Changed {
  Deed deed = Deed::kChanged;
  std::string path;  // The one that is there, where there is one.
};

std::map<std::string, Changed> objectsOf(const Dirty& dirty) {
  std::map<std::string, Changed> objects;
  const auto add = [&objects](const std::string& path, Deed deed) {
    const auto [known, isNew] = objects.try_emplace(nameOf(path), Changed{deed, path});
    if (isNew) return;
    if (known->second.deed != deed) known->second.deed = Deed::kChanged;
    known->second.path = path;
  };
  for (const std::string& path : dirty.removed) add(path, Deed::kRemoved);
  for (const std::string& path : dirty.changed) add(path, Deed::kChanged);
  for (const std::string& path : dirty.added) add(path, Deed::kAdded);
  return objects;
}

std::string sentence(Deed deed, const std::string& object) {
  switch (deed) {
    case Deed::kAdded:
      return say("新增{object}", "object"_a = object);
    case Deed::kChanged:
      return say("修改{object}", "object"_a = object);
    case Deed::kRemoved:
      break;
  }
  return say("删除{object}", "object"_a = object);
}

// The words of so many objects of a kind that are counted.
std::string counted(FileKind kind, std::size_t n) {
  switch (kind) {
    case FileKind::kTheoryItem:
      return say("理论试题 {n} 道", "n"_a = n);
    case FileKind::kSkillItem:
      return say("技能试题 {n} 道", "n"_a = n);
    case FileKind::kItemSet:
      return say("题组 {n} 个", "n"_a = n);
    case FileKind::kPaper:
      return say("试卷 {n} 套", "n"_a = n);
    case FileKind::kMedia:
      return say("图片和附件 {n} 个", "n"_a = n);
    case FileKind::kBankInfo:
    case FileKind::kManifest:
      return translate("题库信息");
    case FileKind::kStandard:
      return translate("职业标准文本");
    case FileKind::kPeople:
      return translate("人员名单");
    case FileKind::kWaivers:
      return translate("豁免");
    case FileKind::kJudgements:
      return translate("相似题判定");
    case FileKind::kDossier:
      return translate("报备资料");
    case FileKind::kTerms:
      return translate("术语表");
    case FileKind::kRound:
      return translate("评审轮次");
    case FileKind::kSubmission:
      return say("专家意见 {n} 份", "n"_a = n);
    case FileKind::kOpinion:
      return say("评审意见 {n} 条", "n"_a = n);
    case FileKind::kExperts:
      return translate("专家库");
    case FileKind::kPanelDraws:
      return translate("专家抽取记录");
    case FileKind::kStandardUpdate:
      return translate("标准更新");
    case FileKind::kBlueprint:
    case FileKind::kLog:
    case FileKind::kForeign:
      break;
  }
  return say("其他文件 {n} 个", "n"_a = n);
}

// One item, by the code under which its writer knows it.
std::string single(const std::string& path, const Bank& bank) {
  const PathParts parts = parsePath(path);
  if (const auto* item = bank.find<TheoryItem>(parts.id); item != nullptr && !item->code.empty())
    return say("理论试题 {code}", "code"_a = item->code);
  if (const auto* item = bank.find<SkillItem>(parts.id); item != nullptr && !item->title.empty())
    return say("操作技能试题“{title}”", "title"_a = item->title);
  if (const auto* paper = bank.find<Paper>(parts.id); paper != nullptr && !paper->title.empty())
    return say("试卷“{title}”", "title"_a = paper->title);
  return counted(parts.kind, 1);
}

}  // namespace

std::size_t objectsIn(const Dirty& dirty) {
  return objectsOf(dirty).size();
}

std::string proposedMessage(const Dirty& dirty, const Bank& bank) {
  struct Group {
    std::size_t n = 0;
    std::string path;
  };
  std::map<std::pair<Deed, FileKind>, Group> groups;
  std::vector<std::string> parts;
  for (const auto& [name, changed] : objectsOf(dirty)) {
    const PathParts at = parsePath(changed.path);
    if (at.kind == FileKind::kBlueprint && at.level) {
      parts.push_back(sentence(changed.deed, say("{level}考评蓝图", "level"_a = at.level->name())));
      continue;
    }
    Group& group = groups[{changed.deed, at.kind}];
    ++group.n;
    group.path = changed.path;
  }
  for (const auto& [what, group] : groups) {
    const std::string object = group.n == 1 ? single(group.path, bank) : counted(what.second, group.n);
    parts.push_back(sentence(what.first, object));
  }
  std::string message;
  for (const std::string& part : parts) message += (message.empty() ? "" : translate("；")) + part;
  return message;
}

}  // namespace tiku::workflows
