#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "formats/exchange/import.h"
#include "formats/exchange/ledger.h"
#include "formats/exchange/qti/metadata.h"
#include "formats/exchange/qti/read_test.h"

namespace tiku::formats::qti {

/// The tests of a package as papers of the bank.
class PaperTaker {
 public:
  /// A test, whose verdict is due at `at`.
  void add(std::string at, ReadTest test, PaperMark mark);
  /// The so-many-th item that was taken lies there.
  void item(const std::string& path, std::size_t taken) { taken_[path] = taken; }

  /// Puts the papers that the bank does not have into the edit and judges each test.
  void finish(const Bank& bank, const std::string& file, ImportResult& result, Ledger& verdicts);

 private:
  struct Waiting {
    std::string at;
    ReadTest test;
    PaperMark mark;
  };
  std::vector<Waiting> waiting_;
  std::unordered_map<std::string, std::size_t> taken_;
};

}  // namespace tiku::formats::qti
