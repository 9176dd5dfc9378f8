#include "editor/app/settings.h"

#include <algorithm>

#include <wx/config.h>

#include "editor/widgets/words.h"

namespace tiku::editor::settings {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostRecent = 10;

wxConfigBase& config() {
  return *wxConfigBase::Get();
}

std::vector<std::string> storedRecent() {
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < kMostRecent; ++i) {
    const std::string path = typed(config().Read(wxString::Format("recent/%zu", i), wxString()));
    if (!path.empty()) paths.push_back(path);
  }
  return paths;
}

void storeRecent(const std::vector<std::string>& paths) {
  config().DeleteGroup("recent");
  for (std::size_t i = 0; i < std::min(paths.size(), kMostRecent); ++i) {
    config().Write(wxString::Format("recent/%zu", i), shown(paths[i]));
  }
  config().Flush();
}

}  // namespace

std::vector<fs::path> recentBanks() {
  std::vector<fs::path> paths;
  std::error_code ignored;
  for (const std::string& path : storedRecent()) {
    if (fs::exists(path, ignored)) paths.emplace_back(path);
  }
  return paths;
}

void addRecentBank(const fs::path& path) {
  std::error_code failed;
  fs::path whole = fs::absolute(path, failed);
  if (failed) whole = path;
  std::vector<std::string> paths = storedRecent();
  std::erase(paths, whole.string());
  paths.insert(paths.begin(), whole.string());
  storeRecent(paths);
}

void forgetRecentBank(const fs::path& path) {
  std::vector<std::string> paths = storedRecent();
  std::erase(paths, path.string());
  storeRecent(paths);
}

std::optional<formats::Language> language() {
  const wxString word = config().Read("language", wxString());
  if (word == "zh") return formats::Language::kChinese;
  if (word == "en") return formats::Language::kEnglish;
  return {};
}

void setLanguage(formats::Language language) {
  config().Write("language", language == formats::Language::kEnglish ? "en" : "zh");
  config().Flush();
}

wxSize windowSize() {
  return {static_cast<int>(config().ReadLong("window/width", 0)),
          static_cast<int>(config().ReadLong("window/height", 0))};
}

bool windowMaximised() {
  return config().ReadBool("window/maximised", false);
}

void setWindowSize(wxSize size, bool maximised) {
  config().Write("window/maximised", maximised);
  if (!maximised) {
    config().Write("window/width", static_cast<long>(size.x));
    config().Write("window/height", static_cast<long>(size.y));
  }
  config().Flush();
}

std::string personName() {
  return typed(config().Read("person", wxString()));
}

void setPersonName(const std::string& name) {
  config().Write("person", shown(name));
  config().Flush();
}

}  // namespace tiku::editor::settings
