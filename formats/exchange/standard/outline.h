#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/document.h"

/// Where the chapters of a standard begin, and what before them is cover, contents or preface.
namespace tiku::formats::standards {

enum class Chapter { kFront, kOverview, kBasics, kWork, kWeights, kAnnex };

/// The chapter that begins with this line: 职业概况, 基本要求, 工作要求, 权重表 (before 2018 比重表), 附录,
/// with or without its number, and nothing else on the line.
std::optional<Chapter> chapterOf(const std::string& line);

/// A line of a table of contents: leaders or a tab and a page number at its end, or a style of contents.
bool isContentsLine(const DocParagraph& paragraph);

/// A page number or the occupation's code alone on a line: the head or foot of a page that was copied into
/// the text. `figures`: a bare figure is one; among weights it is not.
bool isPageFurniture(const std::string& line, bool figures);

/// The titles that sections of chapter 1 have, by 编制技术规程 of 2018 and 2023 and in older standards.
bool isSectionTitle(const std::string& title);
/// The title of that kind that a run-in heading begins with ("1.1 职业名称 量具检修工"); empty without one.
std::string sectionTitleBefore(const std::string& words);

/// Index of the block with which the standard proper begins: its first chapter behind cover, contents and
/// preface. Nothing when the document has neither such a chapter nor a table of work requirements.
std::optional<std::size_t> beginOf(const Document& document);

}  // namespace tiku::formats::standards
