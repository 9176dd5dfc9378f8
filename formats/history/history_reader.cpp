#include "formats/history/history_reader.h"

#include <cstring>
#include <string_view>
#include <unordered_map>

#include "formats/base/say.h"
#include "formats/history/repository_impl.h"

namespace tiku::formats {

namespace {

using RawId = std::string;  // 20 bytes; empty where there is nothing.

RawId raw(const git_oid& id) {
  return {reinterpret_cast<const char*>(id.id), GIT_OID_RAWSZ};
}

git_oid oidOf(const RawId& id) {
  git_oid oid{};
  std::memcpy(oid.id, id.data(), GIT_OID_RAWSZ);
  return oid;
}

// The entry of that name in a tree object: a folder where `folder`, else a file. Nothing else of the tree,
// which may have 100,000 lines, is taken apart.
RawId entryNamed(std::string_view tree, std::string_view name, bool folder) {
  constexpr std::size_t kMode = 5;  // "40000" or "100644".
  while (tree.size() > kMode + 1) {
    const std::size_t begin = tree[kMode] == ' ' ? kMode + 1 : kMode + 2;
    const void* zero = std::memchr(tree.data() + begin, 0, tree.size() - begin);
    if (zero == nullptr) return {};
    const auto end = static_cast<std::size_t>(static_cast<const char*>(zero) - tree.data());
    if (tree.size() < end + 1 + GIT_OID_RAWSZ) return {};
    if (tree.substr(begin, end - begin) == name) {
      const bool fits = folder ? tree.starts_with("40000 ") : tree.starts_with("100");
      return fits ? RawId(tree.substr(end + 1, GIT_OID_RAWSZ)) : RawId();
    }
    tree.remove_prefix(end + 1 + GIT_OID_RAWSZ);
  }
  return {};
}

}  // namespace

struct HistoryReader::Impl {
  explicit Impl(const Repository::Impl& of) : repository(of), store(of.store()), tags(of.tags()) {}

  git_oid idOf(const std::string& commit) const {
    git_oid id{};
    if (git_oid_fromstr(&id, commit.c_str()) == 0) return id;
    return *git_commit_id(repository.resolve(commit).get());
  }

  // What `rest` of a path names below a tree.
  RawId find(const RawId& tree, std::string_view rest) {
    const auto [known, isNew] = found.try_emplace(tree + std::string(rest));
    if (!isNew) return known->second;
    const std::size_t slash = rest.find('/');
    const bool folder = slash != std::string_view::npos;
    RawId result = entryIn(oidOf(tree), rest.substr(0, slash), folder);
    if (folder && !result.empty()) result = find(result, rest.substr(slash + 1));
    return found[tree + std::string(rest)] = result;
  }

  // A tree is read from where it lies: to hash the folder of a large bank again for each check-in would cost
  // more than to read it. What the path leads to is checked when it is read.
  RawId entryIn(const git_oid& tree, std::string_view name, bool folder) {
    for (std::size_t i = 0; i < git_odb_num_backends(store.odb()); ++i) {
      git_odb_backend* backend = nullptr;
      git::check(git_odb_get_backend(&backend, store.odb(), i), repository.directory);
      void* data = nullptr;
      std::size_t size = 0;
      git_object_t type = GIT_OBJECT_INVALID;
      if (backend->read == nullptr || backend->read(&data, &size, &type, backend, &tree) != 0) continue;
      RawId id = entryNamed({static_cast<const char*>(data), size}, name, folder);
      git_odb_backend_data_free(backend, data);
      return id;
    }
    // With its refreshed lists of packs, or the error that says what is missing.
    return entryNamed(store.read(tree), name, folder);
  }

  const Repository::Impl& repository;
  git::ObjectStore store;
  Repository::Impl::TagsOfCommit tags;
  std::unordered_map<std::string, RawId> found;     ///< By tree and rest of the path.
  std::unordered_map<std::string, RawId> rootTree;  ///< By commit.
};

HistoryReader::HistoryReader(const Repository& repository)
    : impl_(std::make_unique<Impl>(*repository.impl_)) {}

HistoryReader::~HistoryReader() = default;

void HistoryReader::walk(const std::string& from, const std::function<bool(const Commit&)>& visit,
                         const std::string& without) const {
  const Repository::Impl& at = impl_->repository;
  const git_oid start = impl_->idOf(from);
  const auto walk = git::acquire<git::WalkHandle>(
      at.directory, [&](git_revwalk** out) { return git_revwalk_new(out, at.repository.get()); });
  git::check(git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME), at.directory);
  git::check(git_revwalk_push(walk.get(), &start), at.directory);
  if (!without.empty()) {
    const git_oid end = impl_->idOf(without);
    git::check(git_revwalk_hide(walk.get(), &end), at.directory);
  }
  git_oid id{};
  while (true) {
    const int result = git_revwalk_next(&id, walk.get());
    if (result == GIT_ITEROVER) return;
    git::check(result, at.directory);
    const git::CommitHandle commit = at.commit(id);
    Commit one{git::hex(id), {}};
    impl_->rootTree.emplace(one.id, raw(*git_commit_tree_id(commit.get())));
    for (unsigned int i = 0; i < git_commit_parentcount(commit.get()); ++i)
      one.parents.push_back(git::hex(*git_commit_parent_id(commit.get(), i)));
    if (!visit(one)) return;
  }
}

std::string HistoryReader::contentId(const std::string& commit, const std::string& path) const {
  auto root = impl_->rootTree.find(commit);
  if (root == impl_->rootTree.end()) {
    const git::CommitHandle handle = impl_->repository.commit(impl_->idOf(commit));
    root = impl_->rootTree.emplace(commit, raw(*git_commit_tree_id(handle.get()))).first;
  }
  const RawId id = impl_->find(root->second, path);
  return id.empty() ? std::string() : git::hex(oidOf(id));
}

std::string HistoryReader::read(const std::string& contentId) const {
  const git_oid id = impl_->idOf(contentId);
  const std::uint64_t size = impl_->store.sizeOf(id);
  const std::uint64_t limit = Limits().fileBytes;
  if (size > limit) {
    throw FormatError(ErrorCode::kOverLimit,
                      say("文件有 {size} 字节，超过上限 {limit} 字节。", "size"_a = size, "limit"_a = limit),
                      impl_->repository.place());
  }
  return impl_->store.read(id);
}

Revision HistoryReader::revision(const std::string& commit) const {
  return impl_->repository.revision(impl_->repository.commit(impl_->idOf(commit)).get(), impl_->tags);
}

}  // namespace tiku::formats
