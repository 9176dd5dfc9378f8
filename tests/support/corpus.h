#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include <catch2/catch.hpp>

#include "tests/support/places.h"

namespace tiku::tests {

/// A file or folder of the corpus of real files, which is not part of the repository: it lies at
/// $TIKU_CORPUS or beside the repository. A test that has none warns and returns.
inline std::optional<std::filesystem::path> corpus(const std::string& name) {
  const char* folder = std::getenv("TIKU_CORPUS");
  const std::filesystem::path root =
      folder != nullptr ? std::filesystem::path(folder) : sourceRoot().parent_path() / "shared" / "corpus";
  const std::filesystem::path path = root / name;
  if (std::filesystem::exists(path)) return path;
  WARN("not tested with " << name << ": it is not in the corpus at " << root.string());
  return std::nullopt;
}

}  // namespace tiku::tests
