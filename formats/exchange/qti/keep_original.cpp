#include "formats/exchange/qti/keep_original.h"

#include "formats/base/digest.h"
#include "formats/exchange/media_type.h"
#include "formats/exchange/qti/foreign_metadata.h"
#include "formats/exchange/qti/limits.h"
#include "formats/exchange/questions/readers.h"

namespace tiku::formats::qti {
namespace {

// One to eight small letters and digits, as media are named.
std::string extensionOf(const std::string& path) {
  constexpr std::size_t kLongest = 8;
  const std::size_t dot = path.rfind('.');
  std::string extension;
  for (const char c : dot == std::string::npos ? std::string() : path.substr(dot + 1)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) extension += c;
    if (c >= 'A' && c <= 'Z') extension += static_cast<char>(c - 'A' + 'a');
  }
  return extension.empty() || extension.size() > kLongest ? "bin" : extension;
}

bool isItemResource(const Resource& resource) {
  return resource.type.find("_item_") != std::string::npos ||
         resource.type.find("_test_") != std::string::npos;
}

OriginalResource kept(const Resource& resource, const std::set<std::string>& shown, MediaShelf& shelf) {
  OriginalResource made{resource.identifier, resource.type, resource.path, {}};
  std::set<std::string> paths(resource.files.begin(), resource.files.end());
  paths.insert(shown.begin(), shown.end());
  if (!resource.path.empty()) paths.insert(resource.path);
  for (const std::string& path : paths) {
    if (made.files.size() == kMostFiles) break;
    if (std::string media = shelf.put(path); !media.empty()) made.files.push_back({path, std::move(media)});
  }
  return made;
}

}  // namespace

const MediaShelf::Name& MediaShelf::nameOf(const std::string& path) {
  const auto known = names_.find(path);
  if (known != names_.end()) return known->second;
  if (!files_.has(path)) return names_[path];
  put(path, files_.read(path));
  return names_[path];
}

std::string MediaShelf::put(const std::string& path) {
  return nameOf(path).media;
}

std::string MediaShelf::putPicture(const std::string& path) {
  const Name& name = nameOf(path);
  return name.picture ? name.media : std::string();
}

std::string MediaShelf::put(const std::string& path, std::string bytes) {
  const bool looks = !pictureExtension(bytes).empty();
  std::string media = sha256(bytes) + "." + extensionOf(path);
  const std::string picture = keptPicture(path.substr(path.rfind('/') + 1), bytes, media_);
  if (picture.empty()) {
    media_[media] = std::move(bytes);
  } else {
    media = picture;
  }
  names_[path] = {media, looks || !picture.empty()};
  return media;
}

Original originalOf(const Resource& resource, const Manifest* manifest, const std::set<std::string>& shown,
                    Version family, MediaShelf& shelf) {
  Original original{family, {kept(resource, shown, shelf)}, foreignMetadata(resource.metadata)};
  std::set<std::string> seen{resource.identifier};
  std::vector<const Resource*> waiting{&resource};
  std::size_t files = original.resources.front().files.size();
  while (manifest != nullptr && !waiting.empty()) {
    const Resource* one = waiting.back();
    waiting.pop_back();
    for (const std::string& name : one->dependencies) {
      const Resource* other = manifest->find(name);
      if (other == nullptr || isItemResource(*other) || !seen.insert(name).second) continue;
      if (files + original.resources.size() > kMostFiles) return original;
      original.resources.push_back(kept(*other, {}, shelf));
      files += original.resources.back().files.size();
      waiting.push_back(other);
    }
  }
  return original;
}

std::string shelveRecord(const Original& original, std::map<std::string, std::string>& media) {
  std::string record = recordOf(original);
  std::string name = sha256(record) + ".xml";
  media[name] = std::move(record);
  return name;
}

}  // namespace tiku::formats::qti
