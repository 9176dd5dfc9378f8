#include "formats/exchange/written/pieces.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "formats/exchange/docx/math_markup.h"
#include "formats/exchange/docx/picture_size.h"
#include "formats/exchange/docx/symbol_font.h"
#include "formats/exchange/media_type.h"
#include "formats/exchange/questions/question_words.h"
#include "formats/model/pictures.h"

namespace tiku::formats::written {
namespace {

bool isWhite(std::string_view text) {
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c < 0 || !u_isUWhiteSpace(c)) return false;
  }
  return true;
}

std::string onOneLine(std::string words) {
  std::ranges::replace_if(words, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return words;
}

void printLines(const Inline& piece, std::vector<Inline>& pieces) {
  std::string_view rest = piece.text;
  for (;;) {
    const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
    append(pieces, piece.kind, rest.substr(0, end));
    if (end == rest.size()) return;
    pieces.push_back({Inline::Kind::kLineBreak, {}, {}});
    rest.remove_prefix(end + (rest.substr(end).starts_with("\r\n") ? 2 : 1));
  }
}

// The reader takes no white space for raised, lowered or stressed, and a tab is a stretch of its own.
void appendAsRead(std::string_view words, Inline::Kind kind, std::vector<Inline>& pieces) {
  while (!words.empty()) {
    const std::size_t tab = words.find('\t');
    const std::size_t length = tab == 0 ? 1 : std::min(tab, words.size());
    const std::string_view stretch = words.substr(0, length);
    append(pieces, isWhite(stretch) ? Inline::Kind::kText : kind, stretch);
    words.remove_prefix(length);
  }
}

}  // namespace

std::size_t blankAt(std::string_view text) {
  constexpr std::size_t kShortestLine = 3;
  const std::size_t line = std::min(text.find_first_not_of('_'), text.size());
  if (line >= kShortestLine) return line;
  constexpr std::string_view kOpen = "（";
  constexpr std::string_view kClose = "）";
  const bool wide = text.starts_with(kOpen);
  if (!wide && !text.starts_with("(")) return 0;
  const std::size_t open = wide ? kOpen.size() : 1;
  std::size_t at = open;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view space : {" ", "\u00A0", "\u3000"}) {
      if (!text.substr(at).starts_with(space)) continue;
      at += space.size();
      more = true;
    }
  }
  if (at == open && !wide) return 0;
  if (text.substr(at).starts_with(kClose)) return at + kClose.size();
  return text.substr(at).starts_with(")") ? at + 1 : 0;
}

HeldAs heldPictures(const Bank& bank, const std::map<std::string, std::string>* media) {
  return [&bank, media](const std::string& name) -> std::string {
    const std::string* bytes = nullptr;
    if (media != nullptr) {
      const auto own = media->find(name);
      if (own != media->end()) bytes = &own->second;
    }
    if (bytes == nullptr) {
      const Media* picture = mediaNamed(bank, name);
      if (picture != nullptr) bytes = &picture->bytes;
    }
    if (bytes == nullptr || !pictureInfo(*bytes)) return {};
    return name.substr(0, name.find('.')) + "." + pictureExtension(*bytes);
  };
}

void append(std::vector<Inline>& pieces, Inline::Kind kind, std::string_view text) {
  if (text.empty()) return;
  if (!pieces.empty() && pieces.back().kind == kind) {
    pieces.back().text += text;
  } else {
    pieces.push_back({kind, std::string(text), {}});
  }
}

Paragraph printed(const Paragraph& paragraph, const HeldAs& heldAs, bool line) {
  constexpr std::string_view kBrackets =
      "（\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0）";  // Not parted at the end of a line.
  constexpr std::string_view kLine = "________";
  Paragraph result;
  for (const Inline& piece : paragraph.pieces) {
    switch (piece.kind) {
      case Inline::Kind::kBlank:
        append(result.pieces, Inline::Kind::kText, line ? kLine : kBrackets);
        break;
      case Inline::Kind::kImage: {
        const std::string held = heldAs ? heldAs(piece.target) : std::string();
        const std::string words = onOneLine(piece.text);
        if (held.empty()) {
          append(result.pieces, Inline::Kind::kText, "［图：" + words + "］");
        } else {
          result.pieces.push_back({piece.kind, words, held});
        }
        break;
      }
      case Inline::Kind::kMath:
        if (!piece.text.empty()) result.pieces.push_back({piece.kind, onOneLine(piece.text), {}});
        break;
      case Inline::Kind::kLineBreak:
        result.pieces.push_back(piece);
        break;
      default:
        printLines(piece, result.pieces);
    }
  }
  return result;
}

Paragraph asRead(const Paragraph& printed) {
  Paragraph result;
  for (const Inline& piece : printed.pieces) {
    if (piece.kind == Inline::Kind::kImage || piece.kind == Inline::Kind::kLineBreak) {
      result.pieces.push_back(piece);
    } else if (piece.kind == Inline::Kind::kMath) {
      std::string formula = mathAsRead(piece.text);
      if (!formula.empty()) result.pieces.push_back({piece.kind, std::move(formula), {}});
    } else {
      bool unknown = false;
      const std::string words = withoutPrivateUse(piece.text, "Times New Roman", unknown);
      appendAsRead(words, piece.kind, result.pieces);
    }
  }
  return result;
}

Paragraph withBlanks(const Paragraph& printed) {
  Paragraph result;
  for (const Inline& piece : printed.pieces) {
    if (piece.kind != Inline::Kind::kText) {
      result.pieces.push_back(piece);
      continue;
    }
    std::string_view rest = piece.text;
    while (!rest.empty()) {
      constexpr std::string_view kFirstBytes = "_(\xEF";  // Of what may be a blank.
      const std::size_t plain = std::min(rest.find_first_of(kFirstBytes), rest.size());
      append(result.pieces, Inline::Kind::kText, rest.substr(0, plain));
      rest.remove_prefix(plain);
      if (rest.empty()) break;
      if (const std::size_t blank = blankAt(rest)) {
        result.pieces.push_back({Inline::Kind::kBlank, {}, {}});
        rest.remove_prefix(blank);
      } else {
        append(result.pieces, Inline::Kind::kText, rest.substr(0, 1));
        rest.remove_prefix(1);
      }
    }
  }
  return result;
}

}  // namespace tiku::formats::written
