#include "formats/exchange/questions/question_words.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "formats/base/digest.h"
#include "formats/base/secret.h"
#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/media_type.h"
#include "formats/exchange/questions/readers.h"

namespace tiku::formats {

std::string questionName(const TheoryItem& item) {
  constexpr std::size_t kLongest = 40;  // Characters of the stem.
  std::u32string stem = wideText(item.stem.str());
  std::ranges::replace_if(stem, isBlankChar, U' ');
  if (stem.size() > kLongest) stem = stem.substr(0, kLongest) + U"…";
  return item.code.empty() ? utf8(stem) : item.code + " " + utf8(stem);
}

std::string shareOfMark(std::size_t options) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.5f", 100.0 / static_cast<double>(options));
  std::string text = digits.data();
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string withBackslash(std::string_view words, std::string_view characters) {
  std::string out;
  for (const char c : words) {
    if (characters.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string withoutBackslash(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == '\\' && at + 1 < words.size()) ++at;
    out += words[at];
  }
  return out;
}

std::string withoutSpaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') out += c;
  }
  return out;
}

std::string keptPicture(const std::string& name, std::string bytes,
                        std::map<std::string, std::string>& media) {
  if (name.substr(0, name.find('.')) != sha256(bytes)) return addPicture(media, std::move(bytes));
  media[name] = std::move(bytes);
  return name;
}

std::string pictureOfData(std::string_view address, std::map<std::string, std::string>& media) {
  constexpr std::string_view kMark = ";base64,";
  const std::size_t mark = address.find(kMark);
  if (!address.starts_with("data:image/") || mark == std::string_view::npos) return {};
  auto bytes = fromBase64(withoutSpaces(address.substr(mark + kMark.size())));
  return bytes ? addPicture(media, std::move(*bytes)) : std::string();
}

}  // namespace tiku::formats
