#include <algorithm>

#include <unicode/unistr.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/repository_impl.h"
#include "formats/history/revision_tree.h"

/// Reading the history.
namespace tiku::formats {
namespace {

// A commit of another program may be in another encoding, or in none; what leaves here is always UTF-8.
std::string toUtf8(const char* bytes, const char* encoding) {
  if (bytes == nullptr) return {};
  std::string text;
  icu::UnicodeString(bytes, encoding == nullptr ? "UTF-8" : encoding).toUTF8String(text);
  return text;
}

std::optional<git_oid> idAt(git_commit* commit, const std::string& path,
                            const std::filesystem::path& directory) {
  const auto tree =
      git::acquire<git::TreeHandle>(directory, [&](git_tree** out) { return git_commit_tree(out, commit); });
  git_tree_entry* raw = nullptr;
  const int result = git_tree_entry_bypath(&raw, tree.get(), path.c_str());
  const git::TreeEntryHandle entry(raw);
  if (result == GIT_ENOTFOUND) return std::nullopt;
  git::check(result, directory);
  return *git_tree_entry_id(entry.get());
}

bool same(const std::optional<git_oid>& a, const std::optional<git_oid>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return git_oid_equal(&*a, &*b) != 0;
}

// As `git log -- path`: a merge that took the file from one of its sides did not change it.
bool changes(git_commit* commit, const std::string& path, const std::filesystem::path& directory) {
  const auto now = idAt(commit, path, directory);
  const unsigned int parents = git_commit_parentcount(commit);
  if (parents == 0) return now.has_value();
  for (unsigned int i = 0; i < parents; ++i) {
    const auto parent = git::acquire<git::CommitHandle>(
        directory, [&](git_commit** out) { return git_commit_parent(out, commit, i); });
    if (same(now, idAt(parent.get(), path, directory))) return false;
  }
  return true;
}

}  // namespace

Repository::Impl::TagsOfCommit Repository::Impl::tags() const {
  TagsOfCommit tags;
  const auto look = [&](const std::string& name, const git_oid& id) {
    // A tag may stand at something that is no commit; it is then no tag of a revision.
    if (const auto commit = git::commitBehind(repository.get(), id))
      tags.emplace(git::hex(*commit), name.substr(sizeof "refs/tags/" - 1));
  };
  git::forEachReference(repository.get(), directory, look, "refs/tags/*");
  return tags;
}

Revision Repository::Impl::revision(git_commit* commit, const TagsOfCommit& tags) const {
  const git_signature* author = git_commit_author(commit);
  const char* encoding = git_commit_message_encoding(commit);
  Revision revision;
  revision.commit = git::hex(*git_commit_id(commit));
  revision.tree = git::hex(*git_commit_tree_id(commit));
  revision.author = {toUtf8(author->name, encoding), toUtf8(author->email, encoding)};
  revision.time = author->when.time;
  revision.offsetMinutes = author->when.offset;
  revision.message = toUtf8(git_commit_message(commit), encoding);
  while (revision.message.ends_with('\n')) revision.message.pop_back();
  for (unsigned int i = 0; i < git_commit_parentcount(commit); ++i)
    revision.parents.push_back(git::hex(*git_commit_parent_id(commit, i)));
  const auto [begin, end] = tags.equal_range(revision.commit);
  for (auto tag = begin; tag != end; ++tag) revision.tags.push_back(tag->second);
  return revision;
}

git::CommitHandle Repository::Impl::resolve(const std::string& name) const {
  const auto fail = [&](const std::string& message) {
    throw FormatError(ErrorCode::kUsage, message, place(), say("用 tiku log 查看有哪些版本。"));
  };
  git_object* raw = nullptr;
  const int result = git_revparse_single(&raw, repository.get(), name.c_str());
  const git::ObjectHandle object(raw);
  if (result == GIT_EAMBIGUOUS) fail(say("“{name}”开头的版本不止一个，请多写几位。", "name"_a = name));
  if (result == GIT_ENOTFOUND || result == GIT_EINVALIDSPEC)
    fail(say("没有名为“{name}”的版本。", "name"_a = name));
  git::check(result, directory);
  git_object* target = nullptr;
  const int peeled = git_object_peel(&target, object.get(), GIT_OBJECT_COMMIT);
  git::ObjectHandle commit(target);
  if (peeled < 0) fail(say("“{name}”不是一个版本。", "name"_a = name));
  return git::CommitHandle(reinterpret_cast<git_commit*>(commit.release()));
}

std::vector<Revision> Repository::log(int limit, const std::string& path) const {
  std::vector<Revision> revisions;
  const auto head = impl_->headCommit();
  if (!head) return revisions;
  git_repository* repository = impl_->repository.get();
  const auto walk = git::acquire<git::WalkHandle>(
      impl_->directory, [&](git_revwalk** out) { return git_revwalk_new(out, repository); });
  git::check(git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME), impl_->directory);
  git::check(git_revwalk_push(walk.get(), &*head), impl_->directory);
  const auto tags = impl_->tags();
  git_oid id{};
  while (static_cast<int>(revisions.size()) < limit) {
    const int result = git_revwalk_next(&id, walk.get());
    if (result == GIT_ITEROVER) break;
    git::check(result, impl_->directory);
    const git::CommitHandle commit = impl_->commit(id);
    if (!path.empty() && !changes(commit.get(), path, impl_->directory)) continue;
    revisions.push_back(impl_->revision(commit.get(), tags));
  }
  return revisions;
}

Revision Repository::find(const std::string& name) const {
  return impl_->revision(impl_->resolve(name).get(), impl_->tags());
}

std::unique_ptr<FileTree> Repository::treeAt(const std::string& name, const Limits& limits) const {
  const git::CommitHandle commit = impl_->resolve(name);
  return git::openRevision(impl_->store(), *git_commit_tree_id(commit.get()),
                           impl_->directory.string() + "@" + name, impl_->directory, limits);
}

void Repository::tag(const std::string& name, const std::string& message,
                     const std::optional<Signature>& author) {
  int valid = 0;
  git::check(git_tag_name_is_valid(&valid, name.c_str()), impl_->directory);
  if (valid == 0) {
    throw FormatError(ErrorCode::kUsage, say("“{name}”不能作为标签名。", "name"_a = name), impl_->place(),
                      say("标签名里不能有空格、冒号、问号、星号和连续的点，开头不能是减号。"));
  }
  const auto head = impl_->headCommit();
  if (!head) {
    throw FormatError(ErrorCode::kUsage, say("还没有签入过任何版本，不能加标签。"), impl_->place(),
                      say("先用 tiku commit 签入。"));
  }
  const git::CommitHandle commit = impl_->commit(*head);
  const git::SignatureHandle who = impl_->signature(author);
  git_oid id{};
  const int result =
      git_tag_create(&id, impl_->repository.get(), name.c_str(),
                     reinterpret_cast<const git_object*>(commit.get()), who.get(), message.c_str(), 0);
  if (result == GIT_EEXISTS) {
    throw FormatError(ErrorCode::kConflict, say("标签“{name}”已经有了。", "name"_a = name), impl_->place(),
                      say("换一个标签名。"));
  }
  git::check(result, impl_->directory);
}

}  // namespace tiku::formats
