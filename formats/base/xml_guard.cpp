#include "formats/base/xml_guard.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <libxml/parserInternals.h>
#include <unicode/ucnv.h>

#include "formats/base/say.h"

namespace tiku::formats {
namespace {

[[noreturn]] void refuse(ErrorCode code, const std::string& message, const std::string& name, int line) {
  throw FormatError(code, message, {name, line, {}});
}

/// Looks at the markup before the parser does: libxml2 takes quadratic time over the attributes of one
/// element, and a DOCTYPE is refused whatever it says.
class Prescan {
 public:
  Prescan(std::string_view text, const std::string& name, const XmlLimits& limits)
      : text_(text), name_(name), limits_(limits) {}

  void run() {
    while (at_ < text_.size()) {
      const std::size_t open = text_.find('<', at_);
      if (open == std::string_view::npos) return;
      at_ = open + 1;
      if (skip("!--", "-->") || skip("![CDATA[", "]]>") || skip("?", "?>")) continue;
      if (text_.substr(at_, 1) == "!") {
        refuse(ErrorCode::kNotUnderstood, say("文件含有文档类型声明（DOCTYPE），出于安全不予读取。"), name_,
               line());
      }
      if (text_.substr(at_, 1) == "/") {
        --depth_;
        continue;
      }
      startTag();
    }
  }

 private:
  bool skip(std::string_view open, std::string_view close) {
    if (text_.substr(at_, open.size()) != open) return false;
    const std::size_t end = text_.find(close, at_ + open.size());
    at_ = end == std::string_view::npos ? text_.size() : end + close.size();
    return true;
  }

  void startTag() {
    int attributes = 0;
    for (;;) {
      at_ = text_.find_first_of("\"'>", at_);
      if (at_ == std::string_view::npos) {
        at_ = text_.size();
        return;
      }
      if (text_[at_] == '>') break;
      at_ = text_.find(text_[at_], at_ + 1);
      if (at_ == std::string_view::npos) {
        at_ = text_.size();
        return;
      }
      ++at_;
      if (++attributes > limits_.attributes) {
        refuse(ErrorCode::kOverLimit,
               say("一个元素的属性超过 {limit} 个，超出安全上限。", "limit"_a = limits_.attributes), name_,
               line());
      }
    }
    if (text_[at_ - 1] != '/' && ++depth_ > limits_.depth) {
      refuse(ErrorCode::kOverLimit, say("元素嵌套超过 {limit} 层，超出安全上限。", "limit"_a = limits_.depth),
             name_, line());
    }
    ++at_;
  }

  [[nodiscard]] int line() const {
    return 1 + static_cast<int>(
                   std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at_), '\n'));
  }

  std::string_view text_;
  const std::string& name_;
  const XmlLimits& limits_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

std::string fromUtf16(std::string_view bytes, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const auto length = static_cast<std::int32_t>(bytes.size());
  std::string text(bytes.size() * 3 / 2 + 4, '\0');
  const std::int32_t size = ucnv_convert(
      "UTF-8", "UTF-16", text.data(), static_cast<std::int32_t>(text.size()), bytes.data(), length, &status);
  if (U_FAILURE(status)) refuse(ErrorCode::kNotUnderstood, say("文件不是有效的 UTF-16 文本。"), name, 0);
  text.resize(static_cast<std::size_t>(size));
  return text;
}

/// The encoding of the XML declaration, if it is one whose markup characters are single ASCII bytes: only
/// then is what Prescan saw what the parser will see.
std::string declaredEncoding(std::string_view text, const std::string& name) {
  constexpr std::array<std::string_view, 9> kReadable{
      "utf-8", "utf8", "us-ascii", "ascii", "gb18030", "gbk", "gb2312", "iso-8859-1", "windows-1252"};
  if (!text.starts_with("<?xml")) return "UTF-8";
  const std::string_view declaration = text.substr(0, text.find("?>"));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return "UTF-8";
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return "UTF-8";
  const std::string_view value =
      declaration.substr(at + 1, declaration.find(declaration[at], at + 1) - at - 1);
  std::string lower(value);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
  if (std::ranges::find(kReadable, lower) == kReadable.end()) {
    refuse(ErrorCode::kNotUnderstood,
           say("不支持文件声明的编码“{encoding}”，请另存为 UTF-8。", "encoding"_a = std::string(value)), name,
           1);
  }
  return lower == "gbk" || lower == "gb2312" ? "GB18030" : std::string(value);
}

void stopAtDoctype(void* data, const xmlChar* /*name*/, const xmlChar* /*external*/,
                   const xmlChar* /*system*/) {
  xmlStopParser(static_cast<xmlParserCtxt*>(data));
}

}  // namespace

GuardedXml::GuardedXml(std::string_view content, const std::string& name, const XmlLimits& limits)
    : content_(content) {
  if (content.size() > limits.bytes) {
    refuse(ErrorCode::kOverLimit, say("文件大小超过安全上限 {limit} MiB。", "limit"_a = limits.bytes >> 20U),
           name, 0);
  }
  if (content_.starts_with("\xFF\xFE") || content_.starts_with("\xFE\xFF")) {
    converted_ = fromUtf16(content_, name);
    content_ = converted_;
    encoding_ = "UTF-8";
  }
  if (content_.starts_with("\xEF\xBB\xBF")) content_.remove_prefix(3);
  if (encoding_.empty()) encoding_ = declaredEncoding(content_, name);
  Prescan(content_, name, limits).run();
}

void XmlFirstError::watch(xmlParserCtxt& context) {
  context._private = this;
  context.sax->serror = keep;
  context.sax->internalSubset = stopAtDoctype;
}

void XmlFirstError::keep(void* data, xmlErrorPtr error) {
  auto* context = static_cast<xmlParserCtxt*>(data);
  if (context == nullptr || error == nullptr || error->level < XML_ERR_ERROR) return;
  auto* first = static_cast<XmlFirstError*>(context->_private);
  if (first == nullptr || first->found_) return;
  first->found_ = true;
  first->line_ = error->line;
  first->message_ = error->message == nullptr ? "" : error->message;
  while (!first->message_.empty() && std::isspace(static_cast<unsigned char>(first->message_.back())) != 0) {
    first->message_.pop_back();
  }
}

void XmlFirstError::refuse(const std::string& name) const {
  tiku::formats::refuse(ErrorCode::kNotUnderstood,
                        message_.empty() ? say("文件不是完整的 XML。")
                                         : say("文件不是完整的 XML：{reason}。", "reason"_a = message_),
                        name, line_);
}

}  // namespace tiku::formats
