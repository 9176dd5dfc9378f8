#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/document/listening.h"
#include "editor/document/progress.h"
#include "formats/model/bank.h"
#include "formats/package/package.h"
#include "validators/checker/checker.h"

namespace tiku::editor {

struct DocumentOptions {
  Watch watch;  ///< Of opening; may be empty.
  Post post;    ///< How threads of the document reach the one that owns it. Empty: poll() does.
  /// For tests: what tells how long ago something was typed.
  std::function<std::chrono::steady_clock::time_point()> now;
};

/// What every screen knows of a bank: the bank, what can be undone, its findings, what is saved.
///
/// May be opened on any thread and belongs to one thread from then on. Every change goes through apply().
/// Everything that reads or writes files throws FormatError and then has changed nothing.
class Document {
 public:
  /// A package directory or a `.tiku` file. Throws FormatError, and Cancelled when the watch says so.
  static std::unique_ptr<Document> open(const std::filesystem::path& path,
                                        const DocumentOptions& options = {});
  /// Writes a new package and opens it: a `.tiku` where the name ends so, else a directory. Throws kConflict
  /// when there is one already.
  static std::unique_ptr<Document> create(const formats::Bank& bank, const std::filesystem::path& path,
                                          const DocumentOptions& options = {});
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const;
  [[nodiscard]] bool isArchive() const;
  /// What the reader remarked: foreign files, a newer minor version.
  [[nodiscard]] const std::vector<formats::ReadNote>& notes() const;
  /// Set while the files are of an older version of the format: the first save brings them to the current
  /// one, and modified() is true until then.
  [[nodiscard]] const std::optional<formats::FormatVersion>& olderVersion() const;

  [[nodiscard]] const formats::Bank& bank() const;
  /// Another number after every change of the bank.
  [[nodiscard]] std::uint64_t generation() const;
  /// Current after every change. The reference is good until the bank names another profile: ask again.
  [[nodiscard]] const validators::Checker& checker() const;
  /// Why the bank is not checked, as a sentence with advice: it names no profile, or one that is not there.
  /// Then the checker has no rules. Empty when all is well.
  [[nodiscard]] const std::string& profileProblem() const;

  /// Changes the bank; the edit's title names the step in the menu. Edits with one non-empty merge key that
  /// follow each other within two seconds are one step. False when nothing was changed. Throws
  /// std::logic_error for an impossible edit (Bank::apply).
  bool apply(const formats::Edit& edit, std::string_view mergeKey = {});
  /// The next edit is a step of its own: the caret went to another field.
  void endMerge();
  /// Empty when there is nothing to undo.
  [[nodiscard]] const std::string& undoTitle() const;
  [[nodiscard]] const std::string& redoTitle() const;
  [[nodiscard]] bool canUndo() const;
  [[nodiscard]] bool canRedo() const;
  bool undo();
  bool redo();

  [[nodiscard]] Listening listen(Listeners::Listener listener);

  [[nodiscard]] bool modified() const;
  /// Objects that differ from their files, sorted.
  [[nodiscard]] std::vector<formats::Id> unsaved() const;
  /// Whether this object differs from its file.
  [[nodiscard]] bool isUnsaved(formats::Id object) const;
  /// Writes the files of what differs.
  void save();
  /// Whether the bank can only be looked at: another window writes it, or the medium cannot be written.
  [[nodiscard]] bool readOnly() const { return false; }
  /// Why, as a sentence.
  [[nodiscard]] std::string readOnlyReason() const { return {}; }

 private:
  struct Impl;
  explicit Document(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tiku::editor
