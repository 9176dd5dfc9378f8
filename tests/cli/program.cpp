#include "tests/cli/program.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sys/wait.h>

#include <catch2/catch.hpp>

#include "tests/support/folder.h"
#include "tests/support/places.h"

namespace fs = std::filesystem;

namespace tiku::tests {
namespace {

std::string contentOfFile(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

}  // namespace

nlohmann::json Run::json() const {
  nlohmann::json document = nlohmann::json::parse(out, nullptr, false);
  INFO(out << err);
  REQUIRE_FALSE(document.is_discarded());
  return document;
}

Run runTiku(const std::vector<std::string>& arguments, const fs::path& in) {
  const test::Folder logs;
  std::string command =
      "cd " + quoted(fs::absolute(in).string()) + " && LC_ALL=zh_CN.UTF-8 " + quoted(program().string());
  for (const std::string& argument : arguments) command += " " + quoted(argument);
  command += " >" + quoted((logs / "out").string()) + " 2>" + quoted((logs / "err").string()) + " </dev/null";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), contentOfFile(logs / "out"),
          contentOfFile(logs / "err")};
}

std::map<std::string, std::string> contentOf(const fs::path& directory) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file())
      files[fs::relative(entry.path(), directory).string()] = contentOfFile(entry.path());
  }
  return files;
}

}  // namespace tiku::tests
