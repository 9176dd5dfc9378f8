#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/sheets/columns.h"

namespace tiku::formats::sheets {

/// Column of a sheet by field as the user gave it for all sheets (ImportOptions::columns): "stem", "option-a"
/// ... "options", "key", "type", "level" ... What he says of one column alone is a correction of the reading.
class ColumnChoice {
 public:
  /// Throws FormatError kUsage, naming the fields there are, for an unknown one.
  explicit ColumnChoice(const std::map<std::string, std::string>& columns);

  [[nodiscard]] bool empty() const { return choices_.empty(); }
  /// True when columns were named by letter and with a stem among them: then no head is needed.
  [[nodiscard]] bool needsNoHead() const;
  /// The field whose column the user named by these words of its head.
  [[nodiscard]] std::optional<Column> fieldOfHead(const std::string& words) const;
  /// Changes a table's columns to what the user said. `head` are the words of its head row.
  void apply(ItemTable& table, const std::vector<std::string>& head);
  /// Throws FormatError kUsage, naming the columns there are, when a choice was met in no table.
  void checkUsed(const std::vector<std::string>& heads, int width) const;

 private:
  struct Choice {
    Column column;
    std::string name;
    std::string where;
    int letter = -1;
    bool used = false;
  };
  std::vector<Choice> choices_;
};

}  // namespace tiku::formats::sheets
