#pragma once

#include <filesystem>
#include <string>

#include "formats/package/posix.h"

namespace tiku::editor {

/// 这个题库
std::string wordOfBank();

/// Makes the side folder unless it is there. False, with errno set, where there can be none.
bool makeSideFolder(const std::filesystem::path& folder);

/// One writer per package: a lock on the file `lock` in the side folder of the package. The system releases
/// it when the process ends, however it ends.
class EditLock {
 public:
  EditLock() = default;
  /// Takes the lock, or says who has it. Where no such file can be made (a read-only medium) there is no lock
  /// and no holder.
  /// `what` is locked, in words: "这个题库".
  explicit EditLock(const std::filesystem::path& sideFolder, const std::string& what = wordOfBank());
  EditLock(EditLock&&) noexcept = default;
  EditLock& operator=(EditLock&& other) noexcept;
  EditLock(const EditLock&) = delete;
  EditLock& operator=(const EditLock&) = delete;
  /// Removes the file, and the folder when nothing else is in it.
  ~EditLock();

  [[nodiscard]] bool held() const { return file_.valid(); }
  /// Who writes there, as a sentence; empty when nobody else does.
  [[nodiscard]] const std::string& otherWriter() const { return otherWriter_; }

 private:
  void release();

  std::filesystem::path folder_;
  formats::posix::File file_;
  std::string otherWriter_;
};

}  // namespace tiku::editor
