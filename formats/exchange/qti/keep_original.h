#pragma once

#include <map>
#include <set>
#include <string>

#include "formats/exchange/qti/manifest.h"
#include "formats/exchange/qti/original.h"
#include "formats/exchange/qti/package_files.h"

namespace tiku::formats::qti {

/// Puts files of a package among the media of an import, each once.
class MediaShelf {
 public:
  MediaShelf(const PackageFiles& files, std::map<std::string, std::string>& media)
      : files_(files), media_(media) {}

  /// Name of the file as media; empty where the package does not have it.
  std::string put(const std::string& path);
  /// The same of a picture; empty where the file is none.
  std::string putPicture(const std::string& path);
  /// Bytes that were read already.
  std::string put(const std::string& path, std::string bytes);

 private:
  struct Name {
    std::string media;
    bool picture = false;
  };
  const Name& nameOf(const std::string& path);

  const PackageFiles& files_;
  std::map<std::string, std::string>& media_;
  std::map<std::string, Name> names_;
};

/// What an item of a package is kept as: its own file, the files that the manifest gives it or that it shows,
/// and those of the resources that it depends on. `manifest` may be null, for an item by itself.
Original originalOf(const Resource& resource, const Manifest* manifest, const std::set<std::string>& shown,
                    Version family, MediaShelf& shelf);

/// Puts the record among the media; its name.
std::string shelveRecord(const Original& original, std::map<std::string, std::string>& media);

}  // namespace tiku::formats::qti
