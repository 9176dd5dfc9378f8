#pragma once

#include <string>

#include "workflows/filing/documents/page.h"

namespace tiku::workflows {

/// 操作技能考评内容结构表 of one level with one row per module, which the import reads back whole: code, form
/// and planned number of items too. The cells of 选考方式 are merged over a group.
void addModuleTable(const DocumentRequest& request, formats::Level level, formats::DocxWriter& writer);
/// The same as a sheet under a title.
formats::XlsxSheet moduleSheet(const DocumentRequest& request, formats::Level level,
                               const std::string& title);

}  // namespace tiku::workflows
