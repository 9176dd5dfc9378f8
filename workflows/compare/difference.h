#pragma once

#include <string>
#include <vector>

#include "formats/compare/word_diff.h"
#include "formats/model/bank.h"
#include "workflows/compare/names.h"
#include "workflows/history/changes.h"

/// What differs between two states of a bank, as a person would tell it.
namespace tiku::workflows {

enum class Deed {
  kAdded,
  kRemoved,
  kChanged,
  kMoved,       ///< To another scope, function, section, level or point.
  kRenumbered,  ///< Nothing but codes changed.
  kReordered,   ///< The same things in another order.
};

/// A thing whose code changed and nothing else.
struct CodeChange {
  formats::Id id;    ///< The item or paper, or of a row the object it stands in.
  std::string key;   ///< Of a row; empty for a whole object.
  std::string name;  ///< Without the code.
  std::string before;
  std::string after;
};

/// What became of one field of an object, or of one row or cell of a table in it.
struct PartDifference {
  std::string address;  ///< "stem", "theory/<point id>", "theory/<point id>/name", "options/2"
  std::string word;     ///< 题干; 考评点 A-B-C-001 游标卡尺的读数：名称
  Deed deed = Deed::kChanged;
  std::string before;  ///< In words. Of a move the place, of a new order the first that stand otherwise.
  std::string after;
  /// Before and after laid over each other, of what was changed.
  std::vector<formats::DiffPiece> pieces;
  std::string note;               ///< What differs where the words do not: a picture, formatting.
  std::vector<CodeChange> codes;  ///< Of a renumbering.
};

struct ObjectDifference {
  formats::Id id;
  Deed deed = Deed::kChanged;         ///< Added, removed, changed, or moved where only its place changed.
  std::string name;                   ///< As it is now; of what was removed as it was.
  std::string path;                   ///< Of its file, likewise.
  std::vector<PartDifference> parts;  ///< Empty of what was added or removed.
  formats::Change change;
};

/// Items or papers of which nothing but the code changed, of one kind and level.
struct Renumbering {
  std::string word;  ///< 三级理论试题
  std::vector<CodeChange> codes;
};

struct BankDifference {
  std::vector<ObjectDifference> objects;  ///< In the order of a bank: standard, blueprints, items, papers.
  std::vector<Renumbering> renumberings;
  std::vector<std::string> otherFiles;  ///< Files that are no object, or cannot be read as one.

  [[nodiscard]] bool empty() const { return objects.empty() && renumberings.empty() && otherFiles.empty(); }
  [[nodiscard]] std::size_t count(Deed deed) const;
};

/// The parts of one change; none for what was added or removed. Pictures are told with the field that shows
/// them.
std::vector<PartDifference> partsOf(const formats::Change& change, const Names& names);

/// Takes changes apart. A picture that a changed object shows is told there and is no object of its own.
BankDifference differenceOf(const RevisionChanges& changes, const Names& names);

/// What both sides have is cut to so many characters around what changed.
std::vector<formats::DiffPiece> clipped(const std::vector<formats::DiffPiece>& pieces, int around);

/// 新增, 删除, 修改 ...
std::string deedWord(Deed deed);
/// "added" ...: for machines.
const char* deedKey(Deed deed);

}  // namespace tiku::workflows
