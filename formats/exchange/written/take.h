#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "formats/exchange/import.h"
#include "formats/exchange/ledger.h"
#include "formats/exchange/written/doubts.h"

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
  Doubts doubts;
};

/// A set as a written document has it.
struct FoundSet {
  explicit FoundSet(ItemSet s) : set(std::move(s)) {}

  ItemSet set;  ///< Its items are not used.
  bool isNamed = false;
  std::string print;
  std::vector<std::string> units;    ///< May be empty: the item's row tells of it.
  std::vector<std::size_t> members;  ///< What Taker::take() gave for its items, in order.
};

/// What would read back from a document written now.
struct AsWritten {
  std::function<TheoryItem(const TheoryItem&)> item;
  std::function<ItemSet(const ItemSet&)> set;
};

/// Takes the items of a written document into the bank. Of an item that the bank has, the fields that were
/// changed in the document are changed, and nothing else: what a document cannot hold stays. An item that the
/// document names and the bank does not have is added as it was; one without a name is new.
class Taker {
 public:
  Taker(const Bank& bank, std::string file, const ImportOptions& options, AsWritten asWritten);

  Ledger& verdicts() { return ledger_; }
  /// The item's number, for the set that it is in.
  std::size_t take(Found found);
  void take(FoundSet found) { sets_.push_back(std::move(found)); }
  [[nodiscard]] bool empty() const { return all_.empty(); }

  /// Throws FormatError kNotUnderstood where the document held no item.
  ImportResult finish(const std::map<std::string, std::string>& media, std::vector<std::string> notes) &&;

 private:
  void update(const Found& found, const TheoryItem& known);
  void judge(const Found& found, const std::string& what, std::vector<std::string> doubts);
  void merge(bool named, ImportResult& result);
  void mergeSet(const FoundSet& found, const std::set<Id>& present, const ImportResult& result);
  void updateSet(const FoundSet& found, const ItemSet& known, const std::vector<Id>& items,
                 const std::set<Id>& present);
  void judgeSet(const FoundSet& found, const std::string& what);

  const Bank& bank_;
  std::string file_;
  const ImportOptions& options_;
  AsWritten asWritten_;
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
  std::vector<FoundSet> sets_;
};

}  // namespace tiku::formats::written
