#include "tests/gui/screens/sync_screens.h"

#include <fstream>
#include <stdexcept>
#include <vector>

#include <wx/app.h>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/modalhook.h>
#include <wx/radiobut.h>
#include <wx/stopwatch.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

#include "editor/app/main_frame.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/history/remote.h"
#include "tests/gui/screens/shared_place.h"
#include "workflows/sync/sync.h"

namespace tiku::tests {
namespace {

namespace fs = std::filesystem;
using editor::Room;
using editor::shown;
using formats::Edit;
using formats::Id;
using formats::say;
using formats::TheoryItem;

/// Goes through dialogs: what is done in each while it is open.
class Walk final : public wxModalDialogHook {
 public:
  explicit Walk(std::vector<std::function<void(wxDialog*)>> steps) : steps_(std::move(steps)) { Register(); }
  ~Walk() override { Unregister(); }

 protected:
  int Enter(wxDialog* dialog) override {
    if (next_ == steps_.size()) return wxID_CANCEL;
    dialog->CallAfter([step = steps_[next_++], dialog] { step(dialog); });
    return wxID_NONE;
  }

 private:
  std::vector<std::function<void(wxDialog*)>> steps_;
  std::size_t next_ = 0;
};

void waitUntil(const std::function<bool()>& so) {
  const wxStopWatch watch;
  while (!so()) {
    if (watch.Time() > 20'000) throw std::runtime_error("a dialog does not come to its end");
    wxYield();
    wxMilliSleep(10);
  }
}

wxWindow* labelled(const std::string& label, wxWindow* parent) {
  wxWindow* found = wxWindow::FindWindowByLabel(shown(label), parent);
  if (found == nullptr) throw std::logic_error("nothing is labelled " + label);
  return found;
}

void press(const std::string& label, wxWindow* parent) {
  wxWindow* button = labelled(label, parent);
  waitUntil([&] { return button->IsEnabled(); });
  wxCommandEvent event(wxEVT_BUTTON, button->GetId());
  event.SetEventObject(button);
  button->ProcessWindowEvent(event);
}

void callAuthor(const fs::path& bank, const std::string& name) {
  std::ofstream(bank / ".git" / "config", std::ios::app)
      << "[user]\n\tname = " << name << "\n\temail = author@example.cn\n";
}

Edit mended(const TheoryItem& item, const std::string& stem, const std::string& reference) {
  TheoryItem made = item;
  made.stem = formats::RichText::plain(stem);
  made.reference = reference;
  Edit edit(say("修改题干"));
  edit.put(std::move(made));
  return edit;
}

}  // namespace

void takeSyncScreens(editor::MainFrame& frame, const fs::path& folder,
                     const std::function<void(const std::string& name, wxTopLevelWindow*)>& take) {
  editor::Document& mine = frame.document();
  callAuthor(mine.path(), "王工");
  fs::create_directories(folder);
  const SharedPlace shared("题库共享");
  {
    const Walk walk({[&](wxDialog* dialog) {
      take("sync-place", dialog);
      dialog->EndModal(wxID_CANCEL);
    }});
    frame.setSharedPlace();
  }
  const fs::path place = shared.path / "量具检校员.git";
  formats::createShared(place);
  formats::setRemote(mine.path(), {formats::kDefaultRemote, place.string()});
  workflows::sync(mine.path());
  formats::clone(place.string(), folder / "li");
  callAuthor(folder / "li", "李工");
  const auto items = mine.bank().all<TheoryItem>();
  const auto theirs = editor::Document::open(folder / "li");
  const std::string stem = items[0]->stem.str();
  theirs->apply(mended(*items[0], "按检定规程的要求，" + stem, "JJG 30—2012 5.2"));
  theirs->apply(mended(*items[5], "通常情况下，" + items[5]->stem.str(), items[5]->reference));
  theirs->checkIn("修改理论试题 2 道");
  workflows::sync(folder / "li");
  mine.apply(mended(*items[1], "在恒温室内，" + items[1]->stem.str(), items[1]->reference));
  mine.checkIn("修改理论试题 1 道");
  mine.apply(mended(*items[0], "在生产现场，" + stem, "JJG 30—2012 5.4"));
  {
    const Walk walk({[&](wxDialog* dialog) {
                       press(say("同步(&S)"), dialog);
                       wxWindow* close = labelled(say("关闭"), dialog);
                       waitUntil([&] { return close->IsEnabled(); });
                       take("sync", dialog);
                       dialog->EndModal(wxID_CANCEL);
                     },
                     [&](wxDialog* dialog) {
                       auto* choice = dynamic_cast<wxRadioButton*>(labelled(say("采用对方的(&T)"), dialog));
                       choice->SetValue(true);
                       wxCommandEvent event(wxEVT_RADIOBUTTON, choice->GetId());
                       choice->ProcessWindowEvent(event);
                       press(say("下一处(&N)"), dialog);
                       take("sync-questions", dialog);
                       press(say("其余都用我的(&A)"), dialog);
                       press(say("合并(&G)"), dialog);
                     }});
    frame.syncNow();
  }
  frame.goTo({.room = Room::kHistory});
  take("history", nullptr);
  auto* list = dynamic_cast<wxDataViewListCtrl*>(wxWindow::FindWindowByName(shown(say("签入")), &frame));
  list->UnselectAll();
  // The first one made the bank.
  for (const int row : {0, list->GetItemCount() - 2}) list->SelectRow(static_cast<unsigned>(row));
  wxDataViewEvent event(wxEVT_DATAVIEW_SELECTION_CHANGED, list, list->RowToItem(0));
  list->ProcessWindowEvent(event);
  take("history-compare", nullptr);
}

}  // namespace tiku::tests
