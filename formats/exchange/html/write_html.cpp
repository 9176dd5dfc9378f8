#include "formats/base/markup.h"
#include "formats/exchange/html/html_text.h"

namespace tiku::formats {
namespace {

constexpr std::string_view kSpaces = " \t\n\r";

// A browser shows spaces at an end or in a row as one, or not at all; these are kept.
bool losesSpaces(std::string_view words) {
  if (words.empty()) return false;
  if (kSpaces.find(words.front()) != std::string_view::npos) return true;
  if (kSpaces.find(words.back()) != std::string_view::npos) return true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool space = kSpaces.find(words[i]) != std::string_view::npos;
    if (space && (words[i] != ' ' || kSpaces.find(words[i + 1]) != std::string_view::npos)) return true;
  }
  return false;
}

std::string escapedLines(const std::string& words) {
  std::string html;
  for (const char c : escapedMarkup(words)) {
    if (c == '\n') {
      html += "&#10;";
    } else if (c == '\t') {
      html += "&#9;";
    } else {
      html += c;
    }
  }
  return html;
}

std::string element(const std::string& tag, const std::string& words) {
  const std::string kept = losesSpaces(words) ? R"( style="white-space:pre-wrap")" : "";
  return "<" + tag + kept + ">" + escapedLines(words) + "</" + tag.substr(0, tag.find(' ')) + ">";
}

std::string textHtml(const std::string& words) {
  // What would be read as a formula is parted, so that it is not.
  const bool formula = words.find("\\(") != std::string::npos;
  if (!formula && !losesSpaces(words)) return escapedMarkup(words);
  return element(formula ? R"(span class="tiku-text")" : "span", words);
}

std::string pieceHtml(const Inline& piece, const PictureAddress& picture) {
  switch (piece.kind) {
    case Inline::Kind::kText:
      return textHtml(piece.text);
    case Inline::Kind::kSubscript:
      return element("sub", piece.text);
    case Inline::Kind::kSuperscript:
      return element("sup", piece.text);
    case Inline::Kind::kEmphasis:
      return element("strong", piece.text);
    case Inline::Kind::kBlank:
      return R"(<span class="tiku-blank">)" + std::string(kBlankText) + "</span>";
    case Inline::Kind::kImage:
      return "<img src=\"" + escapedLines(picture(piece.target)) + "\" alt=\"" + escapedLines(piece.text) +
             "\"/>";
    case Inline::Kind::kMath:
      return R"(<span class="tiku-math">\()" + escapedLines(piece.text) + R"(\)</span>)";
    case Inline::Kind::kLineBreak:
      break;
  }
  return "<br/>";
}

std::string tableHtml(const TextTable& table, const PictureAddress& picture) {
  std::string html = "<table border=\"1\">";
  for (const auto& row : table.rows) {
    html += "<tr>";
    for (const RichText& cell : row) html += "<td>" + toHtml(cell, picture) + "</td>";
    html += "</tr>";
  }
  return html + "</table>";
}

}  // namespace

std::string toHtml(const RichText& text, const PictureAddress& picture) {
  std::string html;
  for (const RichText::Block& block : text.blocks()) {
    if (const auto* table = std::get_if<TextTable>(&block)) {
      html += tableHtml(*table, picture);
      continue;
    }
    html += "<p>";
    for (const Inline& piece : std::get<Paragraph>(block).pieces) html += pieceHtml(piece, picture);
    html += "</p>";
  }
  return html;
}

}  // namespace tiku::formats
