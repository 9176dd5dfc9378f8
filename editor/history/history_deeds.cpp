// The room of the history: what can be done in it.
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "editor/history/history.h"
#include "editor/widgets/ask.h"
#include "editor/widgets/form.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Repository;
using formats::say;
using formats::operator""_a;

std::vector<Command> History::commands() {
  const auto canCheckIn = [this] { return hasHistory() && act_->IsEnabled(); };
  return {
      {say("签入(&I)…"), "Ctrl+Shift+I", say("保存，并把改动记进历史。"), [this] { checkIn(); }, canCheckIn},
      {say("打标签(&T)…"), "", say("给最近一次签入起一个名字，例如送审的版本。"), [this] { tag(); },
       [this] { return !revisions_.empty(); }},
      {say("开始记录历史(&H)"), "", say("从现在起，每次签入都记下谁改了什么。"), [this] { startHistory(); },
       [this] { return !hasHistory() && !document().isArchive(); }},
  };
}

void History::checkIn() {
  const std::string proposed = document().proposedMessage();
  const auto message =
      askWords(this, say("签入"), say("改了什么？这句话会记进历史："), say("签入"), proposed, true);
  if (!message) return;
  host().attempt([&] {
    const auto revision = document().checkIn(*message);
    if (revision) wantedCommit_ = revision->commit;
    if (!revision) host().note({"history", Note::Kind::kInfo, say("没有改动，不需要签入。")});
  });
  logDue_ = true;
  refresh();
}

void History::startHistory() {
  host().attempt([this] { document().startHistory(); });
  logDue_ = true;
  refresh();
}

void History::tag() {
  wxDialog dialog(this, wxID_ANY, shown(say("打标签")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* form = new Form(&dialog);
  auto* name = form->field(say("标签(&T)"), {}, say("例如：送审-2026"));
  auto* message = form->field(say("说明(&M)"));
  DialogFoot foot(&dialog, form, say("打标签"));
  const auto look = [&] {
    foot.require(wordsOf(name).empty()      ? say("请写标签。")
                 : wordsOf(message).empty() ? say("请写说明。")
                                            : std::string());
  };
  dialog.Bind(wxEVT_TEXT, [&](wxCommandEvent&) { look(); });
  look();
  dialog.Fit();
  dialog.SetSize(FromDIP(wxSize(420, -1)));
  name->SetFocus();
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return;
  host().attempt([&] { Repository::open(document().path()).tag(wordsOf(name), wordsOf(message)); });
  logDue_ = true;
  refresh();
}

}  // namespace tiku::editor
