#include "editor/papers/papers.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/notebook.h>
#include <wx/sizer.h>
#include <wx/splitter.h>

#include "editor/papers/candidates.h"
#include "editor/papers/overlap_matrix.h"
#include "editor/papers/paper_head.h"
#include "editor/papers/paper_tree.h"
#include "editor/papers/plan_line.h"
#include "editor/widgets/ask.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Edit;
using formats::Id;
using formats::Paper;
using formats::say;
using formats::operator""_a;

namespace {

constexpr std::size_t kEditingPage = 0;
constexpr std::size_t kMatrixPage = 1;

bool isItem(const formats::Object& object) {
  return formats::as<formats::TheoryItem>(object) != nullptr ||
         formats::as<formats::SkillItem>(object) != nullptr;
}

}  // namespace

Papers::Papers(wxWindow* parent, Host& host) : Workspace(parent, host), level_(*formats::Level::of(3)) {
  pages_ = new wxNotebook(this, wxID_ANY);
  pages_->AddPage(makeEditing(pages_), shown(say("编排")));
  matrix_ = new OverlapMatrix(pages_, bank());
  pages_->AddPage(matrix_, shown(say("重复率")));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(pages_, wxSizerFlags(1).Expand());
  SetSizer(all);
  bindActions();
}

wxWindow* Papers::makeEditing(wxWindow* parent) {
  const int gap = FromDIP(8);
  auto* page = new wxSplitterWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                    wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  page->SetMinimumPaneSize(FromDIP(140));
  auto* left = new wxPanel(page);
  list_ = new wxDataViewListCtrl(left, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                 wxDV_SINGLE | wxDV_NO_HEADER | wxDV_ROW_LINES);
  list_->AppendTextColumn({}, wxDATAVIEW_CELL_INERT, FromDIP(110));
  list_->AppendTextColumn({}, wxDATAVIEW_CELL_INERT, FromDIP(70));
  nameForReaders(list_, say("试卷"));
  auto* add = new wxButton(left, wxID_ANY, shown(say("新建试卷(&W)")));
  remove_ = new wxButton(left, wxID_ANY, shown(say("删除(&D)")));
  add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { addPaper(); });
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { removePaper(); });
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(add, wxSizerFlags(1).Border(wxRIGHT, gap / 2));
  buttons->Add(remove_);
  auto* leftSizer = new wxBoxSizer(wxVERTICAL);
  leftSizer->Add(list_, wxSizerFlags(1).Expand());
  leftSizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap / 2));
  left->SetSizer(leftSizer);

  editing_ = new wxPanel(page);
  head_ = new PaperHead(editing_);
  plan_ = new PlanLine(editing_);
  auto* halves = new wxSplitterWindow(editing_, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                      wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  halves->SetMinimumPaneSize(FromDIP(100));
  halves->SetSashGravity(0.6);
  auto* upper = new wxPanel(halves);
  tree_ = new PaperTree(upper, bank());
  auto* tools = new wxBoxSizer(wxHORIZONTAL);
  const auto button = [&](const std::string& words, std::function<void()> run) {
    auto* made = new wxButton(upper, wxID_ANY, shown(words));
    made->Bind(wxEVT_BUTTON, [run = std::move(run)](wxCommandEvent&) { run(); });
    tools->Add(made, wxSizerFlags().Border(wxRIGHT, gap / 2));
  };
  button(say("上移"), [this] { moveChosen(-1); });
  button(say("下移"), [this] { moveChosen(1); });
  button(say("移出试卷"), [this] { removeChosen(); });
  button(say("新的大题…"), [this] { addSection(); });
  auto* upperSizer = new wxBoxSizer(wxVERTICAL);
  upperSizer->Add(tree_, wxSizerFlags(1).Expand());
  upperSizer->Add(tools, wxSizerFlags().Border(wxTOP | wxBOTTOM, gap / 2));
  upper->SetSizer(upperSizer);
  candidates_ = new Candidates(halves, bank());
  halves->SplitHorizontally(upper, candidates_, FromDIP(300));
  auto* right = new wxBoxSizer(wxVERTICAL);
  right->Add(head_, wxSizerFlags().Expand().Border(wxALL, gap));
  right->Add(plan_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
  right->Add(halves, wxSizerFlags(1).Expand().Border(wxALL, gap));
  editing_->SetSizer(right);
  page->SplitVertically(left, editing_, FromDIP(190));
  return page;
}

void Papers::bindActions() {
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    const int row = list_->GetSelectedRow();
    if (row >= 0 && static_cast<std::size_t>(row) < listed_.size() &&
        listed_[static_cast<std::size_t>(row)] != paperId_) {
      choosePaper(listed_[static_cast<std::size_t>(row)]);
      this->host().selectionMoved(place());
    }
  });
  head_->onEdited([this](Paper paper, const std::string& title, const std::string& field) {
    change(Edit(title).put(std::move(paper)), "paper/" + field + paperId_.str());
  });
  tree_->setActions({[this](PaperLine section, const std::string& title) {
                       Paper paper = *this->paper();
                       paper.sections[static_cast<std::size_t>(section.section)].title = title;
                       return put(std::move(paper), say("修改大题名称"), {section});
                     },
                     [this](PaperLine entry, const std::string& marks) { return setMarks(entry, marks); },
                     [this](Id item) { this->host().goTo(placeOf(item, bank())); },
                     [this](PaperLine to) { dropped(to); },
                     {}});
  candidates_->onTaken([this](const std::vector<Id>& items) {
    const std::vector<PaperLine> chosen = tree_->chosen();
    // A chosen section takes the items; without one they go to their kind.
    const bool section = chosen.size() == 1 && chosen.front().entry < 0;
    addItems(items, section ? chosen.front() : PaperLine());
  });
  matrix_->onOpen([this](Id item) { this->host().goTo(placeOf(item, bank())); });
  pages_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
    event.Skip();
    if (event.GetSelection() == static_cast<int>(kMatrixPage)) showMatrix();
  });
  tree_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    const bool moves = event.AltDown() && (event.GetKeyCode() == WXK_UP || event.GetKeyCode() == WXK_DOWN);
    if (event.GetKeyCode() == WXK_DELETE) {
      removeChosen();
    } else if (moves) {
      moveChosen(event.GetKeyCode() == WXK_UP ? -1 : 1);
    } else {
      event.Skip();
    }
  });
}

Paper::Kind Papers::kind() const {
  return half_ == Half::kTheory ? Paper::Kind::kTheory : Paper::Kind::kSkills;
}

Place Papers::place() const {
  return {.room = Room::kPapers, .level = level_, .half = half_, .object = paperId_};
}

void Papers::go(const Place& place) {
  if (place.level) {
    level_ = *place.level;
    half_ = place.half;
  } else if (!bank().info().levels.empty() &&
             std::ranges::find(bank().info().levels, level_) == bank().info().levels.end()) {
    level_ = bank().info().levels.front();
  }
  if (!place.object.empty()) paperId_ = place.object;
  refresh();
  const std::string overlap = "overlap/";
  if (place.field.starts_with(overlap)) {
    pages_->SetSelection(kMatrixPage);
    showMatrix();
    if (const auto other = Id::parse(place.field.substr(overlap.size()))) matrix_->choose(paperId_, *other);
  } else if (!place.object.empty()) {
    pages_->SetSelection(kEditingPage);
  }
}

void Papers::bankChanged(std::span<const formats::Change> changes) {
  for (const formats::Change& change : changes)
    itemsChanged_ = itemsChanged_ || isItem(change.before) || isItem(change.after);
  outOfDate();
}

void Papers::outOfDate() {
  if (!IsShown() || refreshing_) return;
  refreshing_ = true;
  CallAfter([this] {
    refreshing_ = false;
    if (IsShown()) refresh();
  });
}

void Papers::refresh() {
  showList();
  showPaper(wanted_.empty() ? tree_->chosen() : wanted_);
  wanted_.clear();
  if (pages_->GetSelection() == static_cast<int>(kMatrixPage)) showMatrix();
}

void Papers::showList() {
  std::vector<const Paper*> papers;
  bank().forEach<Paper>([&](const auto& paper) {
    if (paper->level == level_ && paper->kind == kind()) papers.push_back(paper.get());
  });
  std::ranges::sort(papers, [](const Paper* a, const Paper* b) {
    return std::tie(a->number, a->title, a->id) < std::tie(b->number, b->title, b->id);
  });
  listed_.clear();
  list_->DeleteAllItems();
  for (const Paper* paper : papers) {
    listed_.push_back(paper->id);
    const std::string& name = paper->number.empty() ? paper->title : paper->number;
    wxVector<wxVariant> line;
    line.push_back(shown(name.empty() ? say("（没有编号）") : name));
    line.push_back(shown(say("{marks} 分", "marks"_a = paper->total().str())));
    list_->AppendItem(line);
  }
  auto at = std::ranges::find(listed_, paperId_);
  if (at == listed_.end()) at = listed_.begin();
  paperId_ = at == listed_.end() ? Id() : *at;
  if (at != listed_.end()) list_->SelectRow(static_cast<unsigned>(at - listed_.begin()));
  remove_->Enable(!paperId_.empty() && !document().readOnly());
}

void Papers::choosePaper(Id paper) {
  finishTyping();
  document().endMerge();
  paperId_ = paper;
  showPaper({});
}

void Papers::showPaper(const std::vector<PaperLine>& chosen) {
  const auto paper = bank().get<Paper>(paperId_);
  editing_->Enable(paper != nullptr && !document().readOnly());
  if (paper != nullptr) head_->show(*paper);
  tree_->show(paper, chosen);
  plan_->show(paper.get(), bank());
  candidates_->show(level_, half_, paperId_);
  candidates_->outOfDate();
  itemsChanged_ = false;
  editing_->Layout();
}

void Papers::showMatrix() {
  matrix_->show(level_, half_, document().checker().profile());
}

void Papers::finishTyping() {
  if (wxWindow* focus = wxWindow::FindFocus();
      focus != nullptr && tree_->IsDescendant(focus) && focus != tree_)
    tree_->SetFocus();
}

bool Papers::find() {
  pages_->SetSelection(kEditingPage);
  candidates_->takeFocus();
  return true;
}

std::vector<Command> Papers::commands() {
  const auto hasPaper = [this] { return paper() != nullptr; };
  return {
      {say("新建试卷(&N)"), "Ctrl+N", say("按组卷方案的大题建一套空试卷。"), [this] { addPaper(); }},
      {say("删除试卷(&R)"), "", say("删除选中的试卷；试题还在题库里。"), [this] { removePaper(); }, hasPaper},
      {},
      {say("新的大题(&S)…"), "", say("在选中的大题后面加一个大题。"), [this] { addSection(); }, hasPaper},
      {say("移出试卷(&T)"), "", say("把选中的试题或大题从试卷上拿掉。"), [this] { removeChosen(); },
       hasPaper},
      {say("上移(&U)"), "", say("把选中的试题或大题往前移一位。"), [this] { moveChosen(-1); }, hasPaper},
      {say("下移(&D)"), "", say("把选中的试题或大题往后移一位。"), [this] { moveChosen(1); }, hasPaper},
  };
}

bool Papers::put(Paper paper, const std::string& title, std::vector<PaperLine> chosen) {
  wanted_ = std::move(chosen);
  return change(Edit(title).put(std::move(paper)));
}

void Papers::addPaper() {
  Paper paper = newPaper(bank(), level_, kind());
  const Id id = paper.id;
  if (!change(Edit(say("新建试卷")).put(std::move(paper)))) return;
  paperId_ = id;
  refresh();
  pages_->SetSelection(kEditingPage);
  host().selectionMoved(place());
}

void Papers::removePaper() {
  if (paper() != nullptr) change(Edit(say("删除试卷")).remove(paperId_));
}

void Papers::addItems(const std::vector<Id>& items, PaperLine at) {
  if (paper() == nullptr) return;
  Paper changed = *paper();
  const std::vector<PaperLine> added = editor::addItems(changed, items, at, bank());
  if (!added.empty()) put(std::move(changed), say("加入 {n} 道试题", "n"_a = added.size()), added);
}

void Papers::removeChosen() {
  const std::vector<PaperLine> chosen = tree_->chosen();
  if (paper() == nullptr || chosen.empty()) return;
  Paper changed = *paper();
  removeLines(changed, chosen);
  put(std::move(changed), say("移出试卷"), {std::ranges::min(chosen)});
}

void Papers::moveChosen(int by) {
  std::vector<PaperLine> chosen = tree_->chosen();
  if (paper() == nullptr || chosen.empty()) return;
  Paper changed = *paper();
  std::ranges::sort(chosen);
  if (by > 0) std::ranges::reverse(chosen);
  for (PaperLine& line : chosen) line = moveLine(changed, line, by);
  put(std::move(changed), by < 0 ? say("上移") : say("下移"), chosen);
}

void Papers::addSection() {
  if (paper() == nullptr) return;
  const auto title = askWords(this, say("新的大题"), say("大题的名称，例如“一、单项选择题”："), say("加入"));
  if (!title) return;
  const std::vector<PaperLine> chosen = tree_->chosen();
  Paper changed = *paper();
  const PaperLine line = editor::addSection(changed, chosen.empty() ? PaperLine() : chosen.back(), *title);
  put(std::move(changed), say("新的大题"), {line});
}

void Papers::dropped(PaperLine to) {
  const std::vector<Id> items = candidates_->takeDragged();
  const bool moving = tree_->isDragging();
  tree_->dragDone();
  if (paper() == nullptr) return;
  if (!items.empty()) {
    addItems(items, to);
  } else if (moving) {
    Paper changed = *paper();
    const std::vector<PaperLine> now = moveEntries(changed, tree_->chosen(), to);
    if (!now.empty()) put(std::move(changed), say("移动试题"), now);
  }
}

bool Papers::setMarks(PaperLine entry, const std::string& marks) {
  const auto value = formats::Marks::parse(marks);
  if (!value) {
    host().note({"marks", Note::Kind::kWarning,
                 say("“{marks}”不是分值；分值是不小于 0 的数，例如 2 或 0.5。", "marks"_a = marks)});
    return false;
  }
  host().forget("marks");
  Paper changed = *paper();
  changed.sections[static_cast<std::size_t>(entry.section)]
      .entries[static_cast<std::size_t>(entry.entry)]
      .marks = *value;
  return put(std::move(changed), say("修改分值"), {entry});
}

}  // namespace tiku::editor
