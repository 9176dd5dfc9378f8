#pragma once

#include <map>
#include <string>
#include <vector>

namespace tiku::formats {

/// What the reader met in a document and did not take over as it stands.
enum class LeftOut {
  kDeletedText,
  kComment,
  kFootnote,
  kTextBox,
  kExternalPicture,
  kUnreadablePicture,
  kObject,
  kShape,
  kHiddenText,
  kSymbol,
  kOtherFile,
  kNestedTable,
  kEqField,
  kHeaderFooter,
};

/// Collects them with their places and tells them as sentences, one per kind.
class LeftOutNotes {
 public:
  /// `words` are those of a comment or footnote, quoted in the note.
  void add(LeftOut what, const std::string& at, const std::string& words = {});
  [[nodiscard]] std::vector<std::string> sentences() const;

 private:
  struct Found {
    std::vector<std::string> places;  ///< Without repetitions next to each other.
  };
  std::map<LeftOut, Found> found_;
};

}  // namespace tiku::formats
