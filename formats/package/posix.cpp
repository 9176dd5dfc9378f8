#include "formats/package/posix.h"

#include <cstring>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::formats::posix {

File& File::operator=(File&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

File::~File() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void failIo(int error, const std::string& file) {
  std::string advice;
  if (error == ENOSPC || error == EDQUOT) advice = say("磁盘满了：请腾出空间后再试。");
  if (error == EACCES || error == EPERM) advice = say("没有权限：请检查文件夹的权限，或换一个位置。");
  if (error == EROFS) advice = say("这里是只读的：请换一个位置。");
  throw FormatError(ErrorCode::kIo,
                    say("读写失败：{reason}。", "reason"_a = std::generic_category().message(error)),
                    {file, 0, {}}, advice);
}

File openFolder(const std::filesystem::path& folder) {
  File opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.valid()) failIo(errno, folder.string());
  return opened;
}

File openFolderBelow(const File& root, std::string_view path, bool create, const std::string& rootName) {
  File current(::openat(root.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!current.valid()) failIo(errno, rootName);
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string part(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (create && ::mkdirat(current.get(), part.c_str(), 0777) != 0 && errno != EEXIST) {
      failIo(errno, rootName + "/" + std::string(path));
    }
    File next(::openat(current.get(), part.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!next.valid()) {
      if (!create && (errno == ENOENT || errno == ENOTDIR || errno == ELOOP)) return {};
      failIo(errno, rootName + "/" + std::string(path));
    }
    current = std::move(next);
  }
  return current;
}

std::string readAll(const File& folder, const std::string& name, std::uint64_t limit,
                    const std::string& file) {
  // O_NONBLOCK: opening a pipe that somebody put there must not wait for its writer.
  const File opened(::openat(folder.get(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!opened.valid()) failIo(errno, file);
  struct stat status{};
  if (::fstat(opened.get(), &status) != 0) failIo(errno, file);
  if (!S_ISREG(status.st_mode)) {
    throw FormatError(ErrorCode::kIo, say("不是普通文件。"), {file, 0, {}});
  }
  const auto overLimit = [&](std::uint64_t size) {
    throw FormatError(ErrorCode::kOverLimit,
                      say("文件有 {size} 字节，超过上限 {limit} 字节。", "size"_a = size, "limit"_a = limit),
                      {file, 0, {}});
  };
  if (static_cast<std::uint64_t>(status.st_size) > limit)
    overLimit(static_cast<std::uint64_t>(status.st_size));
  // One byte more than expected: the first short read then also is the end.
  std::string content(static_cast<std::size_t>(status.st_size) + 1, '\0');
  std::size_t have = 0;
  while (true) {
    if (have == content.size()) content.resize(content.size() * 2);
    const ssize_t got = ::read(opened.get(), content.data() + have, content.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) failIo(errno, file);
    have += static_cast<std::size_t>(got);
    if (have > limit) overLimit(have);
    if (got == 0 || (have < content.size() && have >= static_cast<std::size_t>(status.st_size))) break;
  }
  content.resize(have);
  return content;
}

void writeNew(const File& folder, const std::string& name, std::string_view content, bool sync,
              const std::string& file) {
  const File opened(
      ::openat(folder.get(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!opened.valid()) failIo(errno, file);
  while (!content.empty()) {
    const ssize_t put = ::write(opened.get(), content.data(), content.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) failIo(errno, file);
    content.remove_prefix(static_cast<std::size_t>(put));
  }
  if (sync && ::fsync(opened.get()) != 0) failIo(errno, file);
}

void syncFolder(const File& folder) {
  // Some file systems refuse to sync a folder; they have no weaker promise to fall back to.
  if (::fsync(folder.get()) != 0 && errno != EINVAL && errno != EBADF) failIo(errno, {});
}

void syncAll(const File& folder, const std::string& file) {
  if (::syncfs(folder.get()) != 0) failIo(errno, file);
}

std::pair<std::string, std::string> splitPath(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {"", std::string(path)};
  return {std::string(path.substr(0, slash)), std::string(path.substr(slash + 1))};
}

}  // namespace tiku::formats::posix
