#include "workflows/impact/editions.h"

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/zip_parts.h"
#include "formats/package/file_tree.h"
#include "formats/package/package.h"
#include "formats/package/save.h"
#include "workflows/impact/edition_file.h"
#include "workflows/impact/standard_match.h"
#include "workflows/impact/update.h"

namespace tiku::workflows {

using namespace formats;

namespace {

Standard standardIn(const FileTree& tree) {
  const char* path = "standard.xml";
  if (tree.has(path)) {
    const FormatVersion version =
        tree.has(std::string(kManifestPath))
            ? readManifest(tree.read(std::string(kManifestPath)), tree.name()).version
            : kFormatVersion;
    const Object object = read(path, tree.read(path), tree.name(), {}, version);
    if (const auto* standard = as<Standard>(object)) return *standard;
  }
  throw FormatError(ErrorCode::kUsage, translate("那里没有职业标准。"), {tree.name(), 0, {}});
}

// In a bank, or by itself.
Standard standardAt(const std::filesystem::path& path) {
  if (path.extension() != ".xml") return standardIn(*openTree(path));
  constexpr std::uint64_t kLargest = 32U << 20U;
  return *as<Standard>(read("standard.xml", readWholeFile(path, kLargest), path));
}

const Standard& ownOf(const Bank& bank) {
  if (const Standard* own = bank.standard()) return *own;
  throw FormatError(ErrorCode::kUsage, translate("题库还没有职业标准。"));
}

}  // namespace

Standard standardAt(const Repository& history, const std::string& revision) {
  return standardIn(*history.treeAt(revision));
}

Editions editionsWithNew(const Bank& bank, const std::filesystem::path& path) {
  const Standard& own = ownOf(bank);
  if (isStandardDocument(path)) {
    EditionFile file = readEdition(bank, path);
    const auto unclear = static_cast<std::size_t>(file.report.count(Verdict::kUnclear));
    return {own, std::move(file.standard), std::move(file.pictures), unclear};
  }
  return {own, withKnownIds(own, standardAt(path))};
}

Editions editionsSince(const Bank& bank, Standard before) {
  Standard after = withKnownIds(before, ownOf(bank), tracedEntries(bank));
  return {std::move(before), std::move(after)};
}

}  // namespace tiku::workflows
