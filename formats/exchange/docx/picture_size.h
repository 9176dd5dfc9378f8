#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiku::formats {

/// What a document must know of a picture to show it.
struct PictureInfo {
  std::string_view extension;  ///< "png", "jpeg", "gif", "bmp"
  int width = 0;               ///< Pixels, at least 1.
  int height = 0;
};

/// Looks at the bytes, not at any name. Nothing for what is not a picture that Word shows, or a broken one.
std::optional<PictureInfo> pictureInfo(std::string_view bytes);

}  // namespace tiku::formats
