#include "editor/papers/overlap_matrix.h"

#include <algorithm>
#include <unordered_map>

#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/grid.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/checker/facts.h"
#include "validators/rules/papers/overlap.h"
#include "validators/rules/papers/skills_overlap.h"
#include "validators/rules/support/names.h"

namespace tiku::editor {

using formats::Id;
using formats::Paper;
using formats::say;
using formats::operator""_a;
using validators::OverlapShare;
using validators::PaperQuestions;

OverlapMatrix::OverlapMatrix(wxWindow* parent, const formats::Bank& bank) : wxPanel(parent), bank_(bank) {
  by_ = new wxChoice(this, wxID_ANY);
  by_->Append(shown(say("按题数")));
  by_->Append(shown(say("按分值")));
  by_->SetSelection(0);
  nameForReaders(by_, say("重复率的算法"));
  about_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  about_->SetForegroundColour(quietInk());
  grid_ = new wxGrid(this, wxID_ANY);
  grid_->CreateGrid(0, 0);
  grid_->EnableEditing(false);
  grid_->DisableDragGridSize();
  grid_->SetTabBehaviour(wxGrid::Tab_Leave);
  grid_->SetDefaultCellAlignment(wxALIGN_CENTRE, wxALIGN_CENTRE);
  grid_->SetDefaultRowSize(FromDIP(30));
  grid_->SetLabelFont(GetFont());
  nameForReaders(grid_, say("试卷之间的重复率"));
  pair_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(-1, 140)),
                                 wxDV_SINGLE | wxDV_NO_HEADER | wxDV_ROW_LINES);
  list_->AppendTextColumn({});
  nameForReaders(list_, say("两套试卷相同的试题"));

  const int gap = FromDIP(12);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(by_, wxSizerFlags().CenterVertical().Border(wxRIGHT, gap));
  head->Add(about_, wxSizerFlags(1).CenterVertical());
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(head, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(grid_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
  all->Add(pair_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(list_, wxSizerFlags(1).Expand().Border(wxALL, gap));
  SetSizer(all);

  by_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { fill(); });
  grid_->Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
    event.Skip();
    showShared(event.GetRow(), event.GetCol());
  });
  list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
    const int row = list_->ItemToRow(event.GetItem());
    if (row >= 0 && static_cast<std::size_t>(row) < sharedItems_.size() && open_)
      open_(Id(sharedItems_[static_cast<std::size_t>(row)]));
  });
}

void OverlapMatrix::show(formats::Level level, Half half, const validators::Profile& profile) {
  half_ = half;
  const bool theory = half == Half::kTheory;
  const validators::RuleSettings* rule =
      profile.rule(theory ? validators::PaperOverlap::kId : validators::SkillsOverlap::kId);
  limit_.reset();
  if (rule != nullptr) limit_ = theory ? rule->number("percent", level) : formats::Weight();
  std::unordered_map<Id, std::string> words;
  papers_.clear();
  const auto kind = theory ? Paper::Kind::kTheory : Paper::Kind::kSkills;
  for (const auto& paper : bank_.all<Paper>()) {
    if (!validators::isLive(paper.get()) || paper->kind != kind || (theory && paper->level != level))
      continue;
    papers_.push_back(validators::questionsOf(*paper, [&](Id item) -> const std::string& {
      const auto [known, isNew] = words.try_emplace(item);
      if (isNew) known->second = validators::questionWords(item, bank_);
      return known->second;
    }));
  }
  std::ranges::sort(papers_, [](const PaperQuestions& a, const PaperQuestions& b) {
    return std::tuple(-a.level.number(), a.number, a.id) < std::tuple(-b.level.number(), b.number, b.id);
  });
  fill();
}

OverlapShare OverlapMatrix::shareOf(std::size_t row, std::size_t column) const {
  const validators::Shared shared = validators::sharedOf(papers_[row], papers_[column]);
  return by_->GetSelection() == 0 ? validators::shareOfItems(papers_[row], shared)
                                  : validators::shareOfMarks(papers_[row], shared);
}

bool OverlapMatrix::isTooMuch(std::size_t row, std::size_t column) const {
  if (!limit_ || (half_ == Half::kSkills && papers_[row].level == papers_[column].level)) return false;
  return shareOf(row, column) > OverlapShare{limit_->hundredths(), 10000};
}

void OverlapMatrix::fill() {
  const wxGridUpdateLocker quiet(grid_);
  if (grid_->GetNumberRows() > 0) grid_->DeleteRows(0, grid_->GetNumberRows());
  if (grid_->GetNumberCols() > 0) grid_->DeleteCols(0, grid_->GetNumberCols());
  grid_->AppendRows(static_cast<int>(papers_.size()));
  grid_->AppendCols(static_cast<int>(papers_.size()));
  const wxColour ground = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
  for (std::size_t r = 0; r < papers_.size(); ++r) {
    const int row = static_cast<int>(r);
    const wxString name =
        shown(papers_[r].number.empty() ? papers_[r].id.str().substr(0, 8) : papers_[r].number);
    grid_->SetRowLabelValue(row, name);
    grid_->SetColLabelValue(row, name);
    for (std::size_t c = 0; c < papers_.size(); ++c) {
      const int column = static_cast<int>(c);
      if (r == c) {
        grid_->SetCellValue(row, column, wxString(L"—"));
        continue;
      }
      const OverlapShare share = shareOf(r, c);
      const double part =
          share.whole == 0 ? 0 : static_cast<double>(share.part) / static_cast<double>(share.whole);
      grid_->SetCellValue(row, column, shown(share.percent() + "%"));
      const State state = isTooMuch(r, c) ? State::kEmpty : State::kGood;
      if (part > 0) {
        const double heat = std::min(0.75, 0.15 + part);
        grid_->SetCellBackgroundColour(row, column, mix(inkOf(state), ground, heat));
      }
    }
  }
  grid_->SetRowLabelSize(wxGRID_AUTOSIZE);
  for (int column = 0; column < grid_->GetNumberCols(); ++column) {
    grid_->AutoSizeColLabelSize(column);
    grid_->SetColSize(column, std::max(grid_->GetColSize(column), FromDIP(64)));
  }
  std::string about = papers_.size() < 2 ? say("有两套试卷以后，这里列出它们之间的重复率。")
                                         : say("一行是一套试卷，数字是它有多少也在另一套里。");
  if (limit_ && papers_.size() > 1) about += say("上限 {limit}%，超过的为红色。", "limit"_a = limit_->str());
  about_->SetLabelText(shown(about));
  grid_->Show(papers_.size() > 1);
  int width = grid_->GetRowLabelSize() + FromDIP(2);
  for (int column = 0; column < grid_->GetNumberCols(); ++column) width += grid_->GetColSize(column);
  const int height =
      grid_->GetColLabelSize() + grid_->GetNumberRows() * grid_->GetDefaultRowSize() + FromDIP(2);
  grid_->SetMinSize(wxSize(FromDIP(200), std::min(height, FromDIP(320))));
  grid_->SetMaxSize(wxSize(width, height));
  if (papers_.size() > 1) grid_->SetGridCursor(0, 1);
  showShared(grid_->GetGridCursorRow(), grid_->GetGridCursorCol());
  Layout();
}

void OverlapMatrix::showShared(int row, int column) {
  list_->DeleteAllItems();
  sharedItems_.clear();
  const int count = static_cast<int>(papers_.size());
  if (row < 0 || column < 0 || row >= count || column >= count || row == column) {
    pair_->SetLabelText({});
    return;
  }
  const PaperQuestions& paper = papers_[static_cast<std::size_t>(row)];
  const PaperQuestions& other = papers_[static_cast<std::size_t>(column)];
  const validators::Shared shared = validators::sharedOf(paper, other);
  pair_->SetLabelText(
      shown(say("“{paper}”与“{other}”相同的试题：{n} 道，{marks} 分", "paper"_a = paper.number,
                "other"_a = other.number, "n"_a = shared.items, "marks"_a = shared.marks.str())));
  validators::forEachEntry(*bank_.find<Paper>(paper.id), [&](int number, const formats::PaperEntry& entry) {
    if (!other.questions.contains(validators::questionWords(entry.item, bank_))) return;
    std::string name = std::to_string(number) + "　";
    if (const auto* item = bank_.find<formats::TheoryItem>(entry.item)) name += validators::itemName(*item);
    if (const auto* item = bank_.find<formats::SkillItem>(entry.item)) name += validators::itemName(*item);
    wxVector<wxVariant> line;
    line.push_back(shown(name));
    list_->AppendItem(line);
    sharedItems_.push_back(entry.item);
  });
}

void OverlapMatrix::choose(Id paper, Id other) {
  const auto row = std::ranges::find(papers_, paper, &PaperQuestions::id);
  const auto column = std::ranges::find(papers_, other, &PaperQuestions::id);
  if (row == papers_.end() || column == papers_.end()) return;
  const wxGridCellCoords cell(static_cast<int>(row - papers_.begin()),
                              static_cast<int>(column - papers_.begin()));
  grid_->GoToCell(cell);
  showShared(cell.GetRow(), cell.GetCol());
}

}  // namespace tiku::editor
