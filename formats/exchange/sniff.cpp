#include "formats/exchange/sniff.h"

#include <algorithm>
#include <cctype>

#include "formats/base/say.h"

namespace tiku::formats {
namespace {

constexpr std::size_t kHead = 4096;

/// `word` as the UTF-16LE in which an OLE directory names its streams.
std::string wide(std::string_view word) {
  std::string bytes;
  for (const char c : word) {
    bytes += c;
    bytes += '\0';
  }
  return bytes;
}

/// An old workbook with a password: behind the first record of its stream stands that of the password
/// ([MS-XLS] 2.4.117 FilePass), perhaps after that of its write protection.
bool isLockedWorkbook(std::string_view bytes) {
  constexpr std::string_view kBegin("\x09\x08\x10\x00\x00\x06\x05\x00", 8);
  constexpr std::string_view kWriteProtect("\x86\x00\x00\x00", 4);
  constexpr std::string_view kFilePass("\x2F\x00", 2);
  constexpr std::size_t kBeginRecord = 20;
  const std::size_t begin = bytes.find(kBegin);
  if (begin == std::string_view::npos || bytes.size() < begin + kBeginRecord) return false;
  std::string_view next = bytes.substr(begin + kBeginRecord);
  if (next.starts_with(kWriteProtect)) next.remove_prefix(kWriteProtect.size());
  return next.starts_with(kFilePass);
}

FileLook lookOfOle(std::string_view bytes) {
  const auto has = [bytes](std::string_view stream) {
    return bytes.find(wide(stream)) != std::string_view::npos;
  };
  if (has("EncryptedPackage")) return FileLook::kEncryptedOffice;
  if (has("WordDocument")) return FileLook::kOldWord;
  if (has("Workbook") || has("Book"))
    return isLockedWorkbook(bytes) ? FileLook::kEncryptedOffice : FileLook::kOldExcel;
  return FileLook::kOldOffice;
}

/// `lower` is the beginning of the text in small letters. Questions about HTML name tags too: a piece of a
/// page begins with one, or closes many.
bool isPage(std::string_view lower) {
  for (const char* mark : {"<!doctype html", "<html", "<body"}) {
    if (lower.find(mark) != std::string::npos) return true;
  }
  constexpr int kMany = 3;
  int closed = 0;
  for (const std::string_view mark : {"</p>", "</div>", "</table>", "</td>", "</li>", "</span>", "<br"}) {
    for (std::size_t at = lower.find(mark); at != std::string_view::npos && closed < kMany;
         at = lower.find(mark, at + 1))
      ++closed;
  }
  const std::size_t first = lower.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  const bool begins = first != std::string_view::npos && lower[first] == '<';
  if (!begins) return closed >= kMany && lower.find("<div") != std::string_view::npos;
  const std::string_view rest = lower.substr(first);
  if (rest.starts_with("<?xml") || rest.starts_with("<svg")) return false;
  for (const std::string_view tag :
       {"<p", "<div", "<table", "<h1", "<h2", "<h3", "<h4", "<ul", "<ol", "<li", "<span", "<head", "<meta",
        "<title", "<link", "<style", "<section", "<!--"})
    if (rest.starts_with(tag)) return closed > 0;
  return false;
}

FileLook lookOfText(std::string_view head) {
  std::string lower(head);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
  if (lower.find("schemas.microsoft.com/office/word/2003") != std::string::npos ||
      lower.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string::npos ||
      lower.find("progid=\"word.document\"") != std::string::npos ||
      lower.find("progid=\"excel.sheet\"") != std::string::npos) {
    return FileLook::kOfficeXml2003;
  }
  return isPage(lower) ? FileLook::kHtml : FileLook::kText;
}

bool isControl(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1A;
}

}  // namespace

FileLook lookOf(std::string_view bytes) {
  if (bytes.empty()) return FileLook::kEmpty;
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return FileLook::kZip;
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return lookOfOle(bytes);
  if (bytes.starts_with("{\\rtf")) return FileLook::kRtf;
  if (bytes.starts_with("%PDF-")) return FileLook::kPdf;
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  std::string_view head = bytes.substr(0, kHead);
  if (utf16) return FileLook::kText;
  if (std::ranges::any_of(head, isControl)) return FileLook::kBinary;
  return lookOfText(head);
}

bool looksLikePage(std::string_view text) {
  return lookOfText(text.substr(0, kHead)) == FileLook::kHtml;
}

std::string nameOf(FileLook look) {
  switch (look) {
    case FileLook::kEmpty:
      return say("空文件");
    case FileLook::kZip:
      return say("压缩包，但里面没有所需的内容");
    case FileLook::kOldWord:
      return say("旧版 Word 文档（.doc）");
    case FileLook::kOldExcel:
      return say("旧版 Excel 工作簿（.xls）");
    case FileLook::kOldOffice:
      return say("旧版 Office 文件");
    case FileLook::kEncryptedOffice:
      return say("设有打开密码的 Office 文件");
    case FileLook::kRtf:
      return say("RTF 文档");
    case FileLook::kHtml:
      return say("网页（HTML）");
    case FileLook::kOfficeXml2003:
      return say("Office 2003 的 XML 文件");
    case FileLook::kPdf:
      return say("PDF 文件");
    case FileLook::kText:
      return say("纯文本");
    case FileLook::kBinary:
      break;
  }
  return say("无法识别的二进制文件");
}

std::string adviceFor(FileLook look, const std::string& wanted) {
  switch (look) {
    case FileLook::kEncryptedOffice:
      return say("请在 Word、WPS 或 Excel 中打开它，取消打开密码后另存为 {wanted}。", "wanted"_a = wanted);
    case FileLook::kOldWord:
    case FileLook::kOldExcel:
    case FileLook::kOldOffice:
    case FileLook::kRtf:
    case FileLook::kHtml:
    case FileLook::kOfficeXml2003:
    case FileLook::kText:
      return say("请在 Word、WPS 或 Excel 中打开它，另存为 {wanted} 后再导入。", "wanted"_a = wanted);
    case FileLook::kPdf:
      return say("PDF 里没有段落和表格的结构，请向提供者索取 {wanted} 原文件。", "wanted"_a = wanted);
    default:
      return say("请核对文件是否选对、是否完整。");
  }
}

FormatError notReadableAs(const std::string& wanted, std::string_view bytes, const std::string& name) {
  const FileLook look = lookOf(bytes);
  return {ErrorCode::kNotUnderstood,
          say("这不是 {wanted} 文件，而是{look}。", "wanted"_a = wanted, "look"_a = nameOf(look)),
          {name, 0, {}},
          adviceFor(look, wanted)};
}

}  // namespace tiku::formats
