#pragma once

#include <filesystem>
#include <string>

namespace tiku::tests {

/// A folder whose name is in the pictures; it goes with this.
struct SharedPlace {
  explicit SharedPlace(const std::string& name) : path(std::filesystem::temp_directory_path() / name) {
    std::filesystem::create_directories(path);
  }
  SharedPlace(const SharedPlace&) = delete;
  SharedPlace& operator=(const SharedPlace&) = delete;
  ~SharedPlace() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  std::filesystem::path path;
};

}  // namespace tiku::tests
