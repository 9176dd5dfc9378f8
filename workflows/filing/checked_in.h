#pragma once

#include <filesystem>
#include <string>

#include "formats/package/file_tree.h"
#include "validators/checker/profile.h"

namespace tiku::workflows {

/// The id of the checked-in content that a sample is drawn from. A directory must have a history and nothing
/// that is not checked in (else FormatError kConflict, with advice): the draw must not depend on what nobody
/// can see later. A `.tiku` is sealed content by itself; its id is that of the check-in with the same files.
std::string checkedInTree(const std::filesystem::path& path, const formats::FileTree& tree);

/// The profile's sample shares. Throws kUsage when the profile names none.
validators::SampleShares sampleShares(const validators::Profile& profile);

}  // namespace tiku::workflows
