#pragma once

#include <span>
#include <string>

#include "formats/history/repository.h"
#include "workflows/history/changes.h"

namespace tiku::editor {

/// Two states of a bank that are laid beside each other.
struct Compared {
  std::string from;  ///< A check-in; empty: the one before `to`.
  std::string to;    ///< A check-in; empty: the bank as it is now.
  bool operator==(const Compared&) const = default;
};

/// What differs between the two, objects by id. `now` is the bank as it is now and `unchecked` the files of
/// what was changed in it since the last check-in (Document::uncheckedFiles()). Costs what differs.
workflows::RevisionChanges compare(const formats::Repository& repository, const Compared& what,
                                   const formats::Bank& now, std::span<const std::string> unchecked);

}  // namespace tiku::editor
