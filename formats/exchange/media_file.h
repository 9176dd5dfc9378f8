#pragma once

#include <filesystem>

#include "formats/model/bank.h"

namespace tiku::formats {

/// A file from the user as a package keeps it: named by its SHA-256, with one to eight small letters and
/// digits of its extension, "bin" where it has none. Throws FormatError kIo, kOverLimit.
Media mediaOfFile(const std::filesystem::path& file);

}  // namespace tiku::formats
