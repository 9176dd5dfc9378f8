#pragma once

#include <array>
#include <compare>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <typeindex>
#include <unordered_map>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::validators {

/// A retired item or paper stays in the bank, but no rule counts or judges it.
template <typename T>
[[nodiscard]] bool isLive(const T* object) {
  if constexpr (requires { object->status; }) {
    return object != nullptr && object->status != formats::ItemStatus::kRetired;
  } else {
    return object != nullptr;
  }
}

/// How many items there are of each type.
class TypeCounts {
 public:
  [[nodiscard]] int of(formats::ItemType type) const { return counts_[static_cast<std::size_t>(type)]; }
  [[nodiscard]] int total() const { return total_; }
  void add(formats::ItemType type, int by);
  void add(const TypeCounts& other, int times);
  bool operator==(const TypeCounts&) const = default;

 private:
  std::array<int, formats::kItemTypes.size()> counts_{};
  int total_ = 0;
};

/// What several rules need to know of the bank, kept current change by change so that no rule scans.
/// Retired items and papers are counted nowhere here.
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
    auto operator<=>(const Place&) const = default;
  };
  /// Null when no blueprint has it. Should several have it, which only a hand-edited bank does, the first by
  /// level number.
  [[nodiscard]] const Place* place(formats::Id pointOrScope) const;
  /// Whether the level's theory element table has the point: the only place where an item of the level may
  /// hang.
  [[nodiscard]] bool hasTheoryPoint(formats::Level level, formats::Id point) const;

  /// The level's live theory items that name the point, whether or not the level's table has it.
  [[nodiscard]] const TypeCounts& itemsAt(formats::Level level, formats::Id point) const;

  /// The level's live operational items that name the module of its structure table.
  [[nodiscard]] int itemsOfModule(formats::Level level, formats::Id module) const;

  /// Live objects of a level.
  struct LevelCounts {
    TypeCounts theory;
    TypeCounts loose;  ///< Of `theory`: those without a point, or with one that the level's table lacks.
    int strayPoints =
        0;  ///< Distinct points that items name and the level's table lacks: points once deleted.
    int skills = 0;
    int theoryPapers = 0;
    int skillsPapers = 0;
    bool operator==(const LevelCounts&) const = default;
  };
  [[nodiscard]] const LevelCounts& counts(formats::Level level) const;

  /// What rules of one family share, made when the first of them asks: what is dear to compute is computed
  /// once, and lives as long as the facts. A T keeps itself current; nobody tells it of changes. Families are
  /// judged side by side, so that rules of two families may not ask for the same T.
  template <typename T>
  [[nodiscard]] T& shared() const {
    return shared_->of<T>();
  }
  /// The same, but it lives until the batch of changes is judged: what would need too much memory to keep.
  template <typename T>
  [[nodiscard]] T& sharedForBatch() const {
    return ofBatch_->of<T>();
  }
  /// The batch is judged.
  void endBatch() { ofBatch_->clear(); }

  /// Whether the change brings, takes or moves a theory item: to another level, type, point or out of use.
  /// A word in a stem moves none.
  static bool movesTheoryItem(const formats::Change& change);

  struct LevelPoint {
    formats::Level level;
    formats::Id point;
    auto operator<=>(const LevelPoint&) const = default;
  };
  /// Theory points whose items, place or name the change may have altered: those of an item before and after,
  /// all of a blueprint before and after.
  static std::vector<LevelPoint> pointsTouchedBy(const formats::Change& change);

 private:
  struct HashLevelPoint {
    std::size_t operator()(const LevelPoint& key) const noexcept {
      return std::hash<formats::Id>()(key.point) * 31U + static_cast<std::size_t>(key.level.number());
    }
  };
  struct AtPoint {
    TypeCounts items;
    int inTable = 0;  ///< How often the level's theory table has the point; 1 in a sane one.
  };

  /// One of each type, made when it is asked for, from any thread.
  class Shared {
   public:
    template <typename T>
    T& of() {
      const std::lock_guard lock(mutex_);
      std::shared_ptr<void>& slot = made_[std::type_index(typeid(T))];
      if (slot == nullptr) slot = std::make_shared<T>();
      return *static_cast<T*>(slot.get());
    }
    void clear() { made_.clear(); }

   private:
    std::mutex mutex_;
    std::unordered_map<std::type_index, std::shared_ptr<void>> made_;
  };

  void count(const formats::TheoryItem& item, int by);
  void count(const formats::SkillItem& item, int by);
  void count(const formats::Blueprint& blueprint, int by);
  void enter(const formats::ElementTable& table, formats::Level level, bool theory, int by);
  template <typename Change>
  void alter(const LevelPoint& key, const Change& change);

  const formats::Bank* bank_;
  std::unordered_map<formats::Id, std::vector<Place>> places_;  ///< Sorted; almost always one.
  std::unordered_map<LevelPoint, AtPoint, HashLevelPoint> points_;
  std::unordered_map<LevelPoint, int, HashLevelPoint> moduleItems_;  ///< `point` is the module.
  std::map<formats::Level, LevelCounts> counts_;
  std::unique_ptr<Shared> shared_ = std::make_unique<Shared>();
  std::unique_ptr<Shared> ofBatch_ = std::make_unique<Shared>();
};

}  // namespace tiku::validators
