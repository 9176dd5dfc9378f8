// Takes the pictures of the guide: take_screens FOLDER LANGUAGE SUFFIX. scripts/screenshots starts it with
// the screen, the theme and the scale that are wanted; this program knows the way through the rooms.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include <wx/app.h>
#include <wx/dataview.h>
#include <wx/datetime.h>
#include <wx/filedlg.h>
#include <wx/modalhook.h>
#include <wx/notebook.h>
#include <wx/stopwatch.h>
#include <wx/toplevel.h>
#include <wx/utils.h>

#include "editor/app/application.h"
#include "editor/app/fonts.h"
#include "editor/app/main_frame.h"
#include "editor/app/settings.h"
#include "editor/items/set_dialog.h"
#include "editor/tools/tools.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/base/temp_directory.h"
#include "tests/gui/screens/expert_screens.h"
#include "tests/gui/screens/shared_place.h"
#include "tests/gui/screens/sync_screens.h"
#include "tests/gui/support/next_edition.h"
#include "tests/gui/support/played_round.h"
#include "tests/gui/support/rectification.h"
#include "tests/support/places.h"
#include "workflows/impact/update.h"

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

void take(const std::string& name, wxTopLevelWindow* window = nullptr) {
  (window == nullptr ? wxTheApp->GetTopWindow() : window)->Raise();
  settle();
  const fs::path file = wanted.folder / (name + wanted.suffix + ".png");
  wxExecute(editor::shown("import -window root " + file.string()), wxEXEC_SYNC);
}

Place at(Room room, int level = 3, Half half = Half::kTheory) {
  return {.room = room, .level = Level::of(level), .half = half};
}

// Takes the picture of the dialog that comes up and closes it; where a file is asked for before, chooses it.
class DialogPicture final : public wxModalDialogHook {
 public:
  explicit DialogPicture(std::string name, fs::path file = {}, std::function<void(wxDialog*)> prepare = {})
      : name_(std::move(name)), file_(std::move(file)), prepare_(std::move(prepare)) {
    Register();
  }
  ~DialogPicture() override { Unregister(); }

 protected:
  int Enter(wxDialog* dialog) override {
    if (auto* files = dynamic_cast<wxFileDialog*>(dialog)) {
      files->SetPath(editor::shown(file_.string()));
      return wxID_OK;
    }
    dialog->CallAfter([this, dialog] {
      if (prepare_) prepare_(dialog);
      take(name_);
      dialog->EndModal(wxID_CANCEL);
    });
    return wxID_NONE;
  }

 private:
  std::string name_;
  fs::path file_;
  std::function<void(wxDialog*)> prepare_;
};

// Another author goes on: one word of an item changes, and is checked in.
void workOn(editor::MainFrame& frame, formats::Id& changed) {
  auto& document = frame.document();
  for (const auto& item : document.bank().all<formats::TheoryItem>()) {
    if (item->rationale.str().empty()) continue;
    formats::TheoryItem edited = *item;
    edited.rationale = formats::RichText::plain(item->rationale.str() + "班前检查时同样适用。");
    edited.difficulty = 3;
    changed = item->id;
    frame.change(formats::Edit(formats::say("修改解析")).put(std::move(edited)));
    break;
  }
  document.checkIn(formats::say("补充解析"));
}

void takeImport(editor::MainFrame& frame, const fs::path& folder) {
  const fs::path file = folder / "补充试题.txt";
  std::ofstream(file)
      << "三级 理论知识试题\n一、单选题\n"
         "1. 深度尺的尺身上沾了冷却液，测量前应（ ）。\nA. 擦净再测\nB. 直接测\nC. 加热烘干\n"
         "D. 等它自己干\n答案：A\n2. 把深度尺交给下一班时，应（ ）。\nA. 收紧紧固螺钉\n"
         "B. 擦净并登记\nC. 拆开尺身\nD. 涂红丹粉\n二、判断题\n"
         "1. 深度尺可以借给别的班组而不登记。\n答案：错\n三、说说看\n（只有一句话，不是题）\n";
  {
    const DialogPicture picture("import", file, [](wxDialog*) { settle(); });
    frame.importIntoBank();
  }
  const DialogPicture picture("import-reading", file, [](wxDialog* dialog) {
    settle();
    auto* lines = dynamic_cast<wxDataViewListCtrl*>(
        wxWindow::FindWindowByName(editor::shown(formats::say("对文件的读法")), dialog));
    dynamic_cast<wxNotebook*>(lines->GetGrandParent())->SetSelection(1);
    lines->SelectRow(static_cast<unsigned>(lines->GetItemCount() - 1));
    wxDataViewEvent event(wxEVT_DATAVIEW_SELECTION_CHANGED, lines, lines->GetSelection());
    lines->ProcessWindowEvent(event);
  });
  frame.importIntoBank();
}

// Items that share a case.
void takeItemSet(editor::MainFrame& frame) {
  frame.goTo(at(Room::kItems));
  std::vector<formats::Id> items;
  for (const auto& item : frame.document().bank().all<formats::TheoryItem>()) {
    if (item->level == *Level::of(3) && items.size() < 3) items.push_back(item->id);
  }
  formats::ItemSet set = editor::newSet(frame.document().bank(), *Level::of(3), items);
  set.stem = formats::RichText::plain(
      "某机加工车间新领外径千分尺三把，班前检查时发现其中一把零位偏差 0.02 mm，另一把的测砧上有油污。");
  const DialogPicture picture("item-set");
  editor::askItemSet(&frame, frame.document().bank(), set);
}

// What happened to one item, at its side.
void takeInspector(editor::MainFrame& frame, formats::Id item) {
  Place place = at(Room::kItems);
  place.object = item;
  frame.goTo(place);
  auto* list = wxWindow::FindWindowByName(editor::shown(formats::say("这个对象的历史")), &frame);
  auto* book = dynamic_cast<wxNotebook*>(list->GetGrandParent());
  const int before = book->SetSelection(2);
  auto* revisions = dynamic_cast<wxDataViewListCtrl*>(list);
  while (revisions->GetItemCount() == 0) settle();  // They are read on a thread.
  revisions->SelectRow(0);
  take("item-history");
  book->SetSelection(static_cast<std::size_t>(before));
}

// What an author has to answer, and where else he sees it.
void takeAnswers(editor::MainFrame& frame) {
  frame.attempt([&] {
    const tests::Rectification asked = tests::Rectification::in(frame.document());
    frame.goTo({.room = Room::kReview, .object = asked.suggested, .field = "opinions"});
    take("answers");
    const auto* opinion = frame.document().bank().find<formats::Opinion>(asked.suggested);
    frame.goTo(editor::placeOf(opinion->remark.anchor.object, frame.document().bank()));
    take("items-opinions");
  });
}

void takeTool(editor::MainFrame& frame, const std::string& name, const std::string& title) {
  const DialogPicture picture(name);
  for (const editor::Command& tool : editor::bankTools(&frame, frame)) {
    if (tool.title == title) return tool.run();
  }
  throw std::logic_error("no tool " + title);
}

// The pages of a notebook that lies within the room in front.
void takeParts(const std::vector<std::string>& names, const std::string& part) {
  auto* inside = wxWindow::FindWindowByName(editor::shown(part), nullptr);
  auto* book = inside == nullptr ? nullptr : dynamic_cast<wxNotebook*>(inside->GetGrandParent()->GetParent());
  for (std::size_t i = 0; book != nullptr && i < names.size(); ++i) {
    book->SetSelection(i);
    take(names[i]);
  }
}

// A round of review on its way: one expert late, then opened, then concluded.
void takeReview(editor::MainFrame& frame, const fs::path& folder) {
  const auto day = [](const char* text) { return *formats::Date::parse(text); };
  const auto dialog = [&frame](const std::string& name, const std::string& label) {
    const DialogPicture picture(name);
    wxWindow* button = wxWindow::FindWindowByLabel(editor::shown(label), frame.workspace());
    wxCommandEvent event(wxEVT_BUTTON, button->GetId());
    event.SetEventObject(button);
    button->ProcessWindowEvent(event);
    settle();
  };
  editor::settings::setPersonName("王科长");
  tests::PlayedRound round(frame.document(), folder, day("2026-03-02"));
  const auto page = [&](const std::string& name) {
    frame.goTo({.room = Room::kReview, .object = round.id(), .field = name});
    take("review-" + name);
  };
  page("rounds");
  dialog("review-new", formats::say("新的轮次(&N)…"));
  page("pool");
  page("draw");
  round.collect(day("2026-03-10"), 1);
  page("exchange");
  round.open(day("2026-03-18"));
  page("results");
  takeParts({"review-results", "review-rubric", "review-agreement", "review-words"},
            formats::say("各题的意见"));
  frame.goTo({.room = Room::kReview, .object = round.id(), .field = "conclusion"});
  dialog("review-conclude", formats::say("限期整改(&Z)…"));
  round.conclude(day("2026-03-20"));
  page("rounds");
  page("conclusion");
  frame.document().save();
}

void pressIn(wxWindow* parent, const std::string& label) {
  wxWindow* button = wxWindow::FindWindowByLabel(editor::shown(label), parent);
  wxCommandEvent event(wxEVT_BUTTON, button->GetId());
  event.SetEventObject(button);
  button->ProcessWindowEvent(event);
}

// A new edition of the standard: before the update begins, and on the way, three weeks before its last day.
void takeImpact(editor::MainFrame& frame) {
  editor::settings::setPersonName("周工");
  const tests::SharedPlace drive("新标准");  // Its name is in the picture.
  const fs::path file = drive.path / "新标准.xml";
  tests::writeStandard(tests::nextEdition(*frame.document().bank().standard()), file);
  frame.goTo(at(Room::kImpact));
  {
    const DialogPicture picture("impact-begin", file, [](wxDialog* dialog) {
      pressIn(dialog, formats::say("选文件(&F)…"));
      auto* list = dynamic_cast<wxDataViewListCtrl*>(
          wxWindow::FindWindowByName(editor::shown(formats::say("标准的改动")), dialog));
      while (list->GetItemCount() == 0) settle();
    });
    pressIn(frame.workspace(), formats::say("开始更新(&N)…"));
  }
  const wxDateTime began = wxDateTime::Today() - wxDateSpan::Months(6) + wxDateSpan::Weeks(3);
  const std::string day = editor::typed(began.FormatISODate());
  frame.change(tests::followEdit(frame.document().bank(), day.c_str(), day.c_str()));
  const auto update = frame.document().bank().all<formats::StandardUpdate>().front();
  const auto of = [&update](formats::UpdateTask::Kind kind) {
    return std::ranges::find(update->tasks, kind, &formats::UpdateTask::kind)->object;
  };
  const formats::Id point = of(formats::UpdateTask::Kind::kPoint);
  frame.change(workflows::confirmEdit(frame.document().bank(), {point}, "周工", "只改了措辞",
                                      *formats::Date::parse(day)));
  frame.goTo({.room = Room::kImpact, .object = update->id, .part = of(formats::UpdateTask::Kind::kItem)});
  auto* list = dynamic_cast<wxDataViewCtrl*>(
      wxWindow::FindWindowByName(editor::shown(formats::say("要核对的内容")), &frame));
  while (list->GetSelectedItemsCount() == 0) settle();  // It is read on a thread.
  take("impact");
  frame.document().save();
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
  };
  formats::Id changed;
  frame->attempt([&] { workOn(*frame, changed); });
  for (const auto& [name, place] : rooms) {
    frame->goTo(place);
    take(name);
  }
  takeInspector(*frame, changed);
  frame->attempt([&] {
    tests::takeSyncScreens(*frame, folder.path() / "sync",
                           [](const std::string& name, wxTopLevelWindow* window) { take(name, window); });
  });
  takeAnswers(*frame);
  takeTool(*frame, "people", formats::say("人员(&E)…"));
  takeTool(*frame, "export-items", formats::say("导出试题(&X)…"));
  takeImport(*frame, folder.path());
  frame->attempt([&] { takeItemSet(*frame); });
  takeReview(*frame, folder.path() / "review");
  frame->attempt([&] { takeImpact(*frame); });
  const fs::path faults = folder.path() / "faults";
  fs::copy(tests::sourceRoot() / "samples/liangju-faults", faults, fs::copy_options::recursive);
  frame->openBank(faults);
  while (!frame->hasBank() || frame->document().path() != faults) wxYield();
  frame->goTo(at(Room::kItems));
  frame->showFindings();
  take("findings");
  takeTool(*frame, "duplicates", formats::say("相近试题(&D)…"));
  frame->Destroy();
  tests::takeExpertScreens(folder.path(),
                           [](const std::string& name, wxTopLevelWindow* window) { take(name, window); });
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
