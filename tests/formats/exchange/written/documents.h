#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "formats/base/temp_directory.h"
#include "formats/compare/fields.h"
#include "formats/exchange/import.h"

/// What the tests of written documents share.
namespace tiku::test {

/// The bank's tables, people and properties, without an item.
inline formats::Bank withoutItems(const formats::Bank& bank) {
  using namespace formats;
  Bank other = bank;
  Edit edit("");
  for (const auto& item : bank.all<TheoryItem>()) edit.remove(item->id);
  for (const auto& item : bank.all<SkillItem>()) edit.remove(item->id);
  for (const auto& set : bank.all<ItemSet>()) edit.remove(set->id);
  for (const auto& paper : bank.all<Paper>()) edit.remove(paper->id);
  for (const auto& media : bank.all<Media>()) edit.remove(media->id);
  other.apply(edit);
  return other;
}

inline formats::ImportResult imported(const formats::Bank& bank, const std::string& bytes,
                                      const formats::ImportOptions& options = {},
                                      const std::string& name = "题库试题.docx") {
  const formats::TempDirectory folder;
  const auto file = folder.path() / name;
  std::ofstream(file, std::ios::binary) << bytes;
  return formats::importFile(bank, file, options);
}

/// The names of the fields that the edit changes in objects that the bank has, step by step.
inline std::vector<std::string> changedFields(const formats::Bank& bank, const formats::Edit& edit) {
  std::vector<std::string> fields;
  for (const formats::Edit::Step& step : edit.steps()) {
    for (const formats::Field& field : formats::differingFields(*bank.object(step.id), step.object))
      fields.push_back(field.name);
  }
  return fields;
}

}  // namespace tiku::test
