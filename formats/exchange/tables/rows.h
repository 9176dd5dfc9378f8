#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/exchange/ledger.h"

namespace tiku::formats {
struct Document;
}

namespace tiku::formats::tables {

/// Collects what is found about each unit of a document, and ends with one verdict each: a unit with a doubt
/// is unclear whatever else was said of it, since a doubt may come long after the content was taken.
class Rows {
 public:
  /// Enters every body paragraph and every table row, in reading order.
  explicit Rows(const Document& document);

  void imported(const std::string& at, const std::string& what);
  void skipped(const std::string& at, const std::string& reason);
  void doubt(const std::string& at, const std::string& reason);
  [[nodiscard]] bool judged(const std::string& at) const { return notes_.contains(at); }

  /// One verdict per unit in reading order. The units that nobody named come out as unclear.
  [[nodiscard]] std::vector<SourceVerdict> take();

 private:
  struct Note {
    std::vector<std::string> imported;
    std::vector<std::string> skipped;
    std::vector<std::string> doubts;
  };
  Ledger ledger_;
  std::vector<std::string> order_;
  std::map<std::string, Note> notes_;
};

}  // namespace tiku::formats::tables
