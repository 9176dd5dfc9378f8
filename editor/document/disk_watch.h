#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "editor/document/package_place.h"
#include "formats/base/error.h"
#include "formats/model/bank.h"

namespace tiku::editor {

/// What the system says of a file without reading it. An empty one is of a file that changed so recently that
/// a later change might not show: it is like no stamp that is taken later.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t modified = 0;  ///< Nanoseconds since 1970.
  std::int64_t changed = 0;
  bool operator==(const FileStamp&) const = default;
  [[nodiscard]] bool empty() const { return inode == 0; }
};

/// Stamps of a package's files by path; of an archive the one of the archive, by the empty path.
using FileStamps = std::unordered_map<std::string, FileStamp>;

/// Takes the stamps of a package. Throws FormatError.
FileStamps stampsOf(const PackagePlace& place);

/// What another program did to the files since the stamps were taken.
struct DiskLook {
  std::shared_ptr<const FileStamps> stamps;  ///< As they are now.
  /// The objects of all files that may differ, as they are now; monostate for those whose file is gone.
  std::vector<std::pair<formats::Id, formats::Object>> objects;
  bool complete = false;  ///< All objects are there: what is not among them has no file any more.
  /// Objects whose files cannot be read as they are.
  std::set<formats::Id> unread;
  /// Why, each with its place.
  std::vector<formats::FormatError> problems;
  bool changedFiles = false;  ///< Whether any stamp differs.
};

/// Looks at all files, or at these alone. Reads only those whose stamp differs. May run on any thread: `info`
/// (of the bank) is all it knows of the bank. Throws FormatError when the package cannot be read at all or
/// has become another one.
DiskLook lookAt(const PackagePlace& place, const FileStamps& known, const formats::BankInfo& info,
                const std::vector<std::string>* only = nullptr);

}  // namespace tiku::editor
