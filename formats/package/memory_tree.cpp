#include <algorithm>
#include <map>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/file_tree.h"

namespace tiku::formats {
namespace {

class MemoryTree final : public FileTree {
 public:
  MemoryTree(std::string name, std::vector<std::pair<std::string, std::string>> files)
      : name_(std::move(name)) {
    for (auto& [path, content] : files) files_.insert_or_assign(std::move(path), std::move(content));
  }

  [[nodiscard]] std::string name() const override { return name_; }
  [[nodiscard]] std::vector<std::string> list() const override {
    std::vector<std::string> paths;
    paths.reserve(files_.size());
    for (const auto& [path, content] : files_) paths.push_back(path);
    return paths;
  }
  [[nodiscard]] bool has(const std::string& path) const override { return files_.contains(path); }
  [[nodiscard]] std::string read(const std::string& path) const override {
    const auto found = files_.find(path);
    if (found == files_.end()) {
      throw FormatError(ErrorCode::kIo, say("没有这个文件。"), {name_ + "!" + path, 0, {}});
    }
    return found->second;
  }

 private:
  std::string name_;
  std::map<std::string, std::string> files_;
};

}  // namespace

std::unique_ptr<FileTree> memoryTree(std::string name,
                                     std::vector<std::pair<std::string, std::string>> files) {
  return std::make_unique<MemoryTree>(std::move(name), std::move(files));
}

}  // namespace tiku::formats
