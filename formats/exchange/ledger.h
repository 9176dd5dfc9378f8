#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "formats/exchange/import.h"

namespace tiku::formats {

/// Holds an importer to its promise: every unit of the source gets exactly one verdict.
///
/// The reader enters all units in reading order, the importer judges each once, and what nobody judged comes
/// out as unclear. A second verdict on a unit is a fault of the importer and throws std::logic_error, except
/// that anything may still be turned into kUnclear: a doubt found late outweighs.
class Ledger {
 public:
  /// Enters a unit: "段 12". Entering it twice throws std::logic_error.
  void enter(const std::string& at);
  void imported(const std::string& at, std::string what) { judge(at, Verdict::kImported, std::move(what)); }
  void skipped(const std::string& at, std::string reason) { judge(at, Verdict::kSkipped, std::move(reason)); }
  void unclear(const std::string& at, std::string reason) { judge(at, Verdict::kUnclear, std::move(reason)); }
  [[nodiscard]] bool judged(const std::string& at) const;

  /// All verdicts in reading order.
  [[nodiscard]] std::vector<SourceVerdict> take() &&;

 private:
  void judge(const std::string& at, Verdict verdict, std::string reason);

  struct Row {
    SourceVerdict verdict;
    bool judged = false;
  };
  std::vector<Row> rows_;
  std::unordered_map<std::string, std::size_t> index_;
};

/// Names of units, the same in every report.
std::string paragraphAt(int number);         ///< 段 12
std::string tableRowAt(int table, int row);  ///< 表 1 行 3; row 1-based
}  // namespace tiku::formats
