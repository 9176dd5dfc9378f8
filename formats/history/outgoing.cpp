#include "formats/history/outgoing.h"

#include <algorithm>
#include <ranges>
#include <set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/pack_stream.h"
#include "formats/history/tree_difference.h"

namespace tiku::formats::git {
namespace {

// Longer chains are smaller and slower to read; the stock git makes them up to 50.
constexpr int kLongestChain = 30;
// libgit2 keeps nothing over 1 MB: it follows the whole chain of a large folder each time.
constexpr std::size_t kLarge = 1U << 19U;
constexpr int kLongestChainOfLarge = 8;

}  // namespace

Outgoing::Outgoing(git_repository* repository, std::filesystem::path directory,
                   const std::vector<git_oid>& tips, const std::vector<git_oid>& known)
    : repository_(repository),
      directory_(std::move(directory)),
      store_(
          acquire<OdbHandle>(directory_, [&](git_odb** out) { return git_repository_odb(out, repository); }),
          directory_),
      tips_(tips) {
  for (const git_oid& tip : tips_) {
    // A tag may be one of something else; what is not here is an error, not nothing to send.
    if (const auto start = commitBehind(lookUp(tip).get())) starts_.push_back(*start);
  }
  listCommits(known);
}

void Outgoing::addTag(const git_oid& tag) {
  tips_.push_back(tag);
}

void Outgoing::collect(Newest newest, Count count) {
  newest_ = prerequisites_.empty() ? Newest::kWhole : newest;
  count_ = std::move(count);
  planTips();
  for (const git_oid& one : std::views::reverse(commits_)) plan(one);
  if (newest_ == Newest::kWhole) endLongChains();
}

ObjectHandle Outgoing::lookUp(const git_oid& id) const {
  return acquire<ObjectHandle>(
      directory_, [&](git_object** out) { return git_object_lookup(out, repository_, &id, GIT_OBJECT_ANY); });
}

CommitHandle Outgoing::commit(const git_oid& id) const {
  return acquire<CommitHandle>(directory_,
                               [&](git_commit** out) { return git_commit_lookup(out, repository_, &id); });
}

git_oid Outgoing::treeOf(const git_oid& id) const {
  return *git_commit_tree_id(commit(id).get());
}

// The tags, and what is tagged besides check-ins.
void Outgoing::planTips() {
  for (const git_oid& tip : tips_) {
    ObjectHandle object = lookUp(tip);
    while (git_object_type(object.get()) == GIT_OBJECT_TAG) {
      add(*git_object_id(object.get()), GIT_OBJECT_TAG, nullptr);
      object = lookUp(*git_tag_target_id(reinterpret_cast<const git_tag*>(object.get())));
    }
    const git_oid& id = *git_object_id(object.get());
    if (git_object_type(object.get()) == GIT_OBJECT_TREE) planTree(id, nullptr, 0);
    if (git_object_type(object.get()) == GIT_OBJECT_BLOB) planFile(id, nullptr);
  }
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
  const std::set<git_oid, OidOrder> inside(commits_.begin(), commits_.end());
  std::set<git_oid, OidOrder> outside;
  for (const git_oid& one : commits_) {
    const CommitHandle handle = commit(one);
    for (unsigned int i = 0; i < git_commit_parentcount(handle.get()); ++i) {
      const git_oid& parent = *git_commit_parent_id(handle.get(), i);
      if (!inside.contains(parent)) outside.insert(parent);
    }
  }
  prerequisites_.assign(outside.begin(), outside.end());
}

// After those that it builds on: their objects are planned, or the other side has them.
void Outgoing::plan(const git_oid& id) {
  const CommitHandle handle = commit(id);
  const unsigned int parents = git_commit_parentcount(handle.get());
  std::optional<git_oid> before;
  if (parents > 0) before = treeOf(*git_commit_parent_id(handle.get(), 0));
  for (unsigned int i = 1; i < parents; ++i) {
    const git_oid& other = *git_commit_parent_id(handle.get(), i);
    if (std::ranges::binary_search(prerequisites_, other, OidOrder()))
      reckonAsHad(treeOf(other), &*before, 0);
  }
  add(id, GIT_OBJECT_COMMIT, nullptr);
  planTree(*git_commit_tree_id(handle.get()), before ? &*before : nullptr, 0);
  if (count_) count_(objects_.size(), 0);
}

Outgoing::Planned* Outgoing::planned(const git_oid* id) {
  const auto found = id == nullptr ? places_.end() : places_.find(*id);
  return found == places_.end() || found->second.index < 0
             ? nullptr
             : &objects_[static_cast<std::size_t>(found->second.index)];
}

Outgoing::Planned* Outgoing::add(const git_oid& id, git_object_t type, const git_oid* before) {
  // What is a base and not planned is there. It must not be sent as well when it comes back later: no reader
  // of packs takes a base twice.
  const int depth = before == nullptr ? 0 : places_.try_emplace(*before).first->second.depth + 1;
  const bool alone = before == nullptr || newest_ == Newest::kWhole || depth > kLongestChain;
  const Place place{static_cast<int>(objects_.size()), alone ? 0 : depth};
  if (!places_.emplace(id, place).second) return nullptr;
  Planned& planned = objects_.emplace_back(Planned{id, type, std::nullopt, {}});
  if (!alone) planned.base = *before;
  return &planned;
}

// The base of each lies behind it here, since the older ones were planned first.
void Outgoing::endLongChains() {
  for (Planned& one : std::views::reverse(objects_)) {
    if (!one.base) continue;
    const int depth = places_[*one.base].depth + 1;
    const int longest = one.bytes > kLarge ? kLongestChainOfLarge : kLongestChain;
    if (depth > longest) {
      one.base.reset();
      one.delta.clear();
    } else {
      places_[one.id].depth = depth;
    }
  }
}

void Outgoing::planTree(const git_oid& id, const git_oid* before, int depth) {
  if (before != nullptr && git_oid_equal(&id, before) != 0) return;
  if (depth > kDeepestFolder) {
    throw FormatError(ErrorCode::kOverLimit, say("文件夹嵌套超过 {limit} 层。", "limit"_a = kDeepestFolder),
                      {directory_.string(), 0, {}});
  }
  Planned* added = add(id, GIT_OBJECT_TREE, before);
  if (added == nullptr) return;
  const auto now = trees_.read(id);
  const auto was = trees_.read(before);
  added->bytes = now->size();
  // A delta has at least four bytes: nothing has none.
  if (now->empty()) added->base.reset();
  if (added->base) added->delta = treeDelta(*was, *now, directory_);
  if (Planned* older = planned(before); newest_ == Newest::kWhole && older != nullptr && !was->empty()) {
    older->base = id;
    older->delta = treeDelta(*now, *was, directory_);
  }
  differingLines(*was, *now, directory_, [&](const TreeLine* old, const TreeLine* line) {
    if (line == nullptr || line->mode == "160000") return;
    const bool sameKind = old != nullptr && old->kind == line->kind;
    const git_oid* base = sameKind ? &old->id : nullptr;
    if (line->kind == TreeLine::Kind::kTree) {
      planTree(line->id, base, depth + 1);
    } else {
      planFile(line->id, base);
    }
  });
}

void Outgoing::planFile(const git_oid& id, const git_oid* before) {
  if (before != nullptr && git_oid_equal(&id, before) != 0) return;  // Only its mode is another.
  if (add(id, GIT_OBJECT_BLOB, before) == nullptr || newest_ == Newest::kAsDelta) return;
  if (Planned* older = planned(before)) older->base = id;
}

// What the other side has through another check-in than the one that everything is compared with.
void Outgoing::reckonAsHad(const git_oid& id, const git_oid* before, int depth) {
  if (before != nullptr && git_oid_equal(&id, before) != 0) return;
  if (depth > kDeepestFolder || !places_.emplace(id, Place()).second) return;
  const auto now = trees_.read(id);
  const auto was = trees_.read(before);
  differingLines(*was, *now, directory_, [&](const TreeLine* old, const TreeLine* line) {
    if (line == nullptr) return;
    const bool wasTree = old != nullptr && old->kind == TreeLine::Kind::kTree;
    if (line->kind == TreeLine::Kind::kTree) {
      reckonAsHad(line->id, wasTree ? &old->id : nullptr, depth + 1);
    } else {
      places_.emplace(line->id, Place());
    }
  });
}

std::vector<git_oid> Outgoing::ids() const {
  std::vector<git_oid> ids;
  ids.reserve(objects_.size());
  for (const Planned& one : objects_) ids.push_back(one.id);
  return ids;
}

void Outgoing::write(const std::function<void(std::string_view)>& write) {
  constexpr std::size_t kOften = 256;
  PackStream pack(objects_.size(), write);
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    const Planned& one = objects_[i];
    if (count_ && i % kOften == 0) count_(i, objects_.size());
    if (!one.delta.empty()) {
      pack.delta(*one.base, one.delta);
      continue;
    }
    const std::string bytes = store_.read(one.id);
    if (one.base && !bytes.empty()) {
      pack.delta(*one.base, contentDelta(store_.read(*one.base), bytes));
    } else {
      pack.whole(one.type, bytes);
    }
  }
  pack.finish();
}

}  // namespace tiku::formats::git
