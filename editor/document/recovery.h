#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::editor {

/// What a session that died had not saved.
struct Recovery {
  struct Object {
    formats::Id id;
    formats::Object recovered;  ///< As it was in that session; monostate: it was removed there.
    formats::Object onDisk;     ///< As it is now; monostate: there is none.
    /// Since that session the file has changed too: somebody has to choose.
    bool clashes = false;
  };
  std::chrono::system_clock::time_point last;  ///< When the last of it was written down.
  std::vector<Object> objects;                 ///< Sorted by id; only what differs from the files.
  bool otherPackage = false;                   ///< The journal says that it is of another package.
  int unreadable = 0;                          ///< Records of objects that this program cannot read.
};

/// The journals in a package's side folder. One that is found at opening is put aside as `journal.<n>`, so
/// that the new session can write its own before anybody has decided.
class JournalShelf {
 public:
  JournalShelf() = default;
  /// Puts aside what the last session left there.
  explicit JournalShelf(std::filesystem::path folder);

  /// What they hold that the bank, as just read, does not. Nothing of worth: they are removed.
  [[nodiscard]] std::optional<Recovery> read(const formats::Bank& bank);
  /// What they hold is in the bank and in the new journal.
  void remove();
  /// Keeps them as `dropped-<time>.<n>`, the newest twenty of all that were ever dropped.
  void drop();

 private:
  std::filesystem::path folder_;
  std::vector<std::filesystem::path> files_;  ///< Oldest first.
};

}  // namespace tiku::editor
