// Runs Catch2 inside a wxWidgets application, so that tests click and type into real windows.
#define CATCH_CONFIG_RUNNER
#include <string_view>

#include <catch2/catch.hpp>
#include <wx/app.h>
#include <wx/config.h>

#include "editor/app/application.h"
#include "editor/app/fonts.h"
#include "formats/base/say.h"

namespace {

int argumentCount = 0;
char** arguments = nullptr;

class TestApplication final : public tiku::editor::Application {
 public:
  bool OnInit() override {
    prepare();
    tiku::formats::setLanguage(tiku::formats::Language::kChinese);
    SetExitOnFrameDelete(false);
    CallAfter([this] {
      result_ = Catch::Session().run(argumentCount, arguments);
      ExitMainLoop();
    });
    return true;
  }
  int OnRun() override {
    wxApp::OnRun();
    return result_;
  }
  void OnAssertFailure(const wxChar* file, int line, const wxChar* function, const wxChar* condition,
                       const wxChar* message) override {
    FAIL_CHECK(wxString(file) << ":" << line << " " << wxString(function) << ": " << wxString(condition)
                              << " " << wxString(message));
  }

 private:
  int result_ = 1;
};

wxAppConsole* makeApplication() {
  return new TestApplication;
}

}  // namespace

int main(int argc, char** argv) {
  argumentCount = argc;
  arguments = argv;
  // What CTest asks while it builds needs no screen.
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]).starts_with("--list")) return Catch::Session().run(argc, argv);
  }
  tiku::editor::preferChineseForms();
  wxApp::SetInitializerFunction(makeApplication);
  int one = 1;
  return wxEntry(one, argv);
}
