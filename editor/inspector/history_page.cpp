#include "editor/inspector/history_page.h"

#include <algorithm>
#include <utility>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/document/restoring.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/difference_view.h"
#include "editor/widgets/dots.h"
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
  order_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { showLines(); });
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
  order_ = new wxChoice(this, wxID_ANY);
  order_->Append(shown(say("每次签入")));
  order_->Append(shown(say("每一栏最后是谁改的")));
  order_->SetSelection(0);
  nameForReaders(order_, say("按什么列出"));
  list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                 wxDV_SINGLE | wxDV_ROW_LINES | wxBORDER_NONE);
  list_->AppendTextColumn(headed(say("时间")), wxDATAVIEW_CELL_INERT, FromDIP(118));
  list_->AppendTextColumn(headed(say("签入人")), wxDATAVIEW_CELL_INERT, FromDIP(64));
  list_->AppendTextColumn(headed(say("改了什么")), wxDATAVIEW_CELL_INERT, FromDIP(120));
  endInDots(list_);
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
  all->Add(order_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
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

bool HistoryPage::byField() const {
  return order_->GetSelection() == 1;
}

std::vector<HistoryPage::Line> HistoryPage::checkIns() const {
  std::vector<Line> lines;
  if (auto change = unchecked()) lines.push_back({{}, formats::say("还没有签入"), {}, std::move(change)});
  for (const ObjectRevision& one : history_) {
    lines.push_back({one.revision.commit, dayAndTime(one.revision.time, one.revision.offsetMinutes),
                     one.revision.author.name, one.change});
  }
  return lines;
}

// A field stands with the newest check-in that changed it.
std::vector<HistoryPage::Line> HistoryPage::fields() const {
  const Object* object = host_.document().bank().object(place_.object);
  if (object == nullptr) return {};
  std::vector<formats::Field> open;
  for (formats::Field& field : formats::fieldsOf(*object)) {
    if (!formats::fieldText(*object, field.name).empty()) open.push_back(std::move(field));
  }
  const std::vector<formats::Field> order = open;
  std::vector<Line> lines;
  for (const Line& line : checkIns()) {
    if (!line.change) continue;
    const bool whole = line.change->kind() != Change::Kind::kReplaced;
    const auto touched = whole ? open : formats::differingFields(line.change->before, line.change->after);
    for (const formats::Field& field : touched) {
      if (std::erase(open, field) == 0 && !whole) continue;
      lines.push_back(line);
      lines.back().field = field;
    }
    if (whole) break;
  }
  std::ranges::sort(lines, {},
                    [&](const Line& line) { return std::ranges::find(order, line.field) - order.begin(); });
  return lines;
}

std::string HistoryPage::state() const {
  using formats::say;
  if (place_.object.empty()) return say("选中一道试题、一张表，这里列出它的历次改动。");
  if (host_.document().isArchive()) return say("打成一个文件的题库没有历史。另存为目录以后才能记录。");
  if (!history_.empty()) return say("{n} 次签入改动过它", "n"_a = history_.size());
  return Repository::isRepository(host_.document().path()) ? say("它还没有签入过。")
                                                           : say("还没有记录历史。");
}

void HistoryPage::showLines() {
  timer_.Stop();
  const Line* before = chosen();
  const std::pair<std::string, std::string> kept = before == nullptr
                                                       ? std::pair<std::string, std::string>()
                                                       : std::pair(before->commit, before->field.name);
  lines_ = byField() ? fields() : checkIns();
  list_->DeleteAllItems();
  for (const Line& line : lines_) {
    wxVector<wxVariant> cells;
    cells.push_back(shown(line.time));
    cells.push_back(shown(line.person));
    cells.push_back(headed(line.field.name.empty() ? touchedBy(line.change) : line.field.word));
    list_->AppendItem(cells);
  }
  say(state());
  order_->Enable(!history_.empty());
  int row = lines_.empty() ? -1 : 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (!kept.first.empty() && kept == std::pair(lines_[i].commit, lines_[i].field.name))
      row = static_cast<int>(i);
  }
  if (row >= 0) list_->SelectRow(static_cast<unsigned>(row));
  showChosen();
}

const HistoryPage::Line* HistoryPage::chosen() const {
  const int row = list_->GetSelectedRow();
  return row < 0 || static_cast<std::size_t>(row) >= lines_.size() ? nullptr
                                                                   : &lines_[static_cast<std::size_t>(row)];
}

// Of a check-in what it left; of a field, whose newest change shows, what was there before.
Object HistoryPage::wanted(const Line& line) {
  if (line.commit.empty() || !line.change) return {};
  return line.field.name.empty() ? line.change->after : line.change->before;
}

void HistoryPage::showChosen() {
  const Line* line = chosen();
  bool differs = false;
  if (line != nullptr && line->change) {
    const formats::Bank& bank = host_.document().bank();
    difference_->show(*line->change, bank, line->field.name);
    const Object* now = bank.object(place_.object);
    const Object then = wanted(*line);
    differs = !formats::idOf(then).empty() && (now == nullptr || !formats::sameContent(*now, then));
    if (differs && !line->field.name.empty()) differs = fieldDiffersNow(bank, then, line->field.name);
  } else {
    difference_->clear();
  }
  restore_->SetLabel(shown(byField() ? formats::say("恢复成改动前(&V)") : formats::say("恢复成这一版(&V)")));
  restore_->Enable(differs && !host_.document().readOnly());
  room_->Enable(line != nullptr && !line->commit.empty());
}

void HistoryPage::restore() {
  const Line* line = chosen();
  if (line == nullptr) return;
  const Object then = wanted(*line);  // The edit changes the lines.
  const std::string field = line->field.name;
  const formats::Bank& bank = host_.document().bank();
  host_.change(field.empty() ? workflows::restoreEdit(bank, then) : restoreFieldEdit(bank, then, field));
}

void HistoryPage::openRoom() {
  const Line* line = chosen();
  if (line == nullptr || line->commit.empty()) return;
  host_.goTo({.room = Room::kHistory, .object = place_.object, .field = line->commit});
}

}  // namespace tiku::editor
