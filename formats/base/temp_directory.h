#pragma once

#include <filesystem>

namespace tiku::formats {

/// A directory of our own below the system's temporary directory, readable by nobody else, gone with the
/// object. Throws FormatError kIo when none can be made.
class TempDirectory {
 public:
  TempDirectory();
  ~TempDirectory();
  TempDirectory(const TempDirectory&) = delete;
  TempDirectory& operator=(const TempDirectory&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace tiku::formats
