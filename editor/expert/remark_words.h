#pragma once

#include <string>

#include <wx/panel.h>

#include "editor/expert/card_text.h"
#include "formats/model/bank.h"
#include "validators/checker/finding.h"

namespace tiku::editor {

/// In whose colour a remark is marked.
validators::Severity severityOf(formats::Gravity gravity);
/// How its words are marked in the text.
Look markOf(formats::Gravity gravity);

/// "表述不清 · 一般 — 题干"
std::string headOf(const formats::Annotation& remark, const formats::Bank& bank);
/// The quoted words, the comment, and the suggestion as a tracked change.
StyledWords wordsOf(const formats::Annotation& remark, const formats::Bank& bank);

/// A card of the margin: a strip in the colour of the gravity, a head, and what the caller puts below.
class RemarkCard : public wxPanel {
 public:
  RemarkCard(wxWindow* parent, const std::string& head, validators::Severity severity);

 protected:
  [[nodiscard]] wxSizer* content() const { return content_; }

 private:
  wxSizer* content_ = nullptr;
};

}  // namespace tiku::editor
