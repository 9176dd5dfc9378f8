#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "formats/history/objects.h"
#include "formats/package/file_tree.h"

namespace tiku::formats::git {

/// The files of a tree object, under the rules of every FileTree. One file costs the folders on its way; only
/// list() reads them all. Keeps the object database open, so that it
/// outlives the Repository it came from.
std::unique_ptr<FileTree> openRevision(ObjectStore store, const git_oid& tree, std::string name,
                                       std::filesystem::path directory, const Limits& limits);

}  // namespace tiku::formats::git
