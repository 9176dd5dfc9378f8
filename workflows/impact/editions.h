#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "formats/history/repository.h"
#include "formats/model/bank.h"

/// Where another edition of a bank's standard comes from.
namespace tiku::workflows {

/// The standard that the bank had at a check-in or tag.
formats::Standard standardAt(const formats::Repository& history, const std::string& revision);

/// Two editions with the same ids for the same entries (withKnownIds()).
struct Editions {
  formats::Standard before;
  formats::Standard after;
  std::vector<formats::Object> pictures{};  ///< That `after` shows and the bank does not have.
  /// Places in the document of `after` that were not understood: importing it shows which.
  std::size_t unclear = 0;
};

/// The bank is to have the new edition that lies at the path: in a bank, a directory or a `.tiku`; a
/// standard.xml by itself; or a document as its issuer publishes it. Throws FormatError, kUsage where the
/// bank has no standard.
Editions editionsWithNew(const formats::Bank& bank, const std::filesystem::path& path);
/// The bank has the new edition already; `before` is what it had. What is traced to it stays traced.
Editions editionsSince(const formats::Bank& bank, formats::Standard before);

}  // namespace tiku::workflows
