#include "editor/expert/remark_words.h"

#include <wx/panel.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/text/reading_page.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "workflows/review/anchors.h"

namespace tiku::editor {

using formats::Annotation;
using formats::Bank;
using formats::Gravity;
using formats::say;
using formats::operator""_a;
using validators::Severity;

Severity severityOf(Gravity gravity) {
  switch (gravity) {
    case Gravity::kGrave:
      return Severity::kError;
    case Gravity::kCommon:
      return Severity::kWarning;
    case Gravity::kAdvice:
      break;
  }
  return Severity::kInfo;
}

Look markOf(Gravity gravity) {
  switch (gravity) {
    case Gravity::kGrave:
      return Look::kOnError;
    case Gravity::kCommon:
      return Look::kOnWarning;
    case Gravity::kAdvice:
      break;
  }
  return Look::kOnInfo;
}

std::string headOf(const Annotation& remark, const Bank& bank) {
  std::string head = wordOf(remark.kind) + " · " + wordOf(remark.gravity);
  const std::string field = fieldWord(bank, remark.anchor.object, remark.anchor.field);
  return field.empty() ? head : head + " — " + field;
}

StyledWords wordsOf(const Annotation& remark, const Bank& bank) {
  StyledWords words;
  const auto state = workflows::stateOf(remark.anchor, bank);
  if (!remark.anchor.quote.empty())
    words.line(say("“{quote}”", "quote"_a = remark.anchor.quote), Look::kQuiet);
  if (state != workflows::AnchorState::kHolds) words.line(say("（原文已经改动）"), Look::kQuiet);
  if (!remark.comment.empty()) words.line(remark.comment);
  if (!remark.suggestion) return words;
  words.line(say("建议改成："), Look::kQuiet);
  const formats::Object* object = bank.object(remark.anchor.object);
  std::string before = remark.anchor.quote;
  if (before.empty() && object != nullptr && !remark.anchor.field.empty() &&
      state == workflows::AnchorState::kHolds) {
    before = workflows::fieldWords(*object, remark.anchor.field).value_or("");
  }
  words.change(before, *remark.suggestion);
  return words;
}

RemarkCard::RemarkCard(wxWindow* parent, const std::string& head, Severity severity) : wxPanel(parent) {
  SetBackgroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW));
  auto* strip = new wxPanel(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(4, -1)));
  strip->SetBackgroundColour(colourOf(severity));
  auto* title =
      new wxStaticText(this, wxID_ANY, shown(head), wxDefaultPosition, wxSize(1, -1), wxST_ELLIPSIZE_END);
  title->SetFont(title->GetFont().Bold());
  title->SetToolTip(shown(head));
  content_ = new wxBoxSizer(wxVERTICAL);
  content_->Add(title, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(2)));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(strip, wxSizerFlags().Expand());
  row->Add(content_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(6)));
  SetSizer(row);
}

}  // namespace tiku::editor
