// A .docx as the importers see it. The parts: styles and numbering say how a paragraph is numbered, the body
// is read once in order, and what lies beside it (notes, headers) is told but not taken.
#include "formats/base/say.h"
#include "formats/exchange/docx/body_reader.h"
#include "formats/exchange/docx/word_part.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/sniff.h"

namespace tiku::formats {
namespace {

constexpr std::string_view kWanted = ".docx";

std::string partOfType(const ZipParts& parts, const std::map<std::string, Relationship>& links,
                       std::string_view type) {
  for (const auto& [id, link] : links) {
    if (link.type == type && !link.external && parts.has(link.target)) return link.target;
  }
  return {};
}

/// All words below the element, paragraphs apart by a space.
std::string wordsOf(XmlElement element) {
  std::string words;
  for (XmlElement child = element.first(); child; child = child.next()) {
    if (child.name() == "t") {
      words += child.text();
    } else if (child.name() != "del" && child.name() != "instrText" && child.name() != "AlternateContent") {
      const std::string inner = wordsOf(child);
      if (!words.empty() && !inner.empty() && child.name() == "p") words += ' ';
      words += inner;
    }
  }
  return words;
}

/// The words of footnotes, endnotes and comments, for the report.
std::map<std::string, std::string> readMargins(const ZipParts& parts,
                                               const std::map<std::string, Relationship>& links) {
  std::map<std::string, std::string> margins;
  for (const auto& [type, element] :
       {std::pair{"footnotes", "footnote"}, {"endnotes", "endnote"}, {"comments", "comment"}}) {
    const std::string part = partOfType(parts, links, type);
    if (part.empty()) continue;
    const XmlDocument document = parts.readXml(part);
    for (XmlElement note = document.root().first(element); note; note = note.next(element)) {
      margins.emplace(std::string(element) + "/" + note.attribute("id"), wordsOf(note));
    }
  }
  return margins;
}

void noteHeaders(WordContext& context) {
  for (const auto& [id, link] : context.links) {
    if ((link.type != "header" && link.type != "footer") || link.external ||
        !context.parts.has(link.target)) {
      continue;
    }
    const std::string words = wordsOf(context.parts.readXml(link.target).root());
    if (words.find_first_not_of(" \t0123456789-") == std::string::npos) continue;  // A page number alone.
    context.notes.add(LeftOut::kHeaderFooter, {}, words);
  }
}

std::string mainPartOf(const ZipParts& parts, const std::string& name) {
  std::string part = parts.mainPart();
  if (part.empty() && parts.has("word/document.xml")) part = "word/document.xml";
  if (!part.empty() && (part.starts_with("xl/") || part.starts_with("ppt/"))) part.clear();
  if (!part.empty()) return part;
  const std::string found = parts.has("xl/workbook.xml")        ? say("Excel 工作簿（.xlsx）")
                            : parts.has("ppt/presentation.xml") ? say("演示文稿（.pptx）")
                                                                : nameOf(FileLook::kZip);
  throw FormatError(ErrorCode::kNotUnderstood,
                    say("这不是 {wanted} 文件，而是{look}。", "wanted"_a = kWanted, "look"_a = found),
                    {name, 0, {}}, adviceFor(FileLook::kZip, std::string(kWanted)));
}

}  // namespace

Document readDocxBytes(const std::string& bytes, const std::string& name) {
  if (lookOf(bytes) != FileLook::kZip) throw notReadableAs(std::string(kWanted), bytes, name);
  const ZipParts parts = ZipParts::open(bytes, name);
  const std::string main = mainPartOf(parts, name);
  const XmlDocument body = parts.readXml(main);
  const XmlElement bodyElement = body.root().first("body");
  if (body.root().name() != "document" || !isWord(body.root()) || !bodyElement) {
    throw FormatError(ErrorCode::kNotUnderstood, say("主要部分不是 Word 正文。"),
                      {parts.placeOf(main), 0, {}},
                      say("请在 Word 或 WPS 中打开它，另存为 {wanted} 后再导入。", "wanted"_a = kWanted));
  }

  std::map<std::string, Relationship> links = parts.relationships(main);
  Styles styles;
  if (const std::string part = partOfType(parts, links, "styles"); !part.empty()) {
    styles = Styles(parts.readXml(part).root());
  }
  Numbering numbering;
  if (const std::string part = partOfType(parts, links, "numbering"); !part.empty()) {
    numbering = Numbering(parts.readXml(part).root(), styles);
  }

  Document document;
  document.file = name;
  std::map<std::string, std::string> margins = readMargins(parts, links);
  WordContext context{parts, std::move(links), styles, numbering, document, {}, {}, std::move(margins)};
  BodyReader(context).read(bodyElement);
  noteHeaders(context);
  document.notes = context.notes.sentences();
  return document;
}

Document readDocx(const std::filesystem::path& file) {
  return readDocxBytes(readWholeFile(file), fileNameOf(file));
}

}  // namespace tiku::formats
