#include "workflows/filing/documents/view.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace tiku::workflows {

using formats::Id;
using formats::ItemStatus;

BankView::BankView(const formats::Bank& bank) : bank_(&bank) {
  for (const formats::Level level : bank.info().levels) {
    if (this->level(level) != nullptr) continue;
    levels_.emplace_back(level).blueprint = bank.blueprint(level);
    if (const formats::Blueprint* blueprint = levels_.back().blueprint) {
      indexPoints(blueprint->theory);
      indexPoints(blueprint->skills);
    }
  }
  const auto place = [this](formats::Level level) -> LevelView* {
    const auto found = std::find_if(levels_.begin(), levels_.end(),
                                    [level](const LevelView& view) { return view.level == level; });
    return found == levels_.end() ? nullptr : &*found;
  };
  bank.forEach<formats::TheoryItem>([&place](const auto& item) {
    LevelView* level = place(item->level);
    if (level != nullptr && item->status != ItemStatus::kRetired) level->theory.push_back(item.get());
  });
  bank.forEach<formats::SkillItem>([&place](const auto& item) {
    LevelView* level = place(item->level);
    if (level != nullptr && item->status != ItemStatus::kRetired) level->skills.push_back(item.get());
  });
  bank.forEach<formats::Paper>([&place](const auto& paper) {
    LevelView* level = place(paper->level);
    if (level == nullptr || paper->status == ItemStatus::kRetired) return;
    auto& papers = paper->kind == formats::Paper::Kind::kTheory ? level->theoryPapers : level->skillsPapers;
    papers.push_back(paper.get());
  });
  for (LevelView& level : levels_) sortLevel(level);
}

void BankView::indexPoints(const formats::ElementTable& table) {
  int order = 0;
  formats::walk(table, [this, &order](const formats::TablePlace& place) {
    const Id id = place.point == nullptr ? place.path.back()->id : place.point->id;
    const std::string& name = place.point == nullptr ? place.path.back()->name : place.point->name;
    points_.emplace(id, PointName{place.code(), name, order++});
  });
}

void BankView::sortLevel(LevelView& level) const {
  const auto orderOf = [this](const formats::TheoryItem* item) {
    const PointName* place = item->point ? point(*item->point) : nullptr;
    return place == nullptr ? std::numeric_limits<int>::max() : place->order;
  };
  std::sort(level.theory.begin(), level.theory.end(), [&orderOf](const auto* a, const auto* b) {
    return std::forward_as_tuple(orderOf(a), a->type, a->code, a->id) <
           std::forward_as_tuple(orderOf(b), b->type, b->code, b->id);
  });
  std::sort(level.skills.begin(), level.skills.end(),
            [](const auto* a, const auto* b) { return std::tie(a->code, a->id) < std::tie(b->code, b->id); });
  const auto byNumber = [](const auto* a, const auto* b) {
    return std::tie(a->number, a->id) < std::tie(b->number, b->id);
  };
  std::sort(level.theoryPapers.begin(), level.theoryPapers.end(), byNumber);
  std::sort(level.skillsPapers.begin(), level.skillsPapers.end(), byNumber);
}

const LevelView* BankView::level(formats::Level level) const {
  const auto found = std::find_if(levels_.begin(), levels_.end(),
                                  [level](const LevelView& view) { return view.level == level; });
  return found == levels_.end() ? nullptr : &*found;
}

const PointName* BankView::point(Id pointOrScope) const {
  const auto found = points_.find(pointOrScope);
  return found == points_.end() ? nullptr : &found->second;
}

std::string BankView::pointLabel(Id point) const {
  const PointName* place = this->point(point);
  return place == nullptr ? std::string() : place->code + " " + place->name;
}

std::string BankView::pointCode(Id point) const {
  const PointName* place = this->point(point);
  return place == nullptr ? std::string() : place->code;
}

std::string BankView::personName(const std::optional<Id>& person) const {
  const auto* people = bank_->find<formats::People>(formats::People::kId);
  const formats::Person* found = people == nullptr || !person ? nullptr : people->find(*person);
  return found == nullptr ? std::string() : found->name;
}

std::string BankView::occupation() const {
  const std::string& name = bank_->info().occupationName;
  return name.empty() ? "________" : name;
}

}  // namespace tiku::workflows
