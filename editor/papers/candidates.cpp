#include "editor/papers/candidates.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dataobj.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/papers/paper_tree.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/form.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "validators/checker/facts.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::editor {

using formats::Id;
using formats::Paper;
using formats::say;
using formats::SkillItem;
using formats::TheoryItem;
using formats::operator""_a;

class Candidates::Model final : public wxDataViewVirtualListModel {
 public:
  explicit Model(const Candidates& owner) : owner_(owner) {}
  [[nodiscard]] unsigned int GetColumnCount() const override { return 3; }
  [[nodiscard]] wxString GetColumnType(unsigned int) const override { return "string"; }
  void GetValueByRow(wxVariant& value, unsigned int row, unsigned int column) const override {
    const Line& line = owner_.lines_[owner_.shown_[row]];
    value = shown(column == 0 ? line.code : column == 1 ? line.type : line.words);
  }
  bool GetAttrByRow(unsigned int row, unsigned int column, wxDataViewItemAttr& look) const override {
    if (column == 2 && !owner_.lines_[owner_.shown_[row]].used) return false;
    look.SetColour(quietInk());
    return true;
  }
  bool SetValueByRow(const wxVariant&, unsigned int, unsigned int) override { return false; }

 private:
  const Candidates& owner_;
};

Candidates::Candidates(wxWindow* parent, const formats::Bank& bank)
    : wxPanel(parent), bank_(bank), level_(*formats::Level::of(5)), model_(new Model(*this)) {
  search_ =
      new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(180, -1)), wxTE_PROCESS_ENTER);
  search_->SetHint(shown(say("查找试题：代码、题型或题干里的词")));
  nameForReaders(search_, say("查找试题"));
  unused_ = new wxCheckBox(this, wxID_ANY, shown(say("只列其他试卷没有用的(&U)")));
  unused_->SetValue(true);
  nameForReaders(unused_, say("只列其他试卷没有用的"));
  count_ = new wxStaticText(this, wxID_ANY, {});
  count_->SetForegroundColour(quietInk());
  add_ = new wxButton(this, wxID_ANY, shown(say("加入试卷(&A)")));
  nameForReaders(add_, say("加入试卷"));
  list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                             wxDV_MULTIPLE | wxDV_NO_HEADER | wxDV_ROW_LINES);
  list_->AssociateModel(model_.get());
  list_->AppendTextColumn(wxString(), 0, wxDATAVIEW_CELL_INERT, FromDIP(130));
  list_->AppendTextColumn(wxString(), 1, wxDATAVIEW_CELL_INERT, FromDIP(widthOfTypes(70)));
  auto* words = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT);
  words->EnableEllipsize(wxELLIPSIZE_END);
  list_->AppendColumn(new wxDataViewColumn(wxString(), words, 2));
  nameForReaders(list_, say("可以加入的试题"));

  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const int gap = FromDIP(8);
  row->Add(search_, wxSizerFlags(1).CenterVertical());
  row->Add(unused_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  row->Add(count_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  row->Add(add_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, gap / 2));
  all->Add(list_, wxSizerFlags(1).Expand());
  SetSizer(all);

  search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { filter(); });
  search_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { take(); });
  unused_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { filter(); });
  add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take(); });
  list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { take(); });
  list_->EnableDragSource(wxDF_UNICODETEXT);
  list_->Bind(wxEVT_DATAVIEW_ITEM_BEGIN_DRAG, [this](wxDataViewEvent& event) {
    dragged_ = chosen();
    event.SetDataObject(new wxTextDataObject(kDraggedItems));
    event.SetDragFlags(wxDrag_AllowMove);
  });
}

Candidates::~Candidates() = default;

void Candidates::show(formats::Level level, Half half, Id paper) {
  if (gathered_ && level == level_ && half == half_ && paper == paper_) return;
  level_ = level;
  half_ = half;
  paper_ = paper;
  gather();
  filter();
}

void Candidates::outOfDate() {
  gathered_ = false;
  show(level_, half_, paper_);
}

void Candidates::gather() {
  gathered_ = true;
  lines_.clear();
  std::set<Id> mine;
  std::set<Id> others;
  bank_.forEach<Paper>([&](const auto& paper) {
    if (!validators::isLive(paper.get()) && paper->id != paper_) return;
    for (const formats::PaperSection& section : paper->sections) {
      for (const formats::PaperEntry& entry : section.entries)
        (paper->id == paper_ ? mine : others).insert(entry.item);
    }
  });
  const auto add = [&](Id id, const std::string& code, const std::string& type, std::string words) {
    if (mine.contains(id)) return;
    std::ranges::replace(words, '\n', ' ');
    Line line{id, code, type, std::move(words), {}, others.contains(id)};
    line.folded = formats::foldWords(line.code + " " + line.type + " " + line.words);
    lines_.push_back(std::move(line));
  };
  if (half_ == Half::kTheory) {
    bank_.forEach<TheoryItem>([&](const auto& item) {
      if (item->level == level_ && validators::isLive(item.get()))
        add(item->id, item->code, validators::typeWord(item->type), item->stem.str());
    });
  } else {
    bank_.forEach<SkillItem>([&](const auto& item) {
      if (item->level == level_ && validators::isLive(item.get()))
        add(item->id, item->code, item->marks.str(), item->title);
    });
  }
  std::ranges::sort(lines_, [](const Line& a, const Line& b) {
    return std::tie(a.code, a.words, a.id) < std::tie(b.code, b.words, b.id);
  });
}

void Candidates::filter() {
  std::vector<std::string> wanted;
  std::string word;
  for (const char c : wordsOf(search_) + ' ') {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      wanted.push_back(formats::foldWords(word));
      word.clear();
    }
  }
  shown_.clear();
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const bool all = std::ranges::all_of(
        wanted, [&](const std::string& one) { return lines_[i].folded.find(one) != std::string::npos; });
    if (all && !(unused_->GetValue() && lines_[i].used)) shown_.push_back(i);
  }
  model_->Reset(static_cast<unsigned>(shown_.size()));
  count_->SetLabelText(shown(say("{n} 道", "n"_a = shown_.size())));
  add_->Enable(!shown_.empty());
  Layout();
}

std::vector<Id> Candidates::chosen() const {
  wxDataViewItemArray items;
  list_->GetSelections(items);
  std::vector<Id> ids;
  for (const wxDataViewItem& item : items) {
    const unsigned row = model_->GetRow(item);
    if (row < shown_.size()) ids.push_back(lines_[shown_[row]].id);
  }
  return ids;
}

void Candidates::take() {
  std::vector<Id> ids = chosen();
  // Enter in the search field takes the one item that is left.
  if (ids.empty() && shown_.size() == 1) ids.push_back(lines_[shown_.front()].id);
  if (!ids.empty() && taken_) taken_(ids);
}

std::vector<Id> Candidates::takeDragged() {
  return std::exchange(dragged_, {});
}

void Candidates::takeFocus() {
  search_->SetFocus();
  search_->SelectAll();
}

}  // namespace tiku::editor
