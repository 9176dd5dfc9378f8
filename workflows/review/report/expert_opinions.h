#pragma once

#include <memory>
#include <string>

#include "formats/exchange/docx/writer.h"
#include "workflows/review/report/report.h"

/// The parts of 《专家评审意见》 that the filing bundle takes over.
namespace tiku::workflows {

/// The round that was opened last; null while none was.
std::shared_ptr<const formats::Round> openedRound(const formats::Bank& bank);

/// Every remark: place, category, weight, words, what was done.
void addOpinionTable(const formats::Bank& bank, const formats::Round& round, formats::DocxWriter& writer);
/// What the experts say of the whole.
void addGeneralOpinion(const formats::Bank& bank, const formats::Round& round, formats::DocxWriter& writer);
/// "☐ 通过　　　☑ 修改后通过　　　☐ 不通过"
std::string internalConclusion(const formats::Round& round);

}  // namespace tiku::workflows
