#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/document.h"
#include "formats/exchange/tables/rows.h"
#include "formats/model/standard.h"

/// Cover, contents and preface of a standard: what its name, edition and issuer are.
namespace tiku::formats::standards {

class FrontMatter {
 public:
  explicit FrontMatter(tables::Rows& rows) : rows_(rows) {}

  /// A paragraph before chapter 1; judges it.
  void read(const DocParagraph& paragraph);
  /// Words in a table of the cover.
  void readCell(const std::string& words);

  [[nodiscard]] const std::optional<StandardKind>& kind() const { return kind_; }
  [[nodiscard]] const std::string& edition() const { return edition_; }
  [[nodiscard]] std::string issuer() const { return issuer_.empty() ? docNumber_ : issuer_; }
  /// The whole name; of a cover that says 国家职业标准 alone, with the occupation before it.
  [[nodiscard]] std::string title(const std::string& occupation) const;

 private:
  enum class Where { kCover, kContents, kPreface };

  /// What the line of a cover says; empty for nothing.
  std::string take(const std::string& line);
  bool takeLabels(const std::string& line);
  void takeTitle(std::string line);

  tables::Rows& rows_;
  Where where_ = Where::kCover;
  std::optional<StandardKind> kind_;
  std::string title_;    ///< With the occupation in it.
  std::string generic_;  ///< 国家职业标准 alone.
  std::string edition_;
  std::string issuer_;
  std::string docNumber_;
};

}  // namespace tiku::formats::standards
