// The room of an update of the standard: what is done in it.
#include <algorithm>
#include <unordered_set>

#include <wx/utils.h>

#include "editor/impact/begin_dialog.h"
#include "editor/impact/impact_room.h"
#include "editor/impact/task_list.h"
#include "editor/impact/task_panel.h"
#include "editor/widgets/files.h"
#include "editor/widgets/when.h"
#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/save.h"
#include "workflows/impact/standard_match.h"

namespace tiku::editor {

using formats::Id;
using formats::markForTranslation;
using formats::say;
using formats::UpdateTask;
using formats::operator""_a;
using validators::TaskState;
using workflows::StandardEntry;
using workflows::TaskLine;

// What is open of the chosen lines, and of the items of chosen points where they are meant too.
std::vector<Id> ImpactRoom::toConfirm() const {
  std::vector<Id> objects;
  if (!tasks_) return objects;
  std::unordered_set<Id> chosen;
  for (const TaskLine* line : list_->chosen()) chosen.insert(line->task.object);
  for (const TaskLine& line : tasks_->lines()) {
    const bool meant = chosen.contains(line.task.object) ||
                       (panel_->withItems() && !line.under.empty() && chosen.contains(line.under));
    if (meant && line.state == TaskState::kOpen) objects.push_back(line.task.object);
  }
  return objects;
}

void ImpactRoom::begin() {
  if (document().readOnly() || bank().standard() == nullptr) return;
  const auto begun = askBeginUpdate(this, host());
  if (!begun) return;
  host().attempt([&] {
    formats::Edit edit = workflows::beginUpdate(bank(), begun->after, begun->update);
    for (const formats::Object& picture : begun->pictures) edit.putObject(picture);
    if (change(edit)) host().goTo({.room = Room::kImpact, .object = begun->update.id});
  });
}

void ImpactRoom::confirm() {
  const std::vector<Id> objects = toConfirm();
  if (objects.empty() || document().readOnly()) return;
  const std::string reason = panel_->reason();
  if (reason.empty()) {
    panel_->askReason();
    return;
  }
  const std::string person = host().personName();
  if (person.empty()) return;
  host().attempt([&] {
    if (!change(workflows::confirmEdit(bank(), objects, person, reason, dayToday()))) return;
    panel_->forgetReason();
    list_->SetFocus();
  });
}

void ImpactRoom::goToLine() {
  const TaskLine* line = one();
  if (line == nullptr || line->state == TaskState::kGone) return;
  validators::Subject subject;
  subject.id = line->task.object;
  subject.object = line->task.object;
  subject.level = line->level;
  switch (line->task.kind) {
    case UpdateTask::Kind::kEntry:
      subject.object = formats::Standard::kId;
      break;
    case UpdateTask::Kind::kScope:
    case UpdateTask::Kind::kPoint:
      if (line->level) subject.object = formats::Blueprint::idOf(*line->level);
      break;
    case UpdateTask::Kind::kItem:
      break;
  }
  host().goTo(placeOf(subject, bank()));
}

void ImpactRoom::goToBlueprint() {
  const TaskLine* line = one();
  if (line == nullptr || line->task.kind != UpdateTask::Kind::kEntry) return;
  Place place{.room = Room::kBlueprint, .level = line->level};
  if (line->level) place.object = formats::Blueprint::idOf(*line->level);
  if (const auto* standard = bank().standard()) {
    const auto entries = workflows::entriesOf(*standard);
    const auto entry = std::ranges::find(entries, line->task.object, &StandardEntry::id);
    if (entry != entries.end() && entry->kind == StandardEntry::Kind::kSkill) place.half = Half::kSkills;
  }
  host().goTo(place);
}

void ImpactRoom::saveList() {
  if (!tasks_ || writing_.running()) return;
  const auto file = askNewFile(this, say("存影响清单"), bank().info().title + "标准修订影响清单.docx",
                               {say("Word 文件"), "*.docx"});
  if (!file) return;
  writing_ = document().worker().run(
      [bank = bank(), status = workflows::UpdateStatus{*update(), due(), tasks_->lines()}, file = *file,
       today = dayToday().str()](TaskControl&) {
        formats::writeFileSafely(file, workflows::impactDocument(bank, status, today), true);
        return file;
      },
      {.done =
           [this](const std::filesystem::path& written) {
             host().note(
                 {"impact-list",
                  Note::Kind::kInfo,
                  say("已存成 {file}。", "file"_a = written.string()),
                  {{say("打开"), [written] { wxLaunchDefaultApplication(shown(written.string())); }}}});
           },
       .failed =
           [this](const formats::FormatError& error) {
             host().note({"impact-list", Note::Kind::kError, error.full()});
           },
       .progress = {},
       .stillWanted = {}});
}

void ImpactRoom::nextOpen() {
  if (!tasks_) return;
  const auto& lines = tasks_->lines();
  const auto& rows = list_->shownLines();
  const auto isOpen = [&lines](std::size_t line) { return lines[line].state == TaskState::kOpen; };
  const auto chosen = list_->chosen();
  const auto at = chosen.empty() ? rows.begin() : std::ranges::find_if(rows, [&](std::size_t line) {
    return &lines[line] == chosen.back();
  });
  auto next = at == rows.end() || chosen.empty() ? at : std::find_if(at + 1, rows.end(), isOpen);
  if (next == rows.end()) next = std::ranges::find_if(rows, isOpen);
  if (next == rows.end()) return;
  list_->choose(lines[*next].task.object);
  showChosen();
  host().selectionMoved(place());
}

std::vector<Command> ImpactRoom::commands() {
  const auto works = [this] { return tasks_.has_value(); };
  return {
      {say("开始新的更新(&N)…"), "", say("选定新标准，看它改了什么、涉及哪些考评点和试题，再记入题库。"),
       [this] { begin(); }, [this] { return bank().standard() != nullptr && !document().readOnly(); }},
      {},
      {say("转到(&G)"), "", say("到选中的考评点、试题或标准条目那里去。"), [this] { goToLine(); },
       [this] { return one() != nullptr; }, false},
      {say("下一项待处理(&J)"), "Ctrl+J", say("选中下面一项待处理的。"), [this] { nextOpen(); }, works,
       false},
      {say("确认不用改(&C)"), "Ctrl+Return", say("写明理由，确认选中的各项不用改，仍然适用。"),
       [this] { confirm(); }, [this] { return tasks_.has_value() && panel_->offered() > 0; }},
      {},
      {say("存影响清单(&S)…"), "", say("把《标准修订影响清单》存成 Word 文件，可以打印、归档。"),
       [this] { saveList(); }, works, false},
  };
}

}  // namespace tiku::editor
