#include "cli/bank_files.h"

#include <algorithm>
#include <ostream>
#include <set>

#include "formats/base/say.h"
#include "formats/history/repository.h"
#include "formats/package/package.h"
#include "formats/package/save.h"
#include "validators/checker/bank_profile.h"

namespace tiku::cli {

using namespace tiku::formats;

namespace fs = std::filesystem;

OpenBank openBank(const fs::path& path, const Session& session, const std::string& at) {
  const Progress progress(translate("正在读取题库"));
  std::unique_ptr<FileTree> tree = at.empty() ? openTree(path) : Repository::open(path).treeAt(at);
  ReadResult result = readBank(*tree);
  for (const ReadNote& note : result.notes)
    session.err << "tiku: " << note.path << ": " << note.message << '\n';
  return {path, std::move(tree), std::move(result.bank)};
}

std::size_t applyAndSave(OpenBank& open, const Edit& edit) {
  const Progress progress(translate("正在保存"));
  std::vector<FileChange> files;
  {
    const auto subscription =
        open.bank.listen([&files](std::span<const Change> changes) { files = filesFor(changes); });
    open.bank.apply(edit);
  }
  if (files.empty()) return 0;
  if (fs::is_directory(open.path)) {
    saveFiles(open.path, files);
  } else {
    saveArchive(open.path, files);
  }
  return files.size();
}

validators::Profile profileFor(const Bank& bank, const std::string& given) {
  return given.empty() ? validators::profileOf(bank.info()) : validators::Profile::load(given);
}

Level levelOf(const Bank& bank, const std::string& text) {
  const std::optional<Level> level = Level::parse(text);
  const std::vector<Level>& levels = bank.info().levels;
  if (level && std::ranges::find(levels, *level) != levels.end()) return *level;
  std::string known;
  for (const Level each : levels) known += (known.empty() ? "" : "、") + std::string(each.name());
  throw FormatError(ErrorCode::kUsage, say("题库没有“{level}”这个等级。", "level"_a = text), {},
                    say("题库的等级有：{levels}。", "levels"_a = known));
}

std::optional<Level> optionalLevelOf(const Bank& bank, const std::string& text) {
  if (text.empty()) return std::nullopt;
  return levelOf(bank, text);
}

Id findObject(const Bank& bank, const std::string& name) {
  if (const auto id = Id::parse(name); id && bank.object(*id) != nullptr) return *id;
  std::set<Id> found;
  const std::optional<Id> wanted = Id::parse(name);
  bank.forEach<TheoryItem>([&](const auto& item) {
    if (item->code == name) found.insert(item->id);
  });
  bank.forEach<SkillItem>([&](const auto& item) {
    if (item->code == name) found.insert(item->id);
  });
  bank.forEach<Paper>([&](const auto& paper) {
    if (paper->number == name) found.insert(paper->id);
  });
  bank.forEach<Blueprint>([&](const auto& blueprint) {
    for (const ElementTable* table : {&blueprint->theory, &blueprint->skills}) {
      walk(*table, [&](const TablePlace& place) {
        const Id id = place.point == nullptr ? place.path.back()->id : place.point->id;
        if (wanted ? id == *wanted : place.code() == name) found.insert(id);
      });
    }
    for (const SkillGroup& group : blueprint->structure.groups) {
      for (const SkillModule& module : group.modules) {
        if (wanted && module.id == *wanted) found.insert(module.id);
      }
    }
  });
  if (found.size() == 1) return *found.begin();
  if (found.empty()) {
    throw FormatError(ErrorCode::kUsage, say("题库里没有编号或代码为“{name}”的内容。", "name"_a = name));
  }
  throw FormatError(ErrorCode::kUsage,
                    say("题库里有 {n} 处的代码是“{name}”。", "n"_a = found.size(), "name"_a = name), {},
                    translate("请改用标识（id）指明是哪一处。"));
}

Object holderOf(const Bank& bank, Id id) {
  if (const Object* object = bank.object(id)) return *object;
  Object holder;
  bank.forEach<Blueprint>([&](const std::shared_ptr<const Blueprint>& blueprint) {
    for (const ElementTable* table : {&blueprint->theory, &blueprint->skills}) {
      walk(*table, [&](const TablePlace& place) {
        if (id == (place.point == nullptr ? place.path.back()->id : place.point->id)) holder = blueprint;
      });
    }
    for (const SkillGroup& group : blueprint->structure.groups) {
      for (const SkillModule& module : group.modules) {
        if (module.id == id) holder = blueprint;
      }
    }
  });
  return holder;
}

}  // namespace tiku::cli
