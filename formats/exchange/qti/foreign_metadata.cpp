#include "formats/exchange/qti/foreign_metadata.h"

#include <memory>

#include <libxml/tree.h>

#include "formats/base/trim.h"
#include "formats/exchange/qti/limits.h"

namespace tiku::formats::qti {
namespace {

const xmlChar* xmlText(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}

// Without what may stand in no XML.
std::string legal(std::string words) {
  std::erase_if(words, [](char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r'; });
  return words;
}

XmlElement lomOf(XmlElement metadata) {
  XmlElement lom = metadata.first("lom");
  while (lom && lom.space() != kLomSpace) lom = lom.next("lom");
  return lom;
}

XmlElement childOf(XmlElement parent, const char* name, xmlNs* space) {
  return XmlElement(xmlNewChild(parent.node(), space, reinterpret_cast<const xmlChar*>(name), nullptr));
}

void remove(XmlElement element) {
  xmlUnlinkNode(element.node());
  xmlFreeNode(element.node());
}

// What would be left of what we added to.
void removeIfBare(XmlElement element) {
  if (element && !element.first() && trimmed(element.text()).empty() && element.attributeNames().empty())
    remove(element);
}

void removeOurs(XmlElement metadata) {
  const XmlElement lom = lomOf(metadata);
  const XmlElement general = lom.first("general");
  bool any = false;
  for (XmlElement one = general.first("identifier"); one;) {
    const XmlElement following = one.next("identifier");
    if (trimmed(one.first("catalog").text()).starts_with(kLomCatalogue)) {
      remove(one);
      any = true;
    }
    one = following;
  }
  if (!any) return;
  removeIfBare(general);
  removeIfBare(lom);
}

std::string textOf(xmlDoc* document, XmlElement element) {
  const std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer(xmlBufferCreate(), xmlBufferFree);
  xmlNodeDump(buffer.get(), document, element.node(), 0, 0);
  return {reinterpret_cast<const char*>(xmlBufferContent(buffer.get())),
          static_cast<std::size_t>(xmlBufferLength(buffer.get()))};
}

}  // namespace

std::string foreignMetadata(XmlElement metadata) {
  if (!metadata) return {};
  removeOurs(metadata);  // First: the copy declares every namespace that it meets.
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> alone(xmlNewDoc(xmlText("1.0")), xmlFreeDoc);
  xmlNode* copy = xmlDocCopyNode(metadata.node(), alone.get(), 1);
  if (copy == nullptr) return {};
  xmlDocSetRootElement(alone.get(), copy);
  xmlReconciliateNs(alone.get(), copy);
  return XmlElement(copy).first() ? textOf(alone.get(), XmlElement(copy)) : std::string();
}

std::string withEntries(const std::string& foreign, Version family, const LomEntries& entries) {
  const std::string bare = "<metadata xmlns=\"" + std::string(dialectOf(family).manifestSpace) + "\"/>";
  const XmlDocument document = XmlDocument::parse(foreign.empty() ? bare : foreign, "metadata", kItemLimits);
  XmlElement lom = lomOf(document.root());
  if (!lom) {
    lom = childOf(document.root(), "lom", nullptr);
    xmlSetNs(lom.node(), xmlNewNs(lom.node(), xmlText(std::string(kLomSpace)), xmlText("imsmd")));
  }
  xmlNs* space = lom.node()->ns;
  XmlElement general = lom.first("general");
  if (!general) general = childOf(lom, "general", space);
  for (const auto& [catalogue, entry] : entries) {
    const XmlElement identifier = childOf(general, "identifier", space);
    xmlNewTextChild(identifier.node(), space, xmlText("catalog"), xmlText(catalogue));
    xmlNewTextChild(identifier.node(), space, xmlText("entry"), xmlText(legal(entry)));
  }
  return textOf(document.doc(), document.root()) + "\n";
}

}  // namespace tiku::formats::qti
