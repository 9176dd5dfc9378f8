#pragma once

#include <string>
#include <string_view>

namespace tiku::formats {

/// A text file's words, whatever encoding its author's program chose.
struct DecodedText {
  std::string text;      ///< UTF-8 without byte order mark.
  std::string encoding;  ///< "UTF-8", "UTF-16" or "GB18030": for the report.
};

/// Reads UTF-8 (with or without byte order mark), UTF-16 with one, or GB18030 (so GBK and GB2312 too).
///
/// Strict UTF-8 comes first, since text in another encoding is practically never valid UTF-8. GB18030 is
/// believed only when the bytes are valid and look like Chinese: most two-byte characters in the area of GB
/// 2312, which holds what people write, no private or unassigned characters. Anything else, and a NUL byte
/// outside UTF-16, throws FormatError kNotUnderstood that names the line and the byte (1-based).
DecodedText decodeText(std::string_view bytes, const std::string& name);

/// Like decodeText(), for a page that says in its own head what it is written in ("<meta charset=gbk>"): what
/// decodeText() refuses is read as declared, with U+FFFD for what is no character there.
DecodedText decodePage(std::string_view bytes, const std::string& name);

}  // namespace tiku::formats
