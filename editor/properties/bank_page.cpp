#include "editor/properties/bank_page.h"

#include <algorithm>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/textctrl.h>

#include "editor/widgets/form.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/checker/profile.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::editor {

using formats::BankInfo;
using formats::BankKind;
using formats::Level;
using formats::OccupationClass;
using formats::OccupationCode;
using formats::say;
using formats::operator""_a;
using validators::Profile;

namespace {

Level levelAt(std::size_t box) {
  return *Level::of(5 - static_cast<int>(box));
}

}  // namespace

BankPage::BankPage(wxWindow* parent, const BankInfo& info) : wxPanel(parent), before_(info) {
  auto* form = new Form(this);
  title_ = form->field(say("题库名称(&T)"), info.title);
  code_ = form->field(say("职业编码(&C)"), info.occupation ? info.occupation->str() : "",
                      say("例如：4-04-05-05"));
  occupation_ = form->field(say("职业名称(&O)"), info.occupationName);
  auto* levels = new wxBoxSizer(wxHORIZONTAL);
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    levels_[i] = new wxCheckBox(this, wxID_ANY, shown(validators::levelWord(levelAt(i))));
    levels_[i]->SetValue(std::ranges::find(info.levels, levelAt(i)) != info.levels.end());
    levels->Add(levels_[i], wxSizerFlags().Border(wxRIGHT, FromDIP(10)));
  }
  form->row(say("等级"), levels);

  std::vector<std::string> titles;
  for (const std::string& id : Profile::builtIn()) {
    profiles_.push_back(id);
    titles.push_back(Profile::load(id).title());
  }
  auto chosen = std::ranges::find(profiles_, info.profile);
  if (chosen == profiles_.end()) {
    // A file of the province, or one that is not there: it stays what it is unless another one is chosen.
    profiles_.push_back(info.profile);
    titles.push_back(info.profile.empty() ? say("（没有选）") : info.profile);
    chosen = profiles_.end() - 1;
  }
  profile_ = form->choice(say("规则(&P)"), titles, static_cast<int>(chosen - profiles_.begin()));
  const std::vector<std::string> kinds{say("题库：由试题组卷"), say("试卷库：成套试卷")};
  theory_ = form->choice(say("理论知识(&L)"), kinds, static_cast<int>(info.theoryKind));
  skills_ = form->choice(say("操作技能(&S)"), kinds, static_cast<int>(info.skillsKind));
  class_ = form->choice(say("职业类别(&K)"), {say("技术技能型"), say("知识技能型"), say("复合技能型")},
                        static_cast<int>(info.occupationClass));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(form, wxSizerFlags().Expand().Border(wxALL, FromDIP(16)));
  SetSizer(all);
}

std::string BankPage::problem() const {
  if (wordsOf(title_).empty()) return say("请写题库名称。");
  const std::string code = wordsOf(code_);
  if (!code.empty() && !OccupationCode::parse(code)) return say("职业编码的写法是 4-04-05-05。");
  if (std::ranges::none_of(levels_, [](const wxCheckBox* level) { return level->IsChecked(); }))
    return say("请选至少一个等级。");
  return {};
}

BankInfo BankPage::info() const {
  BankInfo info = before_;
  info.title = wordsOf(title_);
  info.occupation = OccupationCode::parse(wordsOf(code_));
  info.occupationName = wordsOf(occupation_);
  info.levels.clear();
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    if (levels_[i]->IsChecked()) info.levels.push_back(levelAt(i));
  }
  info.profile = profiles_[static_cast<std::size_t>(profile_->GetSelection())];
  info.theoryKind = static_cast<BankKind>(theory_->GetSelection());
  info.skillsKind = static_cast<BankKind>(skills_->GetSelection());
  info.occupationClass = static_cast<OccupationClass>(class_->GetSelection());
  return info;
}

}  // namespace tiku::editor
