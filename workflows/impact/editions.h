#pragma once

#include <filesystem>
#include <string>

#include "formats/history/repository.h"
#include "formats/model/bank.h"

/// Where another edition of a bank's standard comes from.
namespace tiku::workflows {

/// The standard of a bank, a directory or a `.tiku`, or of a standard.xml by itself. Throws FormatError.
formats::Standard standardAt(const std::filesystem::path& path);
/// The standard that the bank had at a check-in or tag.
formats::Standard standardAt(const formats::Repository& history, const std::string& revision);

/// Two editions with the same ids for the same entries (withKnownIds()).
struct Editions {
  formats::Standard before;
  formats::Standard after;
};

/// The bank is to have the new edition. Throws kUsage where it has no standard.
Editions editionsWithNew(const formats::Bank& bank, formats::Standard after);
/// The bank has the new edition already; `before` is what it had. What is traced to it stays traced.
Editions editionsSince(const formats::Bank& bank, formats::Standard before);

}  // namespace tiku::workflows
