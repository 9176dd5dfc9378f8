#include "validators/rules/papers/shape.h"

#include <algorithm>
#include <map>
#include <vector>

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::ItemType;
using formats::Level;
using formats::Marks;
using formats::PlanSection;
using formats::say;
using formats::operator""_a;

namespace {

using Counts = std::map<std::pair<ItemType, Marks>, int>;

Counts countsOf(const std::vector<PlanSection>& sections) {
  Counts counts;
  for (const PlanSection& section : sections) {
    if (section.count > 0) counts[{section.type, section.each}] += section.count;
  }
  return counts;
}

/// "60 分钟：单选题 80 道×1 分、判断题 20 道×1 分"
std::string shapeWords(int minutes, const Counts& counts) {
  std::string words;
  for (const auto& [kind, count] : counts) {
    const std::string word = say("{type} {count} 道×{each} 分", "type"_a = typeWord(kind.first),
                                 "count"_a = count, "each"_a = kind.second.str());
    words = words.empty() ? word : say("{before}、{next}", "before"_a = words, "next"_a = word);
  }
  return say("{minutes} 分钟：{sections}", "minutes"_a = minutes, "sections"_a = words);
}

std::vector<PaperShape> shapesFor(Level level, const Profile& profile) {
  std::vector<PaperShape> shapes;
  for (const PaperShape& shape : profile.paperShapes()) {
    if (std::ranges::find(shape.levels, level) != shape.levels.end()) shapes.push_back(shape);
  }
  std::ranges::sort(shapes, {}, &PaperShape::minutes);
  return shapes;
}

}  // namespace

std::optional<Finding> PaperShapeRule::fault(const Made& made) const {
  const std::vector<PaperShape> shapes = shapesFor(made.level, profile_);
  if (shapes.empty()) return std::nullopt;
  const Counts counts = countsOf(made.sections);
  const PaperShape* nearest = &shapes.back();
  for (auto shape = shapes.rbegin(); shape != shapes.rend(); ++shape) {
    if (shape->minutes == made.minutes && countsOf(shape->sections) == counts) return std::nullopt;
    if (shape->minutes >= made.minutes) nearest = &*shape;
  }
  Finding finding;
  finding.measured = shapeWords(made.minutes, counts);
  finding.required = shapeWords(nearest->minutes, countsOf(nearest->sections));
  finding.judged = std::to_string(made.minutes);
  for (const auto& [kind, count] : counts) {
    finding.judged += fmt::format(" {}{}x{}", formats::itemTypeLetter(kind.first), count, kind.second.str());
  }
  finding.message =
      say("{name}（{made}）不是规定的试卷结构；相近的是 {shape}（{clause}）。", "name"_a = made.name,
          "made"_a = finding.measured, "shape"_a = finding.required, "clause"_a = clause(made.level));
  finding.advice = say("按规定的时间、题型、题量和分值调整。");
  return finding;
}

}  // namespace tiku::validators
