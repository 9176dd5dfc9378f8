#include "editor/impact/task_list.h"

#include <algorithm>
#include <unordered_set>

#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"
#include "workflows/impact/update.h"

namespace tiku::editor {

using formats::Id;
using formats::say;
using formats::StandardUpdate;
using formats::operator""_a;
using validators::TaskState;
using workflows::TaskLine;
using workflows::WorkList;

namespace {

// The level has a column of its own.
std::string withoutLevel(const TaskLine& line, std::string words) {
  if (!line.level) return words;
  const std::string level = validators::levelWord(*line.level);
  if (words.starts_with(level)) words.erase(0, words.find_first_not_of(' ', level.size()));
  return words;
}

}  // namespace

class TaskList::Model final : public wxDataViewVirtualListModel {
 public:
  enum Column : unsigned { kState, kLevel, kName, kWhy, kHow, kColumns };

  explicit Model(TaskList& list) : list_(list) {}

  [[nodiscard]] unsigned int GetColumnCount() const override { return kColumns; }
  [[nodiscard]] wxString GetColumnType(unsigned int) const override { return "string"; }
  bool SetValueByRow(const wxVariant&, unsigned int, unsigned int) override { return false; }
  void GetValueByRow(wxVariant& value, unsigned int row, unsigned int column) const override {
    value = shown(row < list_.lines_.size() ? words(list_.line(row), column) : std::string());
  }

  bool GetAttrByRow(unsigned int row, unsigned int column, wxDataViewItemAttr& look) const override {
    if (row >= list_.lines_.size()) return false;
    const TaskLine& line = list_.line(row);
    if (column == kState) {
      look.SetColour(line.state == TaskState::kOpen   ? inkOf(State::kShort)
                     : line.state == TaskState::kGone ? quietInk()
                                                      : inkOf(State::kGood));
      return true;
    }
    // Below its point an item repeats what led there.
    const bool quiet = (column == kWhy && !line.under.empty()) || line.state == TaskState::kGone;
    if (quiet) look.SetColour(quietInk());
    return quiet;
  }

 private:
  [[nodiscard]] std::string words(const TaskLine& line, unsigned int column) const {
    switch (column) {
      case kState:
        return workflows::stateWord(line.state);
      case kLevel:
        return line.level ? validators::levelWord(*line.level) : std::string();
      case kName: {
        const std::string name = withoutLevel(line, line.name.substr(0, line.name.find('\n')));
        return line.task.kind == formats::UpdateTask::Kind::kItem ? "　　" + name : name;
      }
      case kWhy:
        return list_.changesOf(line);
      case kHow:
        if (line.state != TaskState::kConfirmed) return {};
        return line.task.person + "　" + line.task.reason;
      default:
        return {};
    }
  }

  TaskList& list_;
};

TaskList::TaskList(wxWindow* parent)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                     wxDV_MULTIPLE | wxDV_ROW_LINES | wxBORDER_NONE),
      model_(new Model(*this)) {
  AssociateModel(model_.get());
  const bool english = formats::language() == formats::Language::kEnglish;
  const auto column = [this](const std::string& title, unsigned number, int width) {
    auto* renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT);
    renderer->EnableEllipsize(wxELLIPSIZE_END);
    AppendColumn(new wxDataViewColumn(headed(title), renderer, number, FromDIP(width), wxALIGN_LEFT,
                                      wxDATAVIEW_COL_RESIZABLE));
  };
  column(say("状态"), Model::kState, english ? 110 : 92);
  column(say("等级"), Model::kLevel, english ? 60 : 48);
  column(say("考评点、试题"), Model::kName, english ? 270 : 316);
  column(say("标准的改动"), Model::kWhy, english ? 200 : 166);
  column(say("确认"), Model::kHow, 160);
  nameForReaders(this, say("要核对的内容"));
  Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (!quiet_ && chosen_) chosen_();
  });
  Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
    if (open_) open_();
  });
}

void TaskList::setUpdate(std::shared_ptr<const StandardUpdate> update, const WorkList* tasks) {
  lines_.clear();
  objects_.clear();
  quiet_ = true;
  model_->Reset(0);
  quiet_ = false;
  tasks_ = tasks;
  updateChanged(std::move(update));
}

void TaskList::updateChanged(std::shared_ptr<const StandardUpdate> update) {
  update_ = std::move(update);
  changeOf_.clear();
  if (update_ == nullptr) return;
  for (std::size_t i = 0; i < update_->changes.size(); ++i) {
    if (!update_->changes[i].entry.empty()) changeOf_.emplace(update_->changes[i].entry, i);
  }
}

std::string TaskList::changesOf(const TaskLine& line) const {
  std::string first;
  std::size_t count = 0;
  for (const Id entry : line.task.entries) {
    const auto known = changeOf_.find(entry);
    if (known == changeOf_.end()) continue;
    const formats::EntryChange& change = update_->changes[known->second];
    if (++count == 1) first = workflows::changeWord(change.kind) + " " + withoutLevel(line, change.place);
  }
  if (count == 0) return workflows::changeWord(formats::EntryChange::Kind::kWeight);
  return count == 1 ? first : say("{first} 等 {n} 处", "first"_a = first, "n"_a = count);
}

std::vector<std::size_t> TaskList::rows() const {
  wxDataViewItemArray items;
  GetSelections(items);
  std::vector<std::size_t> rows;
  for (const wxDataViewItem& item : items) {
    if (const std::size_t row = model_->GetRow(item); row < lines_.size()) rows.push_back(row);
  }
  std::ranges::sort(rows);
  return rows;
}

void TaskList::show(std::vector<std::size_t> lines) {
  std::vector<Id> objects;
  objects.reserve(lines.size());
  for (const std::size_t line : lines) objects.push_back(tasks_->lines()[line].task.object);
  lines_.swap(lines);
  if (objects == objects_) {
    Refresh();
    return;
  }
  std::unordered_set<Id> kept;
  std::size_t first = 0;
  wxDataViewItemArray items;
  GetSelections(items);
  for (const wxDataViewItem& item : items) {
    const std::size_t row = model_->GetRow(item);
    if (row >= objects_.size()) continue;
    first = kept.empty() ? row : std::min(first, row);
    kept.insert(objects_[row]);
  }
  objects_ = std::move(objects);
  quiet_ = true;
  model_->Reset(static_cast<unsigned>(lines_.size()));
  UnselectAll();
  bool found = false;
  for (std::size_t row = 0; !kept.empty() && row < objects_.size(); ++row) {
    if (!kept.contains(objects_[row])) continue;
    if (found) {
      Select(model_->GetItem(static_cast<unsigned>(row)));
    } else {
      chooseRow(row);
    }
    found = true;
  }
  if (!found && !lines_.empty()) chooseRow(std::min(first, lines_.size() - 1));
  quiet_ = false;
}

void TaskList::chooseRow(std::size_t row) {
  const wxDataViewItem item = model_->GetItem(static_cast<unsigned>(row));
  SetCurrentItem(item);
  Select(item);
  EnsureVisible(item);
}

std::vector<const TaskLine*> TaskList::chosen() const {
  std::vector<const TaskLine*> chosen;
  for (const std::size_t row : rows()) chosen.push_back(&line(row));
  return chosen;
}

void TaskList::choose(Id object) {
  const auto at = std::ranges::find(objects_, object);
  if (at == objects_.end()) return;
  quiet_ = true;
  UnselectAll();
  chooseRow(static_cast<std::size_t>(at - objects_.begin()));
  quiet_ = false;
}

}  // namespace tiku::editor
