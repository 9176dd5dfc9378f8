#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "formats/exchange/import.h"
#include "formats/exchange/ledger.h"
#include "formats/exchange/questions/item_tags.h"

namespace tiku::formats {

/// Takes the questions of a file of another system into the bank: what a reader needs to make items of them,
/// and the report of what became of each.
class QuestionTaker {
 public:
  QuestionTaker(const Bank& bank, const std::string& name, const ImportOptions& options);

  /// The unit "题 12"; its verdict is due.
  std::string enter();
  Ledger& verdicts() { return ledger_; }
  /// Of the file's pictures: media name -> bytes.
  std::map<std::string, std::string>& media() { return media_; }

  /// An item with level, id and what the tags say: `id` where the file has it, else a new one. The type of
  /// the tags outweighs `type`. `category` is where the file has the question; the point is looked for there
  /// when no tag names it. Throws FormatError kUsage where neither file nor user says the level.
  TheoryItem begin(const std::optional<Id>& id, ItemType type, const Tags& tags, const std::string& category);
  /// The item is whole. `doubts` are sentences for a person to look at. Its source is the file and `at`,
  /// where it has none yet.
  void take(TheoryItem item, const std::string& at, const std::vector<std::string>& doubts, bool ours);
  /// Media that come with the item last taken, shown in it or not.
  void attach(const std::vector<std::string>& media);
  /// Something that the file says beside its questions.
  void note(const std::string& sentence);

  /// `more` may add to the edit, once the items have their ids and before their pictures are put. Throws
  /// FormatError kNotUnderstood where the file held no question that could be taken.
  ImportResult finish(const std::function<void(ImportResult&)>& more = {}) &&;

 private:
  const sheets::PointFinder& pointsOf(Level level);

  const Bank& bank_;
  std::string name_;
  const ImportOptions& options_;
  Ledger ledger_;
  std::map<std::string, std::string> media_;
  std::map<Level, sheets::PointFinder> points_;
  std::vector<TheoryItem> items_;
  std::vector<std::string> places_;
  std::map<std::string, std::set<std::string>> attached_;  ///< By place.
  std::vector<std::string> notes_;
  bool pointMissing_ = false;
  bool allOurs_ = true;  ///< Every question was written by this program.
  int number_ = 0;
};

}  // namespace tiku::formats
