#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

namespace tiku::tests {

/// Judges documents that are no part of a package by a RELAX NG grammar.
class Grammar {
 public:
  explicit Grammar(std::string_view grammar)
      : parser_(xmlRelaxNGNewMemParserCtxt(grammar.data(), static_cast<int>(grammar.size())),
                xmlRelaxNGFreeParserCtxt),
        schema_(xmlRelaxNGParse(parser_.get()), xmlRelaxNGFree),
        judge_(xmlRelaxNGNewValidCtxt(schema_.get()), xmlRelaxNGFreeValidCtxt) {
    REQUIRE(schema_ != nullptr);
    xmlRelaxNGSetValidErrors(judge_.get(), sayNothing, sayNothing, nullptr);
  }

  [[nodiscard]] bool allows(std::string_view xml) const {
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, XML_PARSE_NONET),
        xmlFreeDoc);
    return document != nullptr && xmlRelaxNGValidateDoc(judge_.get(), document.get()) == 0;
  }

 private:
  static void sayNothing(void* /*context*/, const char* /*message*/, ...) {}

  std::unique_ptr<xmlRelaxNGParserCtxt, decltype(&xmlRelaxNGFreeParserCtxt)> parser_;
  std::unique_ptr<xmlRelaxNG, decltype(&xmlRelaxNGFree)> schema_;
  std::unique_ptr<xmlRelaxNGValidCtxt, decltype(&xmlRelaxNGFreeValidCtxt)> judge_;
};

}  // namespace tiku::tests
