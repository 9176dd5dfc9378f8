#include "formats/exchange/docx/symbol_font.h"

#include <unordered_map>

#include <unicode/utf8.h>

namespace tiku::formats {
namespace {

constexpr char32_t kPrivateFirst = 0xF020;
constexpr char32_t kPrivateLast = 0xF0FF;
constexpr std::string_view kUnknown = "□";

using Signs = std::unordered_map<char32_t, std::string_view>;

// The tables of Microsoft's fonts, as far as questions use them.
const Signs& symbolFont() {
  static const Signs kSigns{
      {'a', "α"},  {'b', "β"},  {'c', "χ"},  {'d', "δ"},  {'e', "ε"},  {'f', "φ"},  {'g', "γ"},  {'h', "η"},
      {'i', "ι"},  {'j', "ϕ"},  {'k', "κ"},  {'l', "λ"},  {'m', "μ"},  {'n', "ν"},  {'o', "ο"},  {'p', "π"},
      {'q', "θ"},  {'r', "ρ"},  {'s', "σ"},  {'t', "τ"},  {'u', "υ"},  {'v', "ϖ"},  {'w', "ω"},  {'x', "ξ"},
      {'y', "ψ"},  {'z', "ζ"},  {'A', "Α"},  {'B', "Β"},  {'C', "Χ"},  {'D', "Δ"},  {'E', "Ε"},  {'F', "Φ"},
      {'G', "Γ"},  {'H', "Η"},  {'I', "Ι"},  {'J', "ϑ"},  {'K', "Κ"},  {'L', "Λ"},  {'M', "Μ"},  {'N', "Ν"},
      {'O', "Ο"},  {'P', "Π"},  {'Q', "Θ"},  {'R', "Ρ"},  {'S', "Σ"},  {'T', "Τ"},  {'U', "Υ"},  {'V', "ς"},
      {'W', "Ω"},  {'X', "Ξ"},  {'Y', "Ψ"},  {'Z', "Ζ"},  {'^', "⊥"},  {'~', "∼"},  {0xA3, "≤"}, {0xA5, "∞"},
      {0xAC, "←"}, {0xAD, "↑"}, {0xAE, "→"}, {0xAF, "↓"}, {0xB0, "°"}, {0xB1, "±"}, {0xB3, "≥"}, {0xB4, "×"},
      {0xB5, "∝"}, {0xB6, "∂"}, {0xB7, "•"}, {0xB8, "÷"}, {0xB9, "≠"}, {0xBA, "≡"}, {0xBB, "≈"}, {0xBC, "…"},
      {0xC5, "⊕"}, {0xC7, "∩"}, {0xC8, "∪"}, {0xCC, "⊂"}, {0xCE, "∈"}, {0xCF, "∉"}, {0xD0, "∠"}, {0xD1, "∇"},
      {0xD5, "∏"}, {0xD6, "√"}, {0xD7, "⋅"}, {0xDB, "⇔"}, {0xDC, "⇐"}, {0xDE, "⇒"}, {0xE5, "∑"}, {0xF2, "∫"}};
  return kSigns;
}

const Signs& wingdings() {
  static const Signs kSigns{{0xFC, "√"}, {0xFB, "×"}, {0xFE, "☑"}, {0xFD, "☒"}, {'o', "□"},  {0xA8, "□"},
                            {'n', "■"},  {'l', "●"},  {'u', "◆"},  {'v', "❖"},  {0xA7, "▪"}, {0xD8, "➢"},
                            {0xE0, "→"}, {0xDF, "←"}, {0xE8, "➔"}, {0xAB, "★"}, {0x9F, "•"}, {'q', "❑"}};
  return kSigns;
}

const Signs& wingdings2() {
  static const Signs kSigns{{'P', "√"}, {'O', "×"},  {'R', "☑"}, {'S', "☒"},
                            {'T', "☒"}, {0xA3, "□"}, {'Q', "☒"}};
  return kSigns;
}

const Signs* signsOf(std::string_view font) {
  if (font == "Symbol") return &symbolFont();
  if (font == "Wingdings") return &wingdings();
  if (font == "Wingdings 2") return &wingdings2();
  return nullptr;
}

void append(std::string& text, char32_t c) {
  char bytes[U8_MAX_LENGTH];
  int length = 0;
  UBool failed = 0;
  U8_APPEND(bytes, length, U8_MAX_LENGTH, static_cast<UChar32>(c), failed);
  if (failed == 0) text.append(bytes, static_cast<std::size_t>(length));
}

}  // namespace

std::string symbolText(std::string_view font, char32_t code) {
  const bool isPrivate = code >= kPrivateFirst && code <= kPrivateLast;
  const char32_t low = isPrivate ? code - 0xF000 : code;
  if (const Signs* signs = signsOf(font)) {
    const auto found = signs->find(low);
    if (found != signs->end()) return std::string(found->second);
    // Digits and punctuation of Symbol lie where ASCII has them.
    if (font != "Symbol" || low >= 0x80) return {};
  }
  std::string text;
  const char32_t plain = isPrivate && low < 0x7F ? low : code;
  if (plain >= kPrivateFirst && plain <= kPrivateLast) return {};
  append(text, plain);
  return text;
}

std::string withoutPrivateUse(std::string_view text, std::string_view font, bool& unknown) {
  // U+F000..U+F0FF begin with EF 80 .. EF 83.
  if (text.find('\xEF') == std::string_view::npos) return std::string(text);
  std::string result;
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < length;) {
    const int32_t from = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c >= static_cast<UChar32>(kPrivateFirst) && c <= static_cast<UChar32>(kPrivateLast)) {
      const std::string sign = symbolText(font, static_cast<char32_t>(c));
      unknown = unknown || sign.empty();
      result += sign.empty() ? std::string(kUnknown) : sign;
    } else {
      result += text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from));
    }
  }
  return result;
}

}  // namespace tiku::formats
