#include "workflows/merge/state.h"

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/paths.h"

namespace tiku::workflows {

using namespace formats;

MergeState::MergeState(std::shared_ptr<const FileTree> tree, Laid laid)
    : tree_(std::move(tree)), laid_(std::move(laid)) {
  const auto content = bytes(std::string(kManifestPath));
  if (!content) return;
  manifest_ = readManifest(*content, tree_->name() + "!" + std::string(kManifestPath));
  const FormatVersion version = manifest_->version;
  if (version.major == kFormatVersion.major && version >= kFormatVersion) return;
  const bool newer = version > kFormatVersion;
  throw FormatError(ErrorCode::kNotAPackage,
                    say("这个版本的题库格式是 {found} 版，这里的 Tiku 用的是 {own} 版，不能合并。",
                        "found"_a = version.str(), "own"_a = kFormatVersion.str()),
                    {tree_->name() + "!" + std::string(kManifestPath), 0, {}},
                    newer ? translate("请升级 Tiku 后再合并。")
                          : translate("请对方用这个版本的 Tiku 打开、保存并签入一次，再合并。"));
}

bool MergeState::has(const std::string& path) const {
  if (const auto over = laid_.find(path); over != laid_.end()) return over->second.has_value();
  return tree_ != nullptr && tree_->has(path);
}

std::optional<std::string> MergeState::bytes(const std::string& path) const {
  if (const auto over = laid_.find(path); over != laid_.end()) return over->second;
  if (tree_ == nullptr || !tree_->has(path)) return std::nullopt;
  return tree_->read(path);
}

std::string MergeState::pathAmong(const std::set<std::string>& paths) const {
  std::string found;
  for (const std::string& path : paths) {
    if (!isObjectFile(parsePath(path).kind) || !has(path)) continue;
    if (!found.empty()) {
      throw FormatError(ErrorCode::kNotUnderstood,
                        say("同一个对象有两个文件：{one} 和 {other}。", "one"_a = found, "other"_a = path),
                        {tree_->name() + "!" + path, 0, {}}, say("请先删去其中一个并签入，再合并。"));
    }
    found = path;
  }
  return found;
}

Object MergeState::read(const std::string& path) const {
  if (path.empty()) return {};
  const FormatVersion version = manifest_ ? manifest_->version : kFormatVersion;
  Object object = formats::read(path, bytes(path).value_or(""), tree_->name(), {}, version);
  const auto* info = as<BankInfo>(object);
  if (info == nullptr || !manifest_) return object;
  BankInfo whole = *info;
  whole.packageId = manifest_->packageId;
  whole.formatMinor = manifest_->version.minor;
  return std::make_shared<const BankInfo>(std::move(whole));
}

std::set<std::string> MergeState::paths() const {
  std::set<std::string> all;
  if (tree_ != nullptr) {
    for (std::string& path : tree_->list()) all.insert(std::move(path));
  }
  for (const auto& [path, content] : laid_) {
    if (content) {
      all.insert(path);
    } else {
      all.erase(path);
    }
  }
  return all;
}

}  // namespace tiku::workflows
