#pragma once

#include <string>
#include <vector>

#include "formats/exchange/import.h"

/// What stands between reading a file and taking it into a bank.
namespace tiku::workflows {

/// What speaks for a point, the strongest first.
enum class PointEvidence {
  kCode,      ///< The printed code of the item holds that of the point.
  kPosition,  ///< The k-th item of its type; the file has as many of them as the table has points.
  kName,      ///< The item says the name of the point, and of no longer one.
  kSimilar,   ///< An item of the bank that says nearly the same belongs to it.
};

/// A point that an imported item could belong to. Nothing is linked by it: a person decides.
struct PointProposal {
  formats::Id item;
  formats::Id point;
  std::string label;  ///< Code and name of the point, "A-B-C-001 钳形电流表".
  PointEvidence by = PointEvidence::kCode;
  double likeness = 1;   ///< Of kSimilar: Jaccard similarity of the two statements, 0 to 1.
  std::string evidence;  ///< A sentence.
};

/// The strongest proposal for each theory item of the import that belongs to no point yet, in the order of
/// the source; items for which nothing speaks have none. Two points for which the same speaks equally are no
/// proposal.
std::vector<PointProposal> proposePoints(const formats::Bank& bank, const formats::ImportResult& result);

/// The edit with the items linked to the proposed points. Proposals for items that are not in it change
/// nothing.
formats::Edit withPoints(const formats::Edit& edit, const std::vector<PointProposal>& taken);

/// The words of the evidence by themselves: 题号, 次序, 名称, 相近试题.
std::string evidenceWord(PointEvidence by);

}  // namespace tiku::workflows
