#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/model/values.h"
#include "validators/checker/checker.h"
#include "workflows/sampling/sample.h"

/// `manifest.json` of a bundle: what it holds, what it was drawn from, and the digests of every file.
namespace tiku::workflows {

inline constexpr std::string_view kManifestName = "manifest.json";
inline constexpr std::string_view kBundleFormat = "tiku-bundle-1";

struct BundleFile {
  std::string path;
  std::uint64_t bytes = 0;
  std::string sha256;
  std::string sm3;
  bool operator==(const BundleFile&) const = default;
};

struct Manifest {
  std::string program;  ///< "tiku 0.1.0"
  std::string date;     ///< Day of the bundle.
  bool draft = false;

  std::string packageId;
  std::string title;
  std::string occupation;  ///< Code; empty when the bank has none.
  std::string institution;
  std::vector<formats::Level> levels;

  std::string profileId;
  std::string profileTitle;
  std::string profileDigest;  ///< SHA-256 of the profile's file.

  validators::Summary check;
  Sample sample;
  std::map<std::string, std::string> figures;
  std::vector<BundleFile> files;  ///< By path; all but the manifest itself.

  /// Canonical JSON with a final newline.
  [[nodiscard]] std::string write() const;
  /// Throws FormatError kNotUnderstood naming the entry; kNotAPackage for a bundle of a newer format.
  static Manifest parse(const std::string& json, const std::string& fileName);
};

}  // namespace tiku::workflows
