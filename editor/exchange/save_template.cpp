#include "editor/exchange/save_template.h"

#include "editor/widgets/files.h"
#include "editor/workspace/host.h"
#include "formats/base/say.h"
#include "formats/exchange/template.h"
#include "formats/package/save.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

void saveTemplate(wxWindow* parent, Host& host, TemplateKind kind) {
  const bool word = kind == TemplateKind::kWord;
  const auto file = askNewFile(parent, say("命题模板"), say("命题模板"),
                               word ? FileKind{"Word", "*.docx"} : FileKind{"Excel", "*.xlsx"});
  if (!file) return;
  host.attempt([&] {
    const formats::Bank& bank = host.document().bank();
    const auto& levels = bank.info().levels;
    formats::writeFileSafely(
        *file, word ? formats::wordTemplate(bank, levels) : formats::excelTemplate(bank, levels), true);
    host.note({"save-template", Note::Kind::kInfo, say("模板已写到 {file}。", "file"_a = file->string())});
  });
}

}  // namespace tiku::editor
