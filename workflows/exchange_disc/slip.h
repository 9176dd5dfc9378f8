#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "formats/history/repository.h"

namespace tiku::workflows {

/// The sheet of text beside a bundle: what a person needs to know who finds the disc, and the digests by
/// which the reader knows that the file is the one that was written.
struct Slip {
  std::string title;      ///< Of the bank.
  std::string packageId;  ///< Of the bank.
  std::string file;       ///< Name of the bundle.
  std::uint64_t bytes = 0;
  std::string sha256;
  std::string sm3;
  std::string writtenAt;  ///< "2026-03-02 14:05"
  formats::Signature writer;
  std::string partner;                       ///< For whom; may be empty.
  std::vector<formats::Revision> revisions;  ///< Latest first.
  std::vector<formats::Revision> needed;     ///< What the reader must have; none for the whole history.
};

/// "x.bundle" has its slip in "x.bundle.txt".
std::filesystem::path slipOf(const std::filesystem::path& bundle);

/// In the user's language.
std::string printSlip(const Slip& slip);

struct SlipDigests {
  std::string sha256;
  std::string sm3;
};
/// The digests in a slip of any language; nothing when it names none.
std::optional<SlipDigests> digestsIn(const std::string& slip);

/// The digests of a file, read once. Throws FormatError kIo.
SlipDigests digestsOf(const std::filesystem::path& file);

}  // namespace tiku::workflows
