// Takes the pictures of the guide: take_screens FOLDER LANGUAGE SUFFIX. scripts/screenshots starts it with
// the screen, the theme and the scale that are wanted; this program knows the way through the rooms.
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include <wx/app.h>
#include <wx/dataview.h>
#include <wx/filedlg.h>
#include <wx/modalhook.h>
#include <wx/notebook.h>
#include <wx/stopwatch.h>
#include <wx/utils.h>

#include "editor/app/application.h"
#include "editor/app/fonts.h"
#include "editor/app/main_frame.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/base/temp_directory.h"
#include "tests/support/places.h"

namespace {

using namespace tiku;
namespace fs = std::filesystem;
using editor::Half;
using editor::Place;
using editor::Room;
using formats::Level;

struct Wanted {
  fs::path folder;
  std::string language;
  std::string suffix;
} wanted;

void settle() {
  const wxStopWatch watch;
  while (watch.Time() < 700) {
    wxYield();
    wxMilliSleep(10);
  }
}

void take(const std::string& name) {
  wxTheApp->GetTopWindow()->Raise();
  settle();
  const fs::path file = wanted.folder / (name + wanted.suffix + ".png");
  wxExecute(editor::shown("import -window root " + file.string()), wxEXEC_SYNC);
}

Place at(Room room, int level = 3, Half half = Half::kTheory) {
  return {.room = room, .level = Level::of(level), .half = half};
}

// Chooses the file where one is asked for, and takes the picture of the dialog that comes then.
class ImportPicture final : public wxModalDialogHook {
 public:
  explicit ImportPicture(fs::path file) : file_(std::move(file)) { Register(); }
  ~ImportPicture() override { Unregister(); }

 protected:
  int Enter(wxDialog* dialog) override {
    if (auto* files = dynamic_cast<wxFileDialog*>(dialog)) {
      files->SetPath(editor::shown(file_.string()));
      return wxID_OK;
    }
    dialog->CallAfter([dialog] {
      take("import");
      dialog->EndModal(wxID_CANCEL);
    });
    return wxID_NONE;
  }

 private:
  fs::path file_;
};

void takeImport(editor::MainFrame& frame, const fs::path& folder) {
  const fs::path file = folder / "补充试题.txt";
  std::ofstream(file)
      << "三级 理论知识试题\n一、单选题\n"
         "1. 深度尺的尺身上沾了冷却液，测量前应（ ）。\nA. 擦净再测\nB. 直接测\nC. 加热烘干\n"
         "D. 等它自己干\n答案：A\n2. 把深度尺交给下一班时，应（ ）。\nA. 收紧紧固螺钉\n"
         "B. 擦净并登记\nC. 拆开尺身\nD. 涂红丹粉\n二、判断题\n"
         "1. 深度尺可以借给别的班组而不登记。\n答案：错\n三、说说看\n（只有一句话，不是题）\n";
  const ImportPicture picture(file);
  frame.importIntoBank();
}

void takeAll() {
  const formats::TempDirectory folder;
  const fs::path bank = folder.path() / "liangju";
  fs::copy(tests::sourceRoot() / "samples/liangju", bank, fs::copy_options::recursive);
  auto* frame = new editor::MainFrame;
  frame->Maximize();
  frame->Show();
  take("start");
  frame->openBank(bank);
  while (!frame->hasBank()) wxYield();
  frame->attempt([frame] {
    if (frame->document().checkInState().kind == editor::CheckInState::Kind::kNone)
      frame->document().startHistory();
  });
  const std::vector<std::pair<std::string, Place>> rooms{
      {"overview", at(Room::kOverview)},   {"standard", at(Room::kStandard)},
      {"blueprint", at(Room::kBlueprint)}, {"blueprint-skills", at(Room::kBlueprint, 3, Half::kSkills)},
      {"items", at(Room::kItems)},         {"items-skills", at(Room::kItems, 3, Half::kSkills)},
      {"papers", at(Room::kPapers)},       {"filing", at(Room::kFiling)},
      {"history", at(Room::kHistory)}};
  for (const auto& [name, place] : rooms) {
    frame->goTo(place);
    take(name);
  }
  takeImport(*frame, folder.path());
  const fs::path faults = folder.path() / "faults";
  fs::copy(tests::sourceRoot() / "samples/liangju-faults", faults, fs::copy_options::recursive);
  frame->openBank(faults);
  while (!frame->hasBank() || frame->document().path() != faults) wxYield();
  frame->goTo(at(Room::kItems));
  frame->showFindings();
  take("findings");
  frame->Destroy();
}

class ScreensApplication final : public editor::Application {
 public:
  bool OnInit() override {
    prepare();
    formats::setLanguage(wanted.language == "en" ? formats::Language::kEnglish : formats::Language::kChinese);
    SetExitOnFrameDelete(false);
    CallAfter([this] {
      takeAll();
      ExitMainLoop();
    });
    return true;
  }
};

wxAppConsole* makeApplication() {
  return new ScreensApplication;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  wanted = {argv[1], argv[2], argv[3]};
  tiku::editor::preferChineseForms();
  wxApp::SetInitializerFunction(makeApplication);
  int one = 1;
  return wxEntry(one, argv);
}
