#include "tests/gui/support/expert_window.h"

#include <catch2/catch.hpp>
#include <wx/app.h>
#include <wx/button.h>
#include <wx/tglbtn.h>

#include "editor/app/windows.h"
#include "editor/expert/item_page.h"
#include "editor/widgets/words.h"

namespace tiku::tests {

using editor::shown;

OpenExpert::OpenExpert(const std::filesystem::path& file) {
  editor::openReviewFile(file);
  for (wxWindow* window : wxTopLevelWindows) {
    auto* frame = dynamic_cast<editor::ExpertFrame*>(window);
    if (frame != nullptr && !frame->IsBeingDeleted()) frame_ = frame;
  }
  REQUIRE(frame_ != nullptr);
  frame_->Raise();
  REQUIRE(waitFor([this] { return frame_->IsActive(); }));
}

OpenExpert::~OpenExpert() {
  if (frame_ != nullptr) frame_->Destroy();
  wxYield();
  wxTheApp->ProcessIdle();
}

void OpenExpert::close() {
  frame_->Close();
  frame_ = nullptr;
  wxYield();
  wxTheApp->ProcessIdle();
}

wxWindow* OpenExpert::findNamed(std::string_view name) {
  wxWindow* found = nullptr;
  INFO("control named " << name);
  REQUIRE(waitFor([&] {
    found = namedIn(frame_, name);
    return found != nullptr;
  }));
  return found;
}

formats::Id OpenExpert::object() {
  return frame_->items().object();
}

void OpenExpert::mark(std::string_view words) {
  auto* text = find<wxTextCtrl>("要评的内容");
  const wxString all = text->GetValue();
  const int at = all.Find(shown(words));
  INFO("text " << editor::typed(all));
  REQUIRE(at != wxNOT_FOUND);
  text->SetFocus();
  text->SetInsertionPoint(at);
  REQUIRE(waitFor([&] { return text->HasFocus(); }));
  for (std::size_t i = 0; i < shown(words).size(); ++i) hands_.key(WXK_RIGHT, wxMOD_SHIFT);
  REQUIRE(waitFor([&] { return text->GetStringSelection() == shown(words); }));
}

void OpenExpert::press(std::string_view name) {
  wxWindow* window = namedIn(frame_, name);
  if (window == nullptr) window = wxWindow::FindWindowByLabel(shown(name), frame_);
  INFO("button " << name);
  REQUIRE(window != nullptr);
  CHECK(window->IsEnabled());
  if (auto* toggle = dynamic_cast<wxToggleButton*>(window)) {
    toggle->SetValue(!toggle->GetValue());
    wxCommandEvent pressed(wxEVT_TOGGLEBUTTON, window->GetId());
    pressed.SetEventObject(window);
    pressed.SetInt(toggle->GetValue() ? 1 : 0);
    window->ProcessWindowEvent(pressed);
  } else {
    wxCommandEvent pressed(wxEVT_BUTTON, window->GetId());
    pressed.SetEventObject(window);
    window->ProcessWindowEvent(pressed);
  }
  wxYield();
}

}  // namespace tiku::tests
