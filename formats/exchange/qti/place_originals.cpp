#include "formats/exchange/qti/place_originals.h"

#include <algorithm>

#include "formats/base/say.h"
#include "formats/exchange/qti/foreign_metadata.h"
#include "formats/exchange/qti/package_files.h"

namespace tiku::formats::qti {
namespace {

std::string resourceTag(const std::string& identifier, const std::string& type, const std::string& path) {
  const std::string href = path.empty() ? "" : " href=\"" + escapedText(hrefOf(path)) + "\"";
  return "<resource identifier=\"" + escapedText(identifier) + "\" type=\"" + escapedText(type) + "\"" +
         href + ">\n";
}

}  // namespace

bool PackagePlaces::isFree(const std::string& path, const std::string& content) const {
  const auto found = contents_.find(foldedPath(path));
  return found == contents_.end() || found->second == path + '\n' + content;
}

bool PackagePlaces::take(const std::string& path, const std::string& content) {
  if (!isFree(path, content)) return false;
  contents_.emplace(foldedPath(path), path + '\n' + content);
  return true;
}

std::string PackagePlaces::identifier(const std::string& wanted) {
  const std::string name = wanted.empty() ? "resource" : wanted;
  std::string unique = name;
  for (int number = 2; !identifiers_.insert(unique).second; ++number)
    unique = name + "-" + std::to_string(number);
  return unique;
}

// Where the paths of the original are taken by other files, all of it goes into a folder of its own, so that
// its addresses stay right.
std::string OriginalWriter::prefixFor(const Original& original) const {
  for (int number = 1;; ++number) {
    const std::string prefix = number == 1 ? "" : "original-" + std::to_string(number) + "/";
    bool free = !mains_.contains(prefix + original.resources.front().path);
    for (const OriginalResource& resource : original.resources) {
      for (const auto& file : resource.files) free = free && places_.isFree(prefix + file.path, file.media);
    }
    if (free) return prefix;
  }
}

std::string OriginalWriter::files(const TheoryItem& item, const std::string& prefix,
                                  const OriginalResource& resource) {
  std::string out;
  for (const auto& file : resource.files) {
    const Media* media = keptFile(bank_, file.media);
    if (media == nullptr) {
      losses_.add(item, say("原件的文件“{path}”已不在题库里，没有写出。", "path"_a = file.path));
      continue;
    }
    const std::string path = prefix + file.path;
    places_.take(path, file.media);
    if (written_.insert(path).second) parts_.emplace_back(path, media->bytes);
    out += "<file href=\"" + escapedText(hrefOf(path)) + "\"/>\n";
  }
  return out;
}

std::string OriginalWriter::dependency(const TheoryItem& item, const std::string& prefix,
                                       const OriginalResource& resource, std::string& resources) {
  std::string key = resource.type + '\n' + prefix + resource.path;
  for (const auto& file : resource.files) key += '\n' + file.path;
  auto known = dependencies_.find(key);
  if (known == dependencies_.end()) {
    known = dependencies_.emplace(key, places_.identifier(resource.identifier)).first;
    const std::string path = resource.path.empty() ? "" : prefix + resource.path;
    resources +=
        resourceTag(known->second, resource.type, path) + files(item, prefix, resource) + "</resource>\n";
  }
  return "<dependency identifierref=\"" + escapedText(known->second) + "\"/>\n";
}

OriginalWriter::Placed OriginalWriter::place(const TheoryItem& item, const Original& original) {
  const OriginalResource& own = original.resources.front();
  const std::string prefix = prefixFor(original);
  Placed placed{prefix + own.path, places_.identifier(own.identifier), {}};
  mains_.insert(placed.href);
  const std::string metadata =
      withEntries(original.metadata, original.family, metadata_.foreignEntriesOf(item));
  std::string others;
  std::string resource =
      resourceTag(placed.identifier, own.type, placed.href) + metadata + files(item, prefix, own);
  for (std::size_t i = 1; i < original.resources.size(); ++i)
    resource += dependency(item, prefix, original.resources[i], others);
  placed.resources = resource + "</resource>\n" + others;
  return placed;
}

}  // namespace tiku::formats::qti
