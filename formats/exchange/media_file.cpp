#include "formats/exchange/media_file.h"

#include "formats/base/digest.h"
#include "formats/exchange/zip_parts.h"

namespace tiku::formats {
namespace {

std::string smallExtension(const std::filesystem::path& path) {
  std::string extension;
  for (char c : path.extension().string()) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) extension += c;
  }
  return extension.empty() || extension.size() > 8 ? "bin" : extension;
}

}  // namespace

Media mediaOfFile(const std::filesystem::path& file) {
  Media media;
  media.bytes = readWholeFile(file, Limits().mediaBytes);
  const std::string digest = sha256(media.bytes);
  media.id = *Id::ofDigest(digest);
  media.name = digest + '.' + smallExtension(file);
  return media;
}

}  // namespace tiku::formats
