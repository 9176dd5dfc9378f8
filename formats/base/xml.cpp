#include "formats/base/xml.h"

#include <mutex>
#include <utility>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "formats/base/xml_guard.h"

namespace tiku::formats {
namespace {

xmlNode* elementFrom(xmlNode* node) {
  while (node != nullptr && node->type != XML_ELEMENT_NODE) node = node->next;
  return node;
}

xmlNode* namedFrom(xmlNode* node, std::string_view name) {
  while (node != nullptr && (node->type != XML_ELEMENT_NODE || xmlWords(node->name) != name))
    node = node->next;
  return node;
}

std::string valueOf(const xmlAttr* attribute) {
  // Without a DOCTYPE a value is one text node, or none when it is empty.
  std::string value;
  for (const xmlNode* part = attribute->children; part != nullptr; part = part->next) {
    value += xmlWords(part->content);
  }
  return value;
}

void addText(const xmlNode* node, std::string& text) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      text += xmlWords(child->content);
    if (child->type == XML_ELEMENT_NODE) addText(child, text);
  }
}

}  // namespace

std::string_view XmlElement::name() const {
  return xmlWords(node_->name);
}

std::string_view XmlElement::space() const {
  return node_->ns == nullptr ? std::string_view() : xmlWords(node_->ns->href);
}

int XmlElement::line() const {
  return static_cast<int>(xmlGetLineNo(node_));
}

XmlElement XmlElement::parent() const {
  xmlNode* parent = node_->parent;
  return XmlElement(parent != nullptr && parent->type == XML_ELEMENT_NODE ? parent : nullptr);
}

XmlElement XmlElement::first() const {
  return XmlElement(node_ == nullptr ? nullptr : elementFrom(node_->children));
}

XmlElement XmlElement::first(std::string_view name) const {
  return XmlElement(node_ == nullptr ? nullptr : namedFrom(node_->children, name));
}

XmlElement XmlElement::next() const {
  return XmlElement(elementFrom(node_->next));
}

XmlElement XmlElement::next(std::string_view name) const {
  return XmlElement(namedFrom(node_->next, name));
}

std::string XmlElement::attribute(std::string_view name) const {
  if (node_ == nullptr) return {};
  for (const xmlAttr* found = node_->properties; found != nullptr; found = found->next) {
    if (xmlWords(found->name) == name) return valueOf(found);
  }
  return {};
}

bool XmlElement::has(std::string_view name) const {
  if (node_ == nullptr) return false;
  for (const xmlAttr* found = node_->properties; found != nullptr; found = found->next) {
    if (xmlWords(found->name) == name) return true;
  }
  return false;
}

std::optional<std::string> XmlElement::attribute(std::string_view name, std::string_view space) const {
  if (node_ == nullptr) return std::nullopt;
  for (const xmlAttr* found = node_->properties; found != nullptr; found = found->next) {
    const std::string_view its = found->ns == nullptr ? std::string_view() : xmlWords(found->ns->href);
    if (xmlWords(found->name) == name && its == space) return valueOf(found);
  }
  return std::nullopt;
}

std::vector<std::string_view> XmlElement::attributeNames() const {
  std::vector<std::string_view> names;
  if (node_ == nullptr) return names;
  for (const xmlAttr* one = node_->properties; one != nullptr; one = one->next)
    names.push_back(xmlWords(one->name));
  return names;
}

std::string XmlElement::text() const {
  std::string text;
  if (node_ != nullptr) addText(node_, text);
  return text;
}

void XmlDocument::Free::operator()(_xmlDoc* doc) const {
  xmlFreeDoc(doc);
}

XmlDocument::XmlDocument(XmlDocument&&) noexcept = default;
XmlDocument& XmlDocument::operator=(XmlDocument&&) noexcept = default;
XmlDocument::~XmlDocument() = default;

XmlElement XmlDocument::root() const {
  return XmlElement(xmlDocGetRootElement(doc_.get()));
}

XmlDocument XmlDocument::parse(std::string_view content, const std::string& name, const XmlLimits& limits) {
  static std::once_flag initialised;  // Before threads parse side by side.
  std::call_once(initialised, [] { xmlInitParser(); });

  const GuardedXml text(content, name, limits);

  const std::unique_ptr<xmlParserCtxt, FreeXmlParser> context(xmlNewParserCtxt());
  if (!context) throw std::bad_alloc();
  XmlFirstError error;
  error.watch(*context);
  XmlDocument document(xmlCtxtReadMemory(context.get(), text.content().data(),
                                         static_cast<int>(text.content().size()), name.c_str(),
                                         text.encoding().c_str(), XML_PARSE_NONET | XML_PARSE_BIG_LINES));
  if (document.doc_ == nullptr || context->wellFormed == 0 || !document.root()) {
    error.refuse(name);
  }
  return document;
}

}  // namespace tiku::formats
