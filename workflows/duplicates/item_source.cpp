#include "workflows/duplicates/item_source.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace tiku::workflows {

using validators::ItemWords;
using validators::StatementList;
using validators::StatementWriter;

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
  StatementList list(size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    StatementWriter writer;
    ItemWords words;
    for (std::size_t number = next++; number < list.blockCount(); number = next++) {
      StatementList::Block& block = list.block(number);
      const std::size_t begin = number * StatementList::kBlock;
      const std::size_t end = std::min(begin + StatementList::kBlock, size());
      block.text.clear();
      block.ends.clear();
      block.ends.reserve(end - begin);
      for (std::size_t item = begin; item < end; ++item) {
        const Where place = where(item);
        place.source.read(place.at, words);
        writer.append(words, block.text);
        block.ends.push_back(static_cast<std::uint32_t>(block.text.size()));
      }
    }
  };
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < std::min<std::size_t>(threads, list.blockCount()); ++i) {
    helpers.emplace_back(work);
  }
  work();
  return list;
}

}  // namespace tiku::workflows
