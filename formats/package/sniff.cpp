#include "formats/package/sniff.h"

#include <array>
#include <fstream>
#include <memory>

#include <unicode/utf8.h>
#include <zip.h>

#include "formats/base/say.h"

namespace tiku::formats {
namespace {

std::string firstBytes(const std::filesystem::path& file) {
  std::array<char, 64> bytes{};
  std::ifstream stream(file, std::ios::binary);
  stream.read(bytes.data(), bytes.size());
  return {bytes.data(), static_cast<std::size_t>(stream.gcount())};
}

std::string zipKind(const std::filesystem::path& file) {
  struct Closer {
    void operator()(zip_t* zip) const { ::zip_discard(zip); }
  };
  const std::unique_ptr<zip_t, Closer> zip(::zip_open(file.c_str(), ZIP_RDONLY, nullptr));
  if (!zip) return say("是损坏或不完整的 zip 压缩文件。");
  const auto holds = [&](const char* name) { return ::zip_name_locate(zip.get(), name, 0) >= 0; };
  if (holds("word/document.xml")) return say("是 Word 文档（.docx）。");
  if (holds("xl/workbook.xml")) return say("是 Excel 工作簿（.xlsx）。");
  if (holds("ppt/presentation.xml")) return say("是 PowerPoint 演示文稿（.pptx）。");
  if (holds("tiku.xml")) return say("是装着题库文件的普通压缩包，第一个条目不是 mimetype。");
  if (holds("imsmanifest.xml")) return say("是 IMS 内容包（QTI 等）。");
  return say("是别的 zip 压缩文件。");
}

}  // namespace

std::string whatItLooksLike(const std::filesystem::path& file) {
  using namespace std::string_view_literals;
  const std::string bytes = firstBytes(file);
  if (bytes.empty()) return say("是空文件。");
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) return zipKind(file);
  if (bytes.starts_with("\xD0\xCF\x11\xE0"sv))
    return say("是旧版 Office 文件（.doc、.xls）或加密的 Office 文件。");
  if (bytes.starts_with("Rar!"sv)) return say("是 RAR 压缩文件。");
  if (bytes.starts_with("7z\xBC\xAF"sv)) return say("是 7-Zip 压缩文件。");
  if (bytes.starts_with("\x1F\x8B"sv)) return say("是 gzip 压缩文件。");
  if (bytes.starts_with("%PDF"sv)) return say("是 PDF 文件。");
  if (bytes.starts_with("<?xml"sv) || bytes.starts_with("\xEF\xBB\xBF<?xml"sv)) return say("是 XML 文件。");
  return say("不是 zip 压缩文件。");
}

std::string printableName(std::string_view name) {
  constexpr int32_t kMost = 120;
  std::string text;
  const auto length = static_cast<int32_t>(name.size());
  for (int32_t at = 0; at < length && at < kMost;) {
    const int32_t start = at;
    UChar32 c = 0;
    U8_NEXT(name.data(), at, length, c);
    if (c < 0x20 || c == 0x7F) {
      text += "\xEF\xBF\xBD";
    } else {
      text += name.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start));
    }
  }
  return length > kMost ? text + "…" : text;
}

}  // namespace tiku::formats
