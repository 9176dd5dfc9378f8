#pragma once

#include <map>
#include <string>

#include "formats/package/file_tree.h"

namespace tiku::test {

using Files = std::map<std::string, std::string>;

/// Every file of the tree with its bytes.
inline Files filesOf(const formats::FileTree& tree) {
  Files files;
  for (const std::string& path : tree.list()) files.emplace(path, tree.read(path));
  return files;
}

}  // namespace tiku::test
