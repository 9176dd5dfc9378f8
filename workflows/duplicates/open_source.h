#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "formats/exchange/import.h"
#include "workflows/duplicates/item_source.h"

namespace tiku::workflows {

/// How a file that is no bank is to be read, as ImportOptions.
struct SourceOptions {
  std::map<std::string, std::string> columns;  ///< Of a sheet: field -> column.
  formats::JudgementCode judgement = formats::JudgementCode::kUsual;
};

struct OpenSource {
  std::unique_ptr<ItemSource> items;
  std::vector<std::string> notes;  ///< What the reader met, as sentences.
};

/// Items of a bank (directory or .tiku), of an item list (.tsv, see tsv_items.h), or of whatever the importer
/// reads: .xlsx, .csv, .docx, and through LibreOffice .xls and .doc. Nothing is merged: an item that comes
/// twice in a file is two items. Throws FormatError.
OpenSource openItemSource(const std::filesystem::path& path, const SourceOptions& options = {});

}  // namespace tiku::workflows
