#include "editor/items/items_workspace.h"

#include <wx/sizer.h>

#include "editor/items/theory_items.h"

namespace tiku::editor {

ItemsWorkspace::ItemsWorkspace(wxWindow* parent, Host& host) : Workspace(parent, host) {
  theory_ = new TheoryItems(this, host);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(theory_, wxSizerFlags(1).Expand());
  SetSizer(sizer);
}

void ItemsWorkspace::go(const Place& place) {
  theory_->go(place);
}

Place ItemsWorkspace::place() const {
  return theory_->place();
}

void ItemsWorkspace::bankChanged(std::span<const formats::Change> changes) {
  theory_->bankChanged(changes);
}

void ItemsWorkspace::findingsChanged() {
  theory_->findingsChanged();
}

bool ItemsWorkspace::paste() {
  return theory_->paste();
}

bool ItemsWorkspace::find() {
  theory_->find();
  return true;
}

std::vector<Command> ItemsWorkspace::commands() {
  return theory_->commands();
}

}  // namespace tiku::editor
