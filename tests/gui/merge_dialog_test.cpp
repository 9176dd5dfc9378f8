#include "editor/sync/merge_dialog.h"

#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/html/htmlwin.h>
#include <wx/radiobut.h>
#include <wx/textctrl.h>

#include "editor/widgets/words.h"
#include "tests/gui/support/coauthor.h"
#include "tests/gui/support/hands.h"

using namespace tiku;
using namespace tiku::tests;
using namespace tiku::formats;
using editor::MergeDialog;
using editor::shown;
using editor::typed;

namespace {

constexpr const char* kTheirs = "refs/remotes/origin/main";
using Lines = std::vector<std::string>;

/// Two authors changed the same stem and the same difficulty of an item, and one of them a second item.
struct TwoAuthors {
  TwoAuthors() {
    window.document().startHistory();
    callAuthor(window.bankFolder(), "王工");
    const auto items = window.bank().all<TheoryItem>();
    both = items.front()->id;
    other = items.back()->id;
    Coauthor li(window.bankFolder(), window.folder() / "other", "李工");
    li.change(both, "李工的改动", [](TheoryItem& item) {
      item.stem = RichText::plain("李工写的题干（　）。");
      item.reference = "李工查的出处";
    });
    li.change(other, "李工的另一题",
              [](TheoryItem& item) { item.stem = RichText::plain("李工的另一题（　）。"); });
    changeAndCheckIn(window.document(), both, "王工的改动", [](TheoryItem& item) {
      item.stem = RichText::plain("王工写的题干（　）。");
      item.reference = "王工查的出处";
    });
    li.sendTo(window.bankFolder());
  }
  editor::AskedMerge asked() { return editor::askedMerge(window.bankFolder(), kTheirs); }
  const TheoryItem& item() { return *window.bank().find<TheoryItem>(both); }

  OpenEditor window{"liangju"};
  Id both;
  Id other;
};

/// The dialog before somebody's eyes.
struct AtDialog {
  AtDialog(TwoAuthors& authors)
      : hands(authors.window.hands()),
        dialog(&authors.window.frame(), authors.window.frame(), authors.asked()) {
    dialog.Show();
    REQUIRE(waitFor([&] { return dialog.IsActive(); }));
  }
  template <typename T>
  T* control(const char* name) {
    auto* found = dynamic_cast<T*>(namedIn(&dialog, name));
    INFO(name);
    REQUIRE(found != nullptr);
    return found;
  }
  wxWindow* labelled(const char* label) { return wxWindow::FindWindowByLabel(shown(label), &dialog); }
  [[nodiscard]] Lines answers() { return columnOf(*control<wxDataViewListCtrl>("要决定的地方"), 0); }
  [[nodiscard]] std::string preview() { return typed(control<wxHtmlWindow>("预览")->ToText()); }

  Hands& hands;
  MergeDialog dialog;
};

}  // namespace

TEST_CASE("what two authors changed differently is asked, one thing after the other, with keys alone",
          "[merge]") {
  TwoAuthors authors;
  AtDialog at(authors);
  CHECK(columnOf(*at.control<wxDataViewListCtrl>("要决定的地方"), 2) == Lines{"出处", "题干"});
  CHECK(at.answers() == Lines{"未答", "未答"});
  CHECK_FALSE(at.labelled("合并(&G)")->IsEnabled());
  CHECK(typed(at.control<wxTextCtrl>("我的")->GetValue()) == "王工查的出处");
  CHECK(typed(at.control<wxTextCtrl>("对方的")->GetValue()) == "李工查的出处");

  at.hands.key('T', wxMOD_ALT);
  REQUIRE(waitFor([&] { return at.answers() == Lines{"对方的", "未答"}; }));
  REQUIRE(waitFor([&] { return at.preview().find("李工查的出处") != std::string::npos; }));
  // The question that is still open has mine in the preview.
  CHECK(at.preview().find("王工写的题干") != std::string::npos);

  at.hands.key('N', wxMOD_ALT);
  REQUIRE(
      waitFor([&] { return typed(at.control<wxTextCtrl>("我的")->GetValue()) == "王工写的题干（　）。"; }));
  at.hands.key('M', wxMOD_ALT);
  REQUIRE(waitFor([&] { return at.answers() == Lines{"对方的", "我的"}; }));
  CHECK(at.labelled("合并(&G)")->IsEnabled());

  const auto result =
      workflows::mergeRevision(Repository::open(authors.window.bankFolder()), kTheirs, at.dialog.answers());
  CHECK(result.questions.empty());
  authors.window.document().merge(result, "合并李工的改动");
  CHECK(authors.item().stem.str() == "王工写的题干（　）。");
  CHECK(authors.item().reference == "李工查的出处");
  CHECK(authors.window.bank().find<TheoryItem>(authors.other)->stem.str() == "李工的另一题（　）。");
  CHECK(Repository::open(authors.window.bankFolder()).parents("HEAD").size() == 2);
  CHECK(Repository::open(authors.window.bankFolder()).dirty().empty());
}

TEST_CASE("answers stay when the dialog is put aside, and all that is left is answered at once", "[merge]") {
  TwoAuthors authors;
  {
    AtDialog at(authors);
    at.hands.key('T', wxMOD_ALT);
    REQUIRE(waitFor([&] { return at.answers() == Lines{"对方的", "未答"}; }));
    REQUIRE(waitFor([&] {
      return std::filesystem::exists(authors.window.bankFolder() / ".tiku-edit" / "merge-answers.json");
    }));
    at.hands.key(WXK_ESCAPE);
    REQUIRE(waitFor([&] { return !at.dialog.IsShown(); }));
  }
  // Nothing has changed in the bank.
  CHECK(authors.item().reference == "王工查的出处");
  CHECK(Repository::open(authors.window.bankFolder()).parents("HEAD").size() == 1);

  AtDialog at(authors);
  CHECK(at.answers() == Lines{"对方的", "未答"});
  // It opens at what is not answered.
  CHECK(typed(at.control<wxTextCtrl>("我的")->GetValue()) == "王工写的题干（　）。");
  at.hands.key('A', wxMOD_ALT);
  REQUIRE(waitFor([&] { return at.answers() == Lines{"对方的", "我的"}; }));
  CHECK(at.labelled("合并(&G)")->IsEnabled());
}

TEST_CASE("an answer does not hold when the other side has written something else since", "[merge]") {
  TwoAuthors authors;
  const editor::MergeAnswerShelf shelf(authors.window.bankFolder());
  auto questions = authors.asked().result.questions;
  REQUIRE(questions.size() == 2);
  for (MergeQuestion& question : questions) question.typed = true;
  shelf.save("a", "b", questions,
             {{questions[0].address, {MergeAnswer::Take::kTheirs, {}}},
              {questions[1].address, {MergeAnswer::Take::kText, "商量的"}}});
  CHECK(shelf.load(questions).size() == 2);
  questions[0].theirs = "又改过的出处";
  CHECK(shelf.load(questions) == MergeAnswers{{questions[1].address, {MergeAnswer::Take::kText, "商量的"}}});
}
