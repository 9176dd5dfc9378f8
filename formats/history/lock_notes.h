#pragma once

#include <filesystem>
#include <string>
#include <sys/stat.h>

#include "formats/history/git.h"
#include "formats/package/posix.h"

namespace tiku::formats::git {

/// Git locks with files that stay behind when their process is killed, and then nobody can check in any more.
/// A process that is about to take such locks writes down in `.git/tiku-locks` which ones are its own, and
/// keeps that file locked by the system, which lets go when the process ends, however it ends. The next
/// process that gets the file can so prove that a lock is left over, and removes that one and no other.
class LockNotes {
 public:
  /// Takes the file and clears what a process left that ended. Throws kConflict when another one is at work.
  /// Where the system or the file system has no such locks (some network shares) nothing is proved and
  /// nothing removed.
  LockNotes(git_repository* repository, const std::filesystem::path& directory);
  LockNotes(const LockNotes&) = delete;
  LockNotes& operator=(const LockNotes&) = delete;
  /// Forgets the notes: all locks were given back.
  ~LockNotes();

  /// The file will be, or just became, the lock on git's index; it is known again by its inode.
  void takesIndexLock(const struct stat& lock);
  /// The reference is about to be moved to the object; the lock on it will hold the id, or nothing yet.
  void movesReference(const std::string& name, const git_oid& commit);

 private:
  void clearLeftOver(const std::string& notes) const;
  void clearReferenceLock(const std::string& name, const std::string& commit) const;
  void note(const std::string& line);

  std::filesystem::path folder_;  ///< `.git`; of a second work tree its own.
  std::filesystem::path common_;  ///< Where the references are.
  posix::File file_;
};

}  // namespace tiku::formats::git
