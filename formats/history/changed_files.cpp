#include <set>

#include "formats/history/repository_impl.h"

namespace tiku::formats {
namespace {

git::TreeHandle treeOf(git_commit* commit, const std::filesystem::path& directory) {
  return git::acquire<git::TreeHandle>(directory,
                                       [&](git_tree** out) { return git_commit_tree(out, commit); });
}

git::CommitHandle parentOf(git_commit* commit, const std::filesystem::path& directory) {
  if (git_commit_parentcount(commit) == 0) return {};
  return git::acquire<git::CommitHandle>(directory,
                                         [&](git_commit** out) { return git_commit_parent(out, commit, 0); });
}

}  // namespace

std::vector<std::string> Repository::Impl::changedFiles(git_commit* from, git_commit* to) const {
  const git::TreeHandle then = from == nullptr ? git::TreeHandle() : treeOf(from, directory);
  const git::TreeHandle now = treeOf(to, directory);
  const auto diff = git::acquire<git::DiffHandle>(directory, [&](git_diff** out) {
    return git_diff_tree_to_tree(out, repository.get(), then.get(), now.get(), nullptr);
  });
  std::set<std::string> paths;
  for (std::size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i) {
    const git_diff_delta* delta = git_diff_get_delta(diff.get(), i);
    for (const char* path : {delta->old_file.path, delta->new_file.path}) {
      if (path != nullptr) paths.emplace(path);
    }
  }
  return {paths.begin(), paths.end()};
}

std::vector<std::string> Repository::changedFiles(const std::string& name) const {
  const git::CommitHandle commit = impl_->resolve(name);
  const git::CommitHandle parent = parentOf(commit.get(), impl_->directory);
  return impl_->changedFiles(parent.get(), commit.get());
}

std::vector<std::string> Repository::changedFiles(const std::string& from, const std::string& to) const {
  return impl_->changedFiles(impl_->resolve(from).get(), impl_->resolve(to).get());
}

std::optional<Revision> Repository::before(const std::string& name) const {
  const git::CommitHandle commit = impl_->resolve(name);
  const git::CommitHandle parent = parentOf(commit.get(), impl_->directory);
  if (parent == nullptr) return std::nullopt;
  return impl_->revision(parent.get(), impl_->tags());
}

}  // namespace tiku::formats
