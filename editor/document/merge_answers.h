#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "formats/compare/merge.h"

namespace tiku::editor {

/// What was answered of a merge that is not done yet, kept in the side folder of the package so that closing
/// the dialog or a crash loses none of it. An answer holds as long as both sides of its question say what
/// they said when it was given, whatever else was checked in meanwhile.
class MergeAnswerShelf {
 public:
  /// Of the package directory at `path`; nothing is read or written yet.
  explicit MergeAnswerShelf(const std::filesystem::path& path);

  /// The answers that still hold for these questions. A file that cannot be read counts as none.
  [[nodiscard]] formats::MergeAnswers load(const std::vector<formats::MergeQuestion>& questions) const;
  /// Keeps the answers to these questions, in place of what was kept. `mine` and `theirs` name the check-ins
  /// that come together. Throws FormatError.
  void save(const std::string& mine, const std::string& theirs,
            const std::vector<formats::MergeQuestion>& questions, const formats::MergeAnswers& answers) const;
  /// The merge is done.
  void clear() const;

 private:
  std::filesystem::path file_;
};

}  // namespace tiku::editor
