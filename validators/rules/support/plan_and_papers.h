#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "validators/rules/support/paper_items.h"
#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// A rule that asks the same of a level's theory paper plan (组卷方案) and of each of its theory papers.
/// Findings on the plan are on the blueprint, field "plan".
class PlanAndPapers : public PerObject<formats::Paper> {
 protected:
  using PerObject::PerObject;

  /// A plan, or a paper read as one.
  struct Made {
    formats::Level level;
    std::string name;  ///< "三级组卷方案", "三级理论试卷 A"
    int minutes = 0;
    std::vector<formats::PlanSection> sections;  ///< Never empty.
    bool isPlan = false;
  };
  virtual std::optional<Finding> fault(const Made& made) const = 0;

 private:
  void examine(const formats::Paper& paper, const Facts& facts, FindingSink& sink) final;
  void follow(const formats::Change& change, const Facts& facts) final;
  void finish(const Facts& facts, FindingSink& sink) final;

  PaperItems items_;
  std::set<formats::Level> plans_;
};

}  // namespace tiku::validators
