#include "editor/review/pool_page.h"

#include <wx/button.h>
#include <wx/sizer.h>

#include "editor/review/import_experts_dialog.h"
#include "editor/review/review_words.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/files.h"
#include "editor/widgets/table_grid.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrapped_text.h"
#include "editor/workspace/workspace.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Edit;
using formats::Experts;
using formats::say;
using formats::operator""_a;

PoolPage::PoolPage(wxWindow* parent, Host& host)
    : ReviewPage(parent, host), pool_([this](Experts pool, const std::string& title) {
        Edit edit(title);
        if (pool.experts.empty()) {
          edit.remove(Experts::kId);
        } else {
          edit.put(std::move(pool));
        }
        return this->host().change(edit);
      }) {
  const int gap = FromDIP(12);
  about_ = new WrappedText(this);
  about_->SetForegroundColour(quietInk());
  table_ = new TableGrid(this, say("专家库"), pool_);
  table_->onRemoveRows([this] { removeChosen(); });
  import_ = new wxButton(this, wxID_ANY, shown(say("导入名单(&I)…")));
  import_->SetToolTip(shown(say("Excel 或 CSV，表头要有“姓名”“类别”“工作单位”。")));
  remove_ = new wxButton(this, wxID_ANY, shown(say("删除行(&D)")));
  import_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { importList(); });
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { removeChosen(); });
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(import_, wxSizerFlags().Border(wxRIGHT, gap / 2));
  buttons->Add(remove_);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(about_, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(table_, wxSizerFlags(1).Expand());
  all->Add(buttons, wxSizerFlags().Border(wxALL, gap));
  SetSizer(all);
}

PoolPage::~PoolPage() = default;

void PoolPage::show(formats::Id) {
  pool_.follow(bank(), document().checker().profile());
  const auto& rules = document().checker().profile().panel();
  std::vector<std::string> words{pool_.rows() == 0 ? say("专家库是空的。导入名单，或者在下面的空行里填写。")
                                                   : say("专家 {n} 人，今天可以抽取 {free} 人。",
                                                         "n"_a = pool_.rows(), "free"_a = pool_.drawable())};
  if (rules) {
    words.push_back(
        say("规则要求专家组至少 {n} 人（{clause}）。", "n"_a = rules->experts, "clause"_a = rules->clause));
    if (rules->termYears > 0) words.push_back(say("聘期 {years} 年。", "years"_a = rules->termYears));
  }
  about_->tell(inARow(words));
  table_->reload();
  import_->Enable(!document().readOnly());
  remove_->Enable(!document().readOnly() && pool_.rows() > 0);
  Layout();
}

void PoolPage::importList() {
  const auto file = askFile(wxGetTopLevelParent(this), say("专家名单"), {say("专家名单"), "*.xlsx;*.csv"});
  if (!file) return;
  const auto edit = askImportExperts(wxGetTopLevelParent(this), host(), *file);
  if (edit) host().change(*edit);
}

void PoolPage::removeChosen() {
  if (document().readOnly()) return;
  finishTyping();
  pool_.remove(table_->selectedRows());
}

void PoolPage::finishTyping() {
  table_->finishTyping();
}
bool PoolPage::copy() {
  return table_->hasKeyboard() && table_->copy();
}
bool PoolPage::cut() {
  return table_->hasKeyboard() && table_->cut();
}
bool PoolPage::paste() {
  return table_->hasKeyboard() && table_->paste();
}
bool PoolPage::find() {
  table_->find();
  return true;
}

}  // namespace tiku::editor
