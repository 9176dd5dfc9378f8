// A package that lies in a folder, as a person or another program may leave it.
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "formats/package/file_tree.h"
#include "formats/package/list_directory.h"
#include "tests/support/folder.h"

using namespace tiku::formats;
using tiku::test::Folder;

namespace fs = std::filesystem;

TEST_CASE("the files of a folder are listed by path, whatever stands beside its folders") {
  const Folder folder;
  // '-' and '.' sort before the '/' of a folder, '0' behind it.
  const std::vector<std::string> paths{"items-old.txt",
                                       "items.txt",
                                       "items/level-3-old.xml",
                                       "items/level-3/a.xml",
                                       "items/level-3/b/c.xml",
                                       "items/level-30.xml",
                                       "items0.txt",
                                       "题库说明.txt"};
  for (const std::string& path : paths) {
    fs::create_directories((folder / path).parent_path());
    std::ofstream(folder / path) << path;
  }
  fs::create_directories(folder / "items/empty");
  std::ofstream(folder / ".hidden") << "x";
  std::ofstream(folder / "items/back\\slash") << "x";
  fs::create_symlink("items.txt", folder / "link.txt");

  CHECK(listDirectory(folder.path()) == paths);
  const auto tree = openDirectory(folder.path());
  CHECK(tree->list() == paths);
  for (const std::string& path : paths) {
    INFO(path);
    CHECK(tree->has(path));
    CHECK(tree->read(path) == path);
  }
}

TEST_CASE("a path that grows longer than any may be is not part of the package") {
  const Folder folder;
  fs::path deep = folder.path();
  std::string path;
  for (int i = 0; i < 7; ++i) {
    const std::string name(180, static_cast<char>('a' + i));
    fs::create_directory(deep /= name);
    std::ofstream(deep / "x") << "x";
    path += name + "/";
    if (path.size() + 1 > 1000) {
      CHECK_FALSE(openDirectory(folder.path())->has(path + "x"));
    } else {
      CHECK(openDirectory(folder.path())->has(path + "x"));
    }
  }
}
