// The room of the history: what can be done in it.
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "editor/history/history.h"
#include "editor/widgets/ask.h"
#include "editor/widgets/files.h"
#include "editor/widgets/form.h"
#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/today.h"
#include "formats/package/save.h"
#include "workflows/compare/change_record.h"

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
      {say("修改记录(&R)…"), "", say("把列出的改动存成 Word 文件：谁、什么时候、改了什么、为什么。"),
       [this] { saveRecord(); }, [this] { return compared_.has_value(); }, false},
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

// Of the check-ins between the two that are compared; what is not saved would not be in it.
void History::saveRecord() {
  if (!compared_) return;
  const auto file = askNewFile(this, say("修改记录"), bank().info().title + say("修改记录") + ".docx",
                               {say("Word 文档"), "*.docx"});
  if (!file) return;
  host().attempt([&] {
    if (compared_->to.empty() && document().modified() && !document().readOnly()) document().save();
  });
  recording_ = document().worker().run(
      [path = document().path(), what = *compared_, file = *file](TaskControl& control) {
        const Repository repository = Repository::open(path);
        std::string from = what.from;
        if (from.empty()) {
          const auto before = repository.before(what.to);
          from = before ? before->commit : std::string();
        }
        const auto record =
            workflows::changeRecord(repository, path, from, what.to, {}, [&] { control.check(); });
        formats::writeFileSafely(file, workflows::changeRecordDocument(record, formats::today()), true);
        return record.changes.size();
      },
      {.done =
           [this, file = *file](std::size_t n) {
             host().note({"history", Note::Kind::kInfo,
                          say("修改记录存好了，{n} 次签入：{file}", "n"_a = n, "file"_a = file.string())});
           },
       .failed =
           [this](const formats::FormatError& error) {
             host().note({"history", Note::Kind::kError, error.full()});
           },
       .progress = {},
       .stillWanted = {}});
}

}  // namespace tiku::editor
