// tiku-editor: the program in which a bank is written.
#include <wx/app.h>

#include "editor/app/application.h"
#include "editor/app/fonts.h"

namespace {

wxAppConsole* makeApplication() {
  wxDISABLE_DEBUG_SUPPORT();
  return new tiku::editor::Application;
}

}  // namespace

int main(int argc, char** argv) {
  tiku::editor::preferChineseForms();
  wxApp::SetInitializerFunction(makeApplication);
  return wxEntry(argc, argv);
}
