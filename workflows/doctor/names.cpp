#include "workflows/doctor/names.h"

#include <algorithm>
#include <map>
#include <set>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/repository.h"
#include "formats/package/paths.h"

namespace tiku::workflows {

using namespace formats;
namespace fs = std::filesystem;

namespace {

constexpr int kMostDeep = 32;
constexpr std::size_t kMostTold = 50;

// As computers fold names that do not tell case apart, and that keep them in one Unicode form.
std::string foldedName(const std::string& path) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(path).foldCase();
  if (U_SUCCESS(status) != 0) text = form->normalize(text, status);
  std::string folded;
  text.toUTF8String(folded);
  return folded;
}

// What people see of a name that is no text.
std::string shownName(const std::string& path) {
  std::string shown;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !isUtf8(path))) {
      shown += fmt::format("\\x{:02X}", byte);
    } else {
      shown += c;
    }
  }
  return shown;
}

void examineEntry(const fs::directory_entry& entry, const std::string& path, std::vector<Ailment>& found) {
  std::error_code error;
  const std::string shown = shownName(path);
  if (entry.is_symlink(error)) {
    found.push_back({"symbolic-link", shown,
                     say("{path} 是符号链接，不算题库的一部分，也不会签入。", "path"_a = shown),
                     say("把它指向的文件拷到这里来。"), false});
  } else if (entry.is_directory(error)) {
    if (fs::exists(entry.path() / ".git", error)) {
      found.push_back({"repository-inside", shown,
                       say("{path} 自己是一个 git 版本库；里面的文件会当作题库的文件。", "path"_a = shown),
                       say("把它移到题库外面。"), false});
    }
  } else if (!entry.is_regular_file(error)) {
    found.push_back(
        {"special-file", shown, say("{path} 不是普通文件，不算题库的一部分。", "path"_a = shown), {}, false});
  } else if (!isSafePath(path)) {
    found.push_back({"strange-name", shown, say("{path} 的名称不能用在题库里，不会签入。", "path"_a = shown),
                     say("改成不含反斜杠、冒号和控制字符的 UTF-8 名称。"), false});
  }
}

void walk(const fs::path& folder, const std::string& prefix, int depth, std::vector<std::string>& paths,
          std::vector<Ailment>& found) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.') || found.size() > kMostTold) continue;
    const std::string path = prefix + name;
    examineEntry(entry, path, found);
    if (entry.is_symlink(error)) continue;
    paths.push_back(path);
    if (entry.is_directory(error) && depth < kMostDeep)
      walk(entry.path(), path + "/", depth + 1, paths, found);
  }
}

void tellMeeting(const std::vector<std::string>& paths, std::vector<Ailment>& found) {
  for (const std::vector<std::string>& group : namesThatMeet(paths)) {
    std::string names;
    for (const std::string& one : group) names += (names.empty() ? "" : translate("、")) + shownName(one);
    found.push_back({"names-meet", shownName(group.front()),
                     say("{names} 只差大小写或 Unicode 写法，在有的电脑上是同一个文件。", "names"_a = names),
                     say("给其中一个改名，或删去多余的。")});
  }
}

}  // namespace

std::vector<std::vector<std::string>> namesThatMeet(const std::vector<std::string>& paths) {
  std::map<std::string, std::set<std::string>> groups;
  for (const std::string& path : paths) groups[foldedName(path)].insert(path);
  std::vector<std::vector<std::string>> meeting;
  for (const auto& [folded, names] : groups) {
    // Below folders that meet, their files meet as well; the folders are told.
    const auto parent = [](const std::string& path) { return path.substr(0, path.rfind('/') + 1); };
    const bool sameFolder = std::ranges::all_of(
        names, [&](const std::string& path) { return parent(path) == parent(*names.begin()); });
    if (names.size() > 1 && sameFolder) meeting.emplace_back(names.begin(), names.end());
  }
  return meeting;
}

std::vector<Ailment> examineNames(const fs::path& bank) {
  std::vector<Ailment> found;
  std::vector<std::string> paths;
  walk(bank, "", 0, paths, found);
  try {
    // On such a computer one of the two is not in the directory at all.
    if (Repository::isRepository(bank)) {
      const Repository repository = Repository::open(bank);
      if (!repository.log(1).empty()) {
        for (std::string& path : repository.treeAt("HEAD")->list()) paths.push_back(std::move(path));
      }
    }
  } catch (const FormatError&) {
    // The history is examined elsewhere.
  }
  tellMeeting(paths, found);
  return found;
}

}  // namespace tiku::workflows
