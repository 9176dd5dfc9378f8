#pragma once

#include <string>

#include "formats/model/bank.h"

/// The parts of a bank as somebody has them in Word, Excel and notes, to be pasted: cells apart by tabs, rows
/// by line ends.
namespace tiku::tests {

std::string basicsWords(const formats::Standard& standard);
std::string requirementWords(const formats::LevelRequirements& requirements);
/// 五级 first, as printed; `kinds` for a table with a column of them.
std::string weightWords(const std::vector<formats::WeightRow>& table,
                        const std::vector<formats::Level>& levels, bool kinds);

/// What a table of `sample` becomes in `made`, whose scopes were derived from the same standard: a scope of
/// the sample is the one that stands for the same entry.
struct ElementTableWords {
  std::string weights;  ///< Of the scopes of `made`, one a row, in printed order.
  std::string points;   ///< A row each: code, name, nothing, importance; entries of the standard further on.
};
ElementTableWords elementTableWords(const formats::Bank& sample, const formats::Bank& made,
                                    formats::Level level, bool theory, int traceColumn);
/// From the column of codes on.
std::string structureWords(const formats::SkillStructure& structure);
std::string planWords(const formats::PaperPlan& plan);

/// All theory items of a level under headings of their types, each with its key and its point's name.
std::string theoryWords(const formats::Bank& bank, formats::Level level);
std::string materialWords(const formats::SkillItem& item);
std::string vetoWords(const formats::SkillItem& item);
std::string scoreWords(const formats::SkillItem& item);

}  // namespace tiku::tests
