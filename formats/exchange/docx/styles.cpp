#include "formats/exchange/docx/styles.h"

#include <charconv>

namespace tiku::formats {
namespace {

constexpr int kLongestChain = 32;  // A basedOn circle ends here.

std::optional<int> wholeNumber(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<bool> toggle(XmlElement properties, std::string_view name) {
  const XmlElement property = properties.first(name);
  if (!property) return std::nullopt;
  const std::string value = property.attribute("val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

void RunLook::inherit(const RunLook& base) {
  if (!bold) bold = base.bold;
  if (!emphasised) emphasised = base.emphasised;
  if (!underlined) underlined = base.underlined;
  if (!hidden) hidden = base.hidden;
  if (vertical.empty()) vertical = base.vertical;
  if (font.empty()) font = base.font;
}

RunLook RunLook::of(XmlElement properties) {
  RunLook look;
  if (!properties) return look;
  look.bold = toggle(properties, "b");
  look.emphasised = toggle(properties, "em");
  look.underlined = toggle(properties, "u");
  look.hidden = toggle(properties, "vanish");
  look.vertical = properties.first("vertAlign").attribute("val");
  const XmlElement fonts = properties.first("rFonts");
  look.font = fonts.attribute("ascii");
  if (look.font.empty()) look.font = fonts.attribute("hAnsi");
  return look;
}

NumberingRef numberingOf(XmlElement paragraphProperties) {
  const XmlElement reference = paragraphProperties.first("numPr");
  return {wholeNumber(reference.first("numId").attribute("val")),
          wholeNumber(reference.first("ilvl").attribute("val"))};
}

Styles::Styles(XmlElement root) {
  for (XmlElement element = root.first("style"); element; element = element.next("style")) {
    const std::string id = element.attribute("styleId");
    Style style{element.first("name").attribute("val"), element.first("basedOn").attribute("val"),
                RunLook::of(element.first("rPr")), formats::numberingOf(element.first("pPr"))};
    const std::string isDefault = element.attribute("default");
    if (element.attribute("type") == "paragraph" && (isDefault == "1" || isDefault == "true")) {
      defaultParagraph_ = id;
    }
    styles_.emplace(id, std::move(style));
  }
}

std::string Styles::nameOf(const std::string& id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() || found->second.name.empty() ? id : found->second.name;
}

std::vector<std::string> Styles::chain(const std::string& id) const {
  std::vector<std::string> ids;
  std::string at = id;
  while (static_cast<int>(ids.size()) < kLongestChain) {
    const auto found = styles_.find(at);
    if (found == styles_.end()) break;
    ids.push_back(at);
    at = found->second.basedOn;
  }
  return ids;
}

RunLook Styles::lookOf(const std::string& id) const {
  RunLook look;
  for (const std::string& ancestor : chain(id)) look.inherit(styles_.at(ancestor).look);
  return look;
}

NumberingRef Styles::numberingOf(const std::string& id) const {
  NumberingRef reference;
  for (const std::string& ancestor : chain(id)) {
    const NumberingRef& its = styles_.at(ancestor).numbering;
    if (!reference.numId) reference.numId = its.numId;
    if (!reference.level) reference.level = its.level;
  }
  return reference;
}

}  // namespace tiku::formats
