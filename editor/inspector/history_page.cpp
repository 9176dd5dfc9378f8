#include "editor/inspector/history_page.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/difference_view.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/when.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrap.h"
#include "formats/base/say.h"
#include "formats/compare/fields.h"

namespace tiku::editor {

using formats::Change;
using formats::FormatError;
using formats::Object;
using formats::Repository;
using formats::operator""_a;
using workflows::ObjectRevision;

namespace {

constexpr int kMostRevisions = 100;
constexpr int kTypingPauseMilliseconds = 250;  // Of typing, before the top line follows.

/// The fields that a change touched: "题干、难度".
std::string touchedBy(const std::optional<Change>& change) {
  if (!change) return formats::say("读不出来");
  if (change->kind() == Change::Kind::kAdded) return formats::say("新增");
  if (change->kind() == Change::Kind::kRemoved) return formats::say("删除");
  std::string words;
  for (const formats::Field& field : formats::differingFields(change->before, change->after)) {
    words += (words.empty() ? "" : formats::say("、")) + field.word;
  }
  return words;
}

}  // namespace

HistoryPage::HistoryPage(wxWindow* parent, Host& host) : wxPanel(parent), host_(host) {
  layOut();
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { showLines(); });
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showChosen(); });
  list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { openRoom(); });
  restore_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { restore(); });
  room_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { openRoom(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (!place_.object.empty() || !visible_) return;
    showLines();
  });
}

void HistoryPage::layOut() {
  using formats::say;
  const int gap = FromDIP(6);
  state_ = new wxStaticText(this, wxID_ANY, {});
  state_->SetForegroundColour(quietInk());
  list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                 wxDV_SINGLE | wxDV_ROW_LINES | wxBORDER_NONE);
  list_->AppendTextColumn(headed(say("时间")), wxDATAVIEW_CELL_INERT, FromDIP(118));
  list_->AppendTextColumn(headed(say("签入人")), wxDATAVIEW_CELL_INERT, FromDIP(64));
  list_->AppendTextColumn(headed(say("改了什么")), wxDATAVIEW_CELL_INERT, FromDIP(120));
  nameForReaders(list_, say("这个对象的历史"));
  difference_ = new DifferenceView(this);
  restore_ = new wxButton(this, wxID_ANY, shown(say("恢复成这一版(&V)")));
  restore_->SetToolTip(shown(say("让这个对象回到这次签入时的样子；可以撤销。")));
  room_ = new wxButton(this, wxID_ANY, shown(say("在历史里打开(&H)")));
  room_->SetToolTip(shown(say("到“历史”里看这次签入；双击一行也可以。")));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(room_, wxSizerFlags().Border(wxRIGHT, gap));
  buttons->AddStretchSpacer();
  buttons->Add(restore_);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(state_, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(list_, wxSizerFlags(2).Expand());
  all->Add(difference_, wxSizerFlags(3).Expand());
  all->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizer(all);
}

void HistoryPage::say(const std::string& sentence) {
  state_->SetLabelText(wrapped(state_, sentence, std::max(FromDIP(120), GetClientSize().x - FromDIP(12))));
  Layout();
}

void HistoryPage::show(const Place& place) {
  const bool other = place.object != place_.object;
  place_ = place;
  if (!other) return;
  read_ = false;
  history_.clear();
  reading_.cancel();
  if (visible_) read();
}

void HistoryPage::setVisible(bool visible) {
  visible_ = visible;
  if (!visible) return;
  if (read_) {
    showLines();
  } else {
    read();
  }
}

void HistoryPage::changed() {
  if (visible_) timer_.StartOnce(kTypingPauseMilliseconds);
}

void HistoryPage::historyMoved() {
  read_ = false;
  if (visible_) read();
}

void HistoryPage::read() {
  reading_.cancel();
  const Object* object = place_.object.empty() ? nullptr : host_.document().bank().object(place_.object);
  const bool kept =
      object != nullptr && !host_.document().isArchive() && Repository::isRepository(host_.document().path());
  if (!kept) {
    history_.clear();
    read_ = true;
    showLines();
    return;
  }
  if (history_.empty()) {
    // Nothing of the object before stands there meanwhile.
    lines_.clear();
    list_->DeleteAllItems();
    showChosen();
    say(formats::say("正在读取历史…"));
  }
  reading_ = host_.document().worker().run(
      [path = host_.document().path(), object = *object](TaskControl& control) {
        return workflows::historyOf(Repository::open(path), object, kMostRevisions,
                                    [&control] { control.check(); });
      },
      {.done = [this](std::vector<ObjectRevision> history) { take(std::move(history)); },
       .failed =
           [this](const FormatError& error) {
             history_.clear();
             showLines();
             say(error.full());
           },
       .progress = {},
       .stillWanted = {}});
}

void HistoryPage::take(std::vector<ObjectRevision> history) {
  history_ = std::move(history);
  read_ = true;
  showLines();
}

// What the bank has and the last check-in had not.
std::optional<Change> HistoryPage::unchecked() const {
  const Object* now = host_.document().bank().object(place_.object);
  if (now == nullptr || history_.empty() || !history_.front().change) return std::nullopt;
  const Object& then = history_.front().change->after;
  if (formats::sameContent(then, *now)) return std::nullopt;
  return Change{place_.object, then, *now};
}

void HistoryPage::showLines() {
  using formats::say;
  timer_.Stop();
  const Line* before = chosen();
  const std::string kept = before == nullptr ? std::string() : before->commit;
  lines_.clear();
  list_->DeleteAllItems();
  const auto add = [this](const std::string& time, const std::string& who, Line line) {
    wxVector<wxVariant> cells;
    cells.push_back(shown(time));
    cells.push_back(shown(who));
    cells.push_back(headed(touchedBy(line.change)));
    list_->AppendItem(cells);
    lines_.push_back(std::move(line));
  };
  if (place_.object.empty()) {
    this->say(say("选中一道试题、一张表，这里列出它的历次改动。"));
  } else {
    if (auto change = unchecked()) add(say("还没有签入"), {}, {{}, std::move(change)});
    for (const ObjectRevision& one : history_) {
      add(dayAndTime(one.revision.time, one.revision.offsetMinutes), one.revision.author.name,
          {one.revision.commit, one.change});
    }
    this->say(host_.document().isArchive() ? say("打成一个文件的题库没有历史。另存为目录以后才能记录。")
              : !history_.empty()          ? say("{n} 次签入改动过它", "n"_a = history_.size())
              : Repository::isRepository(host_.document().path()) ? say("它还没有签入过。")
                                                                  : say("还没有记录历史。"));
  }
  int row = lines_.empty() ? -1 : 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (!kept.empty() && lines_[i].commit == kept) row = static_cast<int>(i);
  }
  if (row >= 0) list_->SelectRow(static_cast<unsigned>(row));
  showChosen();
}

const HistoryPage::Line* HistoryPage::chosen() const {
  const int row = list_->GetSelectedRow();
  return row < 0 || static_cast<std::size_t>(row) >= lines_.size() ? nullptr
                                                                   : &lines_[static_cast<std::size_t>(row)];
}

void HistoryPage::showChosen() {
  const Line* line = chosen();
  bool differs = false;
  if (line != nullptr && line->change) {
    difference_->show(*line->change, host_.document().bank());
    const Object* now = host_.document().bank().object(place_.object);
    const Object& then = line->change->after;
    differs = !line->commit.empty() && !formats::idOf(then).empty() &&
              (now == nullptr || !formats::sameContent(*now, then));
  } else {
    difference_->clear();
  }
  restore_->Enable(differs && !host_.document().readOnly());
  room_->Enable(line != nullptr && !line->commit.empty());
}

void HistoryPage::restore() {
  const Line* line = chosen();
  if (line == nullptr || !line->change) return;
  const Object then = line->change->after;  // The edit changes the lines.
  host_.change(workflows::restoreEdit(host_.document().bank(), then));
}

void HistoryPage::openRoom() {
  const Line* line = chosen();
  if (line == nullptr || line->commit.empty()) return;
  host_.goTo({.room = Room::kHistory, .object = place_.object, .field = line->commit});
}

}  // namespace tiku::editor
