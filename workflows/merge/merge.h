#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/compare/merge.h"
#include "formats/history/repository.h"
#include "formats/model/bank.h"
#include "formats/package/save.h"

/// Bringing another branch of the history into the one at hand, by object and field.
namespace tiku::workflows {

/// What becomes of two states of the bank that went apart. Nothing is written yet.
struct MergeResult {
  std::string mine;  ///< The commits that come together; `mine` is empty before the first check-in.
  std::string theirs;
  formats::Edit edit;                             ///< From mine to what is merged; one undo step.
  std::vector<formats::MergeQuestion> questions;  ///< Still open; `edit` has mine there. By address.
  std::map<formats::Id, std::string> names;       ///< What people call the objects that are asked about.
  std::vector<formats::Change> incoming;  ///< What theirs did since the base and mine did not, to be told.
  std::vector<formats::FileChange> otherFiles;  ///< Those that are no objects, byte for byte.
  std::vector<formats::FileChange> files;       ///< All to be written, objects and others; by path.
  std::vector<std::string> bases;  ///< The newest check-ins that both build on; none of unrelated histories.
  bool nothingNew = false;         ///< Mine has all of theirs.
  bool fastForward = false;        ///< Theirs has all of mine.
};

/// Three-way between HEAD, what is checked in as mine, and a revision. Costs what both sides changed. Several
/// common ancestors (people merged each other's work crosswise) are merged first; what is left open between
/// them is asked again where the two sides differ. Histories that share nothing merge over an empty base.
///
/// Throws FormatError kUsage when there is no such revision, kConflict when it is another bank's,
/// kNotAPackage when a newer program wrote it, kNotUnderstood when a file that both changed cannot be read.
MergeResult mergeRevision(const formats::Repository& repository, const std::string& theirs,
                          const formats::MergeAnswers& answers = {});

/// What a check-in of the merge says: whose changes came in, and which.
std::string mergeMessage(const formats::Repository& repository, const MergeResult& result);

/// Writes the merged files as one save and checks the merge in with both sides as parents; where theirs has
/// all of mine the branch just moves there. Open questions stay as mine has it. Does nothing where nothing is
/// new. Throws kConflict when the directory has changes that are not checked in (other than those that this
/// merge makes), or when something was checked in since mergeRevision(); then no file has changed. A process
/// killed in between leaves all of mine checked in, and the merge or nothing of it in the directory.
formats::Revision writeMerge(formats::Repository& repository, const std::filesystem::path& directory,
                             const MergeResult& result, const std::string& message,
                             const std::optional<formats::Signature>& author = {});

/// Who changed the thing that a question asks about last, on either side since the common ancestor.
struct LastChanges {
  std::optional<formats::Revision> mine;
  std::optional<formats::Revision> theirs;
};

/// Of every open question, by its address.
std::map<std::string, LastChanges> lastChangesOf(const formats::Repository& repository,
                                                 const MergeResult& result);

}  // namespace tiku::workflows
