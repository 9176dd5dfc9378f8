// The layout of the room.
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

#include "editor/impact/impact_room.h"
#include "editor/impact/task_list.h"
#include "editor/impact/task_panel.h"
#include "editor/impact/update_head.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrapped_text.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

void ImpactRoom::layOut() {
  book_ = new wxSimplebook(this);
  book_->AddPage(makeQuietPage(book_), {});
  book_->AddPage(makeWorkPage(book_), {});
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(book_, wxSizerFlags(1).Expand());
  SetSizer(all);
}

wxWindow* ImpactRoom::makeQuietPage(wxWindow* book) {
  constexpr int kWidth = 520;
  auto* page = new wxPanel(book);
  const int gap = FromDIP(12);
  auto* title = new wxStaticText(page, wxID_ANY, shown(say("标准修订")));
  title->SetFont(title->GetFont().Scaled(1.4F).Bold());
  // A column of a comfortable width, the text as high as it needs to be.
  auto* column = new wxPanel(page);
  about_ = new WrappedText(column);
  begin_ = new wxButton(column, wxID_ANY, shown(say("开始更新(&N)…")));
  nameForReaders(begin_, say("开始更新"));
  toStandard_ = new wxButton(column, wxID_ANY, shown(say("到职业标准(&G)")));
  nameForReaders(toStandard_, say("到职业标准"));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(begin_);
  buttons->Add(toStandard_);
  auto* inside = new wxBoxSizer(wxVERTICAL);
  inside->Add(about_, wxSizerFlags().Expand());
  inside->Add(buttons, wxSizerFlags().Centre().Border(wxTOP, 2 * gap));
  column->SetSizer(inside);
  column->SetMinSize(FromDIP(wxSize(kWidth, 200)));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->AddStretchSpacer();
  all->Add(title, wxSizerFlags().Centre());
  all->Add(column, wxSizerFlags().Centre().Border(wxALL, gap));
  all->AddStretchSpacer(2);
  page->SetSizer(all);
  begin_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { begin(); });
  toStandard_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { host().goTo({.room = Room::kStandard}); });
  return page;
}

wxSizer* ImpactRoom::makeFilter(wxWindow* page) {
  const int gap = FromDIP(6);
  const auto label = [page](const std::string& words) {
    return new wxStaticText(page, wxID_ANY, shown(words));
  };
  which_ = new wxChoice(page, wxID_ANY);
  which_->Append(headed(say("待处理")));
  which_->Append(headed(say("全部")));
  which_->SetSelection(0);
  nameForReaders(which_, say("列出哪些"));
  level_ = new wxChoice(page, wxID_ANY);
  level_->Append(shown(say("所有等级")));
  level_->SetSelection(0);
  nameForReaders(level_, say("等级"));
  words_ = new wxSearchCtrl(page, wxID_ANY);
  words_->SetDescriptiveText(shown(say("查找：名称、题号、标准的条目")));
  words_->ShowCancelButton(true);
  words_->SetMinSize(FromDIP(wxSize(120, -1)));
  nameForReaders(words_, say("在清单里查找"));
  count_ = new wxStaticText(page, wxID_ANY, {});
  count_->SetForegroundColour(quietInk());
  save_ = new wxButton(page, wxID_ANY, shown(say("存影响清单(&S)…")));
  save_->SetToolTip(shown(say("把《标准修订影响清单》存成 Word 文件，可以打印、归档。")));
  nameForReaders(save_, say("存影响清单"));
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  line->Add(label(say("列出(&W)")), wxSizerFlags().CenterVertical());
  line->Add(which_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  line->Add(label(say("等级(&L)")), wxSizerFlags().CenterVertical().Border(wxLEFT, 2 * gap));
  line->Add(level_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  line->Add(words_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, 2 * gap));
  line->Add(count_, wxSizerFlags().CenterVertical().Border(wxLEFT, 2 * gap));
  line->Add(save_, wxSizerFlags().CenterVertical().Border(wxLEFT, 2 * gap));
  return line;
}

wxWindow* ImpactRoom::makeWorkPage(wxWindow* book) {
  const int gap = FromDIP(12);
  auto* page = new wxPanel(book);
  head_ = new UpdateHead(page, {[this](formats::Id update) { showUpdate(update); }, [this] { begin(); }});
  wxSizer* filter = makeFilter(page);
  auto* halves = new wxSplitterWindow(page, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                      wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  list_ = new TaskList(halves);
  panel_ = new TaskPanel(halves, {[this] { goToLine(); }, [this] { goToBlueprint(); }, [this] { confirm(); },
                                  [this] { showChosen(); }});
  halves->SetMinimumPaneSize(FromDIP(140));
  halves->SetSashGravity(0.6);
  halves->SplitHorizontally(list_, panel_, -FromDIP(270));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(head_, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(filter, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  all->Add(halves, wxSizerFlags(1).Expand());
  page->SetSizer(all);
  which_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { showLines(); });
  level_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { showLines(); });
  words_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { showLines(); });
  words_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { words_->Clear(); });
  save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { saveList(); });
  list_->onChosen([this] {
    showChosen();
    host().selectionMoved(place());
  });
  list_->onOpen([this] { goToLine(); });
  return page;
}

}  // namespace tiku::editor
