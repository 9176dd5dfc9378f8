#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "formats/exchange/ledger.h"

namespace tiku::formats {

/// Verdicts of an importer that may say several things of one unit of the source: a paragraph with a stem and
/// four options. Told to the Ledger at the end as one: a doubt outweighs what was imported, and that what was
/// skipped; the reasons of the winning kind are joined.
class UnitVerdicts {
 public:
  void enter(const std::string& at);
  /// `at` gets the verdict of `leader`, whose words it goes on with.
  void follow(const std::string& at, const std::string& leader);
  void imported(const std::string& at, const std::string& what) { add(at, Verdict::kImported, what); }
  void skipped(const std::string& at, const std::string& reason) { add(at, Verdict::kSkipped, reason); }
  void unclear(const std::string& at, const std::string& reason) { add(at, Verdict::kUnclear, reason); }

  [[nodiscard]] std::vector<SourceVerdict> take() &&;

 private:
  void add(const std::string& at, Verdict verdict, const std::string& reason);

  struct Unit {
    bool judged = false;
    Verdict verdict = Verdict::kSkipped;
    std::vector<std::string> reasons;
    std::string leader;
  };
  std::vector<std::string> order_;
  std::unordered_map<std::string, Unit> units_;
};

}  // namespace tiku::formats
