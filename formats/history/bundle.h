#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/history/remote.h"
#include "formats/history/repository.h"

/// Check-ins in a file (gitformat-bundle(5)), for those whom no wire reaches. The stock `git bundle verify`
/// and `git fetch FILE` take ours; ours are those of the stock git, versions 2 and 3, as long as nothing was
/// left out of them.
namespace tiku::formats {

struct BundleHeader {
  struct Reference {
    std::string name;    ///< "refs/heads/main"
    std::string commit;  ///< 40 hex digits; of an annotated tag its own id.
  };
  struct Prerequisite {
    std::string commit;
    std::string comment;  ///< The first line of its message, where the writer gave it.
  };
  int version = 2;
  std::vector<Reference> references;
  std::vector<Prerequisite> prerequisites;  ///< What the reader must have; none: the whole history is in it.
  std::uint64_t size = 0;                   ///< Of the header, in bytes: there the pack begins.

  /// The branch that is to be taken in: main, else the only one. Throws kNotUnderstood when there is none.
  [[nodiscard]] const Reference& branch() const;
};

/// Throws FormatError kNotUnderstood, kOverLimit. `name` is for messages.
BundleHeader readBundleHeader(std::istream& bundle, const std::string& name);
BundleHeader readBundleHeader(const std::filesystem::path& file);

struct BundleWritten {
  std::vector<std::string> commits;  ///< That are in it, latest first.
  std::vector<std::string> prerequisites;
  std::size_t objects = 0;
  std::uint64_t bytes = 0;
};

/// Writes the check-ins of HEAD, and the tags on them, that `known` (revisions of this bank) do not lead to;
/// all of them for an empty `known`. All or nothing. Nothing is written, and nothing returned, when there is
/// nothing new. Throws kConflict when the file exists, kUsage for an unknown revision.
std::optional<BundleWritten> writeBundle(const std::filesystem::path& bank, const std::filesystem::path& file,
                                         const std::vector<std::string>& known, bool replace = false,
                                         const Transfer& how = {});

struct BundleTaken {
  std::string tip;  ///< The newest check-in; kept by the reference below until it is dropped.
  std::string reference;
  std::vector<std::string> tags;  ///< New ones.
};

/// Takes the check-ins of a bundle into the repository, as `refs/tiku/exchange/...`. All or nothing; changes
/// neither a branch nor a file. Throws kNotUnderstood for what is no bundle, is damaged or cut off,
/// kConflict, naming them, when check-ins are missing here on which it builds.
BundleTaken readBundle(const std::filesystem::path& bank, const std::filesystem::path& file,
                       const Inspect& inspect = {}, const Transfer& how = {});
BundleTaken readBundle(const std::filesystem::path& bank, std::istream& bundle, const std::string& name,
                       const Inspect& inspect = {}, const Transfer& how = {});

/// Forgets a reference that readBundle() made.
void dropBundle(const std::filesystem::path& bank, const BundleTaken& taken);

/// What somebody with whom discs are exchanged is known to have, as `refs/tiku/partners/NAME`.
std::optional<std::string> partnerHas(const std::filesystem::path& bank, const std::string& partner);
/// Throws kUsage for a name that cannot be kept.
void rememberPartner(const std::filesystem::path& bank, const std::string& partner,
                     const std::string& revision);

/// Under whose name a check-in of this bank is made when nobody is named.
Signature ownSignature(const std::filesystem::path& bank);

/// Makes `directory`, which must not exist or be empty, a bank of what the bundle holds, which must be its
/// whole history. All or nothing.
void cloneBundle(const std::filesystem::path& file, const std::filesystem::path& directory,
                 const Inspect& inspect = {}, const Transfer& how = {});

}  // namespace tiku::formats
