#include "formats/exchange/qti/body_text.h"

#include "formats/exchange/qti/math_ml.h"

namespace tiku::formats::qti {
namespace {

constexpr std::string_view kWhite = " \t\n\r";

// A reader shows spaces at an end or in a row as one, or not at all; these are kept.
bool needsItsSpaces(std::string_view words) {
  if (words.empty()) return false;
  if (kWhite.find(words.front()) != std::string_view::npos) return true;
  if (kWhite.find(words.back()) != std::string_view::npos) return true;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool space = kWhite.find(words[i]) != std::string_view::npos;
    if (space && (words[i] != ' ' || kWhite.find(words[i + 1]) != std::string_view::npos)) return true;
  }
  return false;
}

std::string inlineElement(const std::string& tag, std::string_view look, const std::string& words) {
  std::string looks(look);
  if (needsItsSpaces(words)) looks += looks.empty() ? "tiku-spaces" : " tiku-spaces";
  const std::string kept = looks.empty() ? "" : " class=\"" + looks + "\"";
  return "<" + tag + kept + ">" + escapedText(words) + "</" + tag + ">";
}

class BodyWriter {
 public:
  explicit BodyWriter(const BodyWriting& writing) : writing_(writing) {}

  std::string write(const RichText& text) {
    std::string out;
    for (const RichText::Block& block : text.blocks()) {
      if (const auto* made = std::get_if<TextTable>(&block)) {
        out += table(*made);
        continue;
      }
      out += "<p>";
      for (const Inline& one : std::get<Paragraph>(block).pieces) out += piece(one);
      out += "</p>";
    }
    return out;
  }

 private:
  std::string piece(const Inline& piece) {
    switch (piece.kind) {
      case Inline::Kind::kText:
        return words(piece.text);
      case Inline::Kind::kSubscript:
        return inlineElement("sub", {}, piece.text);
      case Inline::Kind::kSuperscript:
        return inlineElement("sup", {}, piece.text);
      case Inline::Kind::kEmphasis:
        return inlineElement("strong", {}, piece.text);
      case Inline::Kind::kBlank:
        return blank();
      case Inline::Kind::kImage:
        return "<img src=\"" + escapedText(writing_.picture(piece.target)) + "\" alt=\"" +
               escapedText(piece.text) + "\"/>";
      case Inline::Kind::kMath:
        return formula(piece.text);
      case Inline::Kind::kLineBreak:
        break;
    }
    return "<br/>";
  }

  static std::string words(const std::string& text) {
    // What would be read as a formula is set apart, so that it is not.
    if (text.find("\\(") != std::string::npos) return spanOf("tiku-text", text);
    return needsItsSpaces(text) ? spanOf({}, text) : escapedText(text);
  }

  std::string blank() {
    if (writing_.blank) return writing_.blank(blanks_++);
    return R"(<span class="tiku-blank">)" + std::string(kBlankText) + "</span>";
  }

  std::string formula(const std::string& latex) {
    const MathMl math = mathMlOf(latex);
    if (!math.whole && writing_.plainFormula) writing_.plainFormula();
    return math.xml;
  }

  // A row without a cell, which our texts may hold and QTI not, gets one that says that it is none.
  std::string table(const TextTable& table) {
    std::string out = "<table><tbody>";
    for (const auto& row : table.rows) {
      out += "<tr>";
      for (const RichText& cell : row) out += "<td>" + write(cell) + "</td>";
      if (row.empty()) out += R"(<td class="tiku-none"/>)";
      out += "</tr>";
    }
    if (table.rows.empty()) out += R"(<tr class="tiku-none"><td/></tr>)";
    return out + "</tbody></table>";
  }

  const BodyWriting& writing_;
  int blanks_ = 0;
};

}  // namespace

std::string bodyText(const RichText& text, const BodyWriting& writing) {
  return BodyWriter(writing).write(text);
}

std::string spanOf(std::string_view look, const std::string& words) {
  return inlineElement("span", look, words);
}

}  // namespace tiku::formats::qti
