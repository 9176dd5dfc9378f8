#include "tests/gui/support/review_hands.h"

#include <algorithm>

#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/textctrl.h>

#include "editor/widgets/attention_bar.h"
#include "editor/widgets/words.h"
#include "formats/base/today.h"

namespace tiku::tests {

using editor::shown;

formats::Date dayNow() {
  return *formats::Date::parse(formats::today());
}

void goToPage(OpenEditor& window, const std::string& page) {
  window.frame().goTo({.room = editor::Room::kReview, .field = page});
}

void press(OpenEditor& window, const std::string& label) {
  // The same deed may be offered on a page that does not show.
  wxButton* button = nullptr;
  const std::function<void(wxWindow*)> look = [&](wxWindow* at) {
    auto* one = dynamic_cast<wxButton*>(at);
    if (one != nullptr && one->IsShownOnScreen() && one->GetLabel() == shown(label)) button = one;
    for (wxWindow* child : at->GetChildren()) look(child);
  };
  INFO("button " << label);
  REQUIRE(waitFor([&] {
    button = nullptr;
    look(window.frame().workspace());
    return button != nullptr && button->IsEnabled();
  }));
  window.hands().click(button);
}

bool noted(OpenEditor& window, const std::string& words) {
  const auto& notes = window.frame().attention().notes();
  return std::ranges::any_of(
      notes, [&](const editor::Note& note) { return note.text.find(words) != std::string::npos; });
}

void choose(wxDataViewListCtrl& list, int line) {
  list.UnselectAll();
  list.SelectRow(static_cast<unsigned>(line));
  wxDataViewEvent event(wxEVT_DATAVIEW_SELECTION_CHANGED, &list, list.GetSelection());
  list.ProcessWindowEvent(event);
}

void write(wxDialog* dialog, const std::string& field, const std::string& words) {
  auto* control = dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shown(field), dialog));
  INFO("field " << field << " of the dialog " << editor::typed(dialog->GetTitle()));
  REQUIRE(control != nullptr);
  control->SetValue(shown(words));
}

std::function<int(wxDialog*)> because(const std::string& reason) {
  return [reason](wxDialog* dialog) {
    write(dialog, "办理人", "赵工");
    write(dialog, "理由", reason);
    CHECK(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
    return wxID_OK;
  };
}

std::function<int(wxDialog*)> intoFolder(const std::filesystem::path& folder) {
  return [folder](wxDialog* dialog) {
    dynamic_cast<wxDirDialog*>(dialog)->SetPath(shown(folder.string()));
    return wxID_OK;
  };
}

std::function<int(wxDialog*)> theFile(const std::filesystem::path& file) {
  return [file](wxDialog* dialog) {
    dynamic_cast<wxFileDialog*>(dialog)->SetPath(shown(file.string()));
    return wxID_OK;
  };
}

}  // namespace tiku::tests
