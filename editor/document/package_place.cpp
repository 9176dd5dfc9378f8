#include "editor/document/package_place.h"

#include <utility>

#include "formats/base/temp_directory.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using namespace tiku::formats;

namespace {

// Absolute, so that a later change of the working directory does not move the bank; without a last '/', so
// that it has a name.
fs::path cleaned(const fs::path& path) {
  std::error_code error;
  fs::path whole = fs::absolute(path, error).lexically_normal();
  return whole.has_filename() ? whole : whole.parent_path();
}

bool namesArchive(const fs::path& path) {
  return path.extension() == ".tiku";
}

// An archive is made from a directory: one way to write a package.
template <typename Fill>
std::string packed(const Fill& fill) {
  const TempDirectory temporary;
  const fs::path directory = temporary.path() / "package";
  fill(directory);
  return packToMemory(*openDirectory(directory));
}

}  // namespace

PackagePlace::PackagePlace(fs::path path) : path_(cleaned(path)) {
  std::error_code error;
  archive_ = !fs::is_directory(path_, error);
}

PackagePlace PackagePlace::create(const Bank& bank, const fs::path& path) {
  PackagePlace place = named(path);
  place.writeNew(filesOf(bank), false);
  return place;
}

PackagePlace PackagePlace::named(const fs::path& path) {
  fs::path whole = cleaned(path);
  const bool archive = namesArchive(whole);
  return {std::move(whole), archive};
}

void PackagePlace::writeNew(const std::map<std::string, std::string>& files, bool replace) const {
  const auto tree = memoryTree(path_.string(), {files.begin(), files.end()});
  if (archive_) {
    writeFileSafely(path_, packToMemory(*tree), replace);
  } else {
    unpackTree(*tree, path_);
  }
}

fs::path PackagePlace::sideFolder() const {
  return archive_ ? path_.parent_path() / ("." + path_.filename().string() + "-edit") : path_ / ".tiku-edit";
}

std::unique_ptr<FileTree> PackagePlace::openTree() const {
  return formats::openTree(path_);
}

void PackagePlace::write(std::span<const FileChange> files) const {
  if (files.empty()) return;
  if (archive_) {
    saveArchive(path_, files);
  } else {
    saveFiles(path_, files);
  }
}

void PackagePlace::writeMigrated(const ReadResult& result) const {
  if (!archive_) {
    saveMigrated(result, path_);
    return;
  }
  const auto old = openTree();
  writeFileSafely(path_, packed([&](const fs::path& directory) {
                    unpackTree(*old, directory);
                    saveMigrated(result, directory);
                  }),
                  true);
}

}  // namespace tiku::editor
