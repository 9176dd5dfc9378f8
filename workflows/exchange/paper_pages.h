#pragma once

#include "workflows/filing/documents/page.h"

namespace tiku::workflows {

/// 答题卡: a box to fill for each objective item, lines to write on for the others.
void addAnswerSheet(const DocumentRequest& request, formats::DocxWriter& writer, const formats::Paper& paper);

/// 组卷方案 of a level: 题型, 题量, 每题分值 and the time.
void addPaperPlan(const DocumentRequest& request, const LevelView& level, formats::DocxWriter& writer);
formats::XlsxSheet paperPlanSheet(const DocumentRequest& request, const LevelView& level);

}  // namespace tiku::workflows
