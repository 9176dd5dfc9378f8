#include "editor/start/start_page.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

StartPage::StartPage(wxWindow* parent, Actions actions) : wxPanel(parent), actions_(std::move(actions)) {
  auto* title = new wxStaticText(this, wxID_ANY, shown(say("题库工作台")));
  title->SetFont(title->GetFont().Scaled(2.0F).Bold());
  auto* about = new wxStaticText(
      this, wxID_ANY, shown(say("编写职业标准、考评蓝图和试题，随时检查，评审，报备。全部在本机，不联网。")));
  about->SetForegroundColour(quietInk());

  auto* left = new wxBoxSizer(wxVERTICAL);
  const int gap = FromDIP(8);
  const auto add = [this, left, gap](const std::string& words, const std::string& hint,
                                     const std::function<void()>& run) {
    auto* button = new wxButton(this, wxID_ANY, shown(words));
    button->SetMinSize(wxSize(FromDIP(200), button->GetBestSize().y));
    button->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
    auto* line = new wxStaticText(this, wxID_ANY, shown(hint));
    line->SetForegroundColour(quietInk());
    left->Add(button);
    left->Add(line, wxSizerFlags().Border(wxTOP, gap / 2).Border(wxBOTTOM, 2 * gap));
  };
  add(say("新建题库…"), say("选职业、等级和规则，从空题库写起。"), actions_.makeNew);
  add(say("打开题库目录…"), say("打开电脑上的一个题库，连同它的历史。"), actions_.open);
  add(say("打开 .tiku 文件…"), say("打开别人交来的、打成一个文件的题库。"), actions_.openArchive);
  add(say("打开评审文件…"), say("评审专家：打开收到的评审文件，评完交回。"), actions_.openReview);
  add(say("导入…"), say("新建题库，收进 Word、Excel 里的细目表、方案、试题。"), actions_.importFiles);

  auto* recentTitle = new wxStaticText(this, wxID_ANY, shown(say("最近打开")));
  recentTitle->SetFont(recentTitle->GetFont().Bold());
  recent_ = new wxBoxSizer(wxVERTICAL);
  auto* right = new wxBoxSizer(wxVERTICAL);
  right->Add(recentTitle, wxSizerFlags().Border(wxBOTTOM, gap));
  right->Add(recent_, wxSizerFlags().Expand());

  auto* columns = new wxBoxSizer(wxHORIZONTAL);
  columns->Add(left, wxSizerFlags());
  columns->Add(right, wxSizerFlags(1).Border(wxLEFT, FromDIP(48)));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->AddStretchSpacer(1);
  all->Add(title);
  all->Add(about, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(12)));
  all->Add(columns, wxSizerFlags().Expand().Border(wxTOP, FromDIP(16)));
  all->AddStretchSpacer(2);
  auto* centred = new wxBoxSizer(wxHORIZONTAL);
  centred->AddStretchSpacer();
  centred->Add(all, wxSizerFlags().Expand().Border(wxALL, FromDIP(24)));
  centred->AddStretchSpacer();
  SetSizer(centred);
}

void StartPage::setRecent(const std::vector<std::filesystem::path>& banks) {
  recent_->Clear(true);
  for (const std::filesystem::path& path : banks) {
    auto* link = new wxButton(this, wxID_ANY, shown(path.filename().string()), wxDefaultPosition,
                              wxDefaultSize, wxBORDER_NONE | wxBU_LEFT);
    link->SetToolTip(shown(path.string()));
    link->Bind(wxEVT_BUTTON,
               [this, path](wxCommandEvent&) { CallAfter([this, path] { actions_.openRecent(path); }); });
    auto* folder = new wxStaticText(this, wxID_ANY, shown(path.parent_path().string()), wxDefaultPosition,
                                    FromDIP(wxSize(360, -1)), wxST_ELLIPSIZE_MIDDLE);
    folder->SetForegroundColour(quietInk());
    folder->SetFont(folder->GetFont().Smaller());
    recent_->Add(link, wxSizerFlags().Expand());
    recent_->Add(folder, wxSizerFlags().Expand().Border(wxLEFT | wxBOTTOM, FromDIP(8)));
  }
  if (banks.empty()) {
    auto* none = new wxStaticText(this, wxID_ANY, shown(say("还没有打开过题库。")), wxDefaultPosition,
                                  FromDIP(wxSize(360, -1)));
    none->SetForegroundColour(quietInk());
    recent_->Add(none);
  }
  Layout();
}

}  // namespace tiku::editor
