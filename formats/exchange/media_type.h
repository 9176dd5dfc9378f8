#pragma once

#include <map>
#include <string>
#include <string_view>

namespace tiku::formats {

/// File extension of a picture by its content: "png", "jpg", "gif", "bmp", "tif", "webp", "emf", "wmf",
/// "svg"; empty for anything else.
std::string pictureExtension(std::string_view bytes);

/// Puts the picture into `media` under its name `<sha256>.<ext>` and returns the name; empty, and nothing is
/// put, when it is no picture.
std::string addPicture(std::map<std::string, std::string>& media, std::string bytes);

}  // namespace tiku::formats
