#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "workflows/duplicates/item_source.h"

namespace tiku::workflows {

/// The items of a tab-separated list (tsv_items.h). `notes` gets a sentence for the rows that could not be
/// read whole. Throws FormatError.
std::unique_ptr<ItemSource> openTsv(const std::filesystem::path& file, std::vector<std::string>& notes);

}  // namespace tiku::workflows
