#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/tables/skill_reader.h"
#include "formats/model/bank.h"

namespace tiku::formats::tables {

/// What an item was linked to and what must be said about it.
struct SkillLinks {
  struct LineLink {
    std::string at;
    std::string sentence;
  };
  std::optional<Id> module;
  std::vector<Id> points;
  std::vector<LineLink> lines;      ///< One per 技能要求.
  std::vector<std::string> doubts;  ///< About the item as a whole.
  std::string remark;               ///< How the module was found, where it was not plain.
};

/// Links operational items to the level's structure table and operational element table.
///
/// Points: a 技能要求 with the words of a point is linked to it; else to the likest point of the item's
/// module, when they are alike enough. Module, by the first of these that leaves one: the printed code
/// ("1.2.3" lies in module 1.2), the unit of the points, marks and minutes of the plan, the likeness of the
/// requirements, the numbers of the files that the task names ("2.2.5.ipynb"). Else none, with a doubt.
class SkillLinker {
 public:
  SkillLinker(const Bank& bank, Level level);

  [[nodiscard]] bool hasStructure() const { return !modules_.empty(); }
  [[nodiscard]] bool hasPoints() const { return !points_.empty(); }
  [[nodiscard]] SkillLinks link(const FoundSkill& found) const;
  /// The doubts about an item whose module is known: marks and minutes against the plan.
  [[nodiscard]] std::vector<std::string> compare(const SkillItem& item, Id module) const;

  struct Module {
    SkillModule module;
    std::vector<std::size_t> points;  ///< Positions in points_ of its unit.
  };
  [[nodiscard]] const std::vector<Module>& modules() const { return modules_; }

 private:
  struct PointEntry {
    Id id;
    std::string code;
    std::string name;
    std::string words;
  };
  using Modules = std::vector<std::size_t>;

  void addPoints(const ElementTable& table);
  [[nodiscard]] std::optional<std::size_t> exactPoint(const std::string& text) const;
  [[nodiscard]] Modules agreeing(const SkillItem& item, Marks marks) const;
  [[nodiscard]] Modules byCode(const std::string& code) const;
  [[nodiscard]] Modules byPoints(const std::vector<std::size_t>& points, const Modules& among) const;
  [[nodiscard]] Modules byLikeness(const FoundSkill& found, const Modules& among) const;
  [[nodiscard]] Modules byFileNames(const SkillItem& item, const Modules& among) const;
  [[nodiscard]] std::string name(std::size_t module) const;
  void findModule(const FoundSkill& found, const std::vector<std::size_t>& exact, SkillLinks& links) const;

  std::vector<Module> modules_;
  std::vector<PointEntry> points_;
};

/// 题分 of an item: the score sheet's total, else what the head says.
[[nodiscard]] Marks marksOf(const FoundSkill& found);

}  // namespace tiku::formats::tables
