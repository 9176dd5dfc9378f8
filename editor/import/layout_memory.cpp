#include "editor/import/layout_memory.h"

#include <algorithm>
#include <vector>

#include <wx/config.h>

#include "editor/widgets/words.h"
#include "formats/base/digest.h"

namespace tiku::editor {

namespace {

constexpr const char* kGroup = "import-layouts";
constexpr std::size_t kShortDigest = 16;
constexpr const char* kAnyFile = "*";  // No name of a sheet.

std::vector<wxString> groupsOf(wxConfigBase& config) {
  const wxConfigPathChanger inside(&config, wxString("/") + kGroup + "/");
  std::vector<wxString> names;
  wxString name;
  long at = 0;
  for (bool more = config.GetFirstGroup(name, at); more; more = config.GetNextGroup(name, at))
    names.push_back(name);
  return names;
}

std::string stemOf(const std::string& file) {
  return file.substr(0, file.rfind('.'));
}

// "column:电工!A" with another name for the sheet.
std::string swapped(const std::string& key, const std::string& from, const std::string& to) {
  const std::size_t colon = key.find(':');
  if (from.empty() || colon == std::string::npos || key.compare(colon + 1, from.size(), from) != 0)
    return key;
  const std::size_t end = colon + 1 + from.size();
  if (end != key.size() && key[end] != '!') return key;
  return key.substr(0, colon + 1) + to + key.substr(end);
}

formats::ReadingCorrections renamed(const formats::ReadingCorrections& corrections, const std::string& from,
                                    const std::string& to) {
  formats::ReadingCorrections named;
  for (const auto& [key, value] : corrections) named[swapped(key, from, to)] = value;
  return named;
}

// The one that was used longest ago goes.
void keepFew(wxConfigBase& config) {
  std::vector<wxString> names = groupsOf(config);
  if (names.size() <= static_cast<std::size_t>(kMostLayouts)) return;
  const auto age = [&config](const wxString& name) {
    return config.ReadLong(wxString(kGroup) + "/" + name + "/used", 0);
  };
  config.DeleteGroup(wxString(kGroup) + "/" + *std::ranges::min_element(names, {}, age));
}

}  // namespace

std::string layoutOf(const formats::ImportReport& report) {
  if (report.reading.empty()) return {};
  std::string told = std::to_string(static_cast<int>(report.kind));
  const std::string sheet = stemOf(report.file);
  for (const formats::ReadingLine& line : report.reading)
    told += '\n' + swapped(line.key, sheet, kAnyFile) + '=' + line.value;
  return formats::sha256(told).substr(0, kShortDigest);
}

formats::ReadingCorrections withoutFile(const formats::ReadingCorrections& corrections,
                                        const std::string& file) {
  return renamed(corrections, stemOf(file), kAnyFile);
}

formats::ReadingCorrections forFile(const formats::ReadingCorrections& corrections, const std::string& file) {
  return renamed(corrections, kAnyFile, stemOf(file));
}

KnownLayouts knownLayouts() {
  KnownLayouts known;
  wxConfigBase& config = *wxConfigBase::Get();
  for (const wxString& name : groupsOf(config)) {
    const wxString path = wxString(kGroup) + "/" + name;
    const long lines = config.ReadLong(path + "/lines", 0);
    formats::ReadingCorrections& corrections = known[typed(name)];
    for (long i = 0; i < lines; ++i) {
      const wxString at = path + wxString::Format("/%ld", i);
      const std::string key = typed(config.Read(at + "/key", wxString()));
      const std::string value = typed(config.Read(at + "/value", wxString()));
      if (!key.empty() && !value.empty()) corrections[key] = value;
    }
  }
  return known;
}

void rememberLayout(const std::string& layout, const formats::ReadingCorrections& corrections) {
  if (layout.empty()) return;
  wxConfigBase& config = *wxConfigBase::Get();
  const wxString path = wxString(kGroup) + "/" + shown(layout);
  if (corrections.empty() && !config.HasGroup(path)) return;
  config.DeleteGroup(path);
  if (!corrections.empty()) {
    const long last = config.ReadLong(wxString(kGroup) + "/last", 0) + 1;
    config.Write(wxString(kGroup) + "/last", last);
    config.Write(path + "/used", last);
    config.Write(path + "/lines", static_cast<long>(corrections.size()));
    long i = 0;
    for (const auto& [key, value] : corrections) {
      const wxString at = path + wxString::Format("/%ld", i++);
      config.Write(at + "/key", shown(key));
      config.Write(at + "/value", shown(value));
    }
    keepFew(config);
  }
  config.Flush();
}

}  // namespace tiku::editor
