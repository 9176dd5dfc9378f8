#include "editor/items/items_workspace.h"

#include <wx/simplebook.h>
#include <wx/sizer.h>

#include "editor/items/skill_items.h"
#include "editor/items/theory_items.h"

namespace tiku::editor {

ItemsWorkspace::ItemsWorkspace(wxWindow* parent, Host& host) : Workspace(parent, host) {
  book_ = new wxSimplebook(this);
  theory_ = new TheoryItems(book_, host);
  skills_ = new SkillItems(book_, host);
  book_->AddPage(theory_, {}, true);
  book_->AddPage(skills_, {});
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(book_, wxSizerFlags(1).Expand());
  SetSizer(sizer);
}

bool ItemsWorkspace::atTheory() const {
  return book_->GetSelection() == 0;
}

void ItemsWorkspace::go(const Place& place) {
  const bool theory = place.half == Half::kTheory;
  if (theory != atTheory()) finishTyping();
  book_->ChangeSelection(theory ? 0 : 1);
  theory ? theory_->go(place) : skills_->go(place);
}

Place ItemsWorkspace::place() const {
  return atTheory() ? theory_->place() : skills_->place();
}

void ItemsWorkspace::bankChanged(std::span<const formats::Change> changes) {
  theory_->bankChanged(changes);
  skills_->bankChanged(changes);
}

void ItemsWorkspace::findingsChanged() {
  atTheory() ? theory_->findingsChanged() : skills_->findingsChanged();
}

void ItemsWorkspace::finishTyping() {
  if (!atTheory()) skills_->finishTyping();
}

bool ItemsWorkspace::copy() {
  return !atTheory() && skills_->copy();
}

bool ItemsWorkspace::cut() {
  return !atTheory() && skills_->cut();
}

bool ItemsWorkspace::paste() {
  return atTheory() ? theory_->paste() : skills_->paste();
}

bool ItemsWorkspace::find() {
  if (atTheory()) theory_->find();
  return atTheory();
}

std::vector<Command> ItemsWorkspace::commands() {
  const auto limitedTo = [this](bool theory, std::vector<Command> commands) {
    for (Command& command : commands) {
      command.enabled = [this, theory, before = command.enabled] {
        return atTheory() == theory && (!before || before());
      };
    }
    return commands;
  };
  std::vector<Command> all = limitedTo(true, theory_->commands());
  all.push_back({});
  for (Command& command : limitedTo(false, skills_->commands())) all.push_back(std::move(command));
  return all;
}

}  // namespace tiku::editor
