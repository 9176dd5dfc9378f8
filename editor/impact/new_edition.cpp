#include "editor/impact/new_edition.h"

#include "editor/widgets/files.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

std::optional<std::filesystem::path> askNewEdition(wxWindow* parent) {
  return askFile(parent, say("新标准所在的文件"),
                 {say("标准文件、题库文件"), "*.docx;*.doc;*.wps;*.rtf;*.txt;*.html;*.htm;*.tiku;*.xml"});
}

std::optional<std::filesystem::path> askNewEditionFolder(wxWindow* parent) {
  return askFolder(parent, say("新标准所在的题库目录"));
}

}  // namespace tiku::editor
