#include "editor/expert/queue_list.h"

#include <algorithm>

#include <wx/choice.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

#include "editor/text/item_query.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/base/today.h"

namespace tiku::editor {

using formats::Id;
using formats::say;
using formats::operator""_a;

namespace {

enum QueueColumn : unsigned { kQueueState, kQueueLevel, kQueueKind, kQueueCode, kQueueWords, kQueueColumns };

}  // namespace

class QueueList::Model final : public wxDataViewVirtualListModel {
 public:
  explicit Model(QueueList& list) : list_(list) {}
  [[nodiscard]] unsigned int GetColumnCount() const override { return kQueueColumns; }
  [[nodiscard]] wxString GetColumnType(unsigned int) const override { return "string"; }
  bool SetValueByRow(const wxVariant&, unsigned int, unsigned int) override { return false; }
  void GetValueByRow(wxVariant& value, unsigned int row, unsigned int column) const override {
    const QueueLine* line = lineAt(row);
    if (line == nullptr) {
      value = wxString();
      return;
    }
    switch (column) {
      case kQueueState:
        value = shown(list_.stateWords(line->object));
        break;
      case kQueueLevel:
        value = shown(line->level);
        break;
      case kQueueKind:
        value = headed(line->kind);
        break;
      case kQueueCode:
        value = shown(line->code);
        break;
      default:
        value = shown(line->words);
    }
  }
  bool GetAttrByRow(unsigned int row, unsigned int column, wxDataViewItemAttr& look) const override {
    const QueueLine* line = lineAt(row);
    if (line == nullptr || column != kQueueState) return false;
    const ReviewSession::LineState state = list_.host_.session().stateOf(line->object);
    look.SetColour(state.done ? inkOf(State::kGood) : state.begun ? inkOf(State::kShort) : quietInk());
    return true;
  }

 private:
  [[nodiscard]] const QueueLine* lineAt(unsigned int row) const {
    return row < list_.rows_.size() ? &list_.host_.session().queue()[list_.rows_[row]] : nullptr;
  }
  QueueList& list_;
};

QueueList::QueueList(wxWindow* parent, ExpertHost& host)
    : wxPanel(parent), host_(host), model_(new Model(*this)) {
  const int gap = FromDIP(6);
  progress_ = new wxStaticText(this, wxID_ANY, {});
  progress_->SetFont(progress_->GetFont().Bold());
  gauge_ = new wxGauge(this, wxID_ANY, 1, wxDefaultPosition, FromDIP(wxSize(-1, 6)), wxGA_HORIZONTAL);
  nameForReaders(gauge_, say("进度"));
  due_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxSize(1, -1), wxST_ELLIPSIZE_END);
  which_ = new wxChoice(this, wxID_ANY);
  which_->Append(shown(say("全部")));
  which_->Append(shown(host.session().rereview() ? say("没有认定的") : say("没有评完的")));
  which_->Append(shown(say("有意见的")));
  which_->SetSelection(kAll);
  nameForReaders(which_, say("列出哪些"));
  search_ = new wxSearchCtrl(this, wxID_ANY);
  search_->SetDescriptiveText(shown(say("查找 Ctrl+F")));
  search_->ShowCancelButton(true);
  nameForReaders(search_, say("在清单里查找"));
  build();
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(which_, wxSizerFlags().CenterVertical());
  row->Add(search_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, gap));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(progress_, wxSizerFlags().Border(wxLEFT | wxTOP, gap));
  all->Add(due_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
  all->Add(gauge_, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(row, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  all->Add(list_, wxSizerFlags(1).Expand());
  SetSizer(all);
  which_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { filter(); });
  search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { filter(); });
  search_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { search_->Clear(); });
  search_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_ESCAPE) {
      search_->Clear();
      list_->SetFocus();
    } else if (event.GetKeyCode() == WXK_DOWN || event.GetKeyCode() == WXK_RETURN) {
      list_->SetFocus();
      if (list_->GetSelection() == wxDataViewItem() && !rows_.empty() && chosen_)
        chosen_(host_.session().queue()[rows_.front()].object);
    } else {
      event.Skip();
    }
  });
  filter();
}

void QueueList::build() {
  list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                             wxDV_SINGLE | wxDV_ROW_LINES | wxBORDER_NONE);
  list_->AssociateModel(model_.get());
  const auto column = [this](const std::string& title, QueueColumn number, int width) {
    auto* renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT);
    if (number == kQueueWords) renderer->EnableEllipsize(wxELLIPSIZE_END);
    list_->AppendColumn(new wxDataViewColumn(headed(title), renderer, number, FromDIP(width), wxALIGN_LEFT,
                                             wxDATAVIEW_COL_RESIZABLE));
  };
  const auto& queue = host_.session().queue();
  const bool oneLevel =
      std::ranges::all_of(queue, [&](const QueueLine& line) { return line.level == queue.front().level; });
  const bool english = formats::language() == formats::Language::kEnglish;
  column(say("状态"), kQueueState, english ? 132 : 116);
  if (!oneLevel) column(say("等级"), kQueueLevel, english ? 62 : 44);
  column(say("题型"), kQueueKind, widthOfTypes(62));
  column(say("题号"), kQueueCode, 126);
  column(say("内容"), kQueueWords, 200);
  nameForReaders(list_, say("要评的清单"));
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    const wxDataViewItem item = list_->GetSelection();
    if (quiet_ || !item.IsOk()) return;
    const unsigned row = model_->GetRow(item);
    if (row < rows_.size() && chosen_) chosen_(host_.session().queue()[rows_[row]].object);
  });
}

std::string QueueList::stateWords(Id object) const {
  const ReviewSession& session = host_.session();
  const ReviewSession::LineState state = session.stateOf(object);
  if (session.rereview()) {
    if (state.remarks == 0) return say("已改动");
    return state.done ? say("已认定") : say("待认定");
  }
  const std::string words = state.done ? say("已评") : state.begun ? say("评了一半") : say("未评");
  return state.remarks == 0 ? words : say("{state} · 意见 {n}", "state"_a = words, "n"_a = state.remarks);
}

void QueueList::filter() {
  const auto& queue = host_.session().queue();
  const std::string wanted = folded(typed(search_->GetValue()));
  const int which = which_->GetSelection();
  const wxDataViewItem item = list_->GetSelection();
  const Id kept =
      item.IsOk() && model_->GetRow(item) < rows_.size() ? queue[rows_[model_->GetRow(item)]].object : Id();
  rows_.clear();
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const QueueLine& line = queue[i];
    const ReviewSession::LineState state = host_.session().stateOf(line.object);
    if (which == kOpen && state.done) continue;
    if (which == kWithRemarks && state.remarks == 0) continue;
    if (!wanted.empty() && folded(line.code + " " + line.words).find(wanted) == std::string::npos) continue;
    rows_.push_back(i);
  }
  quiet_ = true;
  model_->Reset(static_cast<unsigned>(rows_.size()));
  quiet_ = false;
  if (!kept.empty()) select(kept);
  showProgress();
}

void QueueList::showProgress() {
  const ReviewSession& session = host_.session();
  const auto [done, all] = session.progress();
  progress_->SetLabelText(shown(session.rereview()
                                    ? say("已认定 {done}/{all}", "done"_a = done, "all"_a = all)
                                    : say("已评 {done}/{all}", "done"_a = done, "all"_a = all)));
  gauge_->SetRange(std::max(1, all));
  gauge_->SetValue(done);
  std::string due;
  bool late = false;
  if (session.submitted()) {
    due = say("已提交，请把这份文件交回");
  } else if (session.task().due) {
    const formats::Date& day = *session.task().due;
    late = formats::today() > day.str();
    due = late ? say("应在 {due} 之前交回，已经过期，请尽快交回", "due"_a = day.str())
               : say("请在 {due} 之前交回", "due"_a = day.str());
  }
  due_->SetLabelText(shown(due));
  due_->SetToolTip(shown(due));
  due_->SetForegroundColour(late                  ? inkOf(State::kEmpty)
                            : session.submitted() ? inkOf(State::kGood)
                                                  : quietInk());
  Layout();
}

void QueueList::select(Id object) {
  const auto& queue = host_.session().queue();
  const auto rowOf = [&] {
    return std::ranges::find_if(rows_, [&](std::size_t i) { return queue[i].object == object; });
  };
  if (rowOf() == rows_.end() && (which_->GetSelection() != kAll || !search_->IsEmpty())) {
    which_->SetSelection(kAll);
    search_->ChangeValue({});
    filter();
  }
  const auto at = rowOf();
  quiet_ = true;
  list_->UnselectAll();
  if (at != rows_.end()) {
    const wxDataViewItem line = model_->GetItem(static_cast<unsigned>(at - rows_.begin()));
    list_->SetCurrentItem(line);
    list_->Select(line);
    list_->EnsureVisible(line);
  }
  quiet_ = false;
}

Id QueueList::next(Id from, int by) const {
  const auto& queue = host_.session().queue();
  if (rows_.empty()) return {};
  const auto at = std::ranges::find_if(rows_, [&](std::size_t i) { return queue[i].object == from; });
  const long last = static_cast<long>(rows_.size()) - 1;
  const long row = at == rows_.end() ? 0 : std::clamp<long>((at - rows_.begin()) + by, 0, last);
  return queue[rows_[static_cast<std::size_t>(row)]].object;
}

Id QueueList::nextOpen(Id from) const {
  const auto& queue = host_.session().queue();
  const auto at = std::ranges::find(queue, from, &QueueLine::object);
  const std::size_t begin = at == queue.end() ? 0 : static_cast<std::size_t>(at - queue.begin()) + 1;
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const QueueLine& line = queue[(begin + i) % queue.size()];
    if (!host_.session().stateOf(line.object).done) return line.object;
  }
  return {};
}

void QueueList::follow(Id object) {
  const auto& queue = host_.session().queue();
  const auto at = std::ranges::find_if(rows_, [&](std::size_t i) { return queue[i].object == object; });
  if (at != rows_.end()) model_->RowChanged(static_cast<unsigned>(at - rows_.begin()));
  showProgress();
}

void QueueList::startSearch() {
  search_->SetFocus();
  search_->SelectAll();
}

}  // namespace tiku::editor
