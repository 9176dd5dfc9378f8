// CTest takes a ';' in the name of a test for the end of it, finds no test of either half, and calls both
// passed.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

#include <catch2/catch.hpp>

#include "tests/support/places.h"

TEST_CASE("every test can be found by its name") {
  const std::regex name(R"(TEST_CASE\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))");
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(tiku::tests::sourceRoot() / "tests")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ifstream file(entry.path());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (std::sregex_iterator at(text.begin(), text.end(), name); at != std::sregex_iterator(); ++at) {
      INFO(entry.path().string() << ": " << (*at)[1]);
      CHECK((*at)[1].str().find(';') == std::string::npos);
    }
  }
}
