#include "workflows/sync/sync.h"

#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/words.h"
#include "formats/history/remote.h"
#include "tests/gui/support/coauthor.h"
#include "tests/gui/support/hands.h"
#include "workflows/exchange_disc/exchange_disc.h"

using namespace tiku;
using namespace tiku::tests;
using namespace tiku::formats;
using editor::shown;
using editor::typed;
namespace fs = std::filesystem;

namespace {

RichText words(const std::string& text) {
  return RichText::plain(text);
}

void press(wxDialog* dialog, const char* label) {
  wxWindow* button = wxWindow::FindWindowByLabel(shown(label), dialog);
  INFO(label);
  REQUIRE(button != nullptr);
  REQUIRE(waitFor([&] { return button->IsEnabled(); }));
  wxCommandEvent event(wxEVT_BUTTON, button->GetId());
  event.SetEventObject(button);
  button->ProcessWindowEvent(event);
}

/// What somebody does with a dialog while it is open; it goes on until he closes it.
std::function<int(wxDialog*)> with(const std::function<void(wxDialog*)>& deed) {
  return [deed](wxDialog* dialog) {
    dialog->CallAfter([dialog, deed] { deed(dialog); });
    return static_cast<int>(wxID_NONE);
  };
}

std::string wordsIn(wxDialog* dialog, const char* name) {
  auto* control = dynamic_cast<wxTextCtrl*>(namedIn(dialog, name));
  return control == nullptr ? std::string() : typed(control->GetValue());
}

/// Presses 同步 in its dialog, waits for the end, keeps what it says, and closes it.
void sync(wxDialog* dialog, std::string& said) {
  press(dialog, "同步(&S)");
  wxWindow* close = wxWindow::FindWindowByLabel(shown("关闭"), dialog);
  REQUIRE(waitFor([&] { return close->IsEnabled(); }, 20'000));
  said = wordsIn(dialog, "同步的内容");
  dialog->EndModal(wxID_CANCEL);
}

std::function<int(wxDialog*)> syncs(std::string& said) {
  return with([&said](wxDialog* dialog) { sync(dialog, said); });
}

/// A bank that two authors share through a folder: one at the window, one on another machine.
struct Shared {
  Shared() {
    window.document().startHistory();
    callAuthor(window.bankFolder(), "王工");
    const auto items = window.bank().all<TheoryItem>();
    one = items.front()->id;
    other = items.back()->id;
    createShared(place);
    setRemote(window.bankFolder(), {kDefaultRemote, place.string()});
    push(window.bankFolder(), kDefaultRemote);
    li.emplace(window.bankFolder(), window.folder() / "li", "李工");
  }
  void liChanges(Id item, const std::string& message, const std::function<void(TheoryItem&)>& how) {
    li->change(item, message, how);
    CHECK(workflows::sync(window.folder() / "li").state == workflows::SyncResult::State::kDone);
  }
  void iChange(Id id, const std::function<void(TheoryItem&)>& how) {
    TheoryItem item = *window.bank().find<TheoryItem>(id);
    how(item);
    REQUIRE(window.frame().Host::change(Edit("修改试题").put(item)));
  }
  const TheoryItem& item(Id id) { return *window.bank().find<TheoryItem>(id); }
  std::string state() { return typed(window.find<wxStaticText>("同步的状态")->GetLabelText()); }
  [[nodiscard]] std::string head() const { return Repository::open(window.bankFolder()).find("HEAD").commit; }
  [[nodiscard]] std::string shared() const {
    return Repository::open(window.folder() / "li").find("HEAD").commit;
  }

  OpenEditor window{"liangju"};
  fs::path place = window.folder() / "共享.git";
  Id one;
  Id other;
  std::optional<Coauthor> li;
};

}  // namespace

TEST_CASE("one button sends what I did and brings what others did", "[sync]") {
  Shared shared;
  REQUIRE(waitFor([&] { return shared.state() == "已同步"; }));
  shared.liChanges(shared.other, "李工改了一题",
                   [](TheoryItem& item) { item.stem = words("李工写的题干（　）。"); });
  shared.iChange(shared.one, [](TheoryItem& item) { item.stem = words("王工写的题干（　）。"); });
  shared.window.document().save();
  REQUIRE(waitFor([&] { return shared.state() == "有 1 处待发出"; }));

  std::string said;
  std::string proposed;
  Answers answers({with([&](wxDialog* dialog) {
    proposed = wordsIn(dialog, "签入的说明");
    sync(dialog, said);
  })});
  shared.window.menu("同步");
  CHECK(answers.allAsked());
  CHECK(proposed.starts_with("修改理论试题"));
  INFO(said);
  CHECK(said.find("李工　李工改了一题") != std::string::npos);
  CHECK(said.find("我的改动已经发出。") != std::string::npos);
  CHECK(shared.item(shared.other).stem.str() == "李工写的题干（　）。");
  CHECK(shared.item(shared.one).stem.str() == "王工写的题干（　）。");
  CHECK_FALSE(shared.window.document().modified());
  CHECK(Repository::open(shared.window.bankFolder()).parents("HEAD").size() == 2);
  REQUIRE(waitFor([&] { return shared.state() == "已同步"; }));

  // He gets the same, to the byte.
  CHECK(workflows::sync(shared.window.folder() / "li").state == workflows::SyncResult::State::kDone);
  CHECK(shared.head() == shared.shared());

  // What came in was one step.
  shared.window.menu("撤销");
  CHECK(shared.item(shared.other).stem.str() != "李工写的题干（　）。");
  CHECK(shared.item(shared.one).stem.str() == "王工写的题干（　）。");
}

TEST_CASE("what both changed is asked on the way, and then everybody has the answer", "[sync][merge]") {
  Shared shared;
  shared.liChanges(shared.one, "李工改题干",
                   [](TheoryItem& item) { item.stem = words("李工写的题干（　）。"); });
  shared.iChange(shared.one, [](TheoryItem& item) { item.stem = words("王工写的题干（　）。"); });
  std::string said;
  Answers answers({syncs(said), with([](wxDialog* dialog) {
                     CHECK(wordsIn(dialog, "我的") == "王工写的题干（　）。");
                     CHECK(wordsIn(dialog, "对方的") == "李工写的题干（　）。");
                     auto* theirs = dynamic_cast<wxRadioButton*>(
                         wxWindow::FindWindowByLabel(shown("采用对方的(&T)"), dialog));
                     theirs->SetValue(true);
                     wxCommandEvent event(wxEVT_RADIOBUTTON, theirs->GetId());
                     theirs->ProcessWindowEvent(event);
                     press(dialog, "合并(&G)");
                   })});
  shared.window.menu("同步");
  CHECK(answers.allAsked());
  INFO(said);
  CHECK(shared.item(shared.one).stem.str() == "李工写的题干（　）。");
  CHECK_FALSE(fs::exists(shared.window.bankFolder() / ".tiku-edit" / "merge-answers.json"));
  CHECK(workflows::sync(shared.window.folder() / "li").state == workflows::SyncResult::State::kDone);
  CHECK(shared.head() == shared.shared());
}

TEST_CASE("questions can wait: then nothing is merged and nothing is sent", "[sync][merge]") {
  Shared shared;
  shared.liChanges(shared.one, "李工改题干",
                   [](TheoryItem& item) { item.stem = words("李工写的题干（　）。"); });
  const std::string sent = shared.shared();
  shared.iChange(shared.one, [](TheoryItem& item) { item.stem = words("王工写的题干（　）。"); });
  std::string said;
  Answers answers({syncs(said), [](wxDialog*) { return static_cast<int>(wxID_CANCEL); }});
  shared.window.menu("同步");
  CHECK(answers.allAsked());
  CHECK(said.starts_with("有 1 处两边都改了，要您决定。"));
  CHECK(shared.item(shared.one).stem.str() == "王工写的题干（　）。");
  CHECK(Repository::open(shared.window.bankFolder()).parents("HEAD").size() == 1);
  CHECK(workflows::sync(shared.window.folder() / "li").state == workflows::SyncResult::State::kDone);
  CHECK(shared.shared() == sent);
  REQUIRE(waitFor([&] { return shared.state() == "有新内容，待合并"; }));
}

TEST_CASE("where the shared place cannot be reached everything stays as it was", "[sync]") {
  Shared shared;
  shared.iChange(shared.one, [](TheoryItem& item) { item.stem = words("王工写的题干（　）。"); });
  shared.window.document().checkIn("王工的改动");
  const std::string before = shared.head();
  fs::rename(shared.place, shared.window.folder() / "拔走了.git");
  std::string said;
  {
    Answers answers({syncs(said)});
    shared.window.menu("同步");
    CHECK(answers.allAsked());
  }
  INFO(said);
  CHECK(said.find("您的改动都已签入，一处也没有丢。") != std::string::npos);
  CHECK(shared.head() == before);
  CHECK(shared.item(shared.one).stem.str() == "王工写的题干（　）。");
  CHECK(Repository::open(shared.window.bankFolder()).dirty().empty());

  // The stick is back: the next sync goes through.
  fs::rename(shared.window.folder() / "拔走了.git", shared.place);
  Answers answers({syncs(said)});
  shared.window.menu("同步");
  CHECK(said.find("我的改动已经发出。") != std::string::npos);
}

TEST_CASE("a folder is made the shared place, and the first sync brings the bank there", "[sync]") {
  OpenEditor window("liangju");
  window.document().startHistory();
  callAuthor(window.bankFolder(), "王工");
  const fs::path stick = window.folder() / "U盘";
  fs::create_directory(stick);
  CHECK(waitFor(
      [&] { return typed(window.find<wxStaticText>("同步的状态")->GetLabelText()) == "未设共享位置"; }));
  std::string said;
  Answers answers({with([&](wxDialog* dialog) {
                     dynamic_cast<wxTextCtrl*>(namedIn(dialog, "文件夹"))->SetValue(shown(stick.string()));
                     press(dialog, "确定");
                   }),
                   syncs(said)});
  window.menu("同步");
  CHECK(answers.allAsked());
  INFO(said);
  CHECK(said.find("我的改动已经发出。") != std::string::npos);
  const fs::path made = stick / (window.bank().info().title + ".git");
  REQUIRE(fs::exists(made / "HEAD"));
  clone(made.string(), window.folder() / "copy");
  CHECK(Repository::open(window.folder() / "copy").find("HEAD").commit ==
        Repository::open(window.bankFolder()).find("HEAD").commit);
}

TEST_CASE("what comes on a disc is checked against its sheet and merged", "[sync][exchange]") {
  Shared shared;
  shared.li->change(shared.other, "李工改了一题",
                    [](TheoryItem& item) { item.stem = words("李工写的题干（　）。"); });
  const fs::path file = shared.window.folder() / "李工.bundle";
  REQUIRE(workflows::exchangeOut(shared.window.folder() / "li", file));
  std::string said;
  Answers answers({[&](wxDialog* dialog) {
                     dynamic_cast<wxFileDialog*>(dialog)->SetPath(shown(file.string()));
                     return static_cast<int>(wxID_OK);
                   },
                   with([&](wxDialog* dialog) {
                     press(dialog, "收入(&S)");
                     wxWindow* close = wxWindow::FindWindowByLabel(shown("关闭"), dialog);
                     REQUIRE(waitFor([&] { return close->IsEnabled(); }, 20'000));
                     said = wordsIn(dialog, "同步的内容");
                     dialog->EndModal(wxID_CANCEL);
                   })});
  shared.window.menu("收入交换文件");
  CHECK(answers.allAsked());
  CHECK(said.starts_with("文件与交换单相符。"));
  CHECK(said.find("李工　李工改了一题") != std::string::npos);
  CHECK(shared.item(shared.other).stem.str() == "李工写的题干（　）。");
  CHECK_FALSE(shared.window.document().modified());
}
