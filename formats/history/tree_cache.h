#pragma once

#include <map>
#include <memory>
#include <string>

#include "formats/history/objects.h"

namespace tiku::formats::git {

/// Tree objects that were read lately: from check-in to check-in the tree after is the tree before.
class TreeCache {
 public:
  /// The store must outlive it.
  explicit TreeCache(const ObjectStore& store) : store_(store) {}

  std::shared_ptr<const std::string> read(const git_oid& id) {
    constexpr std::size_t kMostBytes = 64U << 20U;
    if (const auto found = trees_.find(id); found != trees_.end()) return found->second;
    auto bytes = std::make_shared<const std::string>(store_.read(id));
    if (bytes_ + bytes->size() > kMostBytes) {
      trees_.clear();
      bytes_ = 0;
    }
    bytes_ += bytes->size();
    return trees_[id] = std::move(bytes);
  }
  /// For no id the empty tree.
  std::shared_ptr<const std::string> read(const git_oid* id) {
    return id == nullptr ? std::make_shared<const std::string>() : read(*id);
  }

 private:
  const ObjectStore& store_;
  std::map<git_oid, std::shared_ptr<const std::string>, OidOrder> trees_;
  std::size_t bytes_ = 0;
};

}  // namespace tiku::formats::git
