#pragma once

#include <string>

#include "formats/model/bank.h"

class wxHtmlWindow;
class wxWindow;

namespace tiku::editor {

/// An item as printed, with its key below, as HTML; under what it shares with others, where it is in a set.
std::string previewOf(const formats::TheoryItem& item, const formats::ItemSet* set);
std::string previewOf(const formats::SkillItem& item);

/// The window for such pages.
wxHtmlWindow* makePreview(wxWindow* parent);

/// Shows such a page in the colours of the system; pictures come from the bank.
void showPreview(wxHtmlWindow* window, const std::string& page, const formats::Bank& bank);

}  // namespace tiku::editor
