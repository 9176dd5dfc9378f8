#include "formats/base/xml.h"
#include "formats/exchange/zip_parts.h"
#include "workflows/filing/documents/page.h"

namespace tiku::workflows {
namespace {

using formats::XmlElement;

/// The words of the control as Word shows them.
std::string shownText(XmlElement element) {
  std::string text;
  for (XmlElement child = element.first(); child; child = child.next()) {
    text += child.name() == "t" ? child.text() : shownText(child);
  }
  return text;
}

void collect(XmlElement element, Figures& figures) {
  for (XmlElement child = element.first(); child; child = child.next()) {
    if (child.name() == "sdt") {
      const std::string tag = child.first("sdtPr").first("tag").attribute("val");
      if (tag.starts_with(kFigureTag)) {
        const std::string key = tag.substr(kFigureTag.size());
        const std::string text = shownText(child.first("sdtContent"));
        const auto [known, isNew] = figures.emplace(key, text);
        if (!isNew && known->second != text) known->second += " / " + text;
        continue;
      }
    }
    collect(child, figures);
  }
}

}  // namespace

Figures readFigures(const std::string& docxBytes) {
  const formats::ZipParts parts = formats::ZipParts::open(docxBytes, "docx");
  Figures figures;
  std::string main = parts.mainPart();
  if (main.empty()) main = "word/document.xml";
  const formats::XmlDocument document = parts.readXml(main);
  collect(document.root(), figures);
  return figures;
}

}  // namespace tiku::workflows
