#include "workflows/history/restore.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/compare/fields.h"
#include "formats/history/history_reader.h"
#include "formats/model/pictures.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"
#include "validators/rules/support/scope_names.h"
#include "workflows/compare/compare_states.h"
#include "workflows/history/changes.h"

namespace tiku::workflows {

using namespace formats;

namespace {

Object readAt(const FileTree& tree, const std::string& path) {
  const std::string manifest(kManifestPath);
  const FormatVersion version =
      tree.has(manifest) ? readManifest(tree.read(manifest), tree.name()).version : kFormatVersion;
  return formats::read(path, tree.read(path), tree.name(), {}, version);
}

/// What one object says of others.
class References {
 public:
  explicit References(const Bank& bank) : bank_(bank) {
    for (const auto& blueprint : bank.all<Blueprint>()) add(*blueprint);
  }

  /// In words, what the object speaks of and the bank does not have.
  [[nodiscard]] std::vector<std::string> missing(const Object& object) const {
    std::vector<std::string> found;
    if (const auto* item = as<TheoryItem>(object)) {
      if (item->point && !has(item->level, *item->point)) found.push_back(noPoint(item->level));
      checkAuthor(item->author, found);
    } else if (const auto* item = as<SkillItem>(object)) {
      const bool lost = std::ranges::any_of(item->points, [&](Id id) { return !has(item->level, id); });
      if (lost) found.push_back(noPoint(item->level));
      if (item->module && !has(item->level, *item->module)) {
        found.push_back(
            say("{level}内容结构表里已经没有它的考核模块", "level"_a = validators::levelWord(item->level)));
      }
      checkAuthor(item->author, found);
    } else if (const auto* set = as<ItemSet>(object)) {
      checkItems(set->items, found);
    } else if (const auto* paper = as<Paper>(object)) {
      std::vector<Id> items;
      for (const PaperSection& section : paper->sections) {
        for (const PaperEntry& entry : section.entries) items.push_back(entry.item);
      }
      checkItems(items, found);
    }
    for (const std::string& name : picturesOf(object)) {
      if (mediaNamed(bank_, name) == nullptr)
        found.push_back(say("题库里没有图片 {name}", "name"_a = name.substr(0, 12)));
    }
    return found;
  }

 private:
  void add(const Blueprint& blueprint) {
    auto& ids = parts_[blueprint.level.number()];
    for (const ElementTable* table : {&blueprint.theory, &blueprint.skills}) {
      walk(*table, [&ids](const TablePlace& place) {
        if (place.point != nullptr) ids.insert(place.point->id);
      });
    }
    for (const SkillGroup& group : blueprint.structure.groups) {
      for (const SkillModule& module : group.modules) ids.insert(module.id);
    }
  }
  [[nodiscard]] bool has(Level level, Id part) const {
    const auto at = parts_.find(level.number());
    return at != parts_.end() && at->second.contains(part);
  }
  static std::string noPoint(Level level) {
    return say("{level}细目表里已经没有它的考评点", "level"_a = validators::levelWord(level));
  }
  void checkAuthor(const std::optional<Id>& author, std::vector<std::string>& found) const {
    if (!author) return;
    const auto* people = bank_.find<People>(People::kId);
    if (people == nullptr || people->find(*author) == nullptr)
      found.push_back(translate("人员名单里已经没有它的命题人"));
  }
  void checkItems(const std::vector<Id>& items, std::vector<std::string>& found) const {
    const auto gone = std::ranges::count_if(items, [&](Id id) { return bank_.object(id) == nullptr; });
    if (gone > 0) found.push_back(say("它的试题里有 {n} 道已经删除", "n"_a = gone));
  }

  const Bank& bank_;
  std::map<int, std::unordered_set<Id>> parts_;
};

std::string joined(const std::vector<std::string>& texts, const char* between) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : between) + text;
  return all;
}

// The present object with the fields of the old one.
Object withFields(const Object& now, const Object& then, const std::vector<std::string>& names,
                  std::vector<std::string>& words) {
  Object object = now;
  const std::vector<Field> known = fieldsOf(now);
  for (const std::string& name : names) {
    const auto field =
        std::ranges::find_if(known, [&](const Field& one) { return one.name == name || one.word == name; });
    if (field == known.end()) {
      std::vector<std::string> all;
      for (const Field& one : known) all.push_back(one.name + " " + one.word);
      throw FormatError(ErrorCode::kUsage, say("它没有“{field}”这一栏。", "field"_a = name), {},
                        say("可以用的有：{fields}。", "fields"_a = joined(all, "、")));
    }
    object = withField(object, then, field->name);
  }
  for (const Field& field : differingFields(now, object)) words.push_back(field.word);
  return object;
}

void addPictures(const FileTree& tree, const Bank& bank, const Object& object, Edit& edit) {
  const std::vector<std::string> names = picturesOf(object);
  for (const std::string& name : std::set<std::string>(names.begin(), names.end())) {
    const std::string path = "media/" + name;
    if (mediaNamed(bank, name) == nullptr && tree.has(path)) edit.putObject(readAt(tree, path));
  }
}

}  // namespace

void throwNotAt(const Repository& repository, Id id, const std::string& revision) {
  const std::string at = repository.find(revision).commit.substr(0, 10);
  std::string advice = translate("历史里没有过它。");
  const HistoryReader reader(repository);
  reader.walk("HEAD", [&](const HistoryReader::Commit& commit) {
    const auto tree = repository.treeAt(commit.id);
    if (pathIn(*tree, id, false).empty()) return true;
    advice = say("有它的最近一个版本是 {commit}。", "commit"_a = commit.id.substr(0, 10));
    return false;
  });
  throw FormatError(ErrorCode::kUsage,
                    say("版本 {revision}（{commit}）里没有 {object}。", "revision"_a = revision,
                        "commit"_a = at, "object"_a = id.str()),
                    {}, advice);
}

Restoration restoreFrom(const Repository& repository, const Bank& bank, Id id, const std::string& revision,
                        const std::vector<std::string>& fields) {
  const auto tree = repository.treeAt(revision);
  const std::string path = pathIn(*tree, id);
  if (path.empty()) throwNotAt(repository, id, revision);
  const Object then = readAt(*tree, path);
  const Object* now = bank.object(id);
  if (!fields.empty() && now == nullptr) {
    throw FormatError(ErrorCode::kUsage,
                      say("{object}已经删除，没有栏目可以恢复。", "object"_a = objectName(then)), {},
                      translate("不写 --field，恢复整个对象。"));
  }
  Restoration restoration;
  const Object object = fields.empty() ? then : withFields(*now, then, fields, restoration.fields);
  Edit edit = restoreEdit(bank, object);
  if (now != nullptr && sameContent(*now, edit.steps().front().object)) return restoration;
  if (fields.empty() && now != nullptr) {
    for (const Field& field : differingFields(*now, edit.steps().front().object))
      restoration.fields.push_back(field.word);
  }
  addPictures(*tree, bank, object, edit);
  Bank restored = bank;
  restored.apply(edit);
  const References references(restored);
  std::vector<std::string> missing = references.missing(object);
  if (!fields.empty()) {
    // What was wrong before is not the fault of the field.
    const std::vector<std::string> known = references.missing(*now);
    std::erase_if(missing,
                  [&](const std::string& one) { return std::ranges::find(known, one) != known.end(); });
    if (!missing.empty()) {
      throw FormatError(ErrorCode::kConflict, say("不能恢复这一栏：{why}。", "why"_a = joined(missing, "；")),
                        {}, translate("先恢复它所引用的内容，或者恢复整个对象。"));
    }
  }
  for (const std::string& one : missing)
    restoration.remarks.push_back(say("{what}，请核对。", "what"_a = one));
  restoration.edit = std::move(edit);
  return restoration;
}

}  // namespace tiku::workflows
