#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "formats/exchange/import.h"
#include "formats/model/bank.h"

/// New editions of a standard that come as documents: Word, text or web pages, as their issuers publish them.
namespace tiku::workflows {

/// Whether a new edition is to be read from the file as from a document: it is neither a bank nor a
/// standard.xml. Throws FormatError kIo.
bool isStandardDocument(const std::filesystem::path& file);

/// A new edition as a document says it, with the ids that the bank's standard has for the same entries.
struct EditionFile {
  formats::Standard standard;
  formats::ImportReport report;
  std::vector<formats::Object> pictures;  ///< That it shows and the bank does not have.
};
/// Throws FormatError as importFile().
EditionFile readEdition(const formats::Bank& bank, const std::filesystem::path& file);

/// What in a bank rests on what an edit changes in its standard.
struct RestingOn {
  std::size_t changes = 0;  ///< Entries and shares that are other ones, more, or gone.
  std::size_t points = 0;   ///< Points and scopes traced to them.
  std::size_t items = 0;    ///< Items in use of those points.

  /// "同步影响：标准有 3 处改动，涉及 …"; empty where no point rests on them.
  [[nodiscard]] std::string words() const;
};
/// All zero where the edit does not replace a standard. `before` is the bank without the edit.
RestingOn restingOn(const formats::Bank& before, const formats::Edit& edit);

}  // namespace tiku::workflows
