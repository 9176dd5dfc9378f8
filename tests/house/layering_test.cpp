// The house rules that a compiler does not hold: which folder may include which, and where a library may be
// named.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/places.h"

namespace fs = std::filesystem;

namespace {

struct Include {
  fs::path file;  // Relative to the root.
  std::string target;
  bool ours = false;  // "quoted"
};

std::vector<Include> includesBelow(const std::string& folder) {
  static const std::regex kInclude(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  const fs::path root = tiku::tests::sourceRoot();
  std::vector<Include> found;
  if (!fs::exists(root / folder)) return found;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
    std::ifstream file(entry.path());
    std::string line;
    while (std::getline(file, line)) {
      std::smatch match;
      if (std::regex_search(line, match, kInclude)) {
        found.push_back({fs::relative(entry.path(), root), match[2], match[1] == "\""});
      }
    }
  }
  return found;
}

std::string roomOf(const std::string& path) {
  return path.substr(0, path.find('/'));
}

}  // namespace

TEST_CASE("arrows between the layers point one way: formats, validators, workflows, then cli and editor") {
  const std::map<std::string, std::vector<std::string>> allowed{
      {"formats", {"formats"}},
      {"validators", {"formats", "validators"}},
      {"workflows", {"formats", "validators", "workflows"}},
      {"cli", {"formats", "validators", "workflows", "cli"}},
      {"editor", {"formats", "validators", "workflows", "editor"}},
  };
  for (const auto& [room, others] : allowed) {
    for (const Include& include : includesBelow(room)) {
      if (!include.ours) continue;
      INFO(include.file.string() << " includes " << include.target);
      CHECK(std::ranges::find(others, roomOf(include.target)) != others.end());
    }
  }
}

TEST_CASE("inside formats, the model knows nothing, and history and exchange do not know each other") {
  for (const Include& include : includesBelow("formats/model")) {
    INFO(include.file.string() << " includes " << include.target);
    CHECK((include.ours ? include.target.starts_with("formats/model/")
                        : include.target.find('/') == std::string::npos));
  }
  for (const Include& include : includesBelow("formats/base")) {
    INFO(include.file.string() << " includes " << include.target);
    if (include.ours) CHECK(include.target.starts_with("formats/base/"));
  }
  for (const Include& include : includesBelow("formats/compare")) {
    INFO(include.file.string() << " includes " << include.target);
    if (!include.ours) continue;
    CHECK((include.target.starts_with("formats/base/") || include.target.starts_with("formats/model/") ||
           include.target.starts_with("formats/compare/")));
  }
  for (const Include& include : includesBelow("formats/package")) {
    INFO(include.file.string() << " includes " << include.target);
    CHECK_FALSE(include.target.starts_with("formats/history/"));
    CHECK_FALSE(include.target.starts_with("formats/exchange/"));
  }
  for (const Include& include : includesBelow("formats/history")) {
    CHECK_FALSE(include.target.starts_with("formats/exchange/"));
  }
  for (const Include& include : includesBelow("formats/exchange")) {
    CHECK_FALSE(include.target.starts_with("formats/history/"));
  }
}

TEST_CASE("what the screens know of a bank knows no screen") {
  for (const Include& include : includesBelow("editor/document")) {
    INFO(include.file.string() << " includes " << include.target);
    CHECK_FALSE(include.target.starts_with("wx/"));
    if (roomOf(include.target) == "editor") CHECK(include.target.starts_with("editor/document/"));
  }
}

TEST_CASE("a C library is named only in the rooms that wrap it") {
  const std::map<std::string, std::vector<std::string>> rooms{
      {"git2", {"formats/history"}},
      {"libsecret/", {"formats/history"}},
      {"wx/", {"editor"}},
      {"gtk/", {"editor/widgets"}},
      {"fontconfig/", {"editor/app"}},
      {"openssl/", {"formats/base"}},
      {"xlsxwriter", {"formats/exchange/xlsx"}},
      {"hunspell/", {"validators/language/spelling"}},
      {"CLI/", {"cli"}},
  };
  for (const std::string top : {"formats", "validators", "workflows", "cli", "editor"}) {
    for (const Include& include : includesBelow(top)) {
      if (include.ours) continue;
      for (const auto& [library, folders] : rooms) {
        if (!include.target.starts_with(library)) continue;
        INFO(include.file.string() << " includes " << include.target);
        CHECK(std::ranges::any_of(
            folders, [&](const std::string& f) { return include.file.string().starts_with(f + "/"); }));
      }
    }
  }
}
