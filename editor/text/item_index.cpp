#include "editor/text/item_index.h"

#include <algorithm>
#include <tuple>

#include "formats/base/parallel.h"

namespace tiku::editor {

using formats::Bank;
using formats::Blueprint;
using formats::Change;
using formats::Id;
using formats::TheoryItem;
using Row = ItemIndex::Row;

namespace {

Row rowOf(const TheoryItem& item) {
  Row row;
  row.id = item.id;
  row.type = item.type;
  row.status = item.status;
  row.difficulty = item.difficulty.value_or(0);
  row.consistency = item.consistency.value_or(0);
  row.hasKey = !std::holds_alternative<std::monostate>(item.key);
  row.hasRationale = !item.rationale.empty();
  row.hasReference = !item.reference.empty();
  row.point = item.point.value_or(Id());
  row.code = item.code;
  std::string text = item.stem.str() + '\n' + item.code;
  row.hasPicture = !item.stem.images().empty();
  for (const formats::RichText& option : item.options) {
    text += '\n' + option.str();
    row.hasPicture = row.hasPicture || !option.images().empty();
  }
  if (const auto* reference = std::get_if<formats::ReferenceKey>(&item.key))
    text += '\n' + reference->answer.str();
  row.text = folded(text);
  return row;
}

bool compares(int have, const ItemQuery::Condition& condition) {
  switch (condition.compare) {
    case ItemQuery::Compare::kEqual:
      return have == condition.number;
    case ItemQuery::Compare::kAtLeast:
      return have >= condition.number;
    case ItemQuery::Compare::kAtMost:
      return have != 0 && have <= condition.number;
    case ItemQuery::Compare::kMore:
      return have > condition.number;
    case ItemQuery::Compare::kLess:
      return have != 0 && have < condition.number;
  }
  return false;
}

}  // namespace

const ItemIndex::Point* ItemIndex::point(Id id) const {
  const auto found = points_.find(id);
  return found == points_.end() ? nullptr : &found->second;
}

void ItemIndex::readPoints(const Bank& bank) {
  points_.clear();
  pointOrder_.clear();
  const Blueprint* blueprint = bank.blueprint(level_);
  if (blueprint == nullptr) return;
  formats::walk(blueprint->theory, [this](const formats::TablePlace& at) {
    if (at.point == nullptr) return;
    points_[at.point->id] = {static_cast<int>(pointOrder_.size()), at.code(), at.point->name};
    pointOrder_.push_back(at.point->id);
  });
}

// Items without a point of the table come last.
int ItemIndex::orderOf(const Row& row) const {
  const Point* at = point(row.point);
  return at == nullptr ? static_cast<int>(pointOrder_.size()) : at->order;
}

std::vector<std::string> ItemIndex::codesAt(Id point) const {
  std::vector<std::string> codes;
  const Point* at = this->point(point);
  if (at == nullptr) return codes;
  const auto here =
      std::ranges::equal_range(rows_, at->order, {}, [this](const Row& row) { return orderOf(row); });
  for (const Row& row : here) codes.push_back(row.code);
  return codes;
}

bool ItemIndex::before(const Row& a, const Row& b) const {
  if (a.point != b.point) {
    const int first = orderOf(a);
    const int second = orderOf(b);
    if (first != second) return first < second;
  }
  return std::tie(a.type, a.code, a.id) < std::tie(b.type, b.code, b.id);
}

void ItemIndex::sort() {
  std::sort(rows_.begin(), rows_.end(), [this](const Row& a, const Row& b) { return before(a, b); });
}

void ItemIndex::reset(const Bank& bank) {
  readPoints(bank);
  std::vector<const TheoryItem*> items;
  bank.forEach<TheoryItem>([&](const auto& item) {
    if (item->level == level_) items.push_back(item.get());
  });
  rows_.assign(items.size(), {});
  formats::inParallel(items.size(), 0, [&](unsigned, std::size_t i) { rows_[i] = rowOf(*items[i]); });
  sort();
}

void ItemIndex::take(Id id) {
  std::erase_if(rows_, [id](const Row& row) { return row.id == id; });
}

void ItemIndex::put(const TheoryItem& item) {
  Row row = rowOf(item);
  const auto at = std::lower_bound(rows_.begin(), rows_.end(), row,
                                   [this](const Row& a, const Row& b) { return before(a, b); });
  rows_.insert(at, std::move(row));
}

bool ItemIndex::follow(const Bank& bank, std::span<const Change> changes) {
  constexpr std::size_t kMany = 64;
  bool moved = false;
  std::size_t items = 0;
  for (const Change& change : changes) items += change.id != Blueprint::idOf(level_) ? 1U : 0U;
  if (items > kMany) {
    reset(bank);
    return true;
  }
  for (const Change& change : changes) {
    if (change.id == Blueprint::idOf(level_)) {
      readPoints(bank);
      sort();
      moved = true;
      continue;
    }
    const auto* was = change.was<TheoryItem>();
    const auto* is = change.is<TheoryItem>();
    const bool wasHere = was != nullptr && was->level == level_;
    const bool isHere = is != nullptr && is->level == level_;
    if (!wasHere && !isHere) continue;
    if (wasHere && isHere && was->point == is->point && was->type == is->type && was->code == is->code) {
      // It stays where it is: found by its order.
      const Row row = rowOf(*is);
      const auto at = std::lower_bound(rows_.begin(), rows_.end(), row,
                                       [this](const Row& a, const Row& b) { return before(a, b); });
      if (at != rows_.end() && at->id == row.id) {
        *at = row;
        continue;
      }
    }
    if (wasHere) take(change.id);
    if (isHere) put(*is);
    moved = true;
  }
  return moved;
}

bool ItemIndex::takes(const Row& row, const ItemQuery& query, const Knowledge& knowledge) const {
  using Field = ItemQuery::Field;
  for (const std::string& word : query.words) {
    if (row.text.find(word) == std::string::npos) return false;
  }
  const auto has = [&](ItemQuery::Feature feature) {
    using Feature = ItemQuery::Feature;
    switch (feature) {
      case Feature::kKey:
        return row.hasKey;
      case Feature::kPicture:
        return row.hasPicture;
      case Feature::kRationale:
        return row.hasRationale;
      case Feature::kReference:
        return row.hasReference;
      case Feature::kPoint:
        return point(row.point) != nullptr;
      case Feature::kUnsaved:
        return knowledge.unsaved && knowledge.unsaved(row.id);
      case Feature::kError:
      case Feature::kWarning:
      case Feature::kFinding:
        break;
    }
    if (!knowledge.judged) return false;
    const validators::Summary judged = knowledge.judged(row.id);
    if (feature == Feature::kError) return judged.errors > 0;
    if (feature == Feature::kWarning) return judged.warnings > 0;
    return judged.errors + judged.warnings + judged.infos > 0;
  };
  return std::ranges::all_of(query.conditions, [&](const ItemQuery::Condition& condition) {
    switch (condition.field) {
      case Field::kType:
        return row.type == condition.type;
      case Field::kStatus:
        return row.status == condition.status;
      case Field::kDifficulty:
        return compares(row.difficulty, condition);
      case Field::kConsistency:
        return compares(row.consistency, condition);
      case Field::kCode:
        return folded(row.code).starts_with(condition.text);
      case Field::kPoint: {
        const Point* at = point(row.point);
        return at != nullptr && (folded(at->code).starts_with(condition.text) ||
                                 folded(at->name).find(condition.text) != std::string::npos);
      }
      case Field::kReview:
        return knowledge.review && knowledge.review(row.id) == condition.review;
      case Field::kHas:
        return has(condition.feature);
      case Field::kHasNot:
        return !has(condition.feature);
    }
    return false;
  });
}

std::vector<Id> ItemIndex::find(const ItemQuery& query, const Knowledge& knowledge) const {
  std::vector<Id> found;
  found.reserve(query.empty() ? rows_.size() : 0);
  for (const Row& row : rows_) {
    if (query.empty() || takes(row, query, knowledge)) found.push_back(row.id);
  }
  return found;
}

}  // namespace tiku::editor
