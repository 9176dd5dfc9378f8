#include "editor/impact/task_list.h"

#include "editor/widgets/colours.h"
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

enum Column : unsigned { kState, kLevel, kName, kWhy, kHow, kColumns };

// The level has a column of its own.
std::string withoutLevel(const TaskLine& line, std::string words) {
  if (!line.level) return words;
  const std::string level = validators::levelWord(*line.level);
  if (words.starts_with(level)) words.erase(0, words.find_first_not_of(' ', level.size()));
  return words;
}

}  // namespace

TaskList::TaskList(wxWindow* parent) : ObjectList(parent, kColumns, say("要核对的内容")) {
  const bool english = formats::language() == formats::Language::kEnglish;
  addColumn(say("状态"), english ? 110 : 92);
  addColumn(say("等级"), english ? 60 : 48);
  addColumn(say("考评点、试题"), english ? 270 : 316);
  addColumn(say("标准的改动"), english ? 200 : 166);
  addColumn(say("确认"), 160);
}

std::string TaskList::words(std::size_t row, unsigned column) const {
  const TaskLine& at = line(row);
  switch (column) {
    case kState:
      return workflows::stateWord(at.state);
    case kLevel:
      return at.level ? validators::levelWord(*at.level) : std::string();
    case kName: {
      const std::string name = withoutLevel(at, at.name.substr(0, at.name.find('\n')));
      return at.task.kind == formats::UpdateTask::Kind::kItem ? "　　" + name : name;
    }
    case kWhy:
      return changesOf(at);
    case kHow:
      if (at.state != TaskState::kConfirmed) return {};
      return at.task.person + "　" + at.task.reason;
    default:
      return {};
  }
}

bool TaskList::paint(std::size_t row, unsigned column, wxDataViewItemAttr& look) const {
  const TaskLine& at = line(row);
  if (column == kState) {
    look.SetColour(at.state == TaskState::kOpen   ? inkOf(State::kShort)
                   : at.state == TaskState::kGone ? quietInk()
                                                  : inkOf(State::kGood));
    return true;
  }
  // Below its point an item repeats what led there.
  const bool quiet = (column == kWhy && !at.under.empty()) || at.state == TaskState::kGone;
  if (quiet) look.SetColour(quietInk());
  return quiet;
}

void TaskList::setUpdate(std::shared_ptr<const StandardUpdate> update, const WorkList* tasks) {
  lines_.clear();
  showObjects({});
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

void TaskList::show(std::vector<std::size_t> lines) {
  std::vector<Id> objects;
  objects.reserve(lines.size());
  for (const std::size_t line : lines) objects.push_back(tasks_->lines()[line].task.object);
  lines_.swap(lines);
  showObjects(std::move(objects));
}

std::vector<const TaskLine*> TaskList::chosen() const {
  std::vector<const TaskLine*> chosen;
  for (const std::size_t row : chosenRows()) chosen.push_back(&line(row));
  return chosen;
}

}  // namespace tiku::editor
