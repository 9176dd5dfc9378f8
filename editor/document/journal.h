#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>

#include "editor/document/disk_sync.h"
#include "editor/document/journal_records.h"
#include "formats/base/error.h"
#include "formats/model/bank.h"
#include "formats/package/posix.h"

namespace tiku::editor {

inline constexpr const char* kJournalFile = "journal";

/// What a journal calls the saved state of an object: the SHA-256 of its canonical file, empty for none.
std::string savedDigest(const formats::Object& saved);

/// Writes down what is changed and not saved, on a thread of its own: everything noted is written within a
/// fraction of a second, and on the disk as soon as that is able to. Cheap for the caller, since objects are
/// shared and written by the thread.
class Journal {
 public:
  /// Called on the journal's thread when writing fails, once until it works again. What could not be written
  /// is tried again with the next note.
  using Report = std::function<void(const formats::FormatError&)>;

  /// The file `journal` in the folder; both are made with the first note. What lies there is written over.
  Journal(std::filesystem::path folder, formats::Id packageId, Report report);
  /// Writes what is noted.
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  struct Note {
    formats::Id id;
    formats::Object saved;  ///< As its file has it.
    formats::Object now;
  };
  /// What changed together is recovered together.
  void note(std::span<const Note> notes);
  /// Waits until everything noted is on the disk. False when that failed.
  bool flush();
  /// What is noted counts no more, but for this; when there is nothing, the file goes.
  void restart(std::span<const Note> still);

 private:
  struct Base {
    formats::Object saved;
    std::string digest;
  };

  void run(const std::stop_token& stop);
  std::optional<formats::FormatError> attempt(std::map<formats::Id, Note>& notes);
  JournalObject objectOf(const Note& note);
  void append(const std::string& bytes);
  void rewrite();

  const std::filesystem::path folder_;
  const formats::Id packageId_;
  const Report report_;

  std::mutex mutex_;  // Guards what follows, up to the thread's own.
  std::condition_variable_any changed_;
  std::map<formats::Id, Note> waiting_;
  bool fresh_ = false;  // Something came since the thread last looked.
  bool hurry_ = false;
  bool writing_ = false;
  bool failed_ = false;
  bool unsynced_ = false;  // The disk refused what had been written.

  // Used by the thread while it writes, and by restart() while it does not.
  std::map<formats::Id, Base> bases_;
  std::map<formats::Id, Note> written_;  // The newest state of everything in the file.
  formats::posix::File file_;
  bool renew_ = false;         // What the file holds counts no more.
  std::uint64_t length_ = 0;   // Of the whole records in the file.
  std::uint64_t compact_ = 0;  // What the file was last rewritten to.

  DiskSync sync_;
  std::jthread thread_;
};

}  // namespace tiku::editor
