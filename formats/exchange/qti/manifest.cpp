#include "formats/exchange/qti/manifest.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"

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

void addOnce(std::vector<std::string>& list, std::string value) {
  if (std::ranges::find(list, value) == list.end()) list.push_back(std::move(value));
}

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
    for (XmlElement file = one.first("file"); file; file = file.next("file")) {
      const std::string href = file.attribute("href");
      if (auto path = pathOf({}, base + href)) {
        addOnce(resource.files, std::move(*path));
      } else if (href != resource.href) {
        notes_.push_back(say("“{resource}”的文件“{href}”不在包里，没有读。",
                             "resource"_a = resource.identifier, "href"_a = href));
      }
    }
    for (XmlElement other = one.first("dependency"); other; other = other.next("dependency"))
      addOnce(resource.dependencies, other.attribute("identifierref"));
    if (!byIdentifier_.emplace(resource.identifier, resources_.size()).second)
      notes_.push_back(say("清单里有两个资源都叫“{name}”。", "name"_a = resource.identifier));
    resources_.push_back(std::move(resource));
  }
}

const Resource* Manifest::find(const std::string& identifier) const {
  const auto found = byIdentifier_.find(identifier);
  return found == byIdentifier_.end() ? nullptr : &resources_[found->second];
}

}  // namespace tiku::formats::qti
