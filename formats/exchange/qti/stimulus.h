#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "formats/exchange/qti/read_item.h"

/// What several items share, in files of their own (stimuli).
namespace tiku::formats::qti {

struct SharedReading {
  RichText text;
  std::string where;             ///< Paths of the stimuli, a space between them.
  std::set<std::string> paths;   ///< Of them and of the pictures that they show.
  std::set<std::string> losses;  ///< What was left out, as sentences.
};

/// Of a file of the package, given its path; empty where it has none.
using FileAt = std::function<std::string(const std::string& path)>;

/// The stimuli at the addresses, which stand in the file `from`, one after the other. `bytesAt` gives a file,
/// `pictureAt` the media name of a picture. Throws FormatError for a stimulus that is no XML.
SharedReading readShared(const std::string& from, const std::vector<std::string>& addresses,
                         const FileAt& bytesAt, const FileAt& pictureAt);

}  // namespace tiku::formats::qti
