#pragma once

#include <map>
#include <optional>
#include <string>

#include "formats/exchange/import.h"
#include "formats/exchange/tables/rows.h"

namespace tiku::formats {
struct Document;
}

namespace tiku::formats::tables {

/// What the titles and the head row of a form say of all that follows: occupation, level, theory or skills.
/// Checks it against the request and the bank.
class Heading {
 public:
  Heading(const Bank& bank, const Document& document, const ImportOptions& options, Rows& rows);

  /// A title line; takes level and kind from it, where it names them.
  void readTitle(const std::string& line);
  /// Labels with values: 职业…, 职业代码, 等级. True when one of them had a value. What contradicts the bank
  /// becomes a doubt at `at`.
  bool readForm(const std::map<std::string, std::string>& values, const std::string& at);

  /// Operational (true) or theory (false) as the latest title says; nothing when none did.
  [[nodiscard]] std::optional<bool> skills() const { return skills_; }
  /// Only what a title since the last tableDone() said.
  [[nodiscard]] std::optional<bool> freshSkills() const { return fresh_ ? skills_ : std::nullopt; }
  void tableDone() { fresh_ = false; }

  /// The level as the document says it, else as requested. Throws FormatError kUsage when there is neither,
  /// when they differ, or when the bank does not have that level.
  [[nodiscard]] Level level() const;

 private:
  const Bank& bank_;
  const Document& document_;
  const ImportOptions& options_;
  Rows& rows_;
  std::optional<Level> level_;
  std::optional<bool> skills_;
  bool fresh_ = false;
};

}  // namespace tiku::formats::tables
