#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/model/text.h"
#include "validators/checker/fix.h"

namespace tiku::validators {

/// The text with the changes made; their field is not looked at. Pieces, paragraphs and tables around stay as
/// they are. Nothing when it cannot be done to the letter: other words stand there than the change says, two
/// changes overlap, or a stretch reaches over the end of a paragraph, into a blank or formula or over a
/// picture.
std::optional<formats::RichText> withChanges(const formats::RichText& text, std::vector<TextChange> changes);

/// Likewise of plain words, which have no form but their own.
std::optional<std::string> withChanges(const std::string& text, std::vector<TextChange> changes);

}  // namespace tiku::validators
