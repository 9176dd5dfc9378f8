#include "editor/import/import_files.h"

#include <set>

#include "editor/import/import_dialog.h"
#include "editor/widgets/files.h"
#include "editor/workspace/host.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Edit;
using formats::say;
using formats::operator""_a;

namespace {

/// The object to show: the first item that is new, else the first thing that changed.
formats::Id toShow(const ImportReading& reading, const Edit& edit) {
  std::set<formats::Id> taken;
  for (const Edit::Step& step : edit.steps()) taken.insert(step.id);
  formats::Id changed;
  for (const IncomingRow& row : reading.rows) {
    if (!taken.contains(row.object)) continue;
    if (row.isNew) return row.object;
    if (changed.empty()) changed = row.object;
  }
  return changed;
}

}  // namespace

void importFiles(wxWindow* parent, Host& host) {
  if (host.document().readOnly()) {
    host.note({"read-only", Note::Kind::kWarning, host.document().readOnlyReason()});
    return;
  }
  const std::vector<std::filesystem::path> files =
      askFiles(parent, say("选择要导入的文件"), importableFiles());
  if (files.empty()) return;
  const auto imported = askImport(parent, host, files);
  if (!imported || imported->edit.empty() || !host.change(imported->edit)) return;
  const int unclear = imported->reading.count(formats::Verdict::kUnclear);
  std::string words = say("已{what}。", "what"_a = imported->edit.title());
  if (unclear > 0) words += say("还有 {n} 处需要核对，再次导入同一文件可以看到是哪些。", "n"_a = unclear);
  host.note({"import", Note::Kind::kInfo, words + say("用“撤销”可以退回。")});
  const formats::Id object = toShow(imported->reading, imported->edit);
  if (!object.empty()) host.goTo(placeOf(object, host.document().bank()));
}

}  // namespace tiku::editor
