#pragma once

#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/finding.h"
#include "validators/checker/profile.h"
#include "workflows/review/report/scores.h"

/// What a round ends in, as Word documents. They are in Chinese, as all that is handed in; what the program
/// says of findings and categories comes in the user's language.
namespace tiku::workflows {

/// What the documents are made of. The references must outlive it.
struct ReviewReport {
  const formats::Bank& bank;      ///< Holds the round, its answers and opinions, the pool and the draws.
  const formats::Bank& reviewed;  ///< At the round's revision.
  const formats::Round& round;
  const validators::Profile& profile;
  const std::vector<validators::Finding>& findings;  ///< Of `reviewed`.
  std::string date;  ///< "2026-03-01"; a blank to fill in by hand where empty.
};

/// 《自建题库评估报告》, 第十条（三）: who judged and how he was drawn, scores by dimension, agreement, the
/// verdict on every item, repetitions, the conclusion, what is to be mended by when, lines to sign. A round
/// without a conclusion gives a draft. Throws FormatError kConflict while nothing has been opened.
std::string evaluationReport(const ReviewReport& report);

/// 《专家评审意见》: every remark with its place, weight, suggestion and what was done about it. Throws
/// FormatError kConflict while nothing has been opened.
std::string expertOpinions(const ReviewReport& report);

/// 《整改报告》, 第十条（四）: every remark with who answered, what was changed and what the panel says of
/// it. Throws FormatError kConflict where the round has no opinions to answer.
std::string rectificationReport(const ReviewReport& report);

enum class ReportKind { kEvaluation, kOpinions, kRectification };

/// The document of that kind, as a .docx.
std::string reviewDocument(ReportKind kind, const ReviewReport& report);

}  // namespace tiku::workflows
