#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/support/zip_builder.h"

namespace tiku::tests {

/// A small .docx for a test: what is not set is left out of the file. Body, numbering and styles are the
/// children of their root elements, in WordprocessingML with prefix w.
struct DocxBuilder {
  std::string body;
  std::string numbering;
  std::string styles;
  /// Further relationships of the document: id, type, target, external.
  struct Link {
    std::string id, type, target;
    bool external = false;
  };
  std::vector<Link> links;
  std::vector<std::pair<std::string, std::string>> files;  ///< Further parts.
  std::string wordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  /// A paragraph of plain text.
  static std::string p(const std::string& text, const std::string& properties = {}) {
    std::string escaped;
    for (const char c : text) {
      if (c == '\t') {
        escaped += "</w:t><w:tab/><w:t xml:space=\"preserve\">";
      } else {
        escaped += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
      }
    }
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + escaped +
           "</w:t></w:r></w:p>";
  }
  /// One that Word numbers.
  static std::string numbered(const std::string& text, int num, int level = 0) {
    return p(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                       std::to_string(num) + "\"/></w:numPr>");
  }
  /// A definition of one level: "decimal", "%1.".
  static std::string level(int level, const std::string& format, const std::string& text, int start = 1) {
    return "<w:lvl w:ilvl=\"" + std::to_string(level) + "\"><w:start w:val=\"" + std::to_string(start) +
           "\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
  }
  static std::string abstract(int id, const std::string& levels) {
    return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
  }
  static std::string num(int id, int abstract, const std::string& overrides = {}) {
    return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" +
           std::to_string(abstract) + "\"/>" + overrides + "</w:num>";
  }

  [[nodiscard]] std::string root(const std::string& name, const std::string& children) const {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + name + " xmlns:w=\"" + wordSpace +
           "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
           " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
           " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
           " xmlns:v=\"urn:schemas-microsoft-com:vml\""
           " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
           " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
           " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">" +
           children + "</w:" + name + ">";
  }

  [[nodiscard]] std::string bytes() const {
    constexpr const char* kType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    constexpr const char* kRoot =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    std::vector<Link> all = links;
    std::vector<std::pair<std::string, std::string>> parts{
        {"_rels/.rels", std::string(kRoot) + "<Relationship Id=\"m\" Type=\"" + kType +
                            "officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
        {"word/document.xml", root("document", "<w:body>" + body + "</w:body>")}};
    if (!numbering.empty()) {
      parts.emplace_back("word/numbering.xml", root("numbering", numbering));
      all.push_back({"n", "numbering", "numbering.xml"});
    }
    if (!styles.empty()) {
      parts.emplace_back("word/styles.xml", root("styles", styles));
      all.push_back({"s", "styles", "styles.xml"});
    }
    std::string relationships = kRoot;
    for (const Link& link : all) {
      relationships += "<Relationship Id=\"" + link.id + "\" Type=\"" + kType + link.type + "\" Target=\"" +
                       link.target + "\"" + (link.external ? " TargetMode=\"External\"" : "") + "/>";
    }
    parts.emplace_back("word/_rels/document.xml.rels", relationships + "</Relationships>");
    parts.insert(parts.end(), files.begin(), files.end());
    return zipOf(parts);
  }
};

}  // namespace tiku::tests
