#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// What is wrong with a bank's repository, and mending what can be proved. Nothing is thrown away: what is in
/// the way is moved to `.git/tiku-doctor/`, apart from what was never more than half received.
namespace tiku::formats {

struct Ailment {
  std::string kind;     ///< "stale-lock"; stable, for programs (docs/cli.md).
  std::string path;     ///< Of the file that it is about, from the bank's directory; may be empty.
  std::string message;  ///< A whole sentence.
  std::string advice;   ///< What a person can do where the program cannot.
  bool grave = true;    ///< Something does not work. Otherwise it is only good to know.
  /// What mending does, a whole sentence; empty where nothing can be proved.
  std::string remedy{};
  std::function<void()> mend{};
};

/// Looks at locks, HEAD and the references, the index, every object of the history, unfinished merges. Reads
/// the whole history once.
std::vector<Ailment> examineHistory(const std::filesystem::path& bank);

/// Moves a file or folder of the bank to `.git/tiku-doctor/<time>/`, and tells where it is.
std::filesystem::path moveAside(const std::filesystem::path& bank, const std::filesystem::path& file);

namespace git {

std::vector<Ailment> examineLocks(const std::filesystem::path& bank);
std::vector<Ailment> examineReferences(const std::filesystem::path& bank);
std::vector<Ailment> examineIndex(const std::filesystem::path& bank);
std::vector<Ailment> examineObjects(const std::filesystem::path& bank);

/// Whether a process of this machine has something below the folder open, or works in it. True also when that
/// cannot be known: for a folder on another machine, and while a git or Tiku of somebody else runs.
bool mayBeInUse(const std::filesystem::path& folder);

}  // namespace git

}  // namespace tiku::formats
