#include "editor/start/new_bank_dialog.h"

#include <array>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/filepicker.h>
#include <wx/radiobox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "validators/checker/profile.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::BankInfo;
using formats::BankKind;
using formats::Level;
using formats::OccupationCode;
using formats::say;
using formats::operator""_a;
using validators::Profile;

namespace {

class Dialog final : public wxDialog {
 public:
  Dialog(wxWindow* parent, const fs::path& folder)
      : wxDialog(parent, wxID_ANY, shown(say("新建题库")), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        folder_(folder) {
    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(12, 10)));
    grid->AddGrowableCol(1);
    title_ = addField(grid, say("题库名称(&T)"), say("例如：人工智能训练师题库"));
    code_ = addField(grid, say("职业编码(&C)"), say("例如：4-04-05-05"));
    occupation_ = addField(grid, say("职业名称(&O)"), say("不填则同题库名称"));
    addLevels(grid);
    addProfiles(grid);
    addKind(grid);
    addFolder(grid);
    problem_ = new wxStaticText(this, wxID_ANY, {});
    problem_->SetForegroundColour(inkOf(State::kShort));
    create_ = new wxButton(this, wxID_OK, shown(say("新建(&N)")));
    create_->SetDefault();
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(problem_, wxSizerFlags(1).CenterVertical());
    buttons->Add(new wxButton(this, wxID_CANCEL, shown(say("取消"))),
                 wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    buttons->Add(create_);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(grid, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
    all->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(16)));
    SetSizerAndFit(all);
    SetMinSize(FromDIP(wxSize(560, -1)));
    SetSize(FromDIP(wxSize(600, -1)));
    Bind(wxEVT_TEXT, [this](wxCommandEvent&) { look(); });
    Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { look(); });
    Bind(wxEVT_DIRPICKER_CHANGED, [this](wxFileDirPickerEvent& event) {
      folder_ = typed(event.GetPath());
      look();
    });
    look();
    title_->SetFocus();
    CentreOnParent();
  }

  [[nodiscard]] NewBank result() const {
    NewBank made;
    BankInfo& info = made.info;
    info.packageId = formats::Id::random();
    info.title = wordsOf(title_);
    info.occupation = OccupationCode::parse(wordsOf(code_));
    info.occupationName = wordsOf(occupation_).empty() ? info.title : wordsOf(occupation_);
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      if (levels_[i]->IsChecked()) info.levels.push_back(*Level::of(5 - static_cast<int>(i)));
    }
    info.profile = profileIds_[static_cast<std::size_t>(profile_->GetSelection())];
    info.theoryKind = info.skillsKind = kind_->GetSelection() == 1 ? BankKind::kPapers : BankKind::kItems;
    made.path = target();
    return made;
  }

 private:
  static std::string wordsOf(const wxTextCtrl* field) {
    return typed(field->GetValue().Strip(wxString::both));
  }

  void addLabel(wxSizer* grid, const std::string& words) {
    grid->Add(new wxStaticText(this, wxID_ANY, shown(words)), wxSizerFlags().CenterVertical());
  }

  wxTextCtrl* addField(wxSizer* grid, const std::string& words, const std::string& hint) {
    addLabel(grid, words);
    auto* field = new wxTextCtrl(this, wxID_ANY);
    field->SetHint(shown(hint));
    nameForReaders(field, words);
    grid->Add(field, wxSizerFlags().Expand());
    return field;
  }

  void addLevels(wxSizer* grid) {
    addLabel(grid, say("等级"));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      levels_[i] = new wxCheckBox(this, wxID_ANY, shown(Level::of(5 - static_cast<int>(i))->name()));
      row->Add(levels_[i], wxSizerFlags().Border(wxRIGHT, FromDIP(10)));
    }
    grid->Add(row);
  }

  void addProfiles(wxSizer* grid) {
    addLabel(grid, say("规则(&P)"));
    profile_ = new wxChoice(this, wxID_ANY);
    for (const std::string& id : Profile::builtIn()) {
      profileIds_.push_back(id);
      profile_->Append(shown(Profile::load(id).title()));
      if (id == "tutorial") continue;
      if (profile_->GetSelection() == wxNOT_FOUND)
        profile_->SetSelection(static_cast<int>(profileIds_.size()) - 1);
    }
    nameForReaders(profile_, say("规则"));
    profile_->SetToolTip(shown(say("题库按哪个地方的规定检查和报备；以后可以改。")));
    grid->Add(profile_, wxSizerFlags().Expand());
  }

  void addKind(wxSizer* grid) {
    addLabel(grid, say("建成(&K)"));
    kind_ = new wxChoice(this, wxID_ANY);
    kind_->Append(shown(say("题库：由试题组卷")));
    kind_->Append(shown(say("试卷库：成套试卷")));
    kind_->SetSelection(0);
    nameForReaders(kind_, say("建成"));
    grid->Add(kind_, wxSizerFlags().Expand());
  }

  void addFolder(wxSizer* grid) {
    addLabel(grid, say("放在(&F)"));
    auto* picker =
        new wxDirPickerCtrl(this, wxID_ANY, shown(folder_.string()), shown(say("题库放在哪个文件夹里")),
                            wxDefaultPosition, wxDefaultSize, wxDIRP_USE_TEXTCTRL | wxDIRP_SMALL);
    grid->Add(picker, wxSizerFlags().Expand());
    grid->AddSpacer(0);
    where_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_MIDDLE);
    where_->SetForegroundColour(quietInk());
    grid->Add(where_, wxSizerFlags().Expand());
  }

  // The folder of the bank: the title without what a file name cannot hold.
  [[nodiscard]] fs::path target() const {
    std::string name;
    for (const char c : wordsOf(title_))
      name += std::string_view("/\\:*?\"<>|").find(c) == std::string_view::npos ? c : '_';
    while (!name.empty() && name.front() == '.') name.erase(0, 1);
    return folder_ / name;
  }

  void look() {
    const std::string problem = missing();
    problem_->SetLabelText(shown(problem));
    create_->Enable(problem.empty());
    where_->SetLabelText(wordsOf(title_).empty() ? wxString() : shown(target().string()));
    Layout();
  }

  [[nodiscard]] std::string missing() const {
    if (wordsOf(title_).empty()) return say("请写题库名称。");
    if (wordsOf(code_).empty()) return say("请写职业编码。");
    if (!OccupationCode::parse(wordsOf(code_))) return say("职业编码的写法是 4-04-05-05。");
    bool any = false;
    for (const wxCheckBox* level : levels_) any = any || level->IsChecked();
    if (!any) return say("请选至少一个等级。");
    std::error_code ignored;
    if (!fs::is_directory(folder_, ignored)) return say("没有这个文件夹。");
    if (fs::exists(target(), ignored) && !fs::is_empty(target(), ignored))
      return say("这里已有同名的文件夹。");
    return {};
  }

  fs::path folder_;
  wxTextCtrl* title_ = nullptr;
  wxTextCtrl* code_ = nullptr;
  wxTextCtrl* occupation_ = nullptr;
  std::array<wxCheckBox*, 5> levels_{};
  wxChoice* profile_ = nullptr;
  std::vector<std::string> profileIds_;
  wxChoice* kind_ = nullptr;
  wxStaticText* where_ = nullptr;
  wxStaticText* problem_ = nullptr;
  wxButton* create_ = nullptr;
};

}  // namespace

std::optional<NewBank> askNewBank(wxWindow* parent, const fs::path& folder) {
  Dialog dialog(parent, folder);
  if (dialog.ShowModal() != wxID_OK) return {};
  return dialog.result();
}

}  // namespace tiku::editor
