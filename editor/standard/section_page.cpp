#include "editor/standard/section_page.h"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/native.h"
#include "editor/widgets/prose_field.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::OverviewSection;
using formats::say;
using formats::operator""_a;

SectionPage::SectionPage(wxWindow* parent, StandardSource& source) : StandardPage(parent), source_(source) {
  number_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(80, -1)));
  title_ = new wxTextCtrl(this, wxID_ANY);
  text_ = new ProseField(this, say("正文"), 10);
  nameForReaders(number_, say("编号"));
  nameForReaders(title_, say("标题"));
  const int gap = FromDIP(6);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(new wxStaticText(this, wxID_ANY, shown(say("编号"))), wxSizerFlags().CenterVertical());
  head->Add(number_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, gap));
  head->Add(new wxStaticText(this, wxID_ANY, shown(say("标题"))), wxSizerFlags().CenterVertical());
  head->Add(title_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, gap));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(head, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
  all->Add(text_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12)));
  SetSizer(all);
  number_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    if (now() == nullptr) return;
    OverviewSection section = *now();
    section.number = typed(number_->GetValue());
    put(section, "number");
  });
  title_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    if (now() == nullptr) return;
    OverviewSection section = *now();
    section.title = typed(title_->GetValue());
    put(section, "title");
  });
  text_->onEdited([this](const formats::RichText& words) {
    if (now() == nullptr) return;
    OverviewSection section = *now();
    section.text = words;
    put(section, "text");
  });
}

const OverviewSection* SectionPage::now() const {
  const auto& sections = source_.standard().overview;
  const auto index = static_cast<std::size_t>(section_);
  return index < sections.size() ? &sections[index] : nullptr;
}

void SectionPage::put(const OverviewSection& section, const char* key) {
  formats::Standard standard = source_.standard();
  standard.overview[static_cast<std::size_t>(section_)] = section;
  source_.put(say("修改职业概况“{title}”", "title"_a = section.title), std::move(standard),
              "standard/" + std::to_string(section_) + "/" + key);
}

void SectionPage::refresh() {
  const OverviewSection none;
  const OverviewSection& section = now() == nullptr ? none : *now();
  if (number_->GetValue() != shown(section.number)) number_->ChangeValue(shown(section.number));
  if (title_->GetValue() != shown(section.title)) title_->ChangeValue(shown(section.title));
  text_->setWords(section.text);
}

void SectionPage::takeKeyboard() {
  text_->SetFocus();
}

}  // namespace tiku::editor
