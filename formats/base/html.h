#pragma once

#include <memory>
#include <string_view>

#include "formats/base/xml.h"

namespace tiku::formats {

/// A piece of a web page, read as browsers read it: what is not well-formed is mended. Nothing is run and
/// nothing is fetched.
class HtmlDocument {
 public:
  /// `html` is UTF-8. Never throws for what stands in it; throws FormatError kOverLimit where it is larger
  /// than `limits` allow, with `name`.
  static HtmlDocument parse(std::string_view html, const std::string& name, const XmlLimits& limits = {});

  HtmlDocument(HtmlDocument&&) noexcept;
  HtmlDocument& operator=(HtmlDocument&&) noexcept;
  ~HtmlDocument();

  /// The <body>; nothing where the piece is empty.
  [[nodiscard]] XmlElement body() const;

 private:
  struct Free {
    void operator()(_xmlDoc* doc) const;
  };
  explicit HtmlDocument(_xmlDoc* doc) : doc_(doc) {}
  std::unique_ptr<_xmlDoc, Free> doc_;
};

}  // namespace tiku::formats
