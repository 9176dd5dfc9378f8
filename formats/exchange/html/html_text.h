#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "formats/base/xml.h"
#include "formats/model/text.h"

/// Texts as HTML: what question systems hold them in (QTI, Moodle).
namespace tiku::formats {

/// Where a picture of a text is found in the other format: given "<sha256>.png", the address for `src`.
using PictureAddress = std::function<std::string(const std::string& media)>;

/// The text as well-formed XHTML that fromHtml() reads back to the same text: a paragraph is a <p>, a blank a
/// <span class="tiku-blank">, a formula TeX between \( and \). Empty for an empty text.
std::string toHtml(const RichText& text, const PictureAddress& picture);

/// What reading a page needs, and what it could not keep.
struct HtmlReading {
  /// The media name of the picture with this address; empty where there is none, and its alternative text is
  /// taken in its place. May be empty.
  std::function<std::string(const std::string& address)> picture{};
  /// What had to be left out, as sentences, each once.
  std::set<std::string> losses{};
  /// It is a whole page as a site shows it: its navigation, buttons and fields are nothing, and the dots of
  /// its lists are no words.
  bool isPage = false;
};

/// What the page says in our inline vocabulary. Lists become paragraphs with their numbers (1. A. a. I. i. as
/// the page says); a cell that spans several leaves empty ones beside and below it; bold, italic and
/// underlined words are emphasis; scripts, styles and comments are nothing; a sound, a film, a form field is
/// a loss. `name` is for messages. Throws FormatError kOverLimit.
RichText fromHtml(std::string_view html, const std::string& name, HtmlReading& reading);
/// The same of what stands in an element of a document that was read already.
RichText fromHtml(XmlElement parent, HtmlReading& reading);

}  // namespace tiku::formats
