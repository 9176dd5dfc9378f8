#include <set>

#include "formats/history/repository_impl.h"
#include "formats/history/work_file.h"

/// How check-ins descend from each other.
namespace tiku::formats {
namespace {

struct Ids {
  Ids() = default;
  Ids(const Ids&) = delete;
  Ids& operator=(const Ids&) = delete;
  ~Ids() { git_oidarray_free(&array); }
  git_oidarray array{};
};

/// A link or another repository.
bool isOther(std::uint16_t mode) {
  return mode == GIT_FILEMODE_LINK || mode == GIT_FILEMODE_COMMIT;
}

}  // namespace

std::vector<git_oid> Repository::Impl::mergeBases(const git_oid& a, const git_oid& b) const {
  Ids bases;
  const int result = git_merge_bases(&bases.array, repository.get(), &a, &b);
  if (result == GIT_ENOTFOUND) return {};
  git::check(result, directory);
  return {bases.array.ids, bases.array.ids + bases.array.count};
}

bool Repository::Impl::isAncestor(const git_oid& older, const git_oid& newer) const {
  if (git_oid_equal(&older, &newer) != 0) return true;
  const int result = git_graph_descendant_of(repository.get(), &newer, &older);
  git::check(result, directory);
  return result == 1;
}

git_oid Repository::Impl::withTheirOtherFiles(git_repository* into, const git_oid& tree, const Branch& branch,
                                              const git_oid& theirs) const {
  const auto treeOf = [&](const git_oid& id) {
    return git::acquire<git::TreeHandle>(
        directory, [&](git_tree** out) { return git_commit_tree(out, commit(id).get()); });
  };
  const auto entryOf = [&](git_tree* of, const std::string& path) {
    git_tree_entry* entry = nullptr;
    const int result = of == nullptr ? GIT_ENOTFOUND : git_tree_entry_bypath(&entry, of, path.c_str());
    git::TreeEntryHandle handle(entry);
    if (result != GIT_ENOTFOUND) git::check(result, directory);
    return handle;
  };
  const auto same = [](const git::TreeEntryHandle& a, const git::TreeEntryHandle& b) {
    if (!a || !b) return !a && !b;
    return git_tree_entry_filemode(a.get()) == git_tree_entry_filemode(b.get()) &&
           git_oid_equal(git_tree_entry_id(a.get()), git_tree_entry_id(b.get())) != 0;
  };
  const std::vector<git_oid> bases = branch.tip ? mergeBases(*branch.tip, theirs) : std::vector<git_oid>();
  const git::CommitHandle base = bases.empty() ? git::CommitHandle() : commit(bases.front());
  const git::TreeHandle then = base ? treeOf(bases.front()) : git::TreeHandle();
  const git::TreeHandle mine = branch.tip ? treeOf(*branch.tip) : git::TreeHandle();
  const git::TreeHandle other = treeOf(theirs);

  // By what the comparison says of each: looking a path up reads its whole folder again.
  const auto diff = git::acquire<git::DiffHandle>(directory, [&](git_diff** out) {
    return git_diff_tree_to_tree(out, repository.get(), then.get(), other.get(), nullptr);
  });
  std::set<std::string> paths;
  for (std::size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i) {
    const git_diff_delta* delta = git_diff_get_delta(diff.get(), i);
    for (const git_diff_file* file : {&delta->old_file, &delta->new_file}) {
      if (file->path == nullptr) continue;
      if (!git::isTreePath(file->path) || isOther(file->mode)) paths.emplace(file->path);
    }
  }
  std::vector<git_tree_update> updates;
  for (const std::string& path : paths) {
    const git::TreeEntryHandle now = entryOf(other.get(), path);
    const git::TreeEntryHandle own = entryOf(mine.get(), path);
    if (same(now, own) || !same(entryOf(then.get(), path), own)) continue;
    git_tree_update update{};
    update.path = path.c_str();
    update.action = now ? GIT_TREE_UPDATE_UPSERT : GIT_TREE_UPDATE_REMOVE;
    if (now) {
      update.id = *git_tree_entry_id(now.get());
      update.filemode = git_tree_entry_filemode(now.get());
    }
    updates.push_back(update);
  }
  if (updates.empty()) return tree;
  const auto whole = git::acquire<git::TreeHandle>(
      directory, [&](git_tree** out) { return git_tree_lookup(out, into, &tree); });
  git_oid id{};
  git::check(git_tree_create_updated(&id, into, whole.get(), updates.size(), updates.data()), directory);
  return id;
}

std::vector<std::string> Repository::mergeBases(const std::string& a, const std::string& b) const {
  const git::CommitHandle one = impl_->resolve(a);
  const git::CommitHandle other = impl_->resolve(b);
  std::vector<std::string> bases;
  for (const git_oid& id : impl_->mergeBases(*git_commit_id(one.get()), *git_commit_id(other.get())))
    bases.push_back(git::hex(id));
  return bases;
}

bool Repository::isAncestor(const std::string& older, const std::string& newer) const {
  const git::CommitHandle one = impl_->resolve(older);
  const git::CommitHandle other = impl_->resolve(newer);
  return impl_->isAncestor(*git_commit_id(one.get()), *git_commit_id(other.get()));
}

std::vector<std::string> Repository::parents(const std::string& name) const {
  const git::CommitHandle commit = impl_->resolve(name);
  std::vector<std::string> parents;
  for (unsigned int i = 0; i < git_commit_parentcount(commit.get()); ++i)
    parents.push_back(git::hex(*git_commit_parent_id(commit.get(), i)));
  return parents;
}

}  // namespace tiku::formats
