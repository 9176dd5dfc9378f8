#pragma once

#include <optional>
#include <string>

#include "formats/model/bank.h"
#include "validators/checker/profile.h"

/// What a bank holds beside its theory items, as Word and Excel documents for daily work: without the draft
/// mark and the sampled choice of a filing bundle, and so that the import reads it back.
namespace tiku::workflows {

enum class BankContent {
  kElements,  ///< 要素细目表, theory and operational, a page or sheet for each level
  kPlan,      ///< 组卷方案 and 操作技能考评内容结构表
  kSkills,    ///< 操作技能试题 with preparation notice and score sheet; Word alone
  kPapers,    ///< 试卷 with answer sheet and key; Word alone
  kStandard,  ///< 职业标准 as it is printed, of all levels; Word alone
};
enum class OfficeFormat { kWord, kExcel };

struct BankDocument {
  std::string bytes;
  int count = 0;  ///< Tables, items or papers in it.
};

/// Of one level, or of all. Throws FormatError kUsage where the bank has nothing of the kind, or the format
/// cannot hold it.
BankDocument writeBankDocument(const formats::Bank& bank, const validators::Profile& profile,
                               BankContent content, OfficeFormat format, std::optional<formats::Level> level);

}  // namespace tiku::workflows
