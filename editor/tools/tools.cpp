#include "editor/tools/tools.h"

#include "editor/duplicates/duplicates.h"
#include "editor/exchange/export_items.h"
#include "editor/exchange/save_template.h"
#include "editor/fixes/fixes.h"
#include "editor/properties/properties.h"
#include "editor/terms/terms.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

std::vector<Command> bankTools(wxWindow* window, Host& host) {
  return {
      {say("题库属性(&P)…"), "Alt+Return", say("名称、职业、等级、规则和评价机构。"),
       [window, &host] { editProperties(window, host); }},
      {say("人员(&E)…"), "", say("参加开发的专家和机构人员。"),
       [window, &host] { editProperties(window, host, PropertiesPage::kPeople); }},
      {say("术语(&T)…"), "", say("编写的人约定的词语：列出、提议、添加、禁用。"),
       [window, &host] { editTerms(window, host); }},
      {},
      {say("相近试题(&D)…"),
       "",
       say("整个题库里相同和相近的试题，逐对判定。"),
       [window, &host] { judgeDuplicates(window, host); },
       {},
       false},
      {say("导出试题(&X)…"),
       "",
       say("把理论试题写成 Word、Excel、QTI、Moodle 等格式的文件；写不下的逐条说明。"),
       [window, &host] { exportItems(window, host); },
       {},
       false},
      {say("Word 命题模板(&W)…"), "", say("供命题人在 Word 里写试题，写好后导入。"),
       [window, &host] { saveTemplate(window, host, TemplateKind::kWord); }},
      {say("Excel 命题模板(&L)…"), "", say("供命题人在 Excel 里填试题，题型、考评点等从列表中选。"),
       [window, &host] { saveTemplate(window, host, TemplateKind::kExcel); }},
      {say("全部自动修正(&F)…"), "", say("列出不需要人判断的修正，一步做完。"),
       [window, &host] { fixAll(window, host); }},
  };
}

}  // namespace tiku::editor
