#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "formats/history/bundle.h"
#include "workflows/exchange_disc/slip.h"
#include "workflows/merge/merge.h"
#include "workflows/sync/sync.h"

/// Working together where no network reaches: check-ins go from bank to bank on a disc.
namespace tiku::workflows {

struct DiscOutOptions {
  std::string
      since{};  ///< A revision that the reader has; empty: what the partner is known to have, else all.
  std::string partner{};  ///< Who gets it: what he has then is remembered in the repository.
  bool replace = false;   ///< Put a file that is there aside.
  formats::Transfer transfer{};
};

struct DiscOut {
  std::filesystem::path slipFile;
  Slip slip;
};

/// Writes what the reader lacks, and the slip beside it. Nothing is written, and nothing returned, when the
/// reader has it all. Only what is checked in goes out. Throws kUsage, kConflict when a file is there.
std::optional<DiscOut> exchangeOut(const std::filesystem::path& bank, const std::filesystem::path& file,
                                   const DiscOutOptions& options = {});

struct DiscInOptions {
  std::string partner{};  ///< From whom it came: what he has is remembered.
  formats::MergeAnswers answers{};
  SyncOptions::Open open = SyncOptions::Open::kAsk;
  std::string message{};  ///< Of the check-in of what is not checked in yet.
  std::optional<formats::Signature> author{};
  formats::Transfer transfer{};
};

struct DiscIn {
  bool slipChecked = false;  ///< There was a slip, and the file is the one that it names.
  bool made = false;         ///< There was no bank here; now there is.
  std::optional<formats::Revision> checkedIn;
  std::vector<formats::Revision> incoming;
  std::vector<formats::Change> changes;
  std::vector<std::string> tags;
  std::optional<formats::Revision> merge;
  /// Open questions: nothing was merged.
  std::optional<MergeResult> preview;
  [[nodiscard]] bool nothingNew() const { return !made && !preview && incoming.empty() && tags.empty(); }
};

/// Takes a bundle into the bank: checked against its slip, refused when it is another bank's or when it
/// builds on what is not here, then merged as sync() merges. Where there is no bank yet, one is made of a
/// bundle with the whole history. Throws FormatError; then the bank is as it was.
DiscIn exchangeIn(const std::filesystem::path& bank, const std::filesystem::path& file,
                  const DiscInOptions& options = {});

}  // namespace tiku::workflows
