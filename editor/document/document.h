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
#include "editor/document/question.h"
#include "editor/document/recovery.h"
#include "editor/document/review_state.h"
#include "editor/document/similar_index.h"
#include "editor/document/worker.h"
#include "formats/base/error.h"
#include "formats/history/repository.h"
#include "formats/model/bank.h"
#include "formats/package/package.h"
#include "validators/checker/checker.h"

namespace tiku::workflows {
struct MergeResult;
}

namespace tiku::editor {

struct DocumentOptions {
  Watch watch;  ///< Of opening; may be empty.
  /// How threads of the document reach the one that owns it. Empty: what they have to say waits for poll().
  Post post;
  /// For tests: what tells how long ago something was typed.
  std::function<std::chrono::steady_clock::time_point()> now;
};

/// What a look at the files brought.
struct DiskNews {
  int taken = 0;  ///< Objects that another program changed and that were taken over, as one undoable step.
  int questions = 0;  ///< New ones among Document::questions().
  /// Files that cannot be read as they are. The bank keeps what it has of them.
  std::vector<formats::FormatError> problems;
};

/// What comes of saving on a thread. May be empty.
struct SavingHooks {
  std::function<void()> done;
  std::function<void(const formats::FormatError&)> failed;
};

/// How the saved files stand to the last check-in.
struct CheckInState {
  enum class Kind {
    kNone,     ///< There is no history: a `.tiku`, or a directory without one.
    kClean,    ///< Everything saved is checked in.
    kChanged,  ///< `objects` are not.
  };
  Kind kind = Kind::kNone;
  std::size_t objects = 0;
  bool operator==(const CheckInState&) const = default;
};

/// What every screen knows of a bank: the bank, what can be undone, its findings, what is saved.
///
/// Every change is in a journal on the disk within a fraction of a second, until it is saved; after a crash
/// the next opening offers it (recovery()). One document at a time may write to a package; a second one is
/// readOnly().
///
/// May be opened on any thread and belongs to one thread from then on. Every change goes through apply().
/// What reads or writes files throws FormatError and then has lost nothing: the bank is as it was, the files
/// are as they were or as they were to be.
class Document {
 public:
  /// A package directory or a `.tiku` file. Throws FormatError, and Cancelled when the watch says so.
  static std::unique_ptr<Document> open(const std::filesystem::path& path,
                                        const DocumentOptions& options = {});
  /// Writes a new package and opens it: a `.tiku` where the name ends so, else a directory. Throws kConflict
  /// when there is one already.
  static std::unique_ptr<Document> create(const formats::Bank& bank, const std::filesystem::path& path,
                                          const DocumentOptions& options = {});
  /// What is not saved stays in the journal and is offered at the next opening, unless discardUnsaved() was
  /// called.
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const;
  [[nodiscard]] bool isArchive() const;
  /// Whether somebody else is writing there: then apply(), undo(), redo() and save() throw kConflict;
  /// saveAs() to another place makes it writable.
  [[nodiscard]] bool readOnly() const { return !readOnlyReason().empty(); }
  /// Who, as a sentence.
  [[nodiscard]] const std::string& readOnlyReason() const;
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
  /// What failed at opening and did not stop it, in whole sentences: a history that cannot be read.
  [[nodiscard]] const std::vector<std::string>& problems() const;
  /// Why the bank is not checked, as a sentence with advice: it names no profile, or one that is not there.
  /// Then the checker has no rules. Empty when all is well.
  [[nodiscard]] const std::string& profileProblem() const;

  /// Where the objects stand in the reviews of the bank; current after every change.
  [[nodiscard]] const ReviewState& review() const;

  /// The user's language is another (formats::setLanguage): judges everything anew, so that the findings
  /// speak it. Titles of steps stay as they were.
  void languageChanged();

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
  /// Does what threads have left to be done, where the options have no Post.
  void poll();

  /// Runs work on threads of its own. Give it a snapshot (a copy of bank()), and ifUnchanged() as
  /// `stillWanted` where a result about an older bank is worth nothing. Nothing runs any more once the
  /// document is gone.
  [[nodiscard]] Worker& worker();
  /// Says whether the bank is still what it is now.
  [[nodiscard]] std::function<bool()> ifUnchanged() const;
  /// The theory items most like this one, which may be changed or not in the bank yet; the likeliest first.
  /// Empty while the bank is being read for it, which the first call begins; an event says when it is done.
  [[nodiscard]] std::optional<std::vector<SimilarTo>> similarTo(const formats::TheoryItem& item,
                                                                std::size_t limit = 10);

  [[nodiscard]] bool modified() const;
  /// Objects that differ from their files, sorted.
  [[nodiscard]] std::vector<formats::Id> unsaved() const;
  /// Whether this object differs from its file.
  [[nodiscard]] bool isUnsaved(formats::Id object) const;
  /// Writes the files of what differs. Looks first whether another program changed them meanwhile: what can
  /// be merged is; when there are questions, throws kConflict before anything is written.
  void save();
  /// Likewise on a thread, while the user goes on; what is typed meanwhile stays unsaved. `failed` is told
  /// what save() would throw. Until then saving() is true, save() throws kConflict and lookAtDisk() sees
  /// nothing.
  void saveInBackground(const SavingHooks& hooks = {});
  [[nodiscard]] bool saving() const;
  /// Writes everything, foreign files too but no history, to a new place and goes on there. A directory must
  /// be new or empty; a `.tiku` is replaced only if `replace`.
  void saveAs(const std::filesystem::path& path, bool replace = false);
  /// The user does not want what is not saved: the next opening will not offer it. Called before closing.
  void discardUnsaved();

  /// What a session that died had not saved; empty when there is nothing or once it was answered.
  [[nodiscard]] const std::optional<Recovery>& recovery() const;
  /// Puts it into the bank as one undoable step. What has changed on the disk since is asked: questions().
  void takeRecovery();
  /// Leaves it out; a copy stays in the side folder of the package.
  void dropRecovery();

  /// Looks whether another program changed the files (a pull, an import by the command), and takes over what
  /// it did, as one undoable step: object by object, and field by field where both sides changed an object.
  /// Cheap when nothing has changed; our own saves are no change.
  DiskNews lookAtDisk();
  /// Likewise, with the files read on a thread. Nothing comes of it when the files cannot be read at all.
  void lookAtDiskInBackground(const std::function<void(const DiskNews&)>& done = {});
  /// Clashes that wait for an answer; the bank holds mine until then.
  [[nodiscard]] const std::vector<Question>& questions() const;
  /// Answers questions()[which], which goes. Theirs is taken over as an undoable step.
  void resolve(std::size_t which, Side side);

  [[nodiscard]] const CheckInState& checkInState() const;
  /// What was changed since the last check-in, saved or not, in the field's words.
  [[nodiscard]] std::string proposedMessage() const;
  /// The files of what was changed since the last check-in, saved or not, sorted.
  [[nodiscard]] std::vector<std::string> uncheckedFiles() const;
  /// Saves, then checks in everything that is not. Empty when there was nothing. The author as in git's
  /// settings, else the login name.
  std::optional<formats::Revision> checkIn(const std::string& message);
  /// Brings what was merged into the bank, as one undoable step, into the files and into the history, as one
  /// check-in of both sides. Everything must be checked in, and `result` made from just that: throws
  /// kConflict otherwise, and then nothing has changed. Open questions stay as mine has it.
  formats::Revision merge(const workflows::MergeResult& result, const std::string& message);
  /// Makes the directory a git repository and checks everything in. Throws kUsage for a `.tiku`.
  void startHistory();
  /// Compares all files with the last check-in again: git may have been used from outside.
  void lookAtHistory();

 private:
  struct Impl;
  explicit Document(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tiku::editor
