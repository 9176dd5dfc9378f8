#pragma once

#include <map>
#include <string>

#include "formats/exchange/document.h"
#include "formats/exchange/docx/left_out.h"
#include "formats/exchange/docx/numbering.h"
#include "formats/exchange/docx/styles.h"
#include "formats/exchange/zip_parts.h"

namespace tiku::formats {

/// True for elements of WordprocessingML, transitional or strict.
bool isWord(XmlElement element);

/// The value of r:embed, r:id ...; transitional or strict. Empty without one.
std::string relationshipId(XmlElement element, std::string_view name);

/// The branch of mc:AlternateContent to read: the first whose content this reader can show, else the
/// fallback.
XmlElement chosenBranch(XmlElement alternateContent);

/// What the readers of blocks and of runs share while one document is read.
struct WordContext {
  const ZipParts& parts;
  std::map<std::string, Relationship> links;  ///< Of the main part.
  const Styles& styles;
  Numbering& numbering;
  Document& document;
  LeftOutNotes notes;
  std::string at;                              ///< The place being read: "段 12", "表 1 行 3".
  std::map<std::string, std::string> margins;  ///< "footnote/2", "comment/0" -> their words
};

}  // namespace tiku::formats
