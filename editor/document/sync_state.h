#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "formats/history/repository.h"

namespace tiku::editor {

/// How a bank stands to the place that its authors share, as far as that is known here without asking there.
struct SyncState {
  enum class Kind {
    kNoHistory,  ///< A `.tiku`, or nothing is recorded.
    kNoPlace,    ///< No shared place is set.
    kNever,      ///< One is set and was never reached.
    kInStep,     ///< Everything here was sent; nothing is known there that is not
                 ///< here.
    kOutgoing,   ///< `outgoing` objects are to be sent.
    kIncoming,   ///< What came in is not merged yet.
  };
  Kind kind = Kind::kNoHistory;
  std::size_t outgoing = 0;  ///< Also where something is to be merged.
  std::string address;       ///< As it may be shown.
  bool operator==(const SyncState&) const = default;
};

/// `unchecked` are the files that are not checked in yet. Opens no connection.
/// Throws FormatError.
SyncState syncStateOf(const std::filesystem::path& bank, const std::vector<std::string>& unchecked);

/// What goes out with the next sync: the check-ins that the shared place does not have, latest first.
std::vector<formats::Revision> outgoingOf(const formats::Repository& repository);

/// Where the branch of the shared place stands, as far as is known here.
std::string sharedBranch();

}  // namespace tiku::editor
