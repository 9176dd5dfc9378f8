#pragma once

#include <string>
#include <string_view>

#include "formats/base/error.h"

namespace tiku::formats {

/// What a file is by its first bytes, whatever its name says.
enum class FileLook {
  kEmpty,
  kZip,              ///< .docx, .xlsx, .tiku: any zip
  kOldWord,          ///< Word 97-2003 binary (.doc)
  kOldExcel,         ///< Excel 97-2003 binary (.xls)
  kOldOffice,        ///< Another OLE compound file
  kEncryptedOffice,  ///< A .docx or .xlsx with a password to open it
  kRtf,
  kHtml,
  kOfficeXml2003,  ///< Word or Excel 2003 XML, often named .doc or .xls
  kPdf,
  kText,    ///< Text in some encoding: no control characters
  kBinary,  ///< None of these
};

FileLook lookOf(std::string_view bytes);

/// Whether a text is that of a web page, or of a piece of one: kHtml, for words that are decoded already.
bool looksLikePage(std::string_view text);

/// "旧版 Word 文档（.doc）": for messages.
std::string nameOf(FileLook look);

/// What the user can do to make the file readable as `wanted` (".docx", ".xlsx"); may be empty.
std::string adviceFor(FileLook look, const std::string& wanted);

/// The error "this is not a `wanted` but ...", code kNotUnderstood, to be thrown by a reader.
FormatError notReadableAs(const std::string& wanted, std::string_view bytes, const std::string& name);

}  // namespace tiku::formats
