#pragma once

#include <string>
#include <string_view>

#include <libxml/parser.h>

#include "formats/base/xml.h"

/// What stands between XML from outside and libxml2, shared by the readers of trees and of streams.
namespace tiku::formats {

/// Words that libxml2 owns; empty for none.
inline std::string_view xmlWords(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

struct FreeXmlParser {
  void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};

/// XML that was looked at and may be given to the parser.
class GuardedXml {
 public:
  /// Throws FormatError: kOverLimit for size, depth and attributes, kNotUnderstood for a DOCTYPE or an
  /// encoding whose markup we could not see.
  GuardedXml(std::string_view content, const std::string& name, const XmlLimits& limits);
  GuardedXml(const GuardedXml&) = delete;
  GuardedXml& operator=(const GuardedXml&) = delete;

  [[nodiscard]] std::string_view content() const { return content_; }
  [[nodiscard]] const std::string& encoding() const { return encoding_; }

 private:
  std::string converted_;  // Where UTF-16 had to be turned into UTF-8.
  std::string_view content_;
  std::string encoding_;
};

/// Keeps the first error that libxml2 reports; later ones only follow from it.
class XmlFirstError {
 public:
  /// Listens to the context, which must not outlive this, and stops it at a DOCTYPE.
  void watch(xmlParserCtxt& context);
  /// Throws what was kept as a FormatError kNotUnderstood.
  [[noreturn]] void refuse(const std::string& name) const;

 private:
  static void keep(void* data, xmlErrorPtr error);
  std::string message_;
  int line_ = 0;
  bool found_ = false;
};

}  // namespace tiku::formats
