#include "formats/exchange/text_encoding.h"

#include <algorithm>
#include <cctype>
#include <memory>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::formats {
namespace {

int lineAt(std::string_view bytes, std::size_t offset) {
  return 1 + static_cast<int>(
                 std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::string adviceToSaveAsUtf8() {
  return say("请用 Excel、WPS 或记事本打开它，另存为 UTF-8 编码后再导入。");
}

// Offset of the first byte that is not part of strict UTF-8 (RFC 3629); npos when all are.
std::size_t firstNotUtf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t begin = at;
    UChar32 character = 0;
    // The macro works with any signed index, so files over 2 GiB are no trap.
    U8_NEXT(data, at, size, character);
    if (character < 0) return static_cast<std::size_t>(begin);
  }
  return std::string_view::npos;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Decodes strictly, and then nothing when a byte sequence is invalid or cut off.
bool decode(const char* encoding, std::string_view bytes, std::string& text, bool strictly = true) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding, &status));
  if (strictly)
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString units(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(),
                                 status);
  if (U_FAILURE(status)) return false;
  text.clear();
  units.toUTF8String(text);
  return true;
}

// Shares of the two-byte characters by area. GB 2312 has both bytes from 0xA1 on, symbols in rows A1..A9 and
// Han characters in rows B0..F7.
bool looksChinese(std::string_view bytes) {
  std::size_t usual = 0;
  std::size_t unusual = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    if (lead < 0x80) continue;
    const auto trail = static_cast<unsigned char>(bytes[i + 1]);
    const bool four = trail >= 0x30 && trail <= 0x39;
    const bool gb2312 = trail >= 0xA1 && ((lead >= 0xA1 && lead <= 0xA9) || (lead >= 0xB0 && lead <= 0xF7));
    ++(gb2312 ? usual : unusual);
    i += four ? 3 : 1;
  }
  return usual > 0 && usual >= 4 * unusual;
}

bool hasOddCharacters(const std::string& text) {
  std::int32_t at = 0;
  const auto size = static_cast<std::int32_t>(text.size());
  while (at < size) {
    UChar32 character = 0;
    U8_NEXT(text.data(), at, size, character);
    const auto category = u_charType(character);
    if (category == U_PRIVATE_USE_CHAR || category == U_UNASSIGNED || category == U_SURROGATE) return true;
    if (category == U_CONTROL_CHAR && character >= 0x80) return true;
  }
  return false;
}

// The charset that the head of a page names; "gb18030" for all of its family.
std::string declaredCharset(std::string_view bytes) {
  constexpr std::size_t kHead = 4096;
  std::string head(bytes.substr(0, kHead));
  std::ranges::transform(head, head.begin(), [](unsigned char c) { return std::tolower(c); });
  const std::size_t at = head.find("charset=");
  if (at == std::string::npos) return {};
  std::size_t from = at + 8;
  while (from < head.size() && (head[from] == '"' || head[from] == '\'' || head[from] == ' ')) ++from;
  std::size_t to = from;
  while (to < head.size() &&
         (std::isalnum(static_cast<unsigned char>(head[to])) != 0 || head[to] == '-' || head[to] == '_'))
    ++to;
  const std::string name = head.substr(from, to - from);
  return name == "gbk" || name == "gb2312" ? "gb18030" : name;
}

[[noreturn]] void refuseAt(std::string_view bytes, std::size_t offset, const std::string& name,
                           const std::string& message) {
  throw FormatError(ErrorCode::kNotUnderstood, message, {name, lineAt(bytes, offset), {}},
                    adviceToSaveAsUtf8());
}

}  // namespace

DecodedText decodeText(std::string_view bytes, const std::string& name) {
  constexpr std::size_t kMostBytes = 512U << 20U;  // ICU counts in 32 bits.
  if (bytes.size() > kMostBytes) {
    throw FormatError(ErrorCode::kOverLimit,
                      say("文本文件超过安全上限 {limit} MiB。", "limit"_a = kMostBytes >> 20U),
                      {name, 0, {}});
  }
  DecodedText result;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    result.encoding = "UTF-16";
    if (!decode("UTF-16", bytes, result.text) || result.text.find('\0') != std::string::npos) {
      throw FormatError(ErrorCode::kNotUnderstood, say("文件不是有效的 UTF-16 文本。"), {name, 0, {}},
                        adviceToSaveAsUtf8());
    }
    return result;
  }
  const std::size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos) {
    refuseAt(bytes, nul, name, say("第 {byte} 个字节是空字符（NUL），这不是文本文件。", "byte"_a = nul + 1));
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t wrong = firstNotUtf8(bytes);
  if (wrong == std::string_view::npos) return {std::string(bytes), "UTF-8"};
  result.encoding = "GB18030";
  if (!looksChinese(bytes) || !decode("gb18030", bytes, result.text) || hasOddCharacters(result.text)) {
    refuseAt(
        bytes, wrong, name,
        say("从第 {byte} 个字节起不是 UTF-8 文本，也不像 GB18030 文本，认不出编码。", "byte"_a = wrong + 1));
  }
  return result;
}

DecodedText decodePage(std::string_view bytes, const std::string& name) {
  try {
    return decodeText(bytes, name);
  } catch (const FormatError& error) {
    if (error.code() != ErrorCode::kNotUnderstood) throw;
    const std::string charset = declaredCharset(bytes);
    DecodedText result;
    result.encoding = charset;
    if (charset.empty() || !decode(charset.c_str(), bytes, result.text, false)) throw;
    return result;
  }
}

}  // namespace tiku::formats
