#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::editor {

/// The numbers by which a level's tables name entries of the standard: 2.1.1 the first topic of 职业道德; 1 a
/// function, 1.2 a content, 1.2.3 an entry of the column that the table is about.
class StandardNumbers {
 public:
  StandardNumbers() = default;
  /// Of 相关知识要求 for the theory table, of 技能要求 for the operational one.
  StandardNumbers(const formats::Standard* standard, formats::Level level, bool theory);

  /// "1.2.3", "1.2.3 1.2.4"; ids that the standard does not have show as "?".
  [[nodiscard]] std::string words(const std::vector<formats::Id>& entries) const;
  /// The entries of such words, parted by spaces or commas. Nothing when one of them is no number of the
  /// standard.
  [[nodiscard]] std::optional<std::vector<formats::Id>> entries(const std::string& words,
                                                                formats::Part part) const;

 private:
  void add(formats::Part part, std::string number, formats::Id id);

  std::unordered_map<formats::Id, std::string> numbers_;
  std::map<std::pair<formats::Part, std::string>, formats::Id> ids_;
};

}  // namespace tiku::editor
