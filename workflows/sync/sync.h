#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "formats/history/remote.h"
#include "formats/history/repository.h"
#include "workflows/merge/merge.h"

/// One bank, several people, one button.
namespace tiku::workflows {

struct SyncOptions {
  std::string remote = formats::kDefaultRemote;
  formats::MergeAnswers answers{};  ///< To the questions of an earlier try.
  /// What to do with questions that are still open then.
  enum class Open { kAsk, kMine, kTheirs } open = Open::kAsk;
  std::string
      message{};  ///< Of the check-in of what is not checked in yet; by default what changed, in words.
  std::optional<formats::Signature> author{};
  formats::Transfer transfer{};
};

struct SyncResult {
  enum class State {
    kDone,
    kQuestions,  ///< The two sides changed the same thing: nothing was merged and nothing sent.
    /// The other side cannot be reached. From the start: then nothing was changed; or when it came to
    /// sending: then what came in is merged and told below, and only waits to go out.
    kOffline,
  };
  State state = State::kDone;
  std::string offlineReason;  ///< Of kOffline, with advice.

  /// What was not checked in before; it is now, also while questions are open.
  std::optional<formats::Revision> checkedIn;
  std::vector<formats::Revision>
      incoming;                          ///< Check-ins that came in (or wait to, while questions are open).
  std::vector<formats::Change> changes;  ///< What they did to the bank since the two sides last met.
  std::vector<formats::Revision> outgoing;  ///< Check-ins that went out, the merge among them.
  std::vector<std::string> tagsIn;
  std::vector<std::string> tagsOut;
  std::optional<formats::Revision> merge;  ///< The check-in that brings the two together, if one was needed.
  bool rewritten = false;                  ///< The other side's history was rewritten. Mine stays as it is.

  /// While questions are open: to be answered in SyncOptions::answers. `preview` is what would be merged.
  std::optional<MergeResult> preview;
  [[nodiscard]] bool nothingNew() const {
    return state == State::kDone && !checkedIn && incoming.empty() && outgoing.empty() && tagsIn.empty() &&
           tagsOut.empty();
  }
};

/// Checks in what is dirty, fetches, merges, sends; again, a few times, when somebody else was quicker. Costs
/// what changed on both sides. What comes in is written by the package's transactional save, so that a killed
/// process leaves the old state or the new one, and everything that was checked in.
///
/// Throws TransferError when the other side refuses, is not who it was, or has no repository; kConflict when
/// it holds another bank, or others were quicker each time; kUsage when no such remote is set; what checkIn()
/// and mergeRevision() throw.
SyncResult sync(const std::filesystem::path& bank, const SyncOptions& options = {});

/// Refuses what is not the same bank. Throws kConflict with the titles of both.
void requireSameBank(const formats::FileTree& mine, const formats::FileTree& theirs);

/// mergeRevision() with the answers, and with one side taken in what is still open, unless it is to be asked.
MergeResult mergeTaking(const formats::Repository& repository, const std::string& theirs,
                        formats::MergeAnswers answers, SyncOptions::Open open);

/// Checks in what is dirty in a bank that can be read, in words that say what changed unless a message is
/// given. Nothing when nothing is.
std::optional<formats::Revision> checkInDirty(const std::filesystem::path& bank, const std::string& message,
                                              const std::optional<formats::Signature>& author);

/// The check-ins that `newer` has and `older` lacks, latest first; all of them for an empty `older`.
std::vector<formats::Revision> revisionsBetween(const formats::Repository& repository,
                                                const std::string& older, const std::string& newer);

}  // namespace tiku::workflows
