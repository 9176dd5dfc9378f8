#pragma once

#include <string>
#include <vector>

namespace tiku::cli {

/// Columns aligned for a terminal, where a Chinese character is two cells wide.
class TextTable {
 public:
  enum class Align { kLeft, kRight };
  explicit TextTable(std::vector<Align> columns) : columns_(std::move(columns)) {}

  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// Lines with two blanks between columns and none at their end.
  [[nodiscard]] std::string str() const;

 private:
  std::vector<Align> columns_;
  std::vector<std::vector<std::string>> rows_;
};

/// Cells that the UTF-8 text takes on a terminal (UAX #11: wide and full-width are two).
int displayWidth(const std::string& text);

}  // namespace tiku::cli
