#include <chrono>
#include <ctime>
#include <fstream>
#include <set>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "formats/base/say.h"
#include "formats/history/doctor.h"
#include "formats/history/incoming.h"
#include "formats/package/posix.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;

// File systems of this machine alone: on any other one the holder of a lock may be elsewhere.
bool isLocal(const fs::path& folder) {
  struct statfs what{};
  if (::statfs(folder.c_str(), &what) != 0) return false;
  constexpr long kRemote[] = {0x6969, 0xFF534D42, 0xFE534D42, 0x517B, 0x65735546, 0x01021997, 0x00C36400};
  for (const long kind : kRemote) {
    if ((what.f_type & 0xFFFFFFFFL) == kind) return false;
  }
  return true;
}

bool isBelow(const std::string& path, const std::string& folder) {
  return path == folder || path.starts_with(folder + "/");
}

// Whether it is a git, or one of ours: what a process is called everybody may see.
bool isOfGit(const fs::path& process) {
  std::ifstream stream(process / "comm");
  std::string name;
  std::getline(stream, name);
  return name.starts_with("git") || name.starts_with("tiku");
}

// Whether the process has the folder open or works in it. One that may not be looked at, by its name.
bool uses(const fs::path& process, const std::string& folder) {
  std::error_code error;
  const fs::path place = fs::read_symlink(process / "cwd", error);
  if (error) return isOfGit(process);
  if (isBelow(place.string(), folder)) return true;
  for (const auto& open : fs::directory_iterator(process / "fd", error)) {
    std::error_code gone;
    const fs::path target = fs::read_symlink(open.path(), gone);
    if (!gone && isBelow(target.string(), folder)) return true;
  }
  return false;
}

// This process and those that started it: the shell may well stand in the folder.
std::set<std::string> ownProcesses() {
  std::set<std::string> own;
  for (int process = ::getpid(); process > 1 && own.insert(std::to_string(process)).second;) {
    std::ifstream stream("/proc/" + std::to_string(process) + "/status");
    std::string word;
    while (stream >> word && word != "PPid:") {
    }
    if (!(stream >> process)) break;
  }
  return own;
}

std::string ageOf(const fs::path& file) {
  struct stat status{};
  if (::lstat(file.c_str(), &status) != 0) return "?";
  const std::time_t seconds = std::max<std::time_t>(0, std::time(nullptr) - status.st_mtime);
  constexpr std::time_t kHour = 3600;
  if (seconds < 2 * 60) return say("{n} 秒", "n"_a = seconds);
  if (seconds < 2 * kHour) return say("{n} 分钟", "n"_a = seconds / 60);
  if (seconds < 48 * kHour) return say("{n} 小时", "n"_a = seconds / kHour);
  return say("{n} 天", "n"_a = seconds / (24 * kHour));
}

void examineLock(const fs::path& bank, const fs::path& file, bool inUse, std::vector<Ailment>& found) {
  Ailment lock;
  lock.kind = "stale-lock";
  lock.path = fs::relative(file, bank).string();
  lock.message = say("版本库里有一个 {age} 前留下的锁 {file}，它在就不能签入。", "age"_a = ageOf(file),
                     "file"_a = lock.path);
  if (inUse) {
    lock.advice = say("可能有别的程序正在使用这个题库；关闭它们，确定没有了再检查一次。");
  } else {
    lock.remedy = say("没有程序在使用这个题库，把锁移开。");
    lock.mend = [bank, file] {
      if (!git::mayBeInUse(bank)) moveAside(bank, file);
    };
  }
  found.push_back(std::move(lock));
}

}  // namespace

fs::path moveAside(const fs::path& bank, const fs::path& file) {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  localtime_r(&now, &parts);
  const std::string stamp =
      fmt::format("{:04}{:02}{:02}-{:02}{:02}{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                  parts.tm_hour, parts.tm_min, parts.tm_sec);
  const fs::path inside = fs::relative(file, bank);
  fs::path target = bank / ".git/tiku-doctor" / stamp / inside;
  for (int i = 2; fs::exists(fs::symlink_status(target)); ++i)
    target = bank / ".git/tiku-doctor" / (stamp + "-" + std::to_string(i)) / inside;
  fs::create_directories(target.parent_path());
  if (::rename(file.c_str(), target.c_str()) != 0) posix::failIo(errno, file.string());
  return target;
}

namespace git {

bool mayBeInUse(const fs::path& folder) {
  if (!isLocal(folder)) return true;
  std::error_code error;
  const std::string real = fs::canonical(folder, error).string();
  if (error) return true;
  const std::set<std::string> own = ownProcesses();
  bool any = false;
  for (const auto& process : fs::directory_iterator("/proc", error)) {
    const std::string name = process.path().filename().string();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    any = true;
    if (own.contains(name)) continue;
    if (uses(process.path(), real)) return true;
  }
  return !any;
}

std::vector<Ailment> examineLocks(const fs::path& bank) {
  std::vector<Ailment> found;
  std::error_code error;
  std::vector<fs::path> locks;
  const fs::path git = bank / ".git";
  for (auto entry = fs::recursive_directory_iterator(git, error); entry != fs::recursive_directory_iterator();
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (entry.depth() == 0 && (name == "objects" || name == "tiku-doctor")) entry.disable_recursion_pending();
    if (name.ends_with(".lock") && entry->is_regular_file(error)) locks.push_back(entry->path());
  }
  if (locks.empty()) return found;
  const bool inUse = mayBeInUse(bank);
  for (const fs::path& file : locks) examineLock(bank, file, inUse, found);
  return found;
}

}  // namespace git

}  // namespace tiku::formats
