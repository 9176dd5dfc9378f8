#pragma once

#include <string>
#include <vector>

#include "cli/session.h"
#include "formats/model/bank.h"
#include "validators/checker/finding.h"
#include "validators/checker/profile.h"

/// How findings are shown: as indented text, as JSON, as SARIF.
namespace tiku::cli {

/// Path in the package of the object that a finding speaks of; empty when the bank no longer has it.
std::string pathOfSubject(const formats::Bank& bank, const validators::Subject& subject);

/// Throws kUsage when the profile has no rule that the pattern (which may be empty) means.
void refuseUnknownRules(const validators::Profile& profile, const std::string& pattern);

/// {"rule","severity","clause","subject":{"id","path","field",...},"measured","required","message","cause",...}
Json findingJson(const formats::Bank& bank, const validators::Finding& finding);

/// {"errors","warnings","infos","waived"}
Json summaryJson(const std::vector<validators::Finding>& findings);

/// A SARIF 2.1.0 log with one run: the rules of the profile, and a result per finding.
Json sarifLog(const formats::Bank& bank, const validators::Profile& profile,
              const std::vector<validators::Finding>& findings);

/// Root findings with what follows from them indented below; without `all` at most ten of a rule at a level,
/// and at most five consequences of each.
void printFindings(const formats::Bank& bank, const std::vector<validators::Finding>& findings, bool all,
                   Session& session);

/// "3 个错误，2 个警告，1 个提示" and the waived ones.
std::string summaryText(const std::vector<validators::Finding>& findings);

}  // namespace tiku::cli
