#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "formats/exchange/reading.h"
#include "formats/exchange/workbook.h"

namespace tiku::formats::sheets {

/// What was understood of a workbook's layout, line by line, and what a person said against it.
///
/// The reader settles each feature when it comes to it, and tells in words what became of it when it knows
/// how many cells agree.
class Understanding {
 public:
  explicit Understanding(ReadingCorrections said) : said_(std::move(said)) {}

  /// Enters a feature and gives how it is to be read: as a person said it, else as it was inferred. Throws
  /// FormatError kUsage, naming the choices, when he said something that is none of them.
  std::string settle(const std::string& key, const std::string& inferred, std::vector<ReadingChoice> choices);
  /// The words of a feature that was settled.
  void tell(const std::string& key, std::string words, std::string evidence = {});
  /// The feature was read in another way than was settled.
  void change(const std::string& key, const std::string& value);
  /// Whether a person said how to read it.
  [[nodiscard]] bool isSaid(const std::string& key) const { return said_.contains(key); }
  /// Whether he said something of any feature whose key begins so.
  [[nodiscard]] std::vector<std::string> saidKeys(const std::string& prefix) const;
  /// The feature does not occur after all.
  void forget(const std::string& key);
  /// What was said of a sheet that is not read is neither used nor wrong.
  void passOver(const Sheet& sheet);

  /// The lines that have words, in the order in which they were settled. Throws FormatError kUsage, naming
  /// the features there are, when something was said of one that the file does not have.
  [[nodiscard]] std::vector<ReadingLine> take() &&;

 private:
  ReadingCorrections said_;
  std::set<std::string> used_;
  std::vector<ReadingLine> lines_;
  std::map<std::string, std::size_t> index_;
};

/// Keys of lines.
std::string sheetKey(const Sheet& sheet);               ///< "sheet:Sheet1"
std::string headKey(const Sheet& sheet);                ///< "head:Sheet1"
std::string laterHeadKey(const Sheet& sheet, int row);  ///< "table:Sheet1!131"
/// "column:Sheet1!C"; of a later table in its sheet "column:Sheet1!C131", by the cell of its head.
std::string columnKey(const Sheet& sheet, int column, int headRow, bool first);
std::string typeKey(const Sheet& sheet);                           ///< "type:Sheet1"
std::string sectionKey(const Sheet& sheet, int row);               ///< "section:Sheet1!5"
std::string codeKey(const Sheet& sheet, const std::string& code);  ///< "type-code:Sheet1:2"
std::string answersKey(const Sheet& sheet);                        ///< "answers:Sheet1"
std::string levelKey(const Sheet& sheet);                          ///< "level:Sheet1"
inline constexpr const char* kJudgementKey = "judgement";

}  // namespace tiku::formats::sheets
