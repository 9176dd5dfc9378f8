#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/cli/program.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"

namespace tiku::tests {

/// A machine on which a round of review is run by the command: the institution's and the chair's, with a copy
/// of the sample bank, checked in.
struct Office {
  test::Folder folder;

  Office() {
    namespace fs = std::filesystem;
    fs::copy(sourceRoot() / "samples" / "liangju", folder / "bank", fs::copy_options::recursive);
    fs::remove_all(folder / "bank" / ".git");
    commit("送审");
  }

  [[nodiscard]] Run run(std::vector<std::string> arguments, const std::filesystem::path& in = {}) const {
    if (arguments.front() != "commit" && arguments.front() != "import") {
      arguments.emplace_back("--format");
      arguments.emplace_back("json");
    }
    return runTiku(arguments, in.empty() ? folder.path() : in);
  }

  void commit(const std::string& message) const {
    const Run made = run({"commit", "bank", "-m", message});
    INFO(made.err);
    REQUIRE(made.exitCode == 0);
  }

  /// What is done, and must be.
  nlohmann::json done(const std::vector<std::string>& arguments, const std::filesystem::path& in = {}) const {
    const Run made = run(arguments, in);
    INFO(arguments.front() << " " << arguments[1] << ": " << made.err);
    REQUIRE(made.exitCode == 0);
    return made.json();
  }

  nlohmann::json review(std::vector<std::string> arguments, const std::filesystem::path& in = {}) const {
    arguments.insert(arguments.begin(), "review");
    return done(arguments, in);
  }

  /// A step that somebody takes on a day.
  nlohmann::json step(std::vector<std::string> arguments, const std::string& by,
                      const std::string& on) const {
    for (const std::string& word : {std::string("--by"), by, std::string("--on"), on})
      arguments.push_back(word);
    return review(std::move(arguments));
  }

  /// What the command says where it refuses with this exit code.
  [[nodiscard]] std::string refused(std::vector<std::string> arguments, int exitCode) const {
    arguments.insert(arguments.begin(), "review");
    const Run made = run(arguments);
    INFO(arguments[1] << ": " << made.out << made.err);
    CHECK(made.exitCode == exitCode);
    const nlohmann::json said = nlohmann::json::parse(made.out, nullptr, false);
    return said.is_object() && said.contains("error") ? said["error"]["message"].get<std::string>()
                                                      : made.out;
  }

  void write(const std::filesystem::path& name, const std::string& content) const {
    std::ofstream(folder / name.string(), std::ios::binary) << content;
  }
  [[nodiscard]] std::string read(const std::filesystem::path& name) const {
    std::ifstream file(folder / name.string(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
};

}  // namespace tiku::tests
