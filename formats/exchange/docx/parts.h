#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/exchange/docx/writer.h"

/// The parts of a .docx file around its text: styles, head and foot of the pages, properties, relations.
namespace tiku::formats::docx {

/// Style id of a look, as document.xml names it.
std::string_view styleId(DocxStyle style);
/// Character size of a look in half points.
int styleSize(DocxStyle style);

/// Whether the look keeps a distance from what stands above it.
bool hasSpaceBefore(DocxStyle style);

/// Page measures in twentieths of a point.
struct PageSize {
  int width = 0;
  int height = 0;
  int side = 0;   ///< Left and right margin.
  int above = 0;  ///< Top and bottom margin.
  [[nodiscard]] int textWidth() const { return width - 2 * side; }
  [[nodiscard]] int textHeight() const { return height - 2 * above; }
};
PageSize pageSize(const DocxSetup& setup);

/// `<w:sectPr>` of the only section.
std::string sectionProperties(const DocxSetup& setup);

/// Every part but word/document.xml and the pictures. `pictures` are relation id and part name below word/.
std::vector<std::pair<std::string, std::string>> fixedParts(
    const DocxSetup& setup, const std::vector<std::pair<std::string, std::string>>& pictures);

inline constexpr std::string_view kNamespaces =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" )"
    R"(xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" )"
    R"(xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" )"
    R"(xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" )"
    R"(xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" )"
    R"(xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office")";
inline constexpr std::string_view kXmlHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

}  // namespace tiku::formats::docx
