#include "editor/inspector/similar_page.h"

#include <cmath>

#include <wx/dataview.h>
#include <wx/html/htmlwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/dots.h"
#include "editor/widgets/native.h"
#include "editor/widgets/page.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::TheoryItem;
using formats::operator""_a;

namespace {

constexpr int kPauseMilliseconds = 250;  // Of typing, before the list follows.

std::string html(const std::vector<MarkedText>& words) {
  std::string page;
  for (const MarkedText& piece : words) {
    const std::string text = page::words(piece.text);
    page += piece.mark == workflows::MarkedPiece::Mark::kDifferent ? "<b><u>" + text + "</u></b>" : text;
  }
  return page;
}

}  // namespace

SimilarPage::SimilarPage(wxWindow* parent, Host& host) : wxPanel(parent), host_(host) {
  state_ = new wxStaticText(this, wxID_ANY, {});
  state_->SetForegroundColour(quietInk());
  list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                 wxDV_SINGLE | wxDV_NO_HEADER | wxDV_ROW_LINES | wxBORDER_NONE);
  list_->AppendTextColumn({}, wxDATAVIEW_CELL_INERT, FromDIP(50));
  list_->AppendTextColumn({}, wxDATAVIEW_CELL_INERT, FromDIP(70));
  list_->AppendTextColumn({}, wxDATAVIEW_CELL_INERT, FromDIP(160));
  endInDots(list_);
  nameForReaders(list_, say("相似题"));
  detail_ = page::makeWindow(this, say("相似题的内容"));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(state_, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
  all->Add(list_, wxSizerFlags(1).Expand());
  all->Add(detail_, wxSizerFlags(1).Expand());
  SetSizer(all);
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { refresh(); });
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showChosen(); });
  list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
    const int row = list_->GetSelectedRow();
    if (row >= 0) host_.goTo(placeOf(found_[static_cast<std::size_t>(row)].item, host_.document().bank()));
  });
}

void SimilarPage::show(const Place& place) {
  const bool other = place.object != place_.object;
  place_ = place;
  if (other && visible_) refresh();
}

void SimilarPage::changed() {
  if (visible_) timer_.StartOnce(kPauseMilliseconds);
}

void SimilarPage::setVisible(bool visible) {
  visible_ = visible;
  if (visible) refresh();
}

void SimilarPage::refresh() {
  timer_.Stop();
  const TheoryItem* item = host_.document().bank().find<TheoryItem>(place_.object);
  found_.clear();
  list_->DeleteAllItems();
  if (item == nullptr) {
    state_->SetLabelText(shown(say("选中一道理论知识试题，这里列出与它相似的。")));
  } else if (auto found = host_.document().similarTo(*item)) {
    found_ = std::move(*found);
    state_->SetLabelText(shown(found_.empty() ? say("没有与它相似的试题。")
                                              : say("与它相似的 {count} 道试题", "count"_a = found_.size())));
  } else {
    state_->SetLabelText(shown(say("正在读取题库…")));
  }
  for (const SimilarTo& one : found_) {
    const auto* other = host_.document().bank().find<TheoryItem>(one.item);
    wxVector<wxVariant> line;
    line.push_back(wxString::Format("%d%%", static_cast<int>(std::lround(one.similarity * 100))));
    line.push_back(shown(validators::pairKindName(one.kind)));
    line.push_back(other == nullptr ? wxString() : shown(other->stem.str()).BeforeFirst('\n'));
    list_->AppendItem(line);
  }
  if (!found_.empty()) list_->SelectRow(0);
  showChosen();
}

void SimilarPage::showChosen() {
  const int row = list_->GetSelectedRow();
  std::string text;
  if (row >= 0 && row < static_cast<int>(found_.size())) {
    const SimilarTo& one = found_[static_cast<std::size_t>(row)];
    const auto* other = host_.document().bank().find<TheoryItem>(one.item);
    if (other != nullptr)
      text += "<p>" + page::words(std::string(other->level.longName()) + "　" + other->code) + "</p>";
    text += "<p>" + html(one.stem) + "</p><p>";
    for (std::size_t i = 0; i < one.options.size(); ++i) {
      text += std::string(1, static_cast<char>('A' + i)) + "．" + html(one.options[i]) + "<br>";
    }
    text += "</p>";
  }
  page::show(detail_, text);
}

}  // namespace tiku::editor
