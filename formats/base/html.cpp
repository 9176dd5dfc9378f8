#include "formats/base/html.h"

#include <string>

#include <libxml/HTMLparser.h>

#include "formats/base/say.h"
#include "formats/base/xml_guard.h"

namespace tiku::formats {

HtmlDocument::HtmlDocument(HtmlDocument&&) noexcept = default;
HtmlDocument& HtmlDocument::operator=(HtmlDocument&&) noexcept = default;
HtmlDocument::~HtmlDocument() = default;

void HtmlDocument::Free::operator()(_xmlDoc* doc) const {
  xmlFreeDoc(doc);
}

HtmlDocument HtmlDocument::parse(std::string_view html, const std::string& name, const XmlLimits& limits) {
  if (html.size() > limits.bytes) {
    throw FormatError(ErrorCode::kOverLimit, say("网页太大，超出安全上限。"), {name, 0, {}});
  }
  // Without a body around it the parser drops the white space at the beginning and guesses paragraphs.
  std::string page = "<html><body>";
  page.append(html);
  page += "</body></html>";
  const std::unique_ptr<htmlParserCtxt, FreeXmlParser> parser(htmlNewParserCtxt());
  constexpr int kOptions = HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER |
                           HTML_PARSE_NODEFDTD | HTML_PARSE_NOIMPLIED;
  return HtmlDocument(htmlCtxtReadMemory(parser.get(), page.data(), static_cast<int>(page.size()), nullptr,
                                         "UTF-8", kOptions));
}

XmlElement HtmlDocument::body() const {
  if (!doc_) return {};
  return XmlElement(xmlDocGetRootElement(doc_.get())).first("body");
}

}  // namespace tiku::formats
