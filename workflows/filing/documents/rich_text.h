#pragma once

#include <string>
#include <vector>

#include "formats/exchange/docx/writer.h"
#include "formats/model/text.h"

namespace tiku::workflows {

/// How the place of an answer is printed.
enum class BlankLook {
  kBrackets,  ///< （　　）
  kLine,      ///< ________, for fill-in items
};

/// The text as paragraphs and tables of a Word document, with its pictures, scripts and emphasis.
std::vector<formats::DocxBlock> blocksOf(const formats::RichText& text, formats::DocxStyle style,
                                         BlankLook blank = BlankLook::kBrackets);

/// Puts words before the text: a number, an option's letter. A text that begins with a table gets a paragraph
/// of its own for them.
std::vector<formats::DocxBlock> labelled(std::string label, std::vector<formats::DocxBlock> blocks,
                                         formats::DocxStyle style);

/// The text in one line of runs: paragraphs joined by line breaks, tables as their words.
std::vector<formats::DocxRun> runsOf(const formats::RichText& text, BlankLook blank = BlankLook::kBrackets);

/// A cell that holds the text.
formats::DocxCell cellOf(const formats::RichText& text, formats::DocxStyle style);

}  // namespace tiku::workflows
