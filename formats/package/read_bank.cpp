// A whole bank: the manifest first, then every file, on several threads.
#include <atomic>
#include <exception>
#include <thread>
#include <unordered_map>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/migration.h"
#include "formats/package/object_reader.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"

namespace tiku::formats {
namespace {

struct Loaded {
  std::string path;
  Object object;
  std::exception_ptr error;
};

// Reads the files in place. Threads take the next path in order, so all paths before a failing one are read,
// and the first failure in sorted order is the same on every run.
void loadAll(const FileTree& tree, const Limits& limits, FormatVersion version, std::vector<Loaded>& files) {
  constexpr std::size_t kBlock = 16;
  constexpr std::size_t kWorthAThread = 64;
  std::atomic<std::size_t> next{0};
  std::atomic<std::uint64_t> total{0};
  std::atomic<bool> failed{false};
  const auto work = [&] {
    ObjectReader reader(tree.name(), limits, version);
    while (!failed) {
      const std::size_t begin = next.fetch_add(kBlock);
      if (begin >= files.size()) return;
      for (std::size_t i = begin; i < std::min(begin + kBlock, files.size()); ++i) {
        try {
          const std::string content = tree.read(files[i].path);
          if (total.fetch_add(content.size()) + content.size() > limits.totalBytes) {
            throw FormatError(ErrorCode::kOverLimit,
                              say("题库的文件合计超过上限 {limit} 字节。", "limit"_a = limits.totalBytes),
                              {tree.name(), 0, {}});
          }
          files[i].object = reader.read(files[i].path, content);
        } catch (...) {
          files[i].error = std::current_exception();
          failed = true;
          break;
        }
      }
    }
  };
  const std::size_t wanted = std::max<std::size_t>(2, std::min(8U, std::thread::hardware_concurrency()));
  std::vector<std::jthread> helpers;
  if (files.size() >= kWorthAThread) {
    for (std::size_t i = 1; i < wanted; ++i) helpers.emplace_back(work);
  }
  work();
  helpers.clear();  // Joins.
  for (const Loaded& file : files) {
    if (file.error) std::rethrow_exception(file.error);
  }
}

[[noreturn]] void notAPackage(const FileTree& tree, std::string_view missing) {
  throw FormatError(ErrorCode::kNotAPackage, say("这里没有 {file}，不是 Tiku 题库。", "file"_a = missing),
                    {tree.name(), 0, {}}, say("请选择题库所在的文件夹或 .tiku 文件。"));
}

Manifest manifestOf(const FileTree& tree, const Limits& limits) {
  if (!tree.has(std::string(kManifestPath))) {
    throw FormatError(ErrorCode::kNotAPackage,
                      say("这里没有 {file}，不是 Tiku 题库。", "file"_a = kManifestPath),
                      {tree.name(), 0, {}}, say("请选择题库所在的文件夹或 .tiku 文件。"));
  }
  return readManifest(tree.read(std::string(kManifestPath)), tree.name() + "!" + std::string(kManifestPath),
                      limits);
}

Edit everything(const std::vector<Loaded>& files, const Manifest& manifest, const FileTree& tree) {
  std::unordered_map<Id, const std::string*> seen;
  Edit edit;
  for (const Loaded& file : files) {
    const auto [other, isNew] = seen.emplace(idOf(file.object), &file.path);
    if (!isNew) {
      throw FormatError(ErrorCode::kNotUnderstood,
                        say("id {id} 已经用于 {other}；每个 id 只能用一次。",
                            "id"_a = idOf(file.object).str(), "other"_a = *other->second),
                        {tree.name() + "!" + file.path, 0, {}});
    }
    if (const auto* info = as<BankInfo>(file.object)) {
      BankInfo complete = *info;
      complete.packageId = manifest.packageId;
      complete.formatMinor = manifest.version.minor;
      edit.put(std::move(complete));
    } else {
      edit.putObject(file.object);
    }
  }
  return edit;
}

ReadResult readCurrent(const FileTree& tree, const Manifest& manifest, const Limits& limits) {
  ReadResult result{Bank{}, manifest.version, {}, {}};
  if (manifest.version > kFormatVersion) {
    result.notes.push_back(
        {ReadNote::Kind::kNewerMinor, std::string(kManifestPath),
         say("这个题库是较新的 {found} 版写的；不认识的内容原样保留。", "found"_a = manifest.version.str())});
  }
  std::vector<Loaded> files;
  bool hasInfo = false;
  for (std::string& path : tree.list()) {
    const FileKind kind = parsePath(path).kind;
    if (kind == FileKind::kForeign) {
      result.notes.push_back({ReadNote::Kind::kForeignFile, path, say("不是题库的文件，原样留着。")});
    }
    if (!isObjectFile(kind)) continue;
    hasInfo = hasInfo || kind == FileKind::kBankInfo;
    files.push_back({std::move(path), {}, {}});
  }
  if (!hasInfo) notAPackage(tree, "bank.xml");
  loadAll(tree, limits, manifest.version, files);
  result.bank.apply(everything(files, manifest, tree));
  return result;
}

}  // namespace

ReadResult readBank(const FileTree& tree, const Limits& limits, std::span<const MigrationStep* const> steps) {
  const Manifest manifest = manifestOf(tree, limits);
  if (manifest.version.major > kFormatVersion.major) {
    throw FormatError(
        ErrorCode::kNotAPackage,
        say("这个题库的格式是 {found} 版，需要 Tiku {found} 或更新版本；这里的 Tiku 只读到 {own} 版。",
            "found"_a = manifest.version.str(), "own"_a = kFormatVersion.str()),
        {tree.name() + "!" + std::string(kManifestPath), 0, {}}, say("请升级 Tiku 后再打开。"));
  }
  if (manifest.version >= kFormatVersion) return readCurrent(tree, manifest, limits);
  auto migrated = migrate(tree, manifest, limits, steps);
  const Manifest current{kFormatVersion, manifest.packageId};
  ReadResult result = readCurrent(*memoryTree(tree.name(), std::move(migrated.files)), current, limits);
  result.version = manifest.version;
  result.notes.insert(result.notes.begin(), migrated.notes.begin(), migrated.notes.end());
  result.migration = std::move(migrated.record);
  return result;
}

ReadResult readBank(const FileTree& tree, const Limits& limits) {
  return readBank(tree, limits, migrationSteps());
}

ReadResult loadBank(const std::filesystem::path& path, const Limits& limits) {
  return readBank(*openTree(path, limits), limits);
}

}  // namespace tiku::formats
