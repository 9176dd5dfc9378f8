#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "formats/history/repository.h"

namespace tiku::formats {

/// Reads a history check-in by check-in, and of each single files, at the cost of the folders on the way to
/// them. A folder that several check-ins share is read once.
class HistoryReader {
 public:
  /// The repository must outlive it.
  explicit HistoryReader(const Repository& repository);
  ~HistoryReader();

  struct Commit {
    std::string id;  ///< 40 hex digits.
    std::vector<std::string> parents;
  };
  /// From a revision back to the first one, each before those that it builds on, the latest first, until
  /// `visit` says false. Those that `without` builds on, and itself, are left out.
  void walk(const std::string& from, const std::function<bool(const Commit&)>& visit,
            const std::string& without = {}) const;

  /// Names the content of a file at a check-in: equal names, equal bytes. Empty where it is not there.
  [[nodiscard]] std::string contentId(const std::string& commit, const std::string& path) const;
  /// The content. Throws kOverLimit past the limits of a package's file.
  [[nodiscard]] std::string read(const std::string& contentId) const;
  [[nodiscard]] Revision revision(const std::string& commit) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tiku::formats
