#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

/// Runs the real program, as a user would.
namespace tiku::tests {

struct Run {
  int exitCode = -1;
  std::string out;
  std::string err;

  /// Standard output as JSON; fails the test when it is not.
  [[nodiscard]] nlohmann::json json() const;
};

/// `tiku ARGUMENTS...` with a Chinese locale, no terminal and the given working directory.
Run runTiku(const std::vector<std::string>& arguments, const std::filesystem::path& in = ".");

/// Every file below, with its content: what must not change, changes nothing here.
std::map<std::string, std::string> contentOf(const std::filesystem::path& directory);

}  // namespace tiku::tests
