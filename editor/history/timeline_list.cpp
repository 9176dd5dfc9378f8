#include "editor/history/timeline_list.h"

#include <algorithm>

#include "editor/widgets/colours.h"
#include "editor/widgets/dots.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/when.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

namespace {

enum class Kind : wxUIntPtr { kOwn, kMerge, kBrought, kUnchecked };

/// The kind of a line is the data that the store keeps for it.
class TimelineStore final : public wxDataViewListStore {
 public:
  bool GetAttr(const wxDataViewItem& item, unsigned int column, wxDataViewItemAttr& look) const override {
    const auto kind = static_cast<Kind>(GetItemData(item));
    switch (column) {
      case TimelineList::kDay:
        look.SetBold(true);
        return true;
      case TimelineList::kMarks:
        look.SetColour(inkOf(State::kGood));
        look.SetBold(true);
        return true;
      default:
        break;
    }
    switch (kind) {
      case Kind::kUnchecked:
        look.SetColour(inkOf(State::kShort));
        return true;
      case Kind::kBrought:
        look.SetColour(quietInk());
        return true;
      case Kind::kMerge:
        if (column == TimelineList::kMessage) look.SetBold(true);
        return column == TimelineList::kMessage;
      case Kind::kOwn:
        break;
    }
    return false;
  }
};

constexpr int kDeepest = 4;  // Steps to the right.

std::string messageOf(const TimelineEntry& entry) {
  std::string words;
  for (int i = 1; i < std::min(entry.depth, kDeepest); ++i) words += "　";
  if (entry.depth > 0) words += "└ ";
  words += entry.revision.message.substr(0, entry.revision.message.find('\n'));
  if (entry.brought > 0)
    words = say("{message}（合并，带来 {n} 次签入）", "message"_a = words, "n"_a = entry.brought);
  return words;
}

}  // namespace

TimelineList::TimelineList(wxWindow* parent)
    : wxDataViewListCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_MULTIPLE | wxDV_ROW_LINES) {
  auto* store = new TimelineStore;
  AssociateModel(store);
  store->DecRef();
  AppendTextColumn(headed(say("日期")), wxDATAVIEW_CELL_INERT, FromDIP(118));
  AppendTextColumn(headed(say("时间")), wxDATAVIEW_CELL_INERT, FromDIP(56));
  AppendTextColumn(headed(say("签入人")), wxDATAVIEW_CELL_INERT, FromDIP(90));
  AppendTextColumn(headed(say("标记")), wxDATAVIEW_CELL_INERT, FromDIP(110));
  AppendTextColumn(headed(say("改了什么")), wxDATAVIEW_CELL_INERT, FromDIP(200));
  endInDots(this);
  nameForReaders(this, say("签入"));
}

void TimelineList::addEntry(const TimelineEntry& entry, const std::string& day, const std::string& marks) {
  const formats::Revision& revision = entry.revision;
  const Kind kind = entry.depth > 0 ? Kind::kBrought : entry.brought > 0 ? Kind::kMerge : Kind::kOwn;
  wxVector<wxVariant> cells;
  cells.push_back(shown(day));
  cells.push_back(shown(timeOfDay(revision.time, revision.offsetMinutes)));
  cells.push_back(shown(revision.author.name));
  cells.push_back(shown(marks));
  cells.push_back(shown(messageOf(entry)));
  AppendItem(cells, static_cast<wxUIntPtr>(kind));
  lines_.push_back(revision.commit);
}

void TimelineList::show(const Shown& content) {
  const std::vector<std::string> before = chosen();
  lines_.clear();
  DeleteAllItems();
  if (!content.unchecked.empty()) {
    wxVector<wxVariant> cells;
    for (const std::string& words : {say("现在"), std::string(), std::string(), std::string(),
                                     say("还没有签入：{message}", "message"_a = content.unchecked)})
      cells.push_back(shown(words));
    AppendItem(cells, static_cast<wxUIntPtr>(Kind::kUnchecked));
    lines_.emplace_back();
  }
  std::string last;
  for (const TimelineEntry& entry : content.entries) {
    const std::string day = dayInWords(entry.revision.time, entry.revision.offsetMinutes);
    std::string marks;
    for (const std::string& tag : entry.revision.tags) marks += (marks.empty() ? "" : say("、")) + tag;
    if (const auto found = content.marks.find(entry.revision.commit); found != content.marks.end())
      marks += (marks.empty() ? "" : say("、")) + found->second;
    addEntry(entry, day == last ? std::string() : day, marks);
    last = day;
  }
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (std::ranges::find(before, lines_[i]) != before.end()) SelectRow(static_cast<unsigned>(i));
  }
}

std::vector<std::string> TimelineList::chosen() const {
  wxDataViewItemArray items;
  GetSelections(items);
  std::vector<int> rows;
  for (const wxDataViewItem& item : items) rows.push_back(ItemToRow(item));
  std::ranges::sort(rows);
  std::vector<std::string> commits;
  for (const int row : rows) {
    if (row >= 0 && static_cast<std::size_t>(row) < lines_.size())
      commits.push_back(lines_[static_cast<std::size_t>(row)]);
  }
  return commits;
}

bool TimelineList::choose(const std::string& commit) {
  const auto found = std::ranges::find(lines_, commit);
  if (found == lines_.end()) return false;
  UnselectAll();
  const auto row = static_cast<unsigned>(found - lines_.begin());
  SelectRow(row);
  EnsureVisible(RowToItem(static_cast<int>(row)));
  return true;
}

}  // namespace tiku::editor
