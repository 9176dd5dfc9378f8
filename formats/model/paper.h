#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/model/item.h"

namespace tiku::formats {

/// One line of a paper plan: so many items of a type at so many marks each.
struct PlanSection {
  ItemType type = ItemType::kSingleChoice;
  int count = 0;
  Marks each;
  Extras extras{};
  bool operator==(const PlanSection&) const = default;
};

/// 理论知识组卷方案 of one level.
struct PaperPlan {
  int minutes = 0;
  std::vector<PlanSection> sections;
  Extras extras;
  [[nodiscard]] Marks total() const;
  [[nodiscard]] bool empty() const { return sections.empty(); }
  bool operator==(const PaperPlan&) const = default;
};

struct PaperEntry {
  Id item;
  Marks marks;
  Extras extras{};
  bool operator==(const PaperEntry&) const = default;
};

struct PaperSection {
  std::string title;  ///< "一、单项选择题"
  std::vector<PaperEntry> entries;
  Extras extras{};
  bool operator==(const PaperSection&) const = default;
};

/// 试卷: theory (its items are theory items) or operational (skill items).
struct Paper {
  enum class Kind { kTheory, kSkills };

  Paper(Id i, Level l, Kind k) : id(i), level(l), kind(k) {}

  Id id;
  Level level;
  Kind kind;
  std::string number;  ///< 试卷编号
  std::string title;
  int minutes = 0;
  std::vector<PaperSection> sections;
  ItemStatus status = ItemStatus::kDraft;
  Source source;
  Extras extras;

  [[nodiscard]] Marks total() const;
  bool operator==(const Paper&) const = default;
};

}  // namespace tiku::formats
