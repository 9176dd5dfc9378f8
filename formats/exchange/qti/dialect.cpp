#include "formats/exchange/qti/dialect.h"

#include "formats/base/markup.h"

namespace tiku::formats::qti {
namespace {

constexpr Dialect k22{
    .version = Version::k22,
    .itemSpace = "http://www.imsglobal.org/xsd/imsqti_v2p2",
    .itemSchema = "http://www.imsglobal.org/xsd/qti/qtiv2p2/imsqti_v2p2.xsd",
    .manifestSpace = "http://www.imsglobal.org/xsd/imscp_v1p1",
    .manifestSchema = "http://www.imsglobal.org/xsd/qti/qtiv2p2/qtiv2p2_imscpv1p2_v1p0.xsd",
    .schemaName = "QTIv2.2 Package",
    .schemaVersion = "1.0.0",
    .itemType = "imsqti_item_xmlv2p2",
    .testType = "imsqti_test_xmlv2p2",
    .stimulusType = "imsqti_stimulus_xmlv2p2",
    .templates = "http://www.imsglobal.org/question/qti_v2p2/rptemplates/",
    .templateExtension = "",
};

constexpr Dialect k30{
    .version = Version::k30,
    .itemSpace = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    .itemSchema = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    .manifestSpace = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    .manifestSchema = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd",
    .schemaName = "QTI Package",
    .schemaVersion = "3.0.0",
    .itemType = "imsqti_item_xmlv3p0",
    .testType = "imsqti_test_xmlv3p0",
    .stimulusType = "imsqti_stimulus_xmlv3p0",
    .templates = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/",
    .templateExtension = ".xml",
};

bool isCapital(char c) {
  return c >= 'A' && c <= 'Z';
}

// "baseType" -> "base-type"
std::string hyphenated(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (isCapital(c)) out += '-';
    out += isCapital(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

// "base-type" -> "baseType"
std::string humped(std::string_view name) {
  std::string out;
  bool raise = false;
  for (const char c : name) {
    const bool small = c >= 'a' && c <= 'z';
    if (c != '-') out += raise && small ? static_cast<char>(c - 'a' + 'A') : c;
    raise = c == '-';
  }
  return out;
}

// Elements of QTI itself whose names have no capital; the others without one are HTML.
bool isQtiWord(std::string_view name) {
  return name == "prompt" || name == "value" || name == "mapping" || name == "weight" || name == "sum" ||
         name == "divide" || name == "variable" || name == "gap" || name == "hottext" ||
         name == "stylesheet" || name == "selection" || name == "ordering" || name == "and" ||
         name == "match";
}

std::string tag(Version version, std::string_view name, Attributes attributes, std::string_view end) {
  std::string out = "<" + elementName(version, name);
  for (const auto& [attribute, value] : attributes) {
    if (value.empty()) continue;
    out += ' ';
    out += version == Version::k30 ? hyphenated(attribute) : std::string(attribute);
    out += "=\"" + escapedText(value) + "\"";
  }
  return out.append(end);
}

}  // namespace

const Dialect& dialectOf(Version version) {
  return version == Version::k22 ? k22 : k30;
}

std::string elementName(Version version, std::string_view name) {
  const std::string hyphens = hyphenated(name);
  const bool html = hyphens.size() == name.size() && !isQtiWord(name);
  return version == Version::k22 || html ? std::string(name) : "qti-" + hyphens;
}

std::string startTag(Version version, std::string_view name, Attributes attributes) {
  return tag(version, name, attributes, ">");
}

std::string emptyTag(Version version, std::string_view name, Attributes attributes) {
  return tag(version, name, attributes, "/>");
}

std::string endTag(Version version, std::string_view name) {
  return "</" + elementName(version, name) + ">";
}

std::string escapedText(std::string_view words) {
  std::string out;
  for (const char c : escapedMarkup(words)) {
    if (c == '\n') {
      out += "&#10;";
    } else if (c == '\t') {
      out += "&#9;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string plainName(XmlElement element) {
  const std::string_view name = element.name();
  constexpr std::string_view kPrefix = "qti-";
  return name.starts_with(kPrefix) ? humped(name.substr(kPrefix.size())) : std::string(name);
}

std::string attributeOf(XmlElement element, std::string_view name) {
  if (!element) return {};
  return element.has(name) ? element.attribute(name) : element.attribute(hyphenated(name));
}

XmlElement firstOf(XmlElement parent, std::string_view name) {
  XmlElement child = parent.first();
  while (child && plainName(child) != name) child = child.next();
  return child;
}

XmlElement nextOf(XmlElement element, std::string_view name) {
  XmlElement other = element.next();
  while (other && plainName(other) != name) other = other.next();
  return other;
}

}  // namespace tiku::formats::qti
