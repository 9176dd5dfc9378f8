#include <cctype>

#include <fmt/format.h>

#include "workflows/filing/documents.h"
#include "workflows/filing/documents/page.h"

namespace tiku::workflows {
namespace {

/// Counts under one key prefix, and under "total/" with them.
class Counter {
 public:
  Counter(Figures& figures, std::map<std::string, std::int64_t>& totals, const formats::Level& level)
      : figures_(&figures), totals_(&totals), prefix_(fmt::format("level-{}/", level.number())) {}

  void set(const std::string& name, std::size_t count) {
    const auto number = static_cast<std::int64_t>(count);
    figures_->insert_or_assign(prefix_ + name, std::to_string(number));
    (*totals_)[name] += number;
  }

 private:
  Figures* figures_;
  std::map<std::string, std::int64_t>* totals_;
  std::string prefix_;
};

void countBlueprint(const LevelView& level, Counter& counter) {
  const formats::Blueprint none(level.level);
  const formats::Blueprint& blueprint = level.blueprint == nullptr ? none : *level.blueprint;
  formats::Ratio ratio;
  for (const auto& top : blueprint.theory.tops) {
    const formats::Ratio part = top.scope.ratio();
    ratio.x += part.x;
    ratio.y += part.y;
    ratio.z += part.z;
  }
  std::size_t modules = 0;
  for (const auto& group : blueprint.structure.groups) modules += group.modules.size();
  counter.set("points", static_cast<std::size_t>(blueprint.theory.pointCount()));
  counter.set("points-x", static_cast<std::size_t>(ratio.x));
  counter.set("points-y", static_cast<std::size_t>(ratio.y));
  counter.set("points-z", static_cast<std::size_t>(ratio.z));
  counter.set("skills-points", static_cast<std::size_t>(blueprint.skills.pointCount()));
  counter.set("modules", modules);
}

void countItems(const LevelView& level, Counter& counter) {
  std::map<formats::ItemType, std::size_t> byType;
  for (const auto* item : level.theory) ++byType[item->type];
  std::size_t objective = 0;
  for (const formats::ItemType type : formats::kItemTypes) {
    counter.set(typeFigure(type), byType[type]);
    if (formats::isObjective(type)) objective += byType[type];
  }
  counter.set("theory-items", level.theory.size());
  counter.set("objective", objective);
  counter.set("subjective", level.theory.size() - objective);
  counter.set("skills-items", level.skills.size());
  counter.set("theory-papers", level.theoryPapers.size());
  counter.set("skills-papers", level.skillsPapers.size());
}

void countSample(const Sample& sample, formats::Level level, Counter& counter) {
  std::map<Draw::Kind, std::size_t> drawn;
  for (const Draw& draw : sample.draws) {
    if (draw.level == level) drawn[draw.kind] += draw.drawn().size();
  }
  counter.set("sample-theory", drawn[Draw::Kind::kTheoryItems]);
  counter.set("sample-skills", drawn[Draw::Kind::kSkillItems]);
  counter.set("sample-theory-papers", drawn[Draw::Kind::kTheoryPapers]);
  counter.set("sample-skills-papers", drawn[Draw::Kind::kSkillPapers]);
}

}  // namespace

std::string typeFigure(formats::ItemType type) {
  const auto letter = static_cast<unsigned char>(formats::itemTypeLetter(type));
  return fmt::format("items-{}", static_cast<char>(std::tolower(letter)));
}

Figures figuresOf(const BankView& view, const Sample& sample) {
  Figures figures;
  std::map<std::string, std::int64_t> totals;
  for (const LevelView& level : view.levels()) {
    Counter counter(figures, totals, level.level);
    countBlueprint(level, counter);
    countItems(level, counter);
    countSample(sample, level.level, counter);
  }
  for (const auto& [name, total] : totals) figures.emplace("total/" + name, std::to_string(total));
  figures.emplace("total/levels", std::to_string(view.levels().size()));
  return figures;
}

Figures figuresOf(const FilingContext& context) {
  return figuresOf(BankView(context.bank), context.sample);
}

}  // namespace tiku::workflows
