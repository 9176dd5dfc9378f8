#include "formats/exchange/convert/office_converter.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sched.h>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <vector>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/temp_directory.h"
#include "formats/exchange/zip_parts.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// What the child does between fork and exec: only calls that are safe there.
[[noreturn]] void becomeOffice(const std::vector<char*>& arguments, const std::vector<char*>& environment,
                               const rlimit& processor, const rlimit& fileSize) {
  setpgid(0, 0);
  // A document may name pictures on a server. Where neither call is allowed, LibreOffice runs with network.
  if (unshare(CLONE_NEWNET) != 0) (void)unshare(CLONE_NEWUSER | CLONE_NEWNET);
  setrlimit(RLIMIT_CPU, &processor);
  setrlimit(RLIMIT_FSIZE, &fileSize);
  const int nothing = open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nothing, stream);
  execve(arguments.front(), arguments.data(), environment.data());
  _exit(127);
}

std::vector<char*> pointersTo(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Ends a program with all that it started: LibreOffice is a script that starts others.
class ProgramGroup {
 public:
  explicit ProgramGroup(pid_t leader) : leader_(leader) {
    setpgid(leader, leader);  // Both sides do it, so that it is done whoever comes first.
  }
  ~ProgramGroup() {
    kill(-leader_, SIGKILL);
    while (!ended_ && waitpid(leader_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  ProgramGroup(const ProgramGroup&) = delete;
  ProgramGroup& operator=(const ProgramGroup&) = delete;

  bool hasEnded() {
    const pid_t who = waitpid(leader_, nullptr, WNOHANG);
    ended_ = ended_ || who == leader_ || (who < 0 && errno != EINTR);
    return ended_;
  }

 private:
  pid_t leader_;
  bool ended_ = false;
};

// Runs the program; true when it ended by itself in time. Nothing that it started is left behind.
bool run(std::vector<std::string> words, std::vector<std::string> settings,
         std::chrono::milliseconds patience, const std::function<void()>& waiting) {
  const std::vector<char*> arguments = pointersTo(words);
  const std::vector<char*> environment = pointersTo(settings);
  const auto seconds = static_cast<rlim_t>(std::chrono::ceil<std::chrono::seconds>(patience).count());
  const rlimit processor{seconds, seconds + 1};
  const rlimit fileSize{512U << 20U, 512U << 20U};
  const pid_t child = fork();
  if (child < 0) {
    throw FormatError(ErrorCode::kIo,
                      say("不能启动 LibreOffice：{reason}。",
                          "reason"_a = std::error_code(errno, std::generic_category()).message()));
  }
  if (child == 0) becomeOffice(arguments, environment, processor, fileSize);
  ProgramGroup group(child);
  const Clock::time_point end = Clock::now() + patience;
  while (!group.hasEnded()) {
    if (Clock::now() >= end) return false;
    if (waiting) waiting();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

void writeFile(const fs::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) {
    throw FormatError(ErrorCode::kIo, say("不能写临时文件。"), {path.string(), 0, {}},
                      say("请检查临时目录是否可写、磁盘是否已满。"));
  }
}

}  // namespace

std::optional<OfficeConverter> OfficeConverter::find() {
  const char* path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "/usr/bin:/bin" : path;
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    const fs::path folder(folders.substr(0, end));
    for (const char* name : {"soffice", "libreoffice"}) {
      const fs::path program = folder / name;
      if (folder.is_absolute() && access(program.c_str(), X_OK) == 0) return OfficeConverter(program);
    }
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return std::nullopt;
}

std::string OfficeConverter::convert(const std::string& bytes, const std::string& extension,
                                     const std::string& target, const std::string& name,
                                     const std::function<void()>& waiting) const {
  const TempDirectory directory;
  const fs::path input = directory.path() / ("input." + extension);
  const fs::path out = directory.path() / "out";
  const fs::path home = directory.path() / "home";
  fs::create_directories(out);
  fs::create_directories(home);
  writeFile(input, bytes);
  const char* path = std::getenv("PATH");
  const bool ended =
      run({program_.string(), "--headless", "--norestore", "--nolockcheck",
           "-env:UserInstallation=file://" + (directory.path() / "profile").string(), "--convert-to", target,
           "--outdir", out.string(), input.string()},
          {"HOME=" + home.string(), std::string("PATH=") + (path == nullptr ? "/usr/bin:/bin" : path),
           "LC_ALL=C.UTF-8", "TMPDIR=" + directory.path().string()},
          patience_, waiting);
  if (!ended) {
    throw FormatError(
        ErrorCode::kOverLimit,
        say("LibreOffice 转换超过 {n} 秒，已停止。",
            "n"_a = std::chrono::ceil<std::chrono::seconds>(patience_).count()),
        {name, 0, {}},
        say("请在 Word、WPS 或 Excel 中打开它，另存为 .{target} 后再导入。", "target"_a = target));
  }
  const fs::path converted = out / ("input." + target);
  if (!fs::exists(converted)) {
    throw FormatError(
        ErrorCode::kNotUnderstood, say("LibreOffice 不能把这个文件转换为 .{target}。", "target"_a = target),
        {name, 0, {}},
        say("请在 Word、WPS 或 Excel 中打开它，另存为 .{target} 后再导入。", "target"_a = target));
  }
  return readWholeFile(converted);
}

}  // namespace tiku::formats
