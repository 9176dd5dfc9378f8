#include "validators/language/data/language_data.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "formats/base/error.h"
#include "formats/base/resources.h"
#include "formats/base/say.h"
#include "validators/language/characters.h"
#include "validators/language/data/data_reader.h"

namespace tiku::validators::language {

using namespace formats;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kFolder = "schemas/language/";
constexpr std::size_t kMostBytes = 8U << 20U;

std::string contentOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string content(kMostBytes + 1, '\0');
  file.read(content.data(), static_cast<std::streamsize>(content.size()));
  content.resize(static_cast<std::size_t>(file.gcount()));
  if (content.empty() || file.bad()) {
    throw FormatError(ErrorCode::kIo, say("读不出语言数据文件。"), {path.string(), 0, {}},
                      say("检查文件和读取权限，或者把它移出这个目录。"));
  }
  return content;
}

std::vector<std::pair<std::string, std::string>> userFiles() {
  std::vector<fs::path> paths;
  std::error_code error;
  const std::string folder = userFolder("language");
  if (folder.empty()) return {};
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".xml") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::vector<std::pair<std::string, std::string>> files;
  for (const fs::path& path : paths) files.emplace_back(path.string(), contentOf(path));
  return files;
}

}  // namespace

std::string userFolder(std::string_view name) {
  const char* data = std::getenv("XDG_DATA_HOME");
  const char* home = std::getenv("HOME");
  fs::path folder;
  if (data != nullptr && *data == '/') {
    folder = data;
  } else if (home != nullptr && *home == '/') {
    folder = fs::path(home) / ".local/share";
  } else {
    return {};
  }
  return (folder / "tiku" / name).string();
}

const LanguageData& LanguageData::get() {
  static const LanguageData data = load(userFiles());
  return data;
}

LanguageData LanguageData::load(const std::vector<std::pair<std::string, std::string>>& more) {
  LanguageData data;
  LanguageDataReader reader(data);
  // The user's first: of two entries for one word the first is kept, so a user can override what is built in.
  for (const auto& [name, content] : more) reader.read(content, name);
  for (const std::string_view name : resourceNames(kFolder)) {
    reader.read(std::string(resource(name)), std::string(name));
  }
  return data;
}

bool LanguageData::isLatinWord(std::string_view word) const {
  return latinWords_.contains(lowered(word));
}

bool LanguageData::alike(char32_t a, char32_t b) const {
  const auto first = groupsOf_.find(a);
  const auto second = groupsOf_.find(b);
  if (first == groupsOf_.end() || second == groupsOf_.end()) return false;
  return std::ranges::any_of(first->second, [&second](int group) {
    return std::ranges::find(second->second, group) != second->second.end();
  });
}

bool isExcepted(std::u32string_view text, std::size_t from, std::size_t length,
                const std::vector<std::u32string>& unless) {
  const std::u32string_view wrong = text.substr(from, length);
  for (const std::u32string_view longer : unless) {
    for (std::size_t at = longer.find(wrong); at != std::u32string_view::npos;
         at = longer.find(wrong, at + 1)) {
      if (from >= at && text.substr(from - at, longer.size()) == longer) return true;
    }
  }
  return false;
}

}  // namespace tiku::validators::language
