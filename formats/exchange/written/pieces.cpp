#include "formats/exchange/written/pieces.h"

#include <algorithm>
#include <array>

#include "formats/exchange/docx/picture_size.h"
#include "formats/exchange/media_type.h"
#include "formats/exchange/questions/question_words.h"

namespace tiku::formats::written {

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

}  // namespace tiku::formats::written
