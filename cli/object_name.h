#pragma once

#include <optional>
#include <string>

#include "formats/model/bank.h"
#include "formats/package/file_tree.h"

namespace tiku::cli {

/// An object that a user named.
struct NamedObject {
  formats::Object value;
  std::string path;  ///< Of its file in the package.
  formats::Id
      part;  ///< The scope, point or module in it that was named; empty where it was the object itself.
};

/// By its id, its printed code, the path of its file (in the package, or with the package's folder before
/// it). A path or an id costs one read, a code the whole bank. Looks in the package and, where it has nothing
/// of that name and `revision` is not empty, at that revision. Throws kUsage when there is nothing, or more
/// than one thing, of that name.
NamedObject findNamed(const std::string& bank, const std::string& name, const std::string& revision);

/// The id that the name is, or that stands in it as in a path.
std::optional<formats::Id> idInName(const std::string& bank, const std::string& name);

/// Where the object of that name lies, or lay before it was removed where the name is a path.
std::string pathNamed(const std::string& bank, const std::string& name);

}  // namespace tiku::cli
