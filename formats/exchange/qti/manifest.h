#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/base/xml.h"
#include "formats/exchange/qti/package_files.h"
#include "formats/exchange/questions/readers.h"

namespace tiku::formats::qti {

inline constexpr std::string_view kManifestName = kQtiManifest;

/// One resource of a manifest.
struct Resource {
  std::string identifier;
  std::string type;
  std::string href;                       ///< As the manifest has it.
  std::string path;                       ///< From the root of the package; empty where href leads elsewhere.
  std::vector<std::string> files;         ///< Paths; those that lead elsewhere are left out.
  std::vector<std::string> dependencies;  ///< Identifiers.
  XmlElement metadata;                    ///< May be nothing.
};

/// Lives as long as the manifest's document.
class Manifest {
 public:
  /// Throws FormatError kNotUnderstood where the document is no manifest.
  Manifest(XmlElement root, const std::string& name);

  [[nodiscard]] const std::vector<Resource>& resources() const { return resources_; }
  /// Null where there is none.
  [[nodiscard]] const Resource* find(const std::string& identifier) const;
  /// What is wrong with it beside single resources, as sentences.
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

 private:
  void note(std::string sentence);

  std::vector<Resource> resources_;
  std::map<std::string, std::size_t> byIdentifier_;
  std::vector<std::string> notes_;
};

}  // namespace tiku::formats::qti
