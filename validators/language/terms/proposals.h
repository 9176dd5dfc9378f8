#pragma once

#include <string>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::validators::language {

/// A word that may be worth agreeing on.
struct TermProposal {
  std::string word;
  std::string source;  ///< "三级考评点「三爪自定心卡盘的使用」"
  int uses = 0;        ///< How often the items have it.
};

/// Words of the standard and of the element tables that the items use: names of functions, contents, scopes
/// and points, without what belongs to the heading only (…的概念, …的使用方法). Those that the bank's terms
/// have already, as the preferred word or as a variant, are left out. Most used first.
std::vector<TermProposal> proposeTerms(const formats::Bank& bank);

/// The bank's terms with the proposals added, sorted by word.
formats::Terms withProposals(const formats::Bank& bank, const std::vector<TermProposal>& proposals);

}  // namespace tiku::validators::language
