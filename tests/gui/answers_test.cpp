// The author's side of a review: what is to be answered, until it is handed in.
#include <fstream>

#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dataview.h>
#include <wx/filedlg.h>
#include <wx/msgdlg.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/app/settings.h"
#include "editor/widgets/attention_bar.h"
#include "editor/widgets/words.h"
#include "tests/gui/support/hands.h"
#include "tests/gui/support/rectification.h"

using namespace tiku;
using namespace tiku::tests;
using namespace tiku::formats;
using editor::Room;
using editor::shown;
using editor::typed;

namespace {

/// An author at the page of opinions.
struct Author {
  OpenEditor window{"liangju"};
  Rectification asked;

  Author() {
    editor::settings::setPersonName("林晓");
    window.document().startHistory();
    asked = Rectification::in(window.document());
    go();
  }
  void go() {
    window.frame().goTo({.room = Room::kReview, .object = asked.suggested, .field = "opinions"});
    REQUIRE(waitFor([&] { return list() != nullptr && list()->HasFocus(); }));
  }
  wxDataViewCtrl* list() { return window.find<wxDataViewCtrl>("意见列表"); }
  unsigned lines() { return static_cast<wxDataViewVirtualListModel*>(list()->GetModel())->GetCount(); }
  std::string words() { return typed(window.find<wxTextCtrl>("意见和所指的文字")->GetValue()); }
  const Opinion& opinion(Id id) { return *window.bank().get<Opinion>(id); }
  RoundState state() { return window.bank().get<Round>(asked.round)->state(); }
  void press(const char* label) {
    auto* button = wxWindow::FindWindowByLabel(shown(label), &window.frame());
    REQUIRE(button != nullptr);
    window.hands().click(button);
  }
};

}  // namespace

TEST_CASE("an author accepts a wording with one key, refuses one with a reason, answers, and hands in") {
  Author author;
  OpenEditor& window = author.window;
  const Rectification& asked = author.asked;
  CHECK(author.lines() == 4);
  CHECK(
      author.words().starts_with("开头没有写明依据。\n严重 · 表述不清 · 由提出的专家认定\n\n题干\n按规程，"));

  // One key; and undo gives back the words and the line.
  const Id item = author.opinion(asked.suggested).remark.anchor.object;
  window.hands().key('Y');
  REQUIRE(waitFor([&] { return author.opinion(asked.suggested).status == OpinionStatus::kAnswered; }));
  CHECK(window.bank().find<TheoryItem>(item)->stem.str() == asked.suggestion);
  CHECK(author.opinion(asked.suggested).answeredBy == "林晓");
  CHECK(author.opinion(asked.suggested).changes.size() == 1);
  CHECK(author.state() == RoundState::kRectifying);
  window.menu("撤销");
  CHECK(author.opinion(asked.suggested).status == OpinionStatus::kOpen);
  CHECK(window.bank().find<TheoryItem>(item)->stem.str() != asked.suggestion);
  CHECK(author.state() == RoundState::kToRectify);
  window.menu("重做");
  CHECK(author.opinion(asked.suggested).status == OpinionStatus::kAnswered);

  // The list went on to the next one that waits, which is refused: the reason is the answer.
  REQUIRE(waitFor([&] { return author.words().starts_with("可以写得更短。"); }));
  {
    Answers answers({[&](wxDialog* dialog) {
      for (wxWindow* child : dialog->GetChildren()) {
        if (auto* field = dynamic_cast<wxTextCtrl*>(child)) field->SetValue(shown("考试用语有规定。"));
      }
      return wxID_OK;
    }});
    author.list()->SetFocus();
    window.hands().key('N');
    REQUIRE(waitFor([&] { return answers.allAsked(); }));
  }
  REQUIRE(waitFor([&] { return author.opinion(asked.refused).status == OpinionStatus::kAnswered; }));
  CHECK(author.opinion(asked.refused).suggestion == SuggestionState::kRefused);
  CHECK(author.opinion(asked.refused).answer == "考试用语有规定。");
  CHECK(author.opinion(asked.refused).changes.empty());

  // The third: he goes to the item, changes it himself, and comes back with evidence.
  REQUIRE(waitFor([&] { return author.words().starts_with("与现行检定规程不一致"); }));
  author.press("转到原处(&O)");
  const Id third = author.opinion(asked.remarked).remark.anchor.object;
  REQUIRE(waitFor([&] { return window.frame().workspace()->place().object == third; }));
  CHECK(window.frame().workspace()->place().room == Room::kItems);
  TheoryItem mended = *window.bank().find<TheoryItem>(third);
  mended.stem = RichText::plain("按现行规程，" + mended.stem.str());
  REQUIRE(window.frame().Host::change(Edit("修改题干").put(mended)));
  author.go();
  window.frame().goTo({.room = Room::kReview, .object = asked.remarked, .field = "opinions"});
  REQUIRE(waitFor([&] { return author.words().find("文字已改") != std::string::npos; }));
  const std::filesystem::path proof = window.folder() / "现行规程.pdf";
  std::ofstream(proof) << "%PDF-1.4";
  {
    Answers answers({[&](wxDialog* dialog) {
      dynamic_cast<wxFileDialog*>(dialog)->SetPath(shown(proof.string()));
      return wxID_OK;
    }});
    author.press("添加佐证(&E)…");
    REQUIRE(waitFor([&] { return answers.allAsked(); }));
  }
  REQUIRE(waitFor([&] { return author.opinion(asked.remarked).evidence.size() == 1; }));
  CHECK(author.opinion(asked.remarked).status == OpinionStatus::kOpen);
  auto* answer = window.find<wxTextCtrl>("答复");
  window.hands().click(answer);
  window.hands().type("已按现行规程改写。");
  window.hands().key(WXK_RETURN, wxMOD_CONTROL);
  REQUIRE(waitFor([&] { return author.opinion(asked.remarked).status == OpinionStatus::kAnswered; }));
  CHECK(author.opinion(asked.remarked).answer == "已按现行规程改写。");
  CHECK(author.opinion(asked.remarked).evidence.size() == 1);
  REQUIRE(author.opinion(asked.remarked).changes.size() == 1);
  CHECK(author.opinion(asked.remarked).changes[0].after.starts_with("按现行规程，"));

  // One is not answered: it is named, and nothing is handed in.
  author.press("提交整改(&H)…");
  REQUIRE(waitFor([&] {
    for (const editor::Note& note : window.frame().attention().notes()) {
      if (note.text.find("还有 1 条意见没有答复") != std::string::npos) return true;
    }
    return false;
  }));
  CHECK(author.state() == RoundState::kRectifying);
  CHECK(author.lines() == 1);
  REQUIRE(waitFor([&] { return author.words().starts_with("细目表里检校的比重偏大。"); }));
  // What is typed is kept when he looks elsewhere, as a draft; then he answers.
  window.hands().click(answer);
  window.hands().type("比重依国家职业标准，不改。");
  author.list()->SetFocus();
  REQUIRE(waitFor([&] { return author.opinion(asked.table).answer == "比重依国家职业标准，不改。"; }));
  CHECK(author.opinion(asked.table).status == OpinionStatus::kOpen);
  author.press("答复(&A)");
  REQUIRE(waitFor([&] { return author.opinion(asked.table).status == OpinionStatus::kAnswered; }));
  window.menu("撤销");
  CHECK(author.opinion(asked.table).status == OpinionStatus::kOpen);
  window.menu("重做");
  {
    Answers answers({[](wxDialog*) { return wxID_YES; }});
    author.press("提交整改(&H)…");
    REQUIRE(waitFor([&] { return author.state() == RoundState::kRereview; }));
    CHECK(answers.allAsked());
  }
  const std::string head = Repository::open(window.bankFolder()).find("HEAD").commit;
  CHECK(author.opinion(asked.remarked).revision == head);
  CHECK(author.opinion(asked.refused).revision.empty());
  REQUIRE(waitFor([&] { return !wxWindow::FindWindowByLabel(shown("提交整改(&H)…"))->IsEnabled(); }));
}

TEST_CASE("several opinions are given to one author, who then sees his own alone") {
  Author author;
  OpenEditor& window = author.window;
  author.list()->SelectAll();
  Answers answers({[&](wxDialog* dialog) {
    for (wxWindow* child : dialog->GetChildren()) {
      if (auto* who = dynamic_cast<wxComboBox*>(child)) who->SetValue(shown("赵技师"));
    }
    return wxID_OK;
  }});
  author.press("指定答复人(&P)…");
  REQUIRE(waitFor([&] { return author.opinion(author.asked.table).answerer == "赵技师"; }));
  for (const auto& line : window.bank().all<Opinion>()) CHECK(line->answerer == "赵技师");
  window.menu("撤销");
  for (const auto& line : window.bank().all<Opinion>()) CHECK(line->answerer.empty());
  window.menu("重做");
  auto* whose = window.find<wxChoice>("列出谁答复的意见");
  REQUIRE(waitFor([&] { return whose->GetCount() == 3; }));
  whose->SetSelection(1);  // Nobody's.
  wxCommandEvent chosen(wxEVT_CHOICE, whose->GetId());
  chosen.SetEventObject(whose);
  whose->ProcessWindowEvent(chosen);
  CHECK(author.lines() == 0);
  CHECK(author.words() == "没有这样的意见。");
}

TEST_CASE("what waits for an answer shows in the list of items, beside the item, and over the tables") {
  Author author;
  OpenEditor& window = author.window;
  const Id item = author.opinion(author.asked.refused).remark.anchor.object;
  window.frame().goTo(editor::placeOf(item, window.bank()));
  auto* list = window.find<wxDataViewCtrl>("试题列表");
  REQUIRE(waitFor([&] { return list->IsShownOnScreen(); }));
  auto* box = window.find<wxSearchCtrl>("查找试题");
  box->SetValue(shown("评审:待答复"));
  auto* rows = static_cast<wxDataViewVirtualListModel*>(list->GetModel());
  REQUIRE(waitFor([&] { return rows->GetCount() == 3; }));
  const wxDataViewColumn* reviews = nullptr;
  for (unsigned i = 0; i < list->GetColumnCount(); ++i) {
    if (list->GetColumn(i)->GetTitle().Contains(shown("评审"))) reviews = list->GetColumn(i);
  }
  REQUIRE(reviews != nullptr);
  CHECK_FALSE(reviews->IsHidden());
  wxVariant words;
  rows->GetValueByRow(words, 0, reviews->GetModelColumn());
  CHECK(typed(words.GetString()) == "待答复 1");

  auto* line = window.find<wxStaticText>("评审对选中内容的意见");
  REQUIRE(waitFor([&] { return typed(line->GetLabelText()) == "有 1 条评审意见待答复。"; }));
  author.press("看意见(&V)");
  REQUIRE(waitFor([&] { return author.words().starts_with("可以写得更短。"); }));

  window.frame().goTo(editor::placeOf(Blueprint::idOf(*Level::of(3)), window.bank()));
  REQUIRE(waitFor([&] {
    for (const wxWindow* child : window.frame().workspace()->GetChildren()) {
      const auto* title = dynamic_cast<const wxStaticText*>(child);
      if (title != nullptr && typed(title->GetLabelText()).find("评审：待答复 1") != std::string::npos)
        return true;
    }
    return false;
  }));
}
