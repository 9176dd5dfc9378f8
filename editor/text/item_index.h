#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "editor/text/item_query.h"
#include "formats/model/bank.h"
#include "validators/checker/checker.h"

namespace tiku::editor {

/// The theory items of one level in the order in which they are worked on - by point of the element table,
/// type, code - and what is looked for among them. Follows the bank change by change.
class ItemIndex {
 public:
  struct Row {
    formats::Id id;
    formats::ItemType type = formats::ItemType::kSingleChoice;
    formats::ItemStatus status = formats::ItemStatus::kDraft;
    int difficulty = 0;   ///< 0: none.
    int consistency = 0;  ///< 0: none.
    bool hasKey = false;
    bool hasPicture = false;
    bool hasRationale = false;
    bool hasReference = false;
    formats::Id point;
    std::string code;
    std::string text;  ///< Folded: what words are looked for in.
  };
  /// What the index cannot know of an item.
  struct Knowledge {
    std::function<validators::Summary(formats::Id)> judged;
    std::function<bool(formats::Id)> unsaved;
    std::function<ItemQuery::Review(formats::Id)> review;
  };

  explicit ItemIndex(formats::Level level) : level_(level) {}

  /// Reads the level anew.
  void reset(const formats::Bank& bank);
  /// Takes a change. True when an item came, went, or stands elsewhere now, or a point is called otherwise.
  bool follow(const formats::Bank& bank, std::span<const formats::Change> changes);

  /// Items in order that the query takes.
  [[nodiscard]] std::vector<formats::Id> find(const ItemQuery& query, const Knowledge& knowledge) const;
  /// All items in order.
  [[nodiscard]] std::vector<formats::Id> all() const { return find({}, {}); }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

  struct Point {
    int order = 0;     ///< Its place in the element table.
    std::string code;  ///< "A-B-C-001"
    std::string name;
  };
  /// Null for a point that the level's table does not have.
  [[nodiscard]] const Point* point(formats::Id id) const;
  /// The printed codes of the items that hang on a point of the table. Costs what hangs there.
  [[nodiscard]] std::vector<std::string> codesAt(formats::Id point) const;
  /// All points of the level's table, in order.
  [[nodiscard]] const std::vector<formats::Id>& points() const { return pointOrder_; }

 private:
  void readPoints(const formats::Bank& bank);
  void put(const formats::TheoryItem& item);
  void take(formats::Id id);
  [[nodiscard]] int orderOf(const Row& row) const;
  [[nodiscard]] bool before(const Row& a, const Row& b) const;
  [[nodiscard]] bool takes(const Row& row, const ItemQuery& query, const Knowledge& knowledge) const;
  void sort();

  formats::Level level_;
  std::vector<Row> rows_;  ///< Sorted.
  std::unordered_map<formats::Id, Point> points_;
  std::vector<formats::Id> pointOrder_;
};

}  // namespace tiku::editor
