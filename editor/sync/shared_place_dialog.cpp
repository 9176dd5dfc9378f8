#include "editor/sync/shared_place_dialog.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/dirdlg.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrap.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/remote.h"
#include "formats/history/remote_address.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::say;
using formats::operator""_a;

namespace {

bool isGit(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / ".git", ignored) ||
         (fs::is_regular_file(folder / "HEAD", ignored) && fs::is_directory(folder / "objects", ignored));
}

// What cannot be part of a file's name on a share or a stick.
std::string fileNameOf(const std::string& title) {
  std::string name;
  for (const char c : title) name += std::string("/\\:*?\"<>|").find(c) == std::string::npos ? c : '-';
  return name.empty() ? "bank" : name;
}

class PlaceDialog final : public wxDialog {
 public:
  /// Without the name of a bank, for one that lies there already.
  PlaceDialog(wxWindow* parent, const std::string& now, std::string bankName)
      : wxDialog(parent, wxID_ANY, shown(bankName.empty() ? say("从共享位置打开") : say("共享位置")),
                 wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        bankName_(std::move(bankName)) {
    layOut(now);
    Bind(wxEVT_TEXT, [this](wxCommandEvent&) { look(); });
    Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { look(); });
    choose_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { choose(); });
    look();
    CentreOnParent();
  }

  [[nodiscard]] SharedPlace place() const {
    if (!isFolder_->GetValue()) return {wordsOf(address_), false};
    return placeInFolder(wordsOf(folder_), bankName_);
  }

 private:
  wxStaticText* explain(wxSizer* into, const std::string& words) {
    auto* text = new wxStaticText(this, wxID_ANY, wrapped(this, words, FromDIP(520)));
    text->SetForegroundColour(quietInk());
    into->Add(text, wxSizerFlags().Border(wxLEFT, FromDIP(24)));
    return text;
  }

  void layOut(const std::string& now) {
    const int gap = FromDIP(8);
    auto* content = new wxBoxSizer(wxVERTICAL);
    auto* what =
        new wxStaticText(this, wxID_ANY,
                         wrapped(this,
                                 say("几个人编一个题库，各在各的电脑上改，在一个大家都能到的地方汇合。"
                                     "这个地方存放全部历史，谁的改动都不会覆盖别人的。"),
                                 FromDIP(560)));
    content->Add(what, wxSizerFlags().Border(wxBOTTOM, 2 * gap));
    isFolder_ = new wxRadioButton(this, wxID_ANY, shown(say("文件夹(&F)")), wxDefaultPosition, wxDefaultSize,
                                  wxRB_GROUP);
    content->Add(isFolder_);
    explain(content, say("单位的共享盘，或者带来带去的 U 盘。不用联网。"));
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    folder_ = new wxTextCtrl(this, wxID_ANY);
    nameForReaders(folder_, say("文件夹"));
    choose_ = new wxButton(this, wxID_ANY, shown(say("选择(&C)…")));
    line->Add(folder_, wxSizerFlags(1).CenterVertical());
    line->Add(choose_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
    content->AddSpacer(gap / 2);
    content->Add(line, wxSizerFlags().Expand().Border(wxLEFT, FromDIP(24)));
    comes_ = explain(content, " ");
    isServer_ = new wxRadioButton(this, wxID_ANY, shown(say("服务器的地址(&S)")));
    content->Add(isServer_, wxSizerFlags().Border(wxTOP, 2 * gap));
    explain(content, say("管理员给的 git 地址，例如 https://git.example.cn/tiku/liangju.git 或 "
                         "ssh://git@example.cn/liangju.git。密码以后问，不写在地址里。"));
    address_ = new wxTextCtrl(this, wxID_ANY);
    nameForReaders(address_, say("服务器的地址"));
    content->AddSpacer(gap / 2);
    content->Add(address_, wxSizerFlags().Expand().Border(wxLEFT, FromDIP(24)));
    foot_.emplace(this, content, say("确定"));
    const bool server =
        now.find("://") != std::string::npos || (!now.starts_with("/") && now.find(':') != std::string::npos);
    (server ? isServer_ : isFolder_)->SetValue(true);
    (server ? address_ : folder_)->ChangeValue(shown(now));
    (server ? address_ : folder_)->SetFocus();
  }

  void choose() {
    wxDirDialog dialog(this, shown(say("共享的文件夹")), folder_->GetValue());
    if (dialog.ShowModal() != wxID_OK) return;
    isFolder_->SetValue(true);
    folder_->SetValue(dialog.GetPath());
    look();
  }

  void look() {
    const bool folder = isFolder_->GetValue();
    folder_->Enable(folder);
    choose_->Enable(folder);
    address_->Enable(!folder);
    const std::string problem = folder ? folderProblem() : addressProblem();
    foot_->require(problem);
    std::string comes;
    if (folder && problem.empty() && !bankName_.empty()) {
      const SharedPlace place = placeInFolder(wordsOf(folder_), bankName_);
      comes = place.make ? say("将在这里新建 {path}。", "path"_a = place.url)
                         : say("这里已有共享的题库，与它同步。");
    }
    comes_->SetLabelText(wrapped(this, comes.empty() ? " " : comes, FromDIP(520)));
    // Room for the words of now, and never less than before. The frame around is not known before it shows.
    wxSize least = GetSizer()->ComputeFittingClientSize(this);
    least.x = std::max(least.x, FromDIP(620));
    SetMinClientSize(least);
    wxSize size = GetClientSize();
    size.IncTo(least);
    SetClientSize(size);
    Layout();
  }

  [[nodiscard]] std::string folderProblem() const {
    const fs::path folder = wordsOf(folder_);
    if (folder.empty()) return say("请选一个文件夹。");
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) return say("没有这个文件夹；U 盘要先插上。");
    if (bankName_.empty() && !isGit(folder))
      return say("这个文件夹里没有共享的题库；请选名字以 .git 结尾的那一个。");
    return {};
  }

  [[nodiscard]] std::string addressProblem() const {
    const std::string address = wordsOf(address_);
    if (address.empty()) return say("请填地址。");
    try {
      if (formats::parseAddress(address).hasPassword) return say("密码不要写在地址里，同步时会问。");
    } catch (const formats::FormatError& error) {
      return error.what();
    }
    return {};
  }

  std::string bankName_;
  wxRadioButton* isFolder_ = nullptr;
  wxRadioButton* isServer_ = nullptr;
  wxTextCtrl* folder_ = nullptr;
  wxTextCtrl* address_ = nullptr;
  wxButton* choose_ = nullptr;
  wxStaticText* comes_ = nullptr;
  std::optional<DialogFoot> foot_;
};

}  // namespace

SharedPlace placeInFolder(const fs::path& folder, const std::string& bankName) {
  if (isGit(folder)) return {folder.string(), false};
  const fs::path inside = folder / (fileNameOf(bankName) + ".git");
  return {inside.string(), !isGit(inside)};
}

std::optional<SharedPlace> askSharedPlace(wxWindow* parent, const std::string& now,
                                          const std::string& bankName) {
  PlaceDialog dialog(parent, now, bankName);
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  return dialog.place();
}

std::optional<std::string> askPlaceToOpen(wxWindow* parent) {
  PlaceDialog dialog(parent, {}, {});
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  return dialog.place().url;
}

}  // namespace tiku::editor
