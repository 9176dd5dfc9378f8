#pragma once

#include <filesystem>

#include "formats/base/say.h"

/// The windows of the program, whichever of them there are.
namespace tiku::editor {

/// Whether this is an expert's file: by its name, or by what is in it.
[[nodiscard]] bool isReviewFile(const std::filesystem::path& path);

/// Opens an expert's file in a window of its own, or brings the one to the front that has it. Throws
/// FormatError with what the expert can do about it.
void openReviewFile(const std::filesystem::path& path);

/// Every window speaks this language from now on; each is made anew where it stands.
void speakEverywhere(formats::Language language);

}  // namespace tiku::editor
