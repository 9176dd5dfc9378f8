#include "formats/history/tidy.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <unistd.h>
#include <vector>

#include "formats/base/error.h"
#include "formats/history/incoming.h"
#include "formats/history/outgoing.h"

namespace tiku::formats::git {
namespace {

namespace fs = std::filesystem;

class Loose {
 public:
  explicit Loose(fs::path objects) : objects_(std::move(objects)) {}

  // Names are spread evenly: one folder of the 256 tells how many there are, as git reckons it.
  [[nodiscard]] bool isMany(int limit) const {
    if (limit <= 0) return false;
    std::error_code error;
    const auto folder = fs::directory_iterator(objects_ / "17", error);
    return !error && std::distance(begin(folder), end(folder)) > (limit + 255) / 256;
  }
  [[nodiscard]] fs::path fileOf(const git_oid& id) const {
    const std::string name = hex(id);
    return objects_ / name.substr(0, 2) / name.substr(2);
  }
  [[nodiscard]] bool has(const git_oid& id) const {
    std::error_code ignored;
    return fs::exists(fileOf(id), ignored);
  }

 private:
  fs::path objects_;
};

int limitOf(git_repository* repository) {
  git_config* raw = nullptr;
  if (git_repository_config_snapshot(&raw, repository) < 0) return kManyLoose;
  const ConfigHandle config(raw);
  int limit = 0;
  return git_config_get_int32(&limit, config.get(), "gc.auto") == 0 ? limit : kManyLoose;
}

std::vector<git_oid> allTips(git_repository* repository, const fs::path& directory) {
  std::vector<git_oid> tips;
  forEachReference(repository, directory,
                   [&](const std::string& /*name*/, const git_oid& id) { tips.push_back(id); });
  return tips;
}

/// The loose tips, and the packed check-ins at which the loose ones end: all before those is packed, too.
struct Span {
  std::vector<git_oid> tips;
  std::vector<git_oid> known;
};

Span spanOf(git_repository* repository, const fs::path& directory, const Loose& loose) {
  Span span;
  std::vector<git_oid> open;
  std::set<git_oid, OidOrder> seen;
  for (const git_oid& tip : allTips(repository, directory)) {
    const auto object = acquire<ObjectHandle>(directory, [&](git_object** out) {
      return git_object_lookup(out, repository, &tip, GIT_OBJECT_ANY);
    });
    const auto commit = commitBehind(object.get());
    if (!commit) continue;  // A tag of something else.
    open.push_back(*commit);
    if (loose.has(tip) || loose.has(*commit)) span.tips.push_back(tip);
  }
  while (!open.empty()) {
    const git_oid id = open.back();
    open.pop_back();
    if (!seen.insert(id).second) continue;
    if (!loose.has(id)) {
      span.known.push_back(id);
      continue;
    }
    const auto commit = acquire<CommitHandle>(
        directory, [&](git_commit** out) { return git_commit_lookup(out, repository, &id); });
    for (unsigned int i = 0; i < git_commit_parentcount(commit.get()); ++i)
      open.push_back(*git_commit_parent_id(commit.get(), i));
  }
  return span;
}

void pack(git_repository* repository, const fs::path& directory) {
  Buffer path;
  check(git_repository_item_path(path.get(), repository, GIT_REPOSITORY_ITEM_OBJECTS), directory);
  const Loose loose(path.str());
  if (!loose.isMany(limitOf(repository))) return;
  const Span span = spanOf(repository, directory, loose);
  if (span.tips.empty()) return;

  Outgoing outgoing(repository, directory, span.tips, span.known);
  outgoing.collect(Outgoing::Newest::kWhole);
  Incoming made(directory);
  outgoing.write([&](std::string_view bytes) { made.append(bytes); });
  made.finish();
  made.keepPack();

  // What the packs alone have may go: a view of them that does not see the loose ones.
  const auto packs = acquire<OdbHandle>(directory, [](git_odb** out) { return git_odb_new(out); });
  git_odb_backend* backend = nullptr;
  check(git_odb_backend_pack(&backend, path.data()), directory);
  check(git_odb_add_backend(packs.get(), backend, 1), directory);
  for (const git_oid& id : outgoing.ids()) {
    if (git_odb_exists(packs.get(), &id) == 1) ::unlink(loose.fileOf(id).c_str());
  }
}

}  // namespace

void packManyLoose(git_repository* repository, const fs::path& directory) {
  try {
    pack(repository, directory);
  } catch (const FormatError&) {
    // What was checked in or sent is there and whole.
  }
}

}  // namespace tiku::formats::git
