#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "formats/package/file_tree.h"
#include "workflows/filing/manifest.h"

/// The authority's side: is the bundle whole, complete and true?
namespace tiku::workflows {

/// What a verification looks at, in this order.
enum class VerifyStep {
  kIntegrity,     ///< Every file of the manifest is there with its digests, and no other.
  kCompleteness,  ///< Every document that the profile asks for.
  kSample,   ///< Seed, ranks, quotas and strata follow from tree, nonce and shares; the data hold what was
             ///< drawn.
  kFigures,  ///< Figures that stand in the documents agree with the manifest and with the data.
  kBank,     ///< With the bank at hand: its tree, the draw, the items, the figures and the check, all done
             ///< again.
};

struct VerifyProblem {
  VerifyStep step;
  std::string path;     ///< File in the bundle; empty where it is of the whole.
  std::string message;  ///< A sentence in the user's language.
};

struct VerifyReport {
  Manifest manifest;
  std::vector<VerifyProblem> problems;
  /// Things that are right and worth knowing: "共核对 61 个文件".
  std::vector<std::string> confirmed;
  /// What could not be judged and why: "没有题库，未重新抽样".
  std::vector<std::string> notJudged;
};

/// The bank to verify against.
struct AgainstBank {
  const formats::Bank& bank;
  std::string tree;  ///< checkedInTree() of it.
};

/// Verifies the bundle in `file`. Throws FormatError when it is no readable bundle at all (not a zip, no
/// manifest, over a limit); everything else is a problem in the report.
VerifyReport verifyBundle(const std::filesystem::path& file, const std::optional<AgainstBank>& against = {});

}  // namespace tiku::workflows
