#include "cli/object_name.h"

#include <filesystem>
#include <optional>

#include "cli/bank_files.h"
#include "formats/base/error.h"
#include "formats/history/repository.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"
#include "workflows/compare/compare_states.h"

namespace tiku::cli {

using namespace formats;

namespace {

Object readOne(const FileTree& tree, const std::string& path) {
  const std::string manifest(kManifestPath);
  const FormatVersion version =
      tree.has(manifest) ? readManifest(tree.read(manifest), tree.name()).version : kFormatVersion;
  return read(path, tree.read(path), tree.name(), {}, version);
}

// "bank/items/…" of a user who named the file as his shell does.
std::string insidePackage(const std::string& bank, const std::string& name) {
  const std::string relative = std::filesystem::path(name).lexically_relative(bank).generic_string();
  return relative.empty() || relative.starts_with("..") ? name : relative;
}

// By path or id alone.
std::optional<NamedObject> findFile(const FileTree& tree, const std::string& bank, const std::string& name) {
  std::string path = insidePackage(bank, name);
  if (!isObjectFile(parsePath(path).kind)) path = name;
  if (const auto id = Id::parse(name)) path = workflows::pathIn(tree, *id);
  if (path.empty() || !isObjectFile(parsePath(path).kind) || !tree.has(path)) return std::nullopt;
  return NamedObject{readOne(tree, path), path, {}};
}

NamedObject findIn(const FileTree& tree, const std::string& bank, const std::string& name) {
  if (auto found = findFile(tree, bank, name)) return *std::move(found);
  const ReadResult whole = readBank(tree);
  const Id id = findObject(whole.bank, name);
  const Object object = holderOf(whole.bank, id);
  return {object, pathOf(object), id == idOf(object) ? Id() : id};
}

}  // namespace

std::optional<Id> idInName(const std::string& bank, const std::string& name) {
  if (const auto id = Id::parse(name)) return id;
  for (const std::string& path : {insidePackage(bank, name), name}) {
    if (isObjectFile(parsePath(path).kind)) return parsePath(path).id;
  }
  return std::nullopt;
}

std::string pathNamed(const std::string& bank, const std::string& name) {
  for (const std::string& path : {insidePackage(bank, name), name}) {
    if (isObjectFile(parsePath(path).kind)) return path;
  }
  return findNamed(bank, name, {}).path;
}

NamedObject findNamed(const std::string& bank, const std::string& name, const std::string& revision) {
  const auto tree = openTree(bank);
  if (revision.empty()) return findIn(*tree, bank, name);
  const auto then = Repository::open(bank).treeAt(revision);
  if (auto found = findFile(*tree, bank, name)) return *std::move(found);
  if (auto found = findFile(*then, bank, name)) return *std::move(found);
  try {
    return findIn(*tree, bank, name);
  } catch (const FormatError& error) {
    if (error.code() != ErrorCode::kUsage) throw;
    return findIn(*then, bank, name);  // It may have been removed since.
  }
}

}  // namespace tiku::cli
