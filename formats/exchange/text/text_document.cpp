#include "formats/exchange/text/text_document.h"

#include <array>

namespace tiku::formats {
namespace {

/// How many bytes end a line at this place; 0 for none.
std::size_t lineEndAt(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 8> kEnds{
      "\r\n", "\n", "\r", "\v", "\f", "\xC2\x85" /* U+0085 */, "\xE2\x80\xA8" /* U+2028 */, "\xE2\x80\xA9"};
  for (const std::string_view end : kEnds) {
    if (text.substr(at).starts_with(end)) return end.size();
  }
  return 0;
}

bool isControl(char c) {
  constexpr unsigned char kSpace = 0x20;
  constexpr char kDelete = 0x7F;
  return c != '\t' && (static_cast<unsigned char>(c) < kSpace || c == kDelete);
}

}  // namespace

std::vector<std::string> linesOf(std::string_view text) {
  std::vector<std::string> lines(1);
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t end = lineEndAt(text, at); end > 0) {
      lines.emplace_back();
      at += end;
      continue;
    }
    if (!isControl(text[at])) lines.back() += text[at];
    ++at;
  }
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

Document documentOfText(std::string_view text, const std::string& name) {
  Document document;
  document.file = name;
  int number = 0;
  for (const std::string& line : linesOf(text)) {
    DocParagraph paragraph;
    paragraph.number = ++number;
    paragraph.text = RichText::plain(line);
    document.blocks.emplace_back(std::move(paragraph));
  }
  return document;
}

}  // namespace tiku::formats
