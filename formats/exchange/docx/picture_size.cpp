#include "formats/exchange/docx/picture_size.h"

#include <cstddef>
#include <cstdint>

namespace tiku::formats {
namespace {

std::uint32_t byteAt(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t bigEndian(std::string_view bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) value = value << 8U | byteAt(bytes, at + static_cast<std::size_t>(i));
  return value;
}

std::uint32_t littleEndian(std::string_view bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = count; i-- > 0;) value = value << 8U | byteAt(bytes, at + static_cast<std::size_t>(i));
  return value;
}

std::optional<PictureInfo> sized(std::string_view extension, std::uint32_t width, std::uint32_t height) {
  constexpr std::uint32_t kLargest = 100'000;
  if (width == 0 || height == 0 || width > kLargest || height > kLargest) return std::nullopt;
  return PictureInfo{extension, static_cast<int>(width), static_cast<int>(height)};
}

/// ITU T.81: the frame header (SOF0..15 without DHT, JPG, DAC) holds height and width.
std::optional<PictureInfo> jpegInfo(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 9 < bytes.size()) {
    if (byteAt(bytes, at) != 0xFF) return std::nullopt;
    const std::uint32_t marker = byteAt(bytes, at + 1);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) return sized("jpeg", bigEndian(bytes, at + 7, 2), bigEndian(bytes, at + 5, 2));
    at += 2 + bigEndian(bytes, at + 2, 2);
  }
  return std::nullopt;
}

}  // namespace

std::optional<PictureInfo> pictureInfo(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n") && bytes.size() >= 24) {
    return sized("png", bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4));
  }
  if (bytes.starts_with("\xFF\xD8\xFF")) return jpegInfo(bytes);
  if ((bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) && bytes.size() >= 10) {
    return sized("gif", littleEndian(bytes, 6, 2), littleEndian(bytes, 8, 2));
  }
  if (bytes.starts_with("BM") && bytes.size() >= 26) {
    const std::uint32_t height = littleEndian(bytes, 22, 4);  // Negative when stored from the top down.
    return sized("bmp", littleEndian(bytes, 18, 4), height > 0x7FFF'FFFFU ? 0U - height : height);
  }
  return std::nullopt;
}

}  // namespace tiku::formats
