#pragma once

#include <map>
#include <string>

#include "formats/model/bank.h"
#include "validators/checker/profile.h"
#include "workflows/filing/manifest.h"

/// 报备材料包: one zip with the documents of 第十条（一）, the sampled items as data, and a manifest.
///
///     manifest.json
///     01-….docx … 08-….docx, .xlsx      the documents
///     08-其他相关佐证材料/…             attachments of the dossier
///     data/…                            a package of its own: the bank's tables with the sampled items and
///     papers only
namespace tiku::workflows {

struct BundleOptions {
  std::string tree;     ///< Id of the checked-in content, see checkedInTree().
  std::string nonce;    ///< As the authority gave it.
  std::string date;     ///< "2026-03-01"
  std::string program;  ///< "tiku 0.1.0"
  bool draft = false;   ///< Every page says 草稿; needed when the bank has errors.
  /// Form templates by document id, instead of the built-in ones; see docs/forms.md.
  std::map<std::string, std::string> forms;
};

struct Bundle {
  Manifest manifest;
  std::string bytes;  ///< The zip; the same for the same bank, profile and options.
};

/// Makes the bundle. Throws FormatError kConflict when the bank has errors and `draft` is not set, kUsage
/// when the profile names no sample or no documents.
Bundle makeBundle(const formats::Bank& bank, const validators::Profile& profile,
                  const BundleOptions& options);

/// The part of the bank that a bundle carries as data: its tables, and of the items, papers and media only
/// what was drawn and what that refers to.
formats::Bank sampledPart(const formats::Bank& bank, const Sample& sample);

}  // namespace tiku::workflows
