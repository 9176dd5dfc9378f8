#include "tests/gui/support/hands.h"

#include <catch2/catch.hpp>
#include <wx/app.h>
#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/dataview.h>
#include <wx/menu.h>
#include <wx/stopwatch.h>
#include <wx/utils.h>

#include "editor/widgets/words.h"
#include "tests/support/places.h"

namespace tiku::tests {

using editor::shown;

bool waitFor(const std::function<bool()>& condition, int milliseconds) {
  const wxStopWatch watch;
  do {
    wxYield();
    if (condition()) return true;
    wxMilliSleep(5);
  } while (watch.Time() < milliseconds);
  return false;
}

void Hands::moveTo(wxWindow* window, wxPoint at) {
  wxRect before;
  wxStopWatch still;
  REQUIRE(waitFor([&] {
    const wxRect now = window->GetScreenRect();
    if (now != before || !window->IsShownOnScreen()) {
      before = now;
      still.Start();
      return false;
    }
    return still.Time() > 100;
  }));
  REQUIRE(waitFor([&] {
    const wxPoint point = window->ClientToScreen(at);
    simulator_.MouseMove(point);
    wxYield();
    return wxGetMousePosition() == point;
  }));
}

void Hands::clickAt(wxWindow* window, wxPoint at) {
  moveTo(window, at);
  simulator_.MouseClick();
  wxYield();
}

void Hands::rightClickAt(wxWindow* window, wxPoint at) {
  moveTo(window, at);
  simulator_.MouseClick(wxMOUSE_BTN_RIGHT);
  wxYield();
}

void Hands::drag(wxWindow* window, wxPoint from, wxPoint to) {
  moveTo(window, from);
  simulator_.MouseDown();
  wxYield();
  // A hand passes over what lies between.
  moveTo(window, {(from.x + to.x) / 2, (from.y + to.y) / 2});
  moveTo(window, to);
  simulator_.MouseUp();
  wxYield();
}

void Hands::click(wxWindow* window) {
  const wxSize size = window->GetClientSize();
  clickAt(window, {size.x / 2, size.y / 2});
}

void Hands::doubleClick(wxWindow* window, wxPoint at) {
  moveTo(window, at);
  simulator_.MouseDblClick();
  wxYield();
}

void Hands::key(int code, int modifiers) {
  simulator_.Char(code, modifiers);
  wxYield();
}

void Hands::type(std::string_view utf8) {
  bool ascii = true;
  for (const char c : utf8) ascii = ascii && c >= 0x20 && c < 0x7F;
  if (ascii) {
    simulator_.Text(std::string(utf8).c_str());
  } else {
    REQUIRE(wxTheClipboard->Open());
    wxTheClipboard->SetData(new wxTextDataObject(shown(utf8)));
    wxTheClipboard->Close();
    simulator_.Char('V', wxMOD_CONTROL);
  }
  wxYield();
}

std::vector<std::string> columnOf(const wxDataViewListCtrl& list, unsigned column) {
  std::vector<std::string> lines;
  for (int row = 0; row < list.GetItemCount(); ++row)
    lines.push_back(editor::typed(list.GetTextValue(static_cast<unsigned>(row), column)));
  return lines;
}

OpenEditor::OpenEditor() {
  frame_ = new editor::MainFrame;
  frame_->Show();
  frame_->Raise();
  REQUIRE(waitFor([this] { return frame_->IsActive(); }));
}

OpenEditor::OpenEditor(const std::string& sample) : OpenEditor() {
  std::filesystem::copy(sourceRoot() / "samples" / sample, bankFolder(),
                        std::filesystem::copy_options::recursive);
  open(bankFolder());
}

OpenEditor::~OpenEditor() {
  frame_->Destroy();
  wxYield();
  wxTheApp->ProcessIdle();  // Windows that were destroyed go now.
}

void OpenEditor::open(const std::filesystem::path& path) {
  frame_->openBank(path);
  REQUIRE(waitFor([this] { return frame_->hasBank(); }, 30'000));
}

namespace {

wxMenuItem* itemOf(const wxMenu& menu, const wxString& title) {
  for (wxMenuItem* item : menu.GetMenuItems()) {
    if (item->GetSubMenu() != nullptr) {
      if (wxMenuItem* found = itemOf(*item->GetSubMenu(), title)) return found;
    }
    if (item->GetItemLabelText().BeforeFirst('(').StartsWith(title)) return item;
  }
  return nullptr;
}

wxWindow* named(wxWindow* window, const wxString& name) {
  if (window->GetName() == name && window->IsShownOnScreen()) return window;
  for (wxWindow* child : window->GetChildren()) {
    if (child->IsTopLevel()) continue;
    if (wxWindow* found = named(child, name)) return found;
  }
  return nullptr;
}

}  // namespace

wxWindow* namedIn(wxWindow* window, std::string_view name) {
  return named(window, shown(name));
}

void OpenEditor::menu(std::string_view title) {
  wxMenuBar* bar = frame_->GetMenuBar();
  for (std::size_t i = 0; i < bar->GetMenuCount(); ++i) {
    wxMenu* menu = bar->GetMenu(i);
    wxMenuItem* item = itemOf(*menu, shown(title));
    if (item == nullptr) continue;
    menu->UpdateUI();
    INFO("menu line " << title);
    CHECK(item->IsEnabled());
    wxCommandEvent event(wxEVT_MENU, item->GetId());
    event.SetEventObject(menu);
    // The menu's own handlers first, then the frame's: as a click does.
    if (!menu->ProcessEvent(event)) frame_->ProcessWindowEvent(event);
    wxYield();
    return;
  }
  FAIL("no such line in the menus: " << title);
}

wxWindow* OpenEditor::findNamed(std::string_view name) {
  wxWindow* found = namedIn(frame_, name);
  INFO("control named " << name);
  REQUIRE(found != nullptr);
  return found;
}

}  // namespace tiku::tests
