#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::validators {

/// What several rules need to know of the bank, kept current change by change so that no rule scans.
/// Retired items are in the bank but counted nowhere here.
class Facts {
 public:
  explicit Facts(const formats::Bank& bank) : bank_(&bank) {}

  void update(const formats::Change& change);

  [[nodiscard]] const formats::Bank& bank() const { return *bank_; }

  /// Where a point or scope of a blueprint stands. Names and codes are copies: a place outlives the blueprint
  /// version.
  struct Place {
    explicit Place(formats::Level l) : level(l) {}
    formats::Level level;
    bool theory = true;  ///< Of the theory table; else of the operational one.
    formats::Part part = formats::Part::kWork;
    std::string code;  ///< "A-B-C-001"
    std::string name;
    formats::Id scope;  ///< Of a point: its scope. Of a scope: its parent; empty at the top.
    bool isPoint = true;
    bool operator==(const Place&) const = default;
  };
  /// Null when no blueprint has it.
  [[nodiscard]] const Place* place(formats::Id pointOrScope) const;

  /// Live theory items that hang on the point, by type.
  struct PointItems {
    std::map<formats::ItemType, int> byType;
    int total = 0;
  };
  [[nodiscard]] const PointItems& itemsAt(formats::Id point) const;

  /// Live items of a level.
  struct LevelCounts {
    std::map<formats::ItemType, int> theoryByType;
    int theory = 0;
    int skills = 0;
    int theoryPapers = 0;
    int skillsPapers = 0;
  };
  [[nodiscard]] const LevelCounts& counts(formats::Level level) const;

  /// Theory points of a level that the batch's changes to items or blueprints touch. Fills `touched`.
  static std::vector<formats::Id> pointsTouchedBy(const formats::Change& change);

 private:
  void count(const formats::TheoryItem& item, int by);
  void count(const formats::Blueprint& blueprint, bool add);

  const formats::Bank* bank_;
  std::unordered_map<formats::Id, Place> places_;
  std::unordered_map<formats::Id, PointItems> pointItems_;
  std::map<formats::Level, LevelCounts> counts_;
};

}  // namespace tiku::validators
