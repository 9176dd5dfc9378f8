#include "formats/exchange/docx/word_part.h"

namespace tiku::formats {
namespace {

constexpr std::string_view kLinks = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kStrictLinks = "http://purl.oclc.org/ooxml/officeDocument/relationships";

bool hasContent(XmlElement element) {
  for (XmlElement child = element.first(); child; child = child.next()) {
    const std::string_view name = child.name();
    if (name == "t" || name == "blip" || name == "imagedata" || name == "txbxContent" || name == "sym" ||
        name == "oMath" || hasContent(child)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool isWord(XmlElement element) {
  const std::string_view space = element.space();
  return space == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" ||
         space == "http://purl.oclc.org/ooxml/wordprocessingml/main";
}

std::string relationshipId(XmlElement element, std::string_view name) {
  if (const auto id = element.attribute(name, kLinks)) return *id;
  return element.attribute(name, kStrictLinks).value_or("");
}

XmlElement chosenBranch(XmlElement alternateContent) {
  const XmlElement fallback = alternateContent.first("Fallback");
  XmlElement first;
  for (XmlElement choice = alternateContent.first("Choice"); choice; choice = choice.next("Choice")) {
    if (hasContent(choice)) return choice;
    if (!first) first = choice;
  }
  return fallback ? fallback : first;
}

}  // namespace tiku::formats
