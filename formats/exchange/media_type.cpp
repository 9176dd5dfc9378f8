#include "formats/exchange/media_type.h"

#include "formats/base/digest.h"

namespace tiku::formats {

std::string pictureExtension(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return "png";
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return "jpg";
  if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) return "gif";
  if (bytes.starts_with("BM"sv) && bytes.size() > 26) return "bmp";
  if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) return "tif";
  if (bytes.starts_with("RIFF"sv) && bytes.substr(8, 4) == "WEBP") return "webp";
  if (bytes.starts_with("\x01\0\0\0"sv) && bytes.substr(40, 4) == " EMF") return "emf";
  if (bytes.starts_with("\xD7\xCD\xC6\x9A"sv) || bytes.starts_with("\x01\0\x09\0\0\x03"sv)) return "wmf";
  const std::string_view head = bytes.substr(0, 1024);
  if (head.find("<svg") != std::string_view::npos) return "svg";
  return {};
}

std::string addPicture(std::map<std::string, std::string>& media, std::string bytes) {
  const std::string extension = pictureExtension(bytes);
  if (extension.empty()) return {};
  std::string name = sha256(bytes) + "." + extension;
  media.emplace(name, std::move(bytes));
  return name;
}

}  // namespace tiku::formats
