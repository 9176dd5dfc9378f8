#include "workflows/compare/compare_states.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "formats/base/error.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"

namespace tiku::workflows {

using namespace formats;

namespace {

constexpr std::array kSinglePaths{"bank.xml",    "standard.xml",   "people.xml",
                                  "waivers.xml", "judgements.xml", "filing/dossier.xml",
                                  "terms.xml",   "experts.xml",    "panel-draws.xml"};

FormatVersion versionOf(const FileTree& tree) {
  const std::string path(kManifestPath);
  return tree.has(path) ? readManifest(tree.read(path), tree.name()).version : kFormatVersion;
}

// Monostate where the file is not there or cannot be read: it gives no names then.
Object readQuietly(const FileTree& tree, const std::string& path) {
  try {
    if (!tree.has(path)) return {};
    return formats::read(path, tree.read(path), tree.name(), {}, versionOf(tree));
  } catch (const FormatError&) {
    return {};
  }
}

void addNames(const FileTree& tree, Names& names) {
  for (const char* path : {"standard.xml", "people.xml", "experts.xml"}) {
    names.add(readQuietly(tree, path));
  }
  for (int level = 5; level >= 1; --level)
    names.add(readQuietly(tree, "blueprints/level-" + std::to_string(level) + ".xml"));
}

std::vector<std::string> differingFiles(const FileTree& before, const FileTree& after) {
  const std::vector<std::string> then = before.list();
  const std::vector<std::string> now = after.list();
  std::vector<std::string> all;
  std::ranges::set_union(then, now, std::back_inserter(all));
  std::erase_if(all, [&](const std::string& path) {
    return before.has(path) && after.has(path) && before.read(path) == after.read(path);
  });
  return all;
}

}  // namespace

StateComparison StateComparison::ofRevisions(const Repository& repository,
                                             const std::filesystem::path& directory, const std::string& from,
                                             const std::string& to) {
  StateComparison states;
  states.before_ = repository.treeAt(from);
  if (!to.empty()) {
    states.after_ = repository.treeAt(to);
    states.paths_ = repository.changedFiles(from, to);
    return states;
  }
  states.after_ = openDirectory(directory);
  const std::vector<std::string> checkedIn = repository.changedFiles(from, "HEAD");
  std::set<std::string> paths(checkedIn.begin(), checkedIn.end());
  const Dirty dirty = repository.dirty();
  for (const auto* some : {&dirty.added, &dirty.changed, &dirty.removed})
    paths.insert(some->begin(), some->end());
  states.paths_.assign(paths.begin(), paths.end());
  return states;
}

StateComparison StateComparison::ofPackages(const std::filesystem::path& before,
                                            const std::filesystem::path& after) {
  StateComparison states;
  states.before_ = openTree(before);
  states.after_ = openTree(after);
  states.paths_ = differingFiles(*states.before_, *states.after_);
  return states;
}

void StateComparison::keepOnly(Id object) {
  std::erase_if(paths_, [object](const std::string& path) { return parsePath(path).id != object; });
}

RevisionChanges StateComparison::changes() const {
  return changesBetween(before_.get(), after_.get(), paths_);
}

BankDifference StateComparison::difference() const {
  return differenceOf(changes(), namesOf(*after_, before_.get()));
}

std::string pathIn(const FileTree& tree, Id id, bool anything) {
  for (const char* path : kSinglePaths) {
    if (parsePath(path).id == id) return tree.has(path) ? path : "";
  }
  for (int level = 5; level >= 1; --level) {
    const std::string number = std::to_string(level);
    const std::string blueprint = "blueprints/level-" + number + ".xml";
    if (parsePath(blueprint).id == id) return tree.has(blueprint) ? blueprint : "";
    for (const char* folder : {"theory/", "skills/", "sets/"}) {
      std::string path = "items/level-" + number + "/" + folder + id.str() + ".xml";
      if (tree.has(path)) return path;
    }
    std::string paper = "papers/level-" + number + "/" + id.str() + ".xml";
    if (tree.has(paper)) return paper;
  }
  if (!anything) return {};
  // Rounds, what lies in their folders, updates, pictures.
  for (const std::string& path : tree.list()) {
    if (parsePath(path).id == id) return path;
  }
  return {};
}

Names namesOf(const FileTree& newer, const FileTree* older) {
  const auto find = [&newer, older](Id id) -> Object {
    for (const FileTree* tree : {&newer, older}) {
      if (tree == nullptr) continue;
      for (int level = 5; level >= 1; --level) {
        for (const char* folder : {"theory/", "skills/"}) {
          const std::string path = "items/level-" + std::to_string(level) + "/" + folder + id.str() + ".xml";
          if (tree->has(path)) return readQuietly(*tree, path);
        }
      }
    }
    return {};
  };
  Names names(find);
  if (older != nullptr) addNames(*older, names);
  addNames(newer, names);
  return names;
}

}  // namespace tiku::workflows
