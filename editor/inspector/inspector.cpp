#include "editor/inspector/inspector.h"

#include <wx/notebook.h>
#include <wx/sizer.h>

#include "editor/inspector/findings_page.h"
#include "editor/inspector/history_page.h"
#include "editor/inspector/review_line.h"
#include "editor/inspector/similar_page.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

Inspector::Inspector(wxWindow* parent, Host& host) : wxPanel(parent) {
  review_ = new ReviewLine(this, host);
  book_ = new wxNotebook(this, wxID_ANY);
  nameForReaders(book_, say("选中的内容"));
  findings_ = new FindingsPage(book_, host);
  similar_ = new SimilarPage(book_, host);
  book_->AddPage(findings_, shown(say("检查")), true);
  history_ = new HistoryPage(book_, host);
  book_->AddPage(similar_, shown(say("相似题")));
  book_->AddPage(history_, shown(say("历史")));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(review_, wxSizerFlags().Expand());
  sizer->Add(book_, wxSizerFlags(1).Expand());
  SetSizer(sizer);
  book_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
    event.Skip();
    similar_->setVisible(event.GetSelection() == 1);
    history_->setVisible(event.GetSelection() == 2);
  });
}

void Inspector::show(const Place& place) {
  review_->show(place);
  findings_->show(place);
  similar_->show(place);
  history_->show(place);
}

void Inspector::happened(const DocumentEvent& event) {
  if (event.checked) findings_->judged(event.judged, event.everythingJudged);
  if (!event.changes.empty() || event.similar) similar_->changed();
  if (!event.changes.empty()) history_->changed();
  if (!event.changes.empty()) review_->changed(event.changes);
  if (event.history || event.saved) history_->historyMoved();
}

void Inspector::showAllFindings() {
  book_->ChangeSelection(0);
  similar_->setVisible(false);
  history_->setVisible(false);
  findings_->showAll();
}

}  // namespace tiku::editor
