// The room of the history: what is compared in it.
#include <algorithm>

#include <wx/choice.h>

#include "editor/history/compared_panel.h"
#include "editor/history/history.h"
#include "editor/history/timeline_list.h"
#include "editor/widgets/when.h"
#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::FormatError;
using formats::Repository;
using formats::Revision;
using formats::say;
using formats::operator""_a;

// Of two, the older one stands on the left, whichever stands higher in the list.
std::optional<Compared> History::wanted() const {
  const std::vector<std::string> chosen = list_->chosen();
  if (chosen.empty() || revisions_.empty()) return std::nullopt;
  if (chosen.size() == 1) {
    if (chosen.front().empty()) return Compared{"HEAD", {}};
    if (against_->GetSelection() == 1) return Compared{chosen.front(), {}};
    return Compared{{}, chosen.front()};
  }
  const std::string& upper = chosen.front();
  const std::string& lower = chosen.back();
  if (upper.empty()) return Compared{lower, {}};
  const auto timeOf = [this](const std::string& commit) {
    const auto found = std::ranges::find(revisions_, commit, &Revision::commit);
    return found == revisions_.end() ? 0 : found->time;
  };
  return timeOf(lower) <= timeOf(upper) ? Compared{lower, upper} : Compared{upper, lower};
}

void History::followChosen() {
  const std::optional<Compared> now = wanted();
  against_->Enable(list_->chosen().size() == 1 && now && now->from != "HEAD");
  if (now && compared_ == now) return;
  compared_ = now;
  readChanges();
}

void History::readChanges() {
  reading_.cancel();
  if (!compared_) {
    panel_->clear(revisions_.empty() || !list_->isEmpty() ? std::string() : say("没有这样的签入。"));
    return;
  }
  reading_ = document().worker().run(
      [path = document().path(), what = *compared_, now = formats::Bank(bank()),
       unchecked = document().uncheckedFiles()](TaskControl&) {
        ComparedPanel::Told told{compare(Repository::open(path), what, now, unchecked), {}};
        workflows::Names names;
        names.add(now);
        told.difference = workflows::differenceOf(told.changes, names);
        return told;
      },
      {.done =
           [this](ComparedPanel::Told told) {
             const bool one = compared_->from.empty();
             panel_->show(std::move(told),
                          {.left = one ? say("改动前") : headOf(compared_->from),
                           .right = headOf(compared_->to),
                           .now = compared_->to.empty(),
                           .oneCheckIn = one},
                          object_);
           },
       .failed =
           [this](const FormatError& error) {
             panel_->clear();
             host().note({"history", Note::Kind::kError, error.full()});
           },
       .progress = {},
       .stillWanted = {}});
}

std::string History::headOf(const std::string& commit) const {
  if (commit.empty()) return say("现在");
  const auto found =
      commit == "HEAD" ? revisions_.begin() : std::ranges::find(revisions_, commit, &Revision::commit);
  if (found == revisions_.end()) return {};
  return say("{time} {person}", "time"_a = dayAndTime(found->time, found->offsetMinutes),
             "person"_a = found->author.name);
}

}  // namespace tiku::editor
