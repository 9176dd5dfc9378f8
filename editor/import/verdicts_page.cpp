#include "editor/import/verdicts_page.h"

#include <algorithm>
#include <array>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/import/verdict_list.h"
#include "editor/widgets/clipboard.h"
#include "editor/widgets/files.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/package/save.h"

namespace tiku::editor {

using formats::markForTranslation;
using formats::say;
using formats::Verdict;
using formats::operator""_a;

namespace {

constexpr std::array<std::pair<std::optional<Verdict>, const char*>, 4> kFilters{
    {{Verdict::kUnclear, markForTranslation("需要核对的")},
     {Verdict::kImported, markForTranslation("收入的")},
     {Verdict::kSkipped, markForTranslation("略过的")},
     {std::nullopt, markForTranslation("全部")}}};

}  // namespace

VerdictsPage::VerdictsPage(wxWindow* parent) : wxPanel(parent) {
  filter_ = new wxChoice(this, wxID_ANY);
  for (const auto& [verdict, words] : kFilters) filter_->Append(shown(formats::translate(words)));
  filter_->SetSelection(0);
  nameForReaders(filter_, say("列出哪些"));
  copy_ = new wxButton(this, wxID_ANY, shown(say("复制清单(&Y)")));
  save_ = new wxButton(this, wxID_ANY, shown(say("另存导入记录(&S)…")));
  verdicts_ = new VerdictList(this);
  auto* foot = new wxBoxSizer(wxHORIZONTAL);
  foot->Add(new wxStaticText(this, wxID_ANY, shown(say("列出(&W)："))), wxSizerFlags().CenterVertical());
  foot->Add(filter_, wxSizerFlags().CenterVertical());
  foot->AddStretchSpacer();
  foot->Add(copy_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(6)));
  foot->Add(save_, wxSizerFlags().CenterVertical());
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(verdicts_, wxSizerFlags(1).Expand());
  all->Add(foot, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
  SetSizer(all);
  filter_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { list(); });
  copy_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { setClipboardText(verdicts_->asText()); });
  save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { saveRecord(); });
  show(nullptr);
}

void VerdictsPage::show(const ImportReading* reading) {
  reading_ = reading;
  if (reading != nullptr)
    filter_->SetSelection(reading->count(Verdict::kUnclear) > 0 ? 0 : static_cast<int>(kFilters.size()) - 1);
  save_->Enable(reading != nullptr && !reading->files.empty());
  list();
}

void VerdictsPage::list() {
  const int chosen = std::max(0, filter_->GetSelection());
  verdicts_->show(reading_, kFilters[static_cast<std::size_t>(chosen)].first);
  copy_->Enable(verdicts_->size() > 0);
}

void VerdictsPage::saveRecord() {
  const auto file = askNewFile(this, say("另存导入记录"), say("导入记录"), {say("Excel 文件"), "*.xlsx"});
  if (!file) return;
  try {
    const std::vector<workflows::ReadFile> files(reading_->files.begin(), reading_->files.end());
    formats::writeFileSafely(*file, workflows::importRecord(files), true);
    saved_(say("导入记录已存到“{file}”。", "file"_a = file->string()));
  } catch (const formats::FormatError& error) {
    saved_(error.full());
  }
}

}  // namespace tiku::editor
