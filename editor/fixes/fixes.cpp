#include "editor/fixes/fixes.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "editor/fixes/fix_dialog.h"
#include "editor/workspace/host.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Edit;
using formats::say;
using formats::operator""_a;

namespace {

void makeFixes(Host& host, const FoundFixes& found) {
  Edit edit(say("自动修正 {n} 处", "n"_a = found.fixes.size()));
  for (const validators::AppliedFix& fix : found.fixes)
    edit.putObject(*found.fixed.object(formats::idOf(fix.before)));
  host.forget("fixes");
  if (!edit.empty() && host.change(edit))
    host.note({"fixes", Note::Kind::kInfo, say("修正了 {n} 处。", "n"_a = found.fixes.size())});
}

/// Without those that were left out the others may come otherwise: they are made anew, on a thread.
void makeOthers(Host& host, const std::set<validators::FindingKey>& unwanted) {
  Document& document = host.document();
  const auto task = std::make_shared<Task>();
  host.note({"fixes", Note::Kind::kInfo, say("正在修正……"), {{say("停止"), [&host, task] {
                                                                task->cancel();
                                                                host.forget("fixes");
                                                              }}}});
  *task = document.worker().run(
      [bank = document.bank(), profile = document.checker().profile(), unwanted](TaskControl& control) {
        return findFixes(bank, profile, unwanted, control);
      },
      {.done =
           [&host, unchanged = document.ifUnchanged()](FoundFixes found) {
             if (unchanged()) {
               makeFixes(host, found);
             } else {
               host.note({"fixes", Note::Kind::kWarning, say("题库有了别的改动，没有修正。请再来一次。")});
             }
           },
       .failed =
           [&host](const formats::FormatError& error) {
             host.note({"fixes", Note::Kind::kError, error.full()});
           },
       .progress = {},
       .stillWanted = {}});
}

}  // namespace

void fixAll(wxWindow* parent, Host& host) {
  const auto answer = askFixes(parent, host);
  if (!answer || answer->unwanted.size() >= answer->found.fixes.size()) return;
  if (answer->unwanted.empty()) {
    makeFixes(host, answer->found);
  } else {
    makeOthers(host, answer->unwanted);
  }
}

}  // namespace tiku::editor
