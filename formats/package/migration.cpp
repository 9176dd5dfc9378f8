#include "formats/package/migration.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/today.h"
#include "formats/package/paths.h"

namespace tiku::formats {
namespace {

std::vector<std::pair<std::string, std::string>> readAll(const FileTree& tree, const Limits& limits) {
  std::vector<std::pair<std::string, std::string>> files;
  std::uint64_t total = 0;
  for (std::string& path : tree.list()) {
    std::string content = tree.read(path);
    total += content.size();
    if (total > limits.totalBytes) {
      throw FormatError(ErrorCode::kOverLimit,
                        say("题库的文件合计超过上限 {limit} 字节。", "limit"_a = limits.totalBytes),
                        {tree.name(), 0, {}});
    }
    files.emplace_back(std::move(path), std::move(content));
  }
  return files;
}

// The steps in the order in which they are to be applied.
std::vector<const MigrationStep*> wayTo(FormatVersion found, const FileTree& tree,
                                        std::span<const MigrationStep* const> steps) {
  std::vector<const MigrationStep*> way;
  FormatVersion version = found;
  while (version < kFormatVersion) {
    const auto next = std::ranges::find_if(
        steps, [&](const MigrationStep* step) { return step->from() == version && step->to() > version; });
    if (next == steps.end()) {
      // An older minor version lacks nothing that the reader needs.
      if (version.major == kFormatVersion.major) return way;
      throw FormatError(ErrorCode::kNotAPackage,
                        say("这个题库的格式是 {found} 版，没有能把它升到 {own} 版的步骤。",
                            "found"_a = found.str(), "own"_a = kFormatVersion.str()),
                        {tree.name() + "!" + std::string(kManifestPath), 0, {}});
    }
    way.push_back(*next);
    version = (*next)->to();
  }
  return way;
}

std::string logLine(const MigrationMessage& message) {
  std::string line =
      message.severity == MigrationMessage::Severity::kWarning ? say("【注意】") : say("【已做】");
  line += message.text;
  line += '\n';
  for (const std::string& object : message.objects) line += "      " + object + "\n";
  return line;
}

std::string freeLogPath(const FileTree& tree, const std::string& date) {
  const std::string stem = "logs/" + date + "_migration-to-" + kFormatVersion.str();
  std::string path = stem + ".txt";
  for (int number = 2; tree.has(path); ++number) path = stem + "-" + std::to_string(number) + ".txt";
  return path;
}

}  // namespace

PackageFiles::PackageFiles(std::string treeName, std::vector<std::pair<std::string, std::string>> files,
                           const Limits& limits)
    : treeName_(std::move(treeName)), parser_(limits) {
  for (auto& [path, content] : files) files_.emplace(std::move(path), File{std::move(content), nullptr});
}

std::vector<std::string> PackageFiles::paths() const {
  std::vector<std::string> paths;
  for (const auto& [path, file] : files_) paths.push_back(path);
  return paths;
}

PackageFiles::File& PackageFiles::at(const std::string& path) {
  const auto found = files_.find(path);
  if (found == files_.end()) {
    throw FormatError(ErrorCode::kIo, say("没有这个文件。"), {treeName_ + "!" + path, 0, {}});
  }
  return found->second;
}

xml::Element& PackageFiles::document(const std::string& path) {
  File& file = at(path);
  if (!file.root) file.root = parser_.parse(file.content, treeName_ + "!" + path);
  return *file.root;
}

void PackageFiles::setText(const std::string& path, std::string content) {
  files_.insert_or_assign(path, File{std::move(content), nullptr});
}

void PackageFiles::rename(const std::string& from, const std::string& to) {
  File moved = std::move(at(from));
  files_.erase(from);
  files_.insert_or_assign(to, std::move(moved));
}

void PackageFiles::remove(const std::string& path) {
  files_.erase(path);
}

std::vector<std::pair<std::string, std::string>> PackageFiles::take() {
  std::vector<std::pair<std::string, std::string>> files;
  for (auto& [path, file] : files_) {
    files.emplace_back(path, file.root ? xml::document(*file.root) : std::move(file.content));
  }
  files_.clear();
  return files;
}

std::span<const MigrationStep* const> migrationSteps() {
  return {};
}

MigratedPackage migrate(const FileTree& tree, const Manifest& manifest, const Limits& limits,
                        std::span<const MigrationStep* const> steps) {
  const std::vector<const MigrationStep*> way = wayTo(manifest.version, tree, steps);
  const std::vector<std::string> before = tree.list();
  PackageFiles files(tree.name(), readAll(tree, limits), limits);
  const std::string date = today();
  MigratedPackage result;
  result.record.log =
      say("题库格式升级记录") + "\n" + say("日期：{date}", "date"_a = date) + "\n" +
      say("从 {from} 版升到 {to} 版", "from"_a = manifest.version.str(), "to"_a = kFormatVersion.str()) +
      "\n";
  for (const MigrationStep* step : way) {
    std::vector<MigrationMessage> messages;
    step->apply(files, messages);
    result.record.log += "\n" + step->from().str() + " → " + step->to().str() + "\n";
    for (const MigrationMessage& message : messages) {
      result.record.log += logLine(message);
      result.notes.push_back({ReadNote::Kind::kMigrated,
                              message.objects.empty() ? std::string() : message.objects.front(),
                              message.text});
    }
  }
  for (const std::string& path : before) {
    if (!files.has(path)) result.record.gone.push_back(path);
  }
  result.record.logPath = freeLogPath(tree, date);
  files.setText(std::string(kManifestPath), writeManifest(manifest.packageId));
  result.files = files.take();
  return result;
}

}  // namespace tiku::formats
