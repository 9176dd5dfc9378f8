#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "editor/document/disk_watch.h"
#include "editor/document/document.h"
#include "editor/document/edit_lock.h"
#include "editor/document/inbox.h"
#include "editor/document/journal.h"
#include "editor/document/package_place.h"
#include "editor/document/saved_state.h"
#include "editor/document/unchecked_files.h"
#include "editor/document/undo_stack.h"
#include "editor/document/watched_tree.h"

namespace tiku::editor {

/// What the parts of Document share. document.cpp: the bank and its steps; document_files.cpp: saving and the
/// disk; document_history.cpp: check-ins; document_background.cpp: what runs on threads.
struct Document::Impl {
  Impl(PackagePlace where, EditLock held, FileStamps seen, formats::ReadResult read,
       const DocumentOptions& options, ProgressTeller& teller);
  static std::unique_ptr<Impl> read(PackagePlace place, const DocumentOptions& options);

  // The rules of the profile that the bank names, from nothing. A bank that names none can still be edited.
  void check(const validators::Checker::Progress& progress = {});
  void startJournal();
  void findHistory(ProgressTeller* teller = nullptr);
  void takeHistory(const formats::Dirty& dirty);
  void countUnchecked();
  // What differs from the last check-in, in the files or in the bank alone.
  [[nodiscard]] UncheckedFiles uncheckedAndUnsaved() const;

  // Told by the bank, after the checker has followed.
  void changed(std::span<const formats::Change> made);
  // Tells the listeners what changed() has seen, and whatever else the event says.
  void tellChange(DocumentEvent event = {});
  void tellProblem(std::string problem);
  bool apply(const formats::Edit& edit, std::string_view mergeKey);
  void requireWritable() const;

  // The object's file holds this now, whatever the bank holds.
  void setSaved(formats::Id id, const formats::Object& object);
  void noteInJournal(std::span<const formats::Id> ids);
  DiskNews take(DiskLook look);
  void lookBeforeSaving(const std::vector<formats::FileChange>& files);
  void write();
  void afterSave(std::span<const formats::Change> written, FileStamps seen);
  void requireIdle() const;

  PackagePlace place;
  EditLock lock;
  std::function<Time()> now;
  formats::Bank bank;
  std::vector<formats::ReadNote> notes;
  std::optional<formats::Migration> migration;
  std::optional<formats::FormatVersion> olderVersion;
  std::string profileProblem;
  std::unique_ptr<validators::Checker> checker;
  std::uint64_t generation = 0;
  ReviewState review{bank};

  UndoStack undo;
  SavedState saved;
  std::vector<formats::Change> changes;  ///< That the listeners have not been told of.
  Listeners listeners;

  std::shared_ptr<const FileStamps> stamps;
  std::vector<Question> questions;
  JournalShelf shelf;
  std::optional<Recovery> recovery;
  bool discarded = false;
  CheckInState checkInState;
  UncheckedFiles unchecked;

  std::vector<std::string> problems;  ///< Of opening.
  std::shared_ptr<Inbox> inbox;
  std::unique_ptr<Journal> journal;
  formats::Bank::Subscription subscription;

  std::optional<SimilarIndex> similar;
  std::optional<std::vector<formats::Change>> missedBySimilar;  ///< While the index is being made.
  bool saving = false;
  Worker worker;  ///< Last: its threads end before anything goes.
};

}  // namespace tiku::editor
