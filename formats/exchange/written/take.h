#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "formats/exchange/import.h"
#include "formats/exchange/ledger.h"

/// What a written document says now against what the bank has.
namespace tiku::formats::written {

/// An item as a written document has it.
struct Found {
  explicit Found(TheoryItem i) : item(std::move(i)) {}

  TheoryItem item;
  bool isNamed = false;            ///< The document says its id; else the id is fresh.
  std::string print;               ///< printOf() when it was written; empty where the document does not say.
  std::string name;                ///< "单选题 12", for the report.
  std::vector<std::string> units;  ///< Of the report; the first is where the item begins.
  std::vector<std::string> doubts;
};

/// Takes the items of a written document into the bank. Of an item that the bank has, the fields that were
/// changed in the document are changed, and nothing else: what a document cannot hold stays. An item that the
/// document names and the bank does not have is added as it was; one without a name is new.
class Taker {
 public:
  /// `asWritten` gives an item as it would read back from a document written now.
  Taker(const Bank& bank, std::string file, const ImportOptions& options,
        std::function<TheoryItem(const TheoryItem&)> asWritten);

  Ledger& verdicts() { return ledger_; }
  void take(Found found);
  [[nodiscard]] bool empty() const { return all_.empty(); }

  /// Throws FormatError kNotUnderstood where the document held no item.
  ImportResult finish(const std::map<std::string, std::string>& media, std::vector<std::string> notes) &&;

 private:
  void update(const Found& found, const TheoryItem& known);
  void judge(const Found& found, const std::string& what, std::vector<std::string> doubts);
  void merge(bool named, ImportResult& result);

  const Bank& bank_;
  std::string file_;
  const ImportOptions& options_;
  std::function<TheoryItem(const TheoryItem&)> asWritten_;
  Ledger ledger_;
  Edit edit_;
  std::map<std::string, int> counts_;
  std::vector<TheoryItem> items_;  // All of them, to be counted.
  std::vector<ImportedItem> all_;
  struct New {
    Found found;
    std::size_t place = 0;  // In all_.
  };
  std::vector<New> new_;
  std::set<Id> seen_;
};

}  // namespace tiku::formats::written
