#include "workflows/duplicates/item_source.h"

#include <algorithm>

#include "workflows/duplicates/make_statements.h"

namespace tiku::workflows {

using validators::ItemWords;
using validators::StatementList;

void ItemTable::add(std::unique_ptr<ItemSource> source) {
  ends_.push_back(size() + source->size());
  sources_.push_back(std::move(source));
}

std::size_t ItemTable::sourceOf(std::size_t item) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(ends_, item) - ends_.begin());
}

ItemTable::Where ItemTable::where(std::size_t item) const {
  const std::size_t number = sourceOf(item);
  return {*sources_[number], item - (number == 0 ? 0 : ends_[number - 1])};
}

StatementList ItemTable::statements(unsigned threads) const {
  if (sources_.size() == 1) {
    if (auto own = sources_.front()->statements(threads)) return *std::move(own);
  }
  return makeStatements(size(), threads, [this](std::size_t item, ItemWords& words) {
    const Where place = where(item);
    place.source.read(place.at, words);
  });
}

}  // namespace tiku::workflows
