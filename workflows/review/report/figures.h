#pragma once

#include "formats/exchange/docx/writer.h"
#include "workflows/review/report/report.h"

/// The tables of figures in an evaluation report.
namespace tiku::workflows::reports {

/// Each line of the rubric with mean, spread and range, and each dimension's sum.
formats::DocxTable rubricTable(const formats::Rubric& rubric, const PanelScores& scores);

/// Content validity and agreement, each with what it rests on and where its formula is from; what could not
/// be computed says why.
formats::DocxTable agreementTable(const PanelStatistics& statistics);

/// How many items of each level and kind are to be kept, revised, dropped.
formats::DocxTable verdictTable(const formats::Bank& bank, const std::vector<ItemOpinion>& opinions);

/// The pass line of each level with theory items; no rows where none was estimated.
formats::DocxTable passLineTable(const formats::Bank& bank, const PanelScores& scores);

/// The sum over the rubric of the experts' means: "86.4 / 100"; "—" where a line has no score.
std::string totalScore(const formats::Rubric& rubric, const PanelScores& scores);

}  // namespace tiku::workflows::reports
