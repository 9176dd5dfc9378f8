#pragma once

#include <optional>
#include <string>

#include "formats/model/records.h"

namespace tiku::editor {

/// A picture as an object of the bank, named by its content. Empty for bytes that are no PNG, JPEG, GIF or
/// BMP, which are what a bank's documents can show.
std::optional<formats::Media> pictureOf(std::string bytes);

}  // namespace tiku::editor
