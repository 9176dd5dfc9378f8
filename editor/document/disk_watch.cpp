#include "editor/document/disk_watch.h"

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>

#include "formats/base/say.h"
#include "formats/package/list_directory.h"
#include "formats/package/paths.h"
#include "formats/package/posix.h"

namespace tiku::editor {

using namespace tiku::formats;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

std::int64_t nanoseconds(const struct timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * kSecond + time.tv_nsec;
}

std::int64_t nowInNanoseconds() {
  struct timespec time{};
  ::clock_gettime(CLOCK_REALTIME, &time);
  return nanoseconds(time);
}

FileStamp stampOf(const struct stat& status) {
  return {static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino),
          static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
          nanoseconds(status.st_ctim)};
}

// Whether a file that changes again right now would get another time. File systems of removable media count
// in two seconds, the others in ticks of the kernel.
bool isSettled(const FileStamp& stamp, std::int64_t now) {
  const std::int64_t newest = std::max(stamp.modified, stamp.changed);
  const bool coarse = stamp.modified % kSecond == 0;
  return now - newest > (coarse ? 2 * kSecond : kSecond / 25);
}

std::optional<FileStamp> stampAt(int folder, const char* path, std::int64_t now) {
  struct stat status{};
  if (::fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) != 0) return std::nullopt;
  const FileStamp stamp = stampOf(status);
  return isSettled(stamp, now) ? stamp : FileStamp{};
}

bool concernsUs(const std::string& path) {
  const FileKind kind = parsePath(path).kind;
  return isObjectFile(kind) || kind == FileKind::kManifest;
}

FileStamps stampsOf(const PackagePlace& place, const std::vector<std::string>& paths) {
  const std::int64_t now = nowInNanoseconds();
  const posix::File root = posix::openFolder(place.path());
  FileStamps stamps;
  stamps.reserve(paths.size());
  for (const std::string& path : paths) {
    if (!concernsUs(path)) continue;
    if (const auto stamp = stampAt(root.get(), path.c_str(), now)) stamps.emplace(path, *stamp);
  }
  return stamps;
}

// What readBank() completes from the manifest.
Object completed(const Object& object, const BankInfo& info) {
  const auto* read = as<BankInfo>(object);
  if (read == nullptr) return object;
  BankInfo whole = *read;
  whole.packageId = info.packageId;
  whole.formatMinor = info.formatMinor;
  return std::make_shared<const BankInfo>(std::move(whole));
}

void checkManifest(const FileTree& tree, const BankInfo& info) {
  const std::string path(kManifestPath);
  if (!tree.has(path)) {
    throw FormatError(ErrorCode::kConflict, say("题库的文件不见了：被移走或删除了。"), {tree.name(), 0, {}},
                      say("请另存到别的位置。"));
  }
  const Manifest manifest = readManifest(tree.read(path), tree.name() + "/" + path);
  if (manifest.packageId == info.packageId && manifest.version.major == kFormatVersion.major) return;
  throw FormatError(ErrorCode::kConflict, say("这里现在是另一个题库。"), {tree.name(), 0, {}},
                    say("请另存到别的位置。"));
}

// Reads the files; a path that the tree lacks stands for an object without a file, unless the object lies at
// another path now. Gives the paths that could not be read.
std::vector<std::string> readInto(DiskLook& look, const FileTree& tree, const BankInfo& info,
                                  const std::vector<std::string>& paths) {
  std::set<Id> found;
  std::vector<std::string> unread;
  std::vector<std::string> gone;
  for (const std::string& path : paths) {
    if (!isObjectFile(parsePath(path).kind)) continue;
    if (!tree.has(path)) {
      gone.push_back(path);
      continue;
    }
    try {
      const Object object = completed(
          formats::read(path, tree.read(path), tree.name(), {}, {kFormatVersion.major, info.formatMinor}),
          info);
      if (!found.insert(idOf(object)).second) {
        throw FormatError(ErrorCode::kNotUnderstood, say("两个文件用了同一个 id。"),
                          {tree.name() + "/" + path, 0, {}});
      }
      look.objects.emplace_back(idOf(object), object);
    } catch (const FormatError& error) {
      look.problems.push_back(error);
      look.unread.insert(parsePath(path).id);
      unread.push_back(path);
    }
  }
  for (const std::string& path : gone) {
    const Id id = parsePath(path).id;
    const bool isGone = !id.empty() && !look.unread.contains(id) && found.insert(id).second;
    if (isGone) look.objects.emplace_back(id, Object{});
  }
  return unread;
}

DiskLook lookAtArchive(const PackagePlace& place, const FileStamps& known, const BankInfo& info) {
  DiskLook look;
  FileStamps now = stampsOf(place);
  const auto stamp = now.find({});
  const auto before = known.find({});
  const bool same = stamp != now.end() && before != known.end() && stamp->second == before->second;
  look.changedFiles = !same;
  if (!same) {
    const auto tree = place.openTree();
    checkManifest(*tree, info);
    look.complete = true;
    if (!readInto(look, *tree, info, tree->list()).empty()) now.clear();
  }
  look.stamps = std::make_shared<const FileStamps>(std::move(now));
  return look;
}

}  // namespace

FileStamps stampsOf(const PackagePlace& place) {
  if (!place.isArchive()) return stampsOf(place, listDirectory(place.path()));
  FileStamps stamps;
  struct stat status{};
  if (::stat(place.path().c_str(), &status) != 0) posix::failIo(errno, place.path().string());
  if (isSettled(stampOf(status), nowInNanoseconds())) stamps.emplace(std::string(), stampOf(status));
  return stamps;
}

DiskLook lookAt(const PackagePlace& place, const FileStamps& known, const BankInfo& info,
                const std::vector<std::string>* only) {
  if (place.isArchive()) return lookAtArchive(place, known, info);
  const auto tree = place.openTree();
  const std::vector<std::string> all = only == nullptr ? tree->list() : *only;
  FileStamps now = stampsOf(place, all);
  std::vector<std::string> differing;
  for (const std::string& path : all) {
    if (!concernsUs(path)) continue;
    const auto stamp = now.find(path);
    const auto before = known.find(path);
    const bool same = stamp != now.end() && before != known.end() && stamp->second == before->second &&
                      !stamp->second.empty();
    if (!same) differing.push_back(path);
  }
  if (only == nullptr) {
    for (const auto& [path, stamp] : known) {
      if (!tree->has(path)) differing.push_back(path);
    }
  }
  DiskLook look;
  look.changedFiles = !differing.empty();
  if (look.changedFiles) {
    checkManifest(*tree, info);
    // What cannot be read is looked at again the next time.
    for (const std::string& path : readInto(look, *tree, info, differing)) now[path] = {};
  }
  if (only != nullptr) {
    FileStamps merged = known;
    for (const std::string& path : *only) merged.erase(path);
    merged.merge(now);
    now = std::move(merged);
  }
  look.stamps = std::make_shared<const FileStamps>(std::move(now));
  return look;
}

}  // namespace tiku::editor
