#include "formats/history/outgoing.h"

#include <set>

namespace tiku::formats::git {
namespace {

struct ById {
  bool operator()(const git_oid& a, const git_oid& b) const { return git_oid_cmp(&a, &b) < 0; }
};

}  // namespace

Outgoing::Outgoing(git_repository* repository, std::filesystem::path directory,
                   const std::vector<git_oid>& tips, const std::vector<git_oid>& known, Count count)
    : repository_(repository), directory_(std::move(directory)), count_(std::move(count)) {
  builder_ = acquire<PackBuilderHandle>(
      directory_, [&](git_packbuilder** out) { return git_packbuilder_new(out, repository_); });
  git_packbuilder_set_threads(builder_.get(), 0);
  const auto heard = [](int, std::uint32_t current, std::uint32_t total, void* payload) {
    auto& self = *static_cast<Outgoing*>(payload);
    try {
      if (self.count_) self.count_(current, total);
      return 0;
    } catch (...) {
      self.failure_ = std::current_exception();
      return static_cast<int>(GIT_EUSER);
    }
  };
  git_packbuilder_set_callbacks(builder_.get(), heard, this);
  insertTips(tips, known);
  listCommits(known);
}

void Outgoing::checked(int result) {
  if (failure_) std::rethrow_exception(failure_);
  check(result, directory_);
}

void Outgoing::insertTips(const std::vector<git_oid>& tips, const std::vector<git_oid>& known) {
  for (const git_oid& tip : tips) {
    auto object = acquire<ObjectHandle>(directory_, [&](git_object** out) {
      return git_object_lookup(out, repository_, &tip, GIT_OBJECT_ANY);
    });
    while (git_object_type(object.get()) == GIT_OBJECT_TAG) {
      checked(git_packbuilder_insert(builder_.get(), git_object_id(object.get()), nullptr));
      const auto* tag = reinterpret_cast<const git_tag*>(object.get());
      object = acquire<ObjectHandle>(directory_, [&](git_object** out) { return git_tag_target(out, tag); });
    }
    if (git_object_type(object.get()) == GIT_OBJECT_COMMIT) {
      starts_.push_back(*git_object_id(object.get()));
    } else {
      checked(git_packbuilder_insert_recur(builder_.get(), git_object_id(object.get()), nullptr));
    }
  }
  const WalkHandle walk = newWalk(known);
  checked(git_packbuilder_insert_walk(builder_.get(), walk.get()));
}

WalkHandle Outgoing::newWalk(const std::vector<git_oid>& known) const {
  auto walk =
      acquire<WalkHandle>(directory_, [&](git_revwalk** out) { return git_revwalk_new(out, repository_); });
  check(git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME), directory_);
  for (const git_oid& start : starts_) check(git_revwalk_push(walk.get(), &start), directory_);
  for (const git_oid& id : known) {
    // Not here, or no commit: then it keeps nothing back.
    if (git_revwalk_hide(walk.get(), &id) < 0) git_error_clear();
  }
  return walk;
}

void Outgoing::listCommits(const std::vector<git_oid>& known) {
  const WalkHandle walk = newWalk(known);
  git_oid id{};
  int result = 0;
  while ((result = git_revwalk_next(&id, walk.get())) == 0) commits_.push_back(id);
  if (result != GIT_ITEROVER) check(result, directory_);
  const std::set<git_oid, ById> inside(commits_.begin(), commits_.end());
  std::set<git_oid, ById> outside;
  for (const git_oid& one : commits_) {
    const auto commit = acquire<CommitHandle>(
        directory_, [&](git_commit** out) { return git_commit_lookup(out, repository_, &one); });
    for (unsigned int i = 0; i < git_commit_parentcount(commit.get()); ++i) {
      const git_oid& parent = *git_commit_parent_id(commit.get(), i);
      if (!inside.contains(parent)) outside.insert(parent);
    }
  }
  prerequisites_.assign(outside.begin(), outside.end());
}

std::size_t Outgoing::objects() const {
  return git_packbuilder_object_count(builder_.get());
}

void Outgoing::write(const std::function<void(std::string_view)>& write) {
  struct Target {
    Outgoing& self;
    const std::function<void(std::string_view)>& write;
  } target{*this, write};
  const auto piece = [](void* bytes, std::size_t size, void* payload) {
    auto& to = *static_cast<Target*>(payload);
    try {
      to.write({static_cast<const char*>(bytes), size});
      return 0;
    } catch (...) {
      to.self.failure_ = std::current_exception();
      return static_cast<int>(GIT_EUSER);
    }
  };
  checked(git_packbuilder_foreach(builder_.get(), piece, &target));
}

}  // namespace tiku::formats::git
