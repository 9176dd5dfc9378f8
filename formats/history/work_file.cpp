#include "formats/history/work_file.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/parallel.h"
#include "formats/base/say.h"
#include "formats/package/list_directory.h"
#include "formats/package/paths.h"
#include "formats/package/posix.h"

namespace tiku::formats::git {

std::optional<struct stat> stampOf(const std::filesystem::path& root, const std::string& path) {
  struct stat stamp{};
  if (lstat((root / path).c_str(), &stamp) != 0 || !S_ISREG(stamp.st_mode)) return std::nullopt;
  return stamp;
}

std::vector<StampedFile> stampedFiles(const std::filesystem::path& root) {
  std::vector<std::string> paths = listDirectory(root);
  std::vector<StampedFile> files(paths.size());
  const posix::File top = posix::openFolder(root);
  // In runs, so that a folder is opened once for its files, and on all processors: most of it is waiting.
  constexpr std::size_t kRun = 1000;
  inParallel((paths.size() + kRun - 1) / kRun, 0, [&](unsigned /*thread*/, std::size_t run) {
    std::string open;
    posix::File folder;
    for (std::size_t i = run * kRun; i < std::min(paths.size(), (run + 1) * kRun); ++i) {
      const auto [parent, leaf] = posix::splitPath(paths[i]);
      if (!folder.valid() || parent != open) {
        folder = posix::openFolderBelow(top, parent, false, root.string());
        open = parent;
      }
      struct stat& stamp = files[i].stamp;
      const bool there =
          folder.valid() && fstatat(folder.get(), leaf.c_str(), &stamp, AT_SYMLINK_NOFOLLOW) == 0;
      if (there && S_ISREG(stamp.st_mode)) files[i].path = std::move(paths[i]);
    }
  });
  std::erase_if(files, [](const StampedFile& file) { return file.path.empty(); });
  return files;
}

std::optional<WorkFile> readWorkFile(const std::filesystem::path& root, const std::string& path) {
  const auto [parent, leaf] = posix::splitPath(path);
  const posix::File folder = posix::openFolderBelow(posix::openFolder(root), parent, false, root.string());
  if (!folder.valid()) return std::nullopt;
  const std::string name = (root / path).string();
  WorkFile file;
  if (fstatat(folder.get(), leaf.c_str(), &file.stamp, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return std::nullopt;
    posix::failIo(errno, name);
  }
  if (!S_ISREG(file.stamp.st_mode)) return std::nullopt;
  file.content = posix::readAll(folder, leaf, Limits{}.mediaBytes, name);
  return file;
}

bool isTreePath(std::string_view path) {
  return isSafePath(path) && path != kMimetypePath;
}

void requireTreePath(const std::filesystem::path& root, const std::string& path) {
  if (isTreePath(path)) return;
  throw FormatError(ErrorCode::kUsage, say("“{path}”不能是题库包里的文件。", "path"_a = path),
                    {root.string(), 0, {}}, say("请给出题库目录以内的相对路径，各段不以点开头。"));
}

}  // namespace tiku::formats::git
