#include "editor/items/skill_items.h"

#include <algorithm>

#include <wx/dataview.h>
#include <wx/html/htmlwin.h>
#include <wx/sizer.h>
#include <wx/splitter.h>

#include "editor/items/skill_form.h"
#include "editor/text/item_query.h"
#include "editor/widgets/clipboard.h"
#include "editor/widgets/dots.h"
#include "editor/widgets/dropped_files.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/preview.h"
#include "editor/widgets/prose_field.h"
#include "editor/widgets/table_grid.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Change;
using formats::Edit;
using formats::Id;
using formats::Level;
using formats::say;
using formats::SkillItem;
using formats::operator""_a;

namespace {
constexpr unsigned kReviewColumn = 6;
}

SkillItems::SkillItems(wxWindow* parent, Host& host)
    : wxPanel(parent), host_(host), level_(*Level::of(5)), pictures_(host) {
  layOut();
  Bind(EVT_DROPPED_FILES,
       [this](DroppedFiles& dropped) { pictures_.putFiles(dropped.field(), dropped.files()); });
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    const int row = list_->GetSelectedRow();
    if (!quiet_ && row >= 0 && row < static_cast<int>(items_.size()))
      showItem(items_[static_cast<std::size_t>(row)]);
  });
}

void SkillItems::layOut() {
  auto* rows = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                    wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  list_ = new wxDataViewListCtrl(rows, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                 wxDV_SINGLE | wxDV_ROW_LINES | wxBORDER_NONE);
  const auto column = [this](const std::string& title, int width) {
    list_->AppendTextColumn(headed(title), wxDATAVIEW_CELL_INERT, FromDIP(width), wxALIGN_LEFT,
                            wxDATAVIEW_COL_RESIZABLE);
  };
  column(say("试题代码"), 112);
  column(say("考核内容"), 180);
  column(say("题分"), 50);
  column(say("时间"), 60);
  column(say("检查"), 70);
  column(say("状态"), 60);
  column(say("评审"), 70);
  list_->GetColumn(kReviewColumn)->SetHidden(true);
  column(say("试题名称"), 260);
  endInDots(list_);
  nameForReaders(list_, say("操作技能试题列表"));
  auto* below = new wxSplitterWindow(rows, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                     wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  form_ = new SkillForm(below, [this](SkillItem item, const std::string& title, const std::string& mergeKey) {
    host_.change(Edit(title).put(std::move(item)), pictures_.mergeKeyOr(mergeKey));
  });
  preview_ = makePreview(below);
  below->SetMinimumPaneSize(FromDIP(140));
  below->SetSashGravity(0.8);
  below->SplitVertically(form_, preview_, -FromDIP(200));
  rows->SetMinimumPaneSize(FromDIP(90));
  rows->SplitHorizontally(list_, below, FromDIP(130));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(rows, wxSizerFlags(1).Expand());
  SetSizer(sizer);
}

void SkillItems::listItems() {
  stale_ = false;
  std::vector<const SkillItem*> items;
  bank().forEach<SkillItem>([&](const auto& item) {
    if (item->level == level_) items.push_back(item.get());
  });
  std::ranges::sort(items, [](const SkillItem* a, const SkillItem* b) {
    return std::tie(a->code, a->title, a->id) < std::tie(b->code, b->title, b->id);
  });
  quiet_ = true;
  items_.clear();
  list_->GetColumn(kReviewColumn)->SetHidden(!host_.document().review().any());
  list_->DeleteAllItems();
  const formats::Blueprint* blueprint = bank().blueprint(level_);
  for (const SkillItem* item : items) {
    items_.push_back(item->id);
    std::string module = say("未对应");
    if (blueprint != nullptr) {
      for (const auto& group : blueprint->structure.groups) {
        for (const auto& one : group.modules) {
          if (item->module == one.id) module = one.code + " " + one.name;
        }
      }
    }
    const validators::Summary counts = host_.document().checker().summaryOf(item->id);
    const std::string judged = counts.errors > 0     ? say("错误 {count}", "count"_a = counts.errors)
                               : counts.warnings > 0 ? say("警告 {count}", "count"_a = counts.warnings)
                                                     : std::string();
    wxVector<wxVariant> cells;
    for (const std::string& cell :
         {item->code, module, item->marks.str(), say("{minutes} 分钟", "minutes"_a = item->minutes), judged,
          statusName(item->status), host_.document().review().markOf(item->id), item->title}) {
      cells.push_back(shown(cell));
    }
    list_->AppendItem(cells);
  }
  const auto at = std::ranges::find(items_, item_);
  if (at != items_.end()) list_->SelectRow(static_cast<unsigned>(at - items_.begin()));
  quiet_ = false;
}

void SkillItems::go(const Place& place) {
  const auto& levels = bank().info().levels;
  const Level level = place.level ? *place.level : levels.empty() ? level_ : levels.front();
  if (level != level_) item_ = {};
  level_ = level;
  listItems();
  if (place.field.starts_with("new/")) {
    addItem(place.part.empty() ? std::nullopt : std::optional(place.part));
    return;
  }
  Id item = place.object.empty() ? item_ : place.object;
  if (std::ranges::find(items_, item) == items_.end()) item = items_.empty() ? Id() : items_.front();
  showItem(item);
  if (!place.field.empty()) form_->goTo(place.field);
}

Place SkillItems::place() const {
  return {.room = Room::kItems, .level = level_, .half = Half::kSkills, .object = item_};
}

void SkillItems::showItem(Id item) {
  if (item != item_) host_.document().endMerge();
  item_ = item;
  const auto at = std::ranges::find(items_, item_);
  quiet_ = true;
  if (at == items_.end()) {
    list_->UnselectAll();
  } else if (list_->GetSelectedRow() != at - items_.begin()) {
    list_->SelectRow(static_cast<unsigned>(at - items_.begin()));
  }
  quiet_ = false;
  refreshForm();
  host_.selectionMoved(place());
}

void SkillItems::refreshForm() {
  refreshDue_ = false;
  form_->show(bank().get<SkillItem>(item_), bank());
  form_->Enable(!host_.document().readOnly());
  const SkillItem* item = current();
  showPreview(preview_, item == nullptr ? std::string() : previewOf(*item), bank());
}

void SkillItems::refreshSoon() {
  if (refreshDue_) return;
  refreshDue_ = true;
  CallAfter([this] {
    if (!refreshDue_) return;
    listItems();
    refreshForm();
  });
}

void SkillItems::bankChanged(std::span<const Change> changes) {
  if (!IsShownOnScreen()) {
    stale_ = true;
    return;
  }
  const bool ours = std::ranges::any_of(changes, [this](const Change& change) {
    return change.was<SkillItem>() != nullptr || change.is<SkillItem>() != nullptr ||
           change.id == formats::Blueprint::idOf(level_) || isOfReview(change);
  });
  if (!ours) return;
  if (current() == nullptr) item_ = {};
  // At once: the form must not take the next keystroke for one into the old words.
  form_->show(bank().get<SkillItem>(item_), bank());
  refreshSoon();
}

void SkillItems::findingsChanged() {
  if (IsShownOnScreen()) refreshSoon();
}

void SkillItems::addItem(std::optional<Id> module) {
  SkillItem item(Id::random(), level_);
  item.module = module;
  const Id id = item.id;
  if (!host_.change(Edit(say("新建操作技能试题")).put(std::move(item)))) return;
  listItems();
  showItem(id);
  form_->goTo("title");
}

void SkillItems::addVariant() {
  if (current() == nullptr) return;
  SkillItem copy = *current();
  copy.id = Id::random();
  copy.code.clear();
  copy.status = formats::ItemStatus::kDraft;
  copy.source = {};
  const Id id = copy.id;
  if (!host_.change(Edit(say("复制试题")).put(std::move(copy)))) return;
  listItems();
  showItem(id);
  form_->goTo("title");
}

void SkillItems::removeItem() {
  if (current() == nullptr) return;
  if (!host_.change(Edit(say("删除试题")).remove(item_))) return;
  host_.note({"removed", Note::Kind::kInfo, say("已删除 {count} 道试题；用“撤销”可以找回。", "count"_a = 1)});
  listItems();
  showItem(items_.empty() ? Id() : items_.front());
}

std::vector<Command> SkillItems::commands() {
  const auto one = [this] { return current() != nullptr; };
  const auto inTable = [this] { return form_->focusedTable().grid != nullptr; };
  return {
      {say("新建操作技能试题(&N)"), "", say("新建一道同一考核内容的试题。"),
       [this] { addItem(current() == nullptr ? std::nullopt : current()->module); }},
      {say("复制成变式(&D)"), "", say("复制这道试题，改成另一道。"), [this] { addVariant(); }, one},
      {say("删除这道操作技能试题"), "", say("删除选中的试题；可以撤销。"), [this] { removeItem(); }, one},
      {},
      {say("在表中加一行(&R)"), "Ctrl+Shift+Return", say("在光标所在的行下面加一行。"),
       [this] {
         const auto table = form_->focusedTable();
         const int row = table.grid->row() + 1;
         table.model->insert(row);
         table.grid->select(row, table.grid->column());
       },
       inTable},
      {say("删去表中的行(&L)"), "Ctrl+Shift+Delete", say("删去选中的行。"),
       [this] {
         const auto table = form_->focusedTable();
         if (!table.grid->selectedRows().empty()) table.model->remove(table.grid->selectedRows());
       },
       inTable},
  };
}

void SkillItems::finishTyping() {
  form_->finishTyping();
}

bool SkillItems::copy() {
  const auto table = form_->focusedTable();
  return table.grid != nullptr && table.grid->copy();
}

bool SkillItems::cut() {
  const auto table = form_->focusedTable();
  return table.grid != nullptr && table.grid->cut();
}

bool SkillItems::paste() {
  if (ProseField* field = form_->focusedProse()) {
    auto picture = clipboardPicture();
    if (picture) pictures_.put(*field, std::move(*picture));
    return picture.has_value();
  }
  const auto table = form_->focusedTable();
  return table.grid != nullptr && table.grid->paste();
}

}  // namespace tiku::editor
