// The room of an update of the standard: what is shown in it.
#include "editor/impact/impact_room.h"

#include <algorithm>
#include <unordered_set>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/simplebook.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

#include "editor/impact/task_list.h"
#include "editor/impact/task_panel.h"
#include "editor/impact/update_head.h"
#include "editor/widgets/form.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrapped_text.h"
#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::editor {

using formats::Change;
using formats::Id;
using formats::Level;
using formats::say;
using formats::StandardUpdate;
using formats::operator""_a;
using validators::TaskState;
using workflows::TaskLine;
using workflows::WorkList;

namespace {

enum Page : std::size_t { kQuietPage, kWorkPage };
enum Which : int { kOpenOnes, kAllOnes };

// 0: of none.
int levelOf(const TaskLine& line) {
  return line.level ? line.level->number() : 0;
}

bool speaks(const validators::Summary& summary) {
  return summary.errors + summary.warnings + summary.infos + summary.waived > 0;
}

}  // namespace

ImpactRoom::ImpactRoom(wxWindow* parent, Host& host) : Workspace(parent, host) {
  layOut();
  Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
    event.Skip();
    if (IsShown()) refresh();
  });
}

ImpactRoom::~ImpactRoom() {
  reading_.cancel();
  writing_.cancel();
}

void ImpactRoom::go(const Place& place) {
  if (bank().find<StandardUpdate>(place.object) != nullptr) {
    if (update_ != place.object) dropTasks();
    update_ = place.object;
    wanted_ = place.part;
  } else {
    wanted_ = place.part.empty() ? place.object : place.part;
  }
  refresh();
  if (book_->GetSelection() == static_cast<int>(kQuietPage)) {
    begin_->SetFocus();
  } else {
    list_->SetFocus();
  }
}

const TaskLine* ImpactRoom::one() const {
  const auto chosen = tasks_ ? list_->chosen() : TaskPanel::Lines();
  return chosen.size() == 1 ? chosen.front() : nullptr;
}

// At what a line speaks of, so that the findings of it stand beside the list.
Place ImpactRoom::place() const {
  Place place{.room = Room::kImpact, .object = update_};
  const TaskLine* line = one();
  if (line == nullptr) return place;
  place.level = line->level;
  switch (line->task.kind) {
    case formats::UpdateTask::Kind::kEntry:
      place.object = formats::Standard::kId;
      place.part = line->task.object;
      break;
    case formats::UpdateTask::Kind::kScope:
    case formats::UpdateTask::Kind::kPoint:
      if (line->level) place.object = formats::Blueprint::idOf(*line->level);
      place.part = line->task.object;
      break;
    case formats::UpdateTask::Kind::kItem:
      place.object = line->task.object;
      break;
  }
  return place;
}

bool ImpactRoom::find() {
  if (update_.empty()) return false;
  words_->SetFocus();
  words_->SelectAll();
  return true;
}

void ImpactRoom::bankChanged(std::span<const Change> changes) {
  for (const Change& change : changes) {
    const auto [known, isNew] = missed_.emplace(change.id, change);
    if (!isNew) known->second.after = change.after;
    updatesDue_ =
        updatesDue_ || change.was<StandardUpdate>() != nullptr || change.is<StandardUpdate>() != nullptr;
  }
  if (IsShown()) refresh();
}

void ImpactRoom::findingsChanged() {
  // Another profile has another period.
  if (IsShown() && tasks_) showHead();
}

void ImpactRoom::readUpdates() {
  updates_ = bank().all<StandardUpdate>();
  std::ranges::stable_sort(updates_, std::greater(), [](const Update& one) { return one->begun; });
  updatesDue_ = false;
}

void ImpactRoom::refresh() {
  if (updatesDue_) readUpdates();
  if (update() == nullptr) {
    dropTasks();
    reading_.cancel();
    // One that waits for something, where there is such a one.
    const auto& checker = document().checker();
    const auto waits = std::ranges::find_if(
        updates_, [&checker](const Update& one) { return speaks(checker.summaryOf(one->id)); });
    update_ = waits != updates_.end() ? (*waits)->id : updates_.empty() ? Id() : updates_.front()->id;
  }
  if (update_.empty()) {
    missed_.clear();
    showQuiet();
    return;
  }
  // First: words that wrap want to know how wide they are.
  if (book_->GetSelection() != static_cast<int>(kWorkPage)) book_->ChangeSelection(kWorkPage);
  head_->choices(updates_, update_);
  head_->allowBegin(!document().readOnly());
  if (tasks_) followBank();
  if (tasks_) {
    showHead();
    showLines();
  } else {
    read();
  }
}

void ImpactRoom::showQuiet() {
  const bool hasStandard = bank().standard() != nullptr;
  const auto* limit = document().checker().profile().deadline("standard-update");
  std::string words = limit == nullptr ? say("国家职业标准修订以后，题库要跟着更新。")
                                       : say("国家职业标准修订以后，题库要在 {n} 个月内更新（{clause}）。",
                                             "n"_a = limit->period.count, "clause"_a = limit->clause);
  words +=
      hasStandard
          ? say("选定新标准，这里列出改了、加了、删了的条目和权重，以及依据它们的考评点和试题。逐项修改，"
                "或确认不用改；做完一项，清单上就少一项。")
          : say("题库里还没有职业标准，先录入或导入所依据的标准。");
  about_->tell(words);
  begin_->Show(hasStandard);
  begin_->Enable(!document().readOnly());
  toStandard_->Show(!hasStandard);
  about_->GetParent()->Layout();
  if (book_->GetSelection() != static_cast<int>(kQuietPage)) book_->ChangeSelection(kQuietPage);
}

void ImpactRoom::showUpdate(Id update) {
  if (update_ == update) return;
  update_ = update;
  dropTasks();
  wanted_ = {};
  refresh();
}

void ImpactRoom::dropTasks() {
  list_->setUpdate(nullptr, nullptr);
  tasks_.reset();
  haystack_.clear();
}

// Looks at every task: of a large bank that takes a while.
void ImpactRoom::read() {
  if (reading_.running()) return;
  list_->setUpdate(update(), nullptr);
  showHead();
  panel_->say({});
  missed_.clear();
  reading_ = document().worker().run(
      [bank = bank(), update = update()](TaskControl&) { return WorkList(bank, *update); },
      {.done =
           [this, update = update_](WorkList tasks) {
             if (update == update_) {
               take(std::move(tasks));
             } else if (IsShown()) {
               refresh();
             }
           },
       .failed = [this](const formats::FormatError& error) { panel_->say(error.full()); },
       .progress = {},
       .stillWanted = {}});
}

void ImpactRoom::take(WorkList tasks) {
  tasks_ = std::move(tasks);
  list_->setUpdate(update(), &*tasks_);
  showLevels();
  if (IsShown()) refresh();
}

void ImpactRoom::followBank() {
  if (missed_.empty()) return;
  std::vector<Change> changes;
  for (auto& [id, change] : missed_) changes.push_back(std::move(change));
  missed_.clear();
  const WorkList::Followed followed = tasks_->follow(bank(), changes);
  if (followed == WorkList::Followed::kOther) {
    dropTasks();
    return;
  }
  if (followed != WorkList::Followed::kNothing) haystack_.clear();
  if (followed == WorkList::Followed::kOrder) showLevels();
  const bool told = std::ranges::any_of(changes, [this](const Change& one) { return one.id == update_; });
  if (told) list_->updateChanged(update());
}

workflows::UpdateDue ImpactRoom::due() const {
  return workflows::dueOf(*update(), &document().checker().profile());
}

void ImpactRoom::showHead() {
  head_->show(*update(), due(), tasks_ ? &*tasks_ : nullptr);
  save_->Enable(tasks_.has_value());
}

void ImpactRoom::showLevels() {
  std::vector<int> levels{0};
  for (const TaskLine& line : tasks_->lines()) {
    const int level = levelOf(line);
    if (std::ranges::find(levels, level) == levels.end()) levels.push_back(level);
  }
  if (levels == levels_ && level_->GetCount() == levels.size()) return;
  const int before = wantedLevel();
  levels_ = std::move(levels);
  level_->Clear();
  for (const int level : levels_)
    level_->Append(shown(level == 0 ? say("所有等级") : validators::levelWord(*Level::of(level))));
  const auto kept = std::ranges::find(levels_, before);
  level_->SetSelection(kept == levels_.end() ? 0 : static_cast<int>(kept - levels_.begin()));
  level_->GetParent()->Layout();
}

int ImpactRoom::wantedLevel() const {
  const int at = level_->GetSelection();
  return at < 0 ? 0 : levels_[static_cast<std::size_t>(at)];
}

// The words of all lines, folded once: to look for the next letter costs little.
const std::vector<std::string>& ImpactRoom::haystack() const {
  if (haystack_.empty()) {
    haystack_.reserve(tasks_->lines().size());
    for (const TaskLine& line : tasks_->lines())
      haystack_.push_back(formats::foldWords(line.name + "　" + list_->changesOf(line)));
  }
  return haystack_;
}

// A point that is done stays where items below it are not: they are understood by it.
std::vector<std::size_t> ImpactRoom::wantedLines() const {
  const auto& lines = tasks_->lines();
  const int level = wantedLevel();
  const bool openOnly = which_->GetSelection() == kOpenOnes;
  const std::string typedWords = wordsOf(words_);
  const std::string words = typedWords.empty() ? std::string() : formats::foldWords(typedWords);
  std::vector<bool> wanted(lines.size());
  std::unordered_set<Id> above;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TaskLine& line = lines[i];
    if (openOnly && line.state != TaskState::kOpen) continue;
    if (level != 0 && levelOf(line) != level) continue;
    if (!words.empty() && haystack()[i].find(words) == std::string::npos) continue;
    wanted[i] = true;
    if (!line.under.empty()) above.insert(line.under);
  }
  std::vector<std::size_t> shownOnes;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (wanted[i] || above.contains(lines[i].task.object)) shownOnes.push_back(i);
  }
  return shownOnes;
}

void ImpactRoom::showLines() {
  if (!tasks_) return;
  std::vector<std::size_t> lines = wantedLines();
  const auto isWanted = [this](const TaskLine& line) { return line.task.object == wanted_; };
  if (std::ranges::none_of(tasks_->lines(), isWanted)) wanted_ = {};
  const auto isHere = [&](std::size_t line) { return isWanted(tasks_->lines()[line]); };
  if (!wanted_.empty() && std::ranges::none_of(lines, isHere)) {
    // What somebody was led to is shown, done or not.
    which_->SetSelection(kAllOnes);
    level_->SetSelection(0);
    words_->ChangeValue({});
    lines = wantedLines();
  }
  count_->SetLabelText(shown(say("{n} 项", "n"_a = lines.size())));
  count_->GetParent()->Layout();
  list_->show(std::move(lines));
  if (!wanted_.empty()) list_->choose(std::exchange(wanted_, Id()));
  std::vector<std::string> reasons;
  for (const TaskLine& line : tasks_->lines()) {
    if (line.state == TaskState::kConfirmed &&
        std::ranges::find(reasons, line.task.reason) == reasons.end() && reasons.size() < 20)
      reasons.push_back(line.task.reason);
  }
  panel_->setReasons(reasons);
  showChosen();
  host().selectionMoved(place());
}

void ImpactRoom::showChosen() {
  const TaskPanel::Lines chosen = tasks_ ? list_->chosen() : TaskPanel::Lines();
  if (chosen.empty()) {
    const bool open = std::ranges::any_of(
        tasks_->lines(), [](const TaskLine& line) { return line.state == TaskState::kOpen; });
    panel_->say(open ? say("没有符合的内容。") : say("这次修订要核对的，全部处理完了。"));
    return;
  }
  panel_->show(*update(), chosen, bank());
  panel_->offer(document().readOnly() ? 0 : toConfirm().size());
}

}  // namespace tiku::editor
