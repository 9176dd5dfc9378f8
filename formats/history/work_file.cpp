#include "formats/history/work_file.h"

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/file_tree.h"
#include "formats/package/paths.h"
#include "formats/package/posix.h"

namespace tiku::formats::git {

std::optional<struct stat> stampOf(const std::filesystem::path& root, const std::string& path) {
  struct stat stamp{};
  if (lstat((root / path).c_str(), &stamp) != 0 || !S_ISREG(stamp.st_mode)) return std::nullopt;
  return stamp;
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
