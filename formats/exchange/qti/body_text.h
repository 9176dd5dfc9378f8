#pragma once

#include <functional>
#include <string>

#include "formats/exchange/html/html_text.h"
#include "formats/exchange/qti/dialect.h"
#include "formats/model/text.h"

/// Texts in the XHTML that the schemas of QTI allow: no style attribute, no empty row, a body in every table.
namespace tiku::formats::qti {

struct BodyWriting {
  PictureAddress picture;
  /// What stands in the place of the n-th blank of the text, from 0. Where empty, a mark that shows as
  /// （　）.
  std::function<std::string(int number)> blank{};
  /// Told of every formula that is shown as TeX, since it could not be turned into MathML. May be empty.
  std::function<void()> plainFormula{};
};

/// The text as blocks; fromHtml() reads it back to the same text. Empty for an empty text.
std::string bodyText(const RichText& text, const BodyWriting& writing);

/// Words in a <span> that keeps their spaces.
std::string spanOf(std::string_view look, const std::string& words);

}  // namespace tiku::formats::qti
