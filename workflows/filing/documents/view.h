#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::workflows {

/// Where a point or scope stands in its level's element table.
struct PointName {
  std::string code;  ///< "A-B-C-001"
  std::string name;
  int order = 0;  ///< In the printed table.
};

/// A level's live objects in the order in which documents print them. Retired ones are left out.
struct LevelView {
  explicit LevelView(formats::Level l) : level(l) {}

  formats::Level level;
  const formats::Blueprint* blueprint = nullptr;    ///< Null when there is none.
  std::vector<const formats::TheoryItem*> theory;   ///< By point, type, code.
  std::vector<const formats::SkillItem*> skills;    ///< By code.
  std::vector<const formats::Paper*> theoryPapers;  ///< By number.
  std::vector<const formats::Paper*> skillsPapers;
};

/// The bank as the documents look at it: sorted and indexed once for all of them. The bank must outlive it.
class BankView {
 public:
  explicit BankView(const formats::Bank& bank);

  [[nodiscard]] const formats::Bank& bank() const { return *bank_; }
  /// Those of the bank's info, 五级 first.
  [[nodiscard]] const std::vector<LevelView>& levels() const { return levels_; }
  /// Null for a level that the bank does not have.
  [[nodiscard]] const LevelView* level(formats::Level level) const;
  /// Null when no blueprint has it.
  [[nodiscard]] const PointName* point(formats::Id pointOrScope) const;
  /// "A-B-C-001 名称", or empty.
  [[nodiscard]] std::string pointLabel(formats::Id point) const;
  /// The printed code of the place, or empty.
  [[nodiscard]] std::string pointCode(formats::Id point) const;
  /// The person's name, or empty.
  [[nodiscard]] std::string personName(const std::optional<formats::Id>& person) const;
  /// 职业名称 as it stands in titles; a line of blanks where the bank has none yet.
  [[nodiscard]] std::string occupation() const;

 private:
  void indexPoints(const formats::ElementTable& table);
  void sortLevel(LevelView& level) const;

  const formats::Bank* bank_;
  std::vector<LevelView> levels_;
  std::unordered_map<formats::Id, PointName> points_;
};

/// "items-b": the figure that counts the items of a type.
std::string typeFigure(formats::ItemType type);

}  // namespace tiku::workflows
