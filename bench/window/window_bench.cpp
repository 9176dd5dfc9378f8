// How long a person waits: opening a bank, a keystroke until findings and preview are painted, filtering and
// scrolling the list. In a real window; bench/window/run starts it under an X server of its own.
//
//     tiku_window_bench [ITEMS...]        default: 10000 100000
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include <wx/app.h>
#include <wx/config.h>
#include <wx/dataview.h>
#include <wx/srchctrl.h>

#include "bench/generated_bank.h"
#include "editor/app/application.h"
#include "editor/app/fonts.h"
#include "editor/app/main_frame.h"
#include "editor/widgets/prose_field.h"
#include "editor/widgets/words.h"
#include "formats/base/temp_directory.h"
#include "formats/package/save.h"

namespace {

using namespace tiku;
using Clock = std::chrono::steady_clock;
using editor::Room;
using editor::shown;

std::vector<int> sizes;

double millisecondsSince(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// Works until nothing is waiting: events, idle work, painting. No window: it is gone.
void settle(wxWindow* window) {
  for (int quiet = 0; quiet < 2;) {
    quiet = wxTheApp->Pending() || wxTheApp->HasPendingEvents() ? 0 : quiet + 1;
    wxYield();
    wxTheApp->ProcessIdle();
  }
  if (window != nullptr) window->Update();
}

wxWindow* named(wxWindow* window, const wxString& name) {
  if (window->GetName() == name && window->IsShownOnScreen()) return window;
  for (wxWindow* child : window->GetChildren()) {
    if (wxWindow* found = named(child, name)) return found;
  }
  return nullptr;
}

struct Figures {
  std::vector<double> values;
  void add(double value) { values.push_back(value); }
  [[nodiscard]] double at(double share) {
    std::ranges::sort(values);
    return values[std::min(values.size() - 1,
                           static_cast<std::size_t>(share * static_cast<double>(values.size())))];
  }
};

double residentMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
  }
  return 0;
}

void print(int items, const char* what, Figures figures) {
  std::printf("%7d  %-34s p50 %8.1f ms   p99 %8.1f ms   (%zu)\n", items, what, figures.at(0.5),
              figures.at(0.99), figures.values.size());
  std::fflush(stdout);
}

// From the letter's arrival in the control: the simulator of keys sleeps between press and release, which
// would be counted.
void keystrokes(editor::MainFrame& frame, int items) {
  auto* stem = dynamic_cast<editor::ProseField*>(named(&frame, shown("题干")));
  stem->SetFocus();
  stem->SetInsertionPointEnd();
  settle(&frame);
  Figures figures;
  for (int i = 0; i < 200; ++i) {
    const auto generation = frame.document().generation();
    const auto start = Clock::now();
    stem->WriteText(wxString(static_cast<char>('a' + i % 26)));
    while (frame.document().generation() == generation) wxYield();
    settle(&frame);
    figures.add(millisecondsSince(start));
  }
  print(items, "letter to painted window", figures);
}

void filters(editor::MainFrame& frame, int items) {
  auto* box = dynamic_cast<wxSearchCtrl*>(named(&frame, shown("查找试题")));
  auto* list = dynamic_cast<wxDataViewCtrl*>(named(&frame, shown("试题列表")));
  Figures words;
  for (const char* query :
       {"测量", "题型:判断 误差", "难度>=4", "用的是", "题型:单选 轴承 温度", "状态:草稿"}) {
    for (int round = 0; round < 5; ++round) {
      const auto start = Clock::now();
      box->SetValue(shown(query));
      settle(&frame);
      words.add(millisecondsSince(start));
      box->Clear();
      settle(&frame);
    }
  }
  print(items, "filter to painted list", words);
  Figures scrolls;
  auto* model = static_cast<wxDataViewVirtualListModel*>(list->GetModel());
  const unsigned count = model->GetCount();
  for (unsigned i = 0; i < 100; ++i) {
    const auto start = Clock::now();
    list->EnsureVisible(model->GetItem((i * 7919U) % count));
    settle(&frame);
    scrolls.add(millisecondsSince(start));
  }
  print(items, "jump in the list to painted rows", scrolls);
}

void measure(int items) {
  const formats::TempDirectory folder;
  const auto bank = folder.path() / "bank";
  formats::saveNew(bench::generatedBank(items, 1), bank);
  const double before = residentMegabytes();
  const auto start = Clock::now();
  auto* frame = new editor::MainFrame;
  frame->Show();
  frame->openBank(bank);
  while (!frame->hasBank()) wxYield();
  settle(frame);
  std::printf("%7d  %-34s     %8.1f ms\n", items, "open to painted overview", millisecondsSince(start));
  const auto room = Clock::now();
  frame->goTo({.room = Room::kItems, .level = formats::Level::of(3)});
  settle(frame);
  std::printf("%7d  %-34s     %8.1f ms\n", items, "items room, first visit", millisecondsSince(room));
  std::printf("%7d  %-34s     %8.0f MB\n", items, "memory of the window and the bank",
              residentMegabytes() - before);
  keystrokes(*frame, items);
  filters(*frame, items);
  frame->document().save();
  frame->Close(true);
  settle(nullptr);
}

class BenchApplication final : public editor::Application {
 public:
  bool OnInit() override {
    prepare();
    formats::setLanguage(formats::Language::kChinese);
    SetExitOnFrameDelete(false);
    CallAfter([this] {
      for (const int size : sizes) measure(size);
      ExitMainLoop();
    });
    return true;
  }
};

wxAppConsole* makeApplication() {
  wxDISABLE_DEBUG_SUPPORT();
  return new BenchApplication;
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) sizes.push_back(std::stoi(argv[i]));
  if (sizes.empty()) sizes = {10'000, 100'000};
  tiku::editor::preferChineseForms();
  wxApp::SetInitializerFunction(makeApplication);
  int one = 1;
  return wxEntry(one, argv);
}
