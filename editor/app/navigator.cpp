#include "editor/app/navigator.h"

#include <algorithm>

#include <wx/dataview.h>
#include <wx/sizer.h>

#include "editor/app/workspaces.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::editor {

using formats::Bank;
using formats::BankInfo;
using formats::Change;
using formats::Level;
using formats::Object;
using formats::Paper;
using formats::say;
using formats::SkillItem;
using formats::TheoryItem;

namespace {

// 三级/高级工; the long name has no English.
std::string levelTitle(Level level) {
  return formats::language() == formats::Language::kEnglish ? validators::levelWord(level)
                                                            : std::string(level.longName());
}

}  // namespace

Navigator::Navigator(wxWindow* parent, std::function<void(const Place&)> chosen)
    : wxPanel(parent), chosen_(std::move(chosen)) {
  tree_ = new wxTreeListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                             wxTL_SINGLE | wxTL_NO_HEADER | wxBORDER_NONE);
  tree_->AppendColumn({}, FromDIP(150), wxALIGN_LEFT);
  tree_->AppendColumn({}, FromDIP(56), wxALIGN_RIGHT);
  nameForReaders(tree_->GetDataView(), say("题库各部分"));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(tree_, wxSizerFlags(1).Expand());
  SetSizer(sizer);
  tree_->Bind(wxEVT_TREELIST_SELECTION_CHANGED, [this](wxTreeListEvent& event) {
    if (quiet_) return;
    for (const Line& line : lines_) {
      if (line.item == event.GetItem()) {
        // A copy: going there may build the tree anew.
        const Place place = line.place;
        chosen_(place);
        return;
      }
    }
  });
}

wxTreeListItem Navigator::add(wxTreeListItem parent, const wxString& title, const Place& place) {
  const wxTreeListItem item = tree_->AppendItem(parent, title);
  lines_.push_back({place, item});
  return item;
}

void Navigator::addLevels(const Bank& bank, wxTreeListItem parent, Room room) {
  for (const Level level : bank.info().levels) {
    const Place place{.room = room, .level = level};
    const wxTreeListItem line = add(parent, shown(levelTitle(level)), place);
    if (room == Room::kItems || room == Room::kPapers || room == Room::kBlueprint) {
      add(line, shown(say("理论知识")), place);
      Place skills = place;
      skills.half = Half::kSkills;
      add(line, shown(say("操作技能")), skills);
    }
    tree_->Expand(line);
  }
}

void Navigator::build(const Bank& bank) {
  quiet_ = true;
  tree_->DeleteAllItems();
  lines_.clear();
  levels_ = bank.info().levels;
  const wxTreeListItem root = tree_->GetRootItem();
  add(root, titleOf(Room::kOverview), {.room = Room::kOverview});
  add(root, titleOf(Room::kStandard), {.room = Room::kStandard});
  for (const Room room : {Room::kBlueprint, Room::kItems, Room::kPapers}) {
    Place place{.room = room};
    if (!levels_.empty()) place.level = levels_.front();
    const wxTreeListItem line = add(root, titleOf(room), place);
    addLevels(bank, line, room);
    tree_->Expand(line);
  }
  add(root, titleOf(Room::kFiling), {.room = Room::kFiling});
  add(root, titleOf(Room::kReview), {.room = Room::kReview});
  add(root, titleOf(Room::kHistory), {.room = Room::kHistory});
  add(root, titleOf(Room::kImpact), {.room = Room::kImpact});
  quiet_ = false;
}

void Navigator::count(const Object& object, int by) {
  if (const auto* item = formats::as<TheoryItem>(object)) {
    items_[{item->level, Half::kTheory}] += by;
  } else if (const auto* skill = formats::as<SkillItem>(object)) {
    items_[{skill->level, Half::kSkills}] += by;
  } else if (const auto* paper = formats::as<Paper>(object)) {
    papers_[{paper->level, paper->kind == Paper::Kind::kSkills ? Half::kSkills : Half::kTheory}] += by;
  }
}

void Navigator::setBank(const Bank& bank) {
  items_.clear();
  papers_.clear();
  for (const auto& [id, object] : bank.objects()) count(object, 1);
  build(bank);
  showCounts();
}

void Navigator::follow(const Bank& bank, std::span<const Change> changes) {
  bool counted = false;
  for (const Change& change : changes) {
    if (change.was<TheoryItem>() != nullptr && change.is<TheoryItem>() != nullptr &&
        change.was<TheoryItem>()->level == change.is<TheoryItem>()->level) {
      continue;
    }
    count(change.before, -1);
    count(change.after, 1);
    counted = true;
  }
  if (bank.info().levels != levels_) {
    build(bank);
    counted = true;
  }
  if (counted) showCounts();
}

void Navigator::showCounts() {
  const auto sum = [](const std::map<Key, int>& counts, const Place& place, bool wholeLevel, bool all) {
    int total = 0;
    for (const auto& [key, count] : counts) {
      if (all || (key.first == place.level && (wholeLevel || key.second == place.half))) total += count;
    }
    return total;
  };
  for (const Line& line : lines_) {
    if (line.place.room != Room::kItems && line.place.room != Room::kPapers) continue;
    const auto& counts = line.place.room == Room::kItems ? items_ : papers_;
    const wxTreeListItem parent = tree_->GetItemParent(line.item);
    const bool top = parent == tree_->GetRootItem();
    const bool level = !top && tree_->GetItemParent(parent) == tree_->GetRootItem();
    const int total = sum(counts, line.place, level, top);
    const wxString text = total == 0 ? wxString() : wxString::Format("%d", total);
    if (tree_->GetItemText(line.item, 1) != text) tree_->SetItemText(line.item, 1, text);
  }
}

void Navigator::show(const Place& place) {
  // The narrowest line that holds the place: lines of one place come from the widest to the narrowest.
  const Line* best = nullptr;
  for (const Line& line : lines_) {
    if (line.place.room != place.room) continue;
    if (best == nullptr) best = &line;
    if (line.place.level == place.level && line.place.half == place.half) best = &line;
  }
  if (best == nullptr || tree_->GetSelection() == best->item) return;
  quiet_ = true;
  tree_->Select(best->item);
  tree_->EnsureVisible(best->item);
  quiet_ = false;
}

void Navigator::takeFocus() {
  tree_->GetDataView()->SetFocus();
}

}  // namespace tiku::editor
