#include "editor/text/picture.h"

#include <string_view>

#include "formats/base/digest.h"

namespace tiku::editor {

namespace {

std::string_view extensionOf(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return ".png";
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return ".jpg";
  if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) return ".gif";
  if (bytes.starts_with("BM"sv) && bytes.size() > 26) return ".bmp";
  return {};
}

}  // namespace

std::optional<formats::Media> pictureOf(std::string bytes) {
  const std::string_view extension = extensionOf(bytes);
  if (extension.empty()) return {};
  const std::string digest = formats::sha256(bytes);
  return formats::Media{*formats::Id::ofDigest(digest), digest + std::string(extension), std::move(bytes)};
}

}  // namespace tiku::editor
