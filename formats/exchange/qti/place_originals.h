#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "formats/exchange/qti/metadata.h"
#include "formats/exchange/qti/original.h"
#include "formats/exchange/questions/losses.h"

namespace tiku::formats::qti {

/// Places of files in a package that is being written: a path is given away once, whatever its case.
class PackagePlaces {
 public:
  /// Takes the path for this content. False when something else is there.
  bool take(const std::string& path, const std::string& content);
  [[nodiscard]] bool isFree(const std::string& path, const std::string& content) const;
  /// An identifier like the one wanted that no other resource has.
  std::string identifier(const std::string& wanted);

 private:
  std::map<std::string, std::string> contents_;  ///< By folded path.
  std::set<std::string> identifiers_;
};

/// Items of other systems, written back as they came.
class OriginalWriter {
 public:
  OriginalWriter(const Bank& bank, const MetadataWriter& metadata, PackagePlaces& places, Losses& losses)
      : bank_(bank), metadata_(metadata), places_(places), losses_(losses) {}

  struct Placed {
    std::string href;        ///< Path of the item's file.
    std::string identifier;  ///< Of its resource.
    std::string resources;   ///< Of the manifest: the item's, then those that it is the first to need.
  };
  Placed place(const TheoryItem& item, const Original& original);

  /// The files, in the order in which they were placed.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& parts() const { return parts_; }
  [[nodiscard]] bool hasPart(const std::string& path) const { return written_.contains(path); }

 private:
  [[nodiscard]] std::string prefixFor(const Original& original) const;
  std::string files(const TheoryItem& item, const std::string& prefix, const OriginalResource& resource);
  std::string dependency(const TheoryItem& item, const std::string& prefix, const OriginalResource& resource,
                         std::string& resources);

  const Bank& bank_;
  const MetadataWriter& metadata_;
  PackagePlaces& places_;
  Losses& losses_;
  std::vector<std::pair<std::string, std::string>> parts_;
  std::set<std::string> written_;                    ///< Paths of parts_.
  std::set<std::string> mains_;                      ///< Paths of the items' own files.
  std::map<std::string, std::string> dependencies_;  ///< Type and paths of a resource -> its identifier.
};

}  // namespace tiku::formats::qti
