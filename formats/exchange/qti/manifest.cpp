#include "formats/exchange/qti/manifest.h"

#include <unordered_set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/qti/limits.h"

namespace tiku::formats::qti {
namespace {

// xml:base of the manifest, of its list and of the resource stand before its addresses.
std::string baseOf(XmlElement resource) {
  std::string base;
  for (XmlElement one = resource; one; one = one.parent()) {
    const auto its = one.attribute("base", "http://www.w3.org/XML/1998/namespace");
    if (its) base = *its + base;
  }
  return base;
}

// Adds what is not there yet. A manifest from outside may name a thing a million times.
class Once {
 public:
  explicit Once(std::vector<std::string>& list) : list_(list) {}
  void add(std::string value) {
    if (seen_.insert(value).second) list_.push_back(std::move(value));
  }

 private:
  std::vector<std::string>& list_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

Manifest::Manifest(XmlElement root, const std::string& name) {
  if (!root || root.name() != "manifest") {
    throw FormatError(ErrorCode::kNotUnderstood, say("imsmanifest.xml 不是内容包的清单。"), {name, 0, {}},
                      say("请让提供者重新导出 QTI 包。"));
  }
  const XmlElement list = root.first("resources");
  for (XmlElement one = list.first("resource"); one; one = one.next("resource")) {
    const std::string base = baseOf(one);
    Resource resource;
    resource.identifier = one.attribute("identifier");
    resource.type = one.attribute("type");
    resource.href = one.attribute("href");
    resource.path = pathOf({}, base + resource.href).value_or("");
    resource.metadata = one.first("metadata");
    Once files(resource.files);
    for (XmlElement file = one.first("file"); file; file = file.next("file")) {
      const std::string href = file.attribute("href");
      if (auto path = pathOf({}, base + href)) {
        files.add(std::move(*path));
      } else if (href != resource.href) {
        note(say("“{resource}”的文件“{href}”不在包里，没有读。", "resource"_a = resource.identifier,
                 "href"_a = href));
      }
    }
    Once dependencies(resource.dependencies);
    for (XmlElement other = one.first("dependency"); other; other = other.next("dependency"))
      dependencies.add(other.attribute("identifierref"));
    if (!byIdentifier_.emplace(resource.identifier, resources_.size()).second)
      note(say("清单里有两个资源都叫“{name}”。", "name"_a = resource.identifier));
    resources_.push_back(std::move(resource));
  }
}

void Manifest::note(std::string sentence) {
  if (notes_.size() < kMostNotes) {
    notes_.push_back(std::move(sentence));
  } else if (notes_.size() == kMostNotes) {
    notes_.push_back(say("清单里这样的问题还有，没有一一列出。"));
  }
}

const Resource* Manifest::find(const std::string& identifier) const {
  const auto found = byIdentifier_.find(identifier);
  return found == byIdentifier_.end() ? nullptr : &resources_[found->second];
}

}  // namespace tiku::formats::qti
