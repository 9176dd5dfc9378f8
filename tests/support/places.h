#pragma once

#include <filesystem>

namespace tiku::tests {

/// The root of the repository that the tests were built from.
std::filesystem::path sourceRoot();

/// The banks that are shipped.
inline std::filesystem::path samples() {
  return sourceRoot() / "samples";
}

/// The `tiku` program of the same build.
std::filesystem::path program();

}  // namespace tiku::tests
