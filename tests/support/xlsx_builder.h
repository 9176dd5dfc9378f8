#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/support/zip_builder.h"

namespace tiku::tests {

/// A small .xlsx for a test, in SpreadsheetML: what is not set is left out of the file.
struct XlsxBuilder {
  struct Page {
    std::string name;
    std::string content;     ///< Children of <worksheet>; see data() and rows().
    std::string attributes;  ///< Of its <sheet> entry: state="hidden".
    std::string links;       ///< Relationships of the sheet.
    std::string type = "worksheet";
  };
  std::vector<Page> pages;
  std::string strings;                                     ///< Children of <sst>.
  std::string styles;                                      ///< Children of <styleSheet>.
  std::string settings;                                    ///< Children of <workbook> before the sheets.
  std::vector<std::pair<std::string, std::string>> files;  ///< Further parts.
  std::string space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  std::string linkSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  static std::string data(const std::string& rows) { return "<sheetData>" + rows + "</sheetData>"; }
  /// A cell of inline words, or of whatever `inner` holds.
  static std::string words(const std::string& at, const std::string& text) {
    std::string escaped;
    for (const char c : text) escaped += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped + "</t></is></c>";
  }
  static std::string value(const std::string& at, const std::string& v, const std::string& attributes = {}) {
    return "<c r=\"" + at + "\" " + attributes + "><v>" + v + "</v></c>";
  }
  /// Rows of words, from A1 on; an empty text leaves its cell out.
  static std::string rows(const std::vector<std::vector<std::string>>& table) {
    std::string all;
    for (std::size_t r = 0; r < table.size(); ++r) {
      all += "<row r=\"" + std::to_string(r + 1) + "\">";
      for (std::size_t c = 0; c < table[r].size(); ++c) {
        if (table[r][c].empty()) continue;
        all += words(std::string(1, static_cast<char>('A' + c)) + std::to_string(r + 1), table[r][c]);
      }
      all += "</row>";
    }
    return data(all);
  }

  [[nodiscard]] std::string link(const std::string& id, const std::string& type,
                                 const std::string& target) const {
    return "<Relationship Id=\"" + id + "\" Type=\"" + linkSpace + "/" + type + "\" Target=\"" + target +
           "\"/>";
  }
  static std::string links(const std::string& children) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
           children + "</Relationships>";
  }
  [[nodiscard]] std::string root(const std::string& name, const std::string& children) const {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><" + name + " xmlns=\"" + space + "\" xmlns:r=\"" +
           linkSpace + "\">" + children + "</" + name + ">";
  }

  [[nodiscard]] std::string bytes() const {
    std::string entries;
    std::string bookLinks;
    std::vector<std::pair<std::string, std::string>> parts;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const std::string n = std::to_string(i + 1);
      entries += "<sheet name=\"" + pages[i].name + "\" sheetId=\"" + n + "\" r:id=\"s" + n + "\" " +
                 pages[i].attributes + "/>";
      bookLinks += link("s" + n, pages[i].type, "worksheets/sheet" + n + ".xml");
      parts.emplace_back("xl/worksheets/sheet" + n + ".xml", root("worksheet", pages[i].content));
      if (!pages[i].links.empty())
        parts.emplace_back("xl/worksheets/_rels/sheet" + n + ".xml.rels", links(pages[i].links));
    }
    if (!strings.empty()) {
      bookLinks += link("str", "sharedStrings", "sharedStrings.xml");
      parts.emplace_back("xl/sharedStrings.xml", root("sst", strings));
    }
    if (!styles.empty()) {
      bookLinks += link("sty", "styles", "styles.xml");
      parts.emplace_back("xl/styles.xml", root("styleSheet", styles));
    }
    parts.emplace_back("_rels/.rels", links(link("m", "officeDocument", "xl/workbook.xml")));
    parts.emplace_back("xl/workbook.xml", root("workbook", settings + "<sheets>" + entries + "</sheets>"));
    parts.emplace_back("xl/_rels/workbook.xml.rels", links(bookLinks));
    parts.insert(parts.end(), files.begin(), files.end());
    return zipOf(parts);
  }
};

}  // namespace tiku::tests
