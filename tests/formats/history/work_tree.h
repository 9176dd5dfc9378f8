#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdlib.h>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <git2.h>

#include "formats/base/error.h"
#include "tests/support/folder.h"
#include "tests/support/shell.h"

namespace tiku::test {

/// A directory of files with the stock `git` beside it, and a home of its own, so that the settings of
/// whoever runs the tests play no part.
class WorkTree {
 public:
  WorkTree() {
    std::filesystem::create_directories(home());
    std::filesystem::create_directories(path());
    setenv("HOME", home().c_str(), 1);
    setenv("XDG_CONFIG_HOME", (home() / ".config").c_str(), 1);
    setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    unsetenv("GIT_CONFIG_GLOBAL");
    git_libgit2_init();
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_GLOBAL, home().c_str());
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_XDG, home().c_str());
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_SYSTEM, "");
    config("[user]\n name = 张敏\n email = zhangmin@example.cn\n");
  }

  [[nodiscard]] std::filesystem::path path() const { return root_ / "题库"; }
  [[nodiscard]] std::filesystem::path home() const { return root_ / "home"; }
  [[nodiscard]] const Folder& root() const { return root_; }

  void config(const std::string& text) const { std::ofstream(home() / ".gitconfig") << text; }

  void write(const std::string& file, const std::string& content) const {
    std::filesystem::create_directories((path() / file).parent_path());
    std::ofstream(path() / file, std::ios::binary) << content;
  }
  [[nodiscard]] std::string read(const std::string& file) const {
    std::ostringstream content;
    content << std::ifstream(path() / file, std::ios::binary).rdbuf();
    return content.str();
  }
  void remove(const std::string& file) const { std::filesystem::remove_all(path() / file); }

  /// Runs the stock git in the directory; it must succeed.
  [[nodiscard]] std::string git(const std::string& arguments) const {
    const ShellResult result = shell("git -C '" + path().string() + "' " + arguments);
    INFO("git " << arguments << ": " << result.output);
    REQUIRE(result.status == 0);
    return result.output;
  }

  /// What every state that we leave must look like to the stock git.
  void requireSound() const {
    CHECK(git("fsck --strict --full --no-dangling --no-progress") == "");
    CHECK(git("status --porcelain") == "");
  }

 private:
  Folder root_;
};

template <typename Action>
formats::FormatError errorOf(const Action& action) {
  try {
    action();
  } catch (const formats::FormatError& error) {
    return error;
  }
  FAIL("no error");
  throw std::logic_error("unreachable");
}

}  // namespace tiku::test
