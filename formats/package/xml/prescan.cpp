#include "formats/package/xml/prescan.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::formats::xml {
namespace {

int lineAt(std::string_view content, std::size_t at) {
  return 1 + static_cast<int>(std::ranges::count(content.substr(0, at), '\n'));
}

// The value of `encoding=` in the XML declaration, in lower case; empty when there is none.
std::string declaredEncoding(std::string_view content) {
  if (!content.starts_with("<?xml")) return {};
  const std::string_view head = content.substr(0, std::min(content.find("?>"), content.size()));
  const std::size_t key = head.find("encoding");
  if (key == std::string_view::npos) return {};
  const std::size_t open = head.find_first_of("\"'", key);
  if (open == std::string_view::npos) return {};
  const std::size_t close = head.find(head[open], open + 1);
  if (close == std::string_view::npos) return {};
  std::string name(head.substr(open + 1, close - open - 1));
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return name;
}

// Position after the markup that starts at `at` and is no tag (comment, CDATA, instruction); `at` when it is
// a tag.
std::size_t skipMarkup(std::string_view content, std::size_t at) {
  const auto after = [&](std::string_view end) {
    const std::size_t found = content.find(end, at);
    return found == std::string_view::npos ? content.size() : found + end.size();
  };
  const std::string_view here = content.substr(at);
  if (here.starts_with("<!--")) return after("-->");
  if (here.starts_with("<![CDATA[")) return after("]]>");
  if (here.starts_with("<?")) return after("?>");
  return at;
}

void checkTags(std::string_view content, const Limits& limits, const std::string& file) {
  std::size_t at = content.find('<');
  while (at != std::string_view::npos) {
    const std::size_t skipped = skipMarkup(content, at);
    if (skipped != at) {
      at = content.find('<', skipped);
      continue;
    }
    if (content.substr(at).starts_with("<!DOCTYPE")) {
      throw FormatError(ErrorCode::kNotUnderstood, say("文件里有 DOCTYPE 声明；为了安全，不读这样的文件。"),
                        {file, lineAt(content, at), {}});
    }
    int count = 0;
    char quote = 0;
    std::size_t i = at + 1;
    for (; i < content.size(); ++i) {
      const char c = content[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '>') {
        break;
      } else if (c == '"' || c == '\'') {
        quote = c;
        if (++count > limits.xmlAttributes) {
          throw FormatError(ErrorCode::kOverLimit,
                            say("一个元素有超过 {limit} 个属性。", "limit"_a = limits.xmlAttributes),
                            {file, lineAt(content, at), {}});
        }
      }
    }
    at = content.find('<', i);
  }
}

}  // namespace

void prescan(std::string_view content, const Limits& limits, const std::string& file) {
  // libxml2 counts bytes in an int, and its position in a line too.
  constexpr std::uint64_t kParserBytes = 1U << 30U;
  const std::uint64_t limit = std::min(limits.fileBytes, kParserBytes);
  if (content.size() > limit) {
    throw FormatError(
        ErrorCode::kOverLimit,
        say("文件有 {size} 字节，超过上限 {limit} 字节。", "size"_a = content.size(), "limit"_a = limit),
        {file, 0, {}});
  }
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  const std::string encoding = declaredEncoding(content);
  const bool utf8 = encoding.empty() || encoding == "utf-8" || encoding == "utf8";
  // A NUL byte also gives away UTF-16 and UTF-32, which libxml2 would otherwise detect and read.
  if (!utf8 || content.find('\0') != std::string_view::npos) {
    throw FormatError(ErrorCode::kNotUnderstood, say("文件不是 UTF-8 编码。"), {file, 1, {}},
                      say("请把文件另存为 UTF-8 编码。"));
  }
  const std::size_t start = content.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || content[start] != '<') {
    throw FormatError(ErrorCode::kNotUnderstood, say("文件是空的，或者不是 XML。"), {file, 1, {}});
  }
  checkTags(content, limits, file);
}

}  // namespace tiku::formats::xml
