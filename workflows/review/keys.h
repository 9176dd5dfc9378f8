#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "formats/model/review.h"

/// The key of a round: it marks what is sent to the experts and seals what they return. It never lies in the
/// bank; why, docs/decisions/009-sealed-opinions.md.
namespace tiku::workflows {

/// Where the key of a round lies unless the user names another file: below XDG_DATA_HOME, or
/// ~/.local/share.
std::filesystem::path defaultKeyFile(formats::Id round);

/// Names a key without telling it: what the round holds of it.
std::string keyFingerprint(std::string_view key);

/// Writes a new file that its owner alone may read; folders are made. Throws FormatError: kConflict when
/// there is such a file, kIo.
void saveKey(const std::filesystem::path& file, formats::Id round, std::string_view key);

/// Throws FormatError: kIo where there is no key file, kNotUnderstood for what is none or is damaged, kUsage
/// for the key of another round.
std::string loadKey(const std::filesystem::path& file, const formats::Round& round);

}  // namespace tiku::workflows
