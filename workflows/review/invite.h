#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/package/review_file.h"
#include "workflows/review/round.h"

namespace tiku::workflows {

/// What an expert is to see: the standard, the tables without the names of who made them, his items without
/// author, origin and what newer programs added, their pictures.
formats::Bank expertView(const formats::Bank& bank, const std::vector<formats::Id>& objects);

/// The file for an expert in the state the round is in, and the invitation in the round:
///
/// - 受理, 评审: his items as they are at the revision under review; the round comes into 评审.
/// - 汇总: the same with everybody's opened opinions under other names, and his own answers to go on from.
/// - 复核: of his objects those that changed since the revision or that he remarked on, as they are now, and
///   his opinions with what the institution answered.
///
/// An earlier file of the phase is recalled. `reviewed` is the bank at the round's revision, `now` the bank
/// that holds the round. Throws FormatError: kConflict where the state asks no expert, or he has delivered;
/// kUsage for somebody who is not in the panel; kNotUnderstood where `reviewed` is not what the round names.
formats::ReviewFile inviteExpert(formats::Round& round, const formats::Bank& reviewed,
                                 const formats::Bank& now, formats::Id expert, std::string_view key,
                                 const Deed& deed);

/// One file for an expert, by the name that it should have in a folder.
struct SentFile {
  formats::Id expert;
  std::string name;  ///< "赵工.tiku-review"; no two are the same.
  std::string bytes;
  std::size_t objects = 0;  ///< That he is to look at.
};
struct SentFiles {
  formats::Round round;  ///< With the invitations: to be kept before the files go out.
  std::vector<SentFile> files;
};

/// The files for these experts; for everybody of the panel who has none of the phase yet where `experts` is
/// empty. Throws as inviteExpert().
SentFiles inviteExperts(const formats::Round& round, const formats::Bank& reviewed, const formats::Bank& now,
                        std::vector<formats::Id> experts, std::string_view key, const Deed& deed);

/// The objects of the round that say something else now than at its revision, ascending.
std::vector<formats::Id> changedSince(const formats::Round& round, const formats::Bank& now);

}  // namespace tiku::workflows
