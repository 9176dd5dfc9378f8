#include "editor/tools/tools.h"

#include "editor/properties/properties.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

std::vector<Command> bankTools(wxWindow* window, Host& host) {
  return {
      {say("题库属性(&P)…"), "Alt+Return", say("名称、职业、等级、规则和评价机构。"),
       [window, &host] { editProperties(window, host); }},
      {say("人员(&E)…"), "", say("参加开发的专家和机构人员。"),
       [window, &host] { editProperties(window, host, PropertiesPage::kPeople); }},
  };
}

}  // namespace tiku::editor
