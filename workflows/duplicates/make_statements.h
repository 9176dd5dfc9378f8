#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "formats/base/parallel.h"
#include "validators/similarity/statement.h"
#include "validators/similarity/statement_list.h"

namespace tiku::workflows {

/// The filled statements of so many items on so many threads (0: one for each processor). `read(item, words)`
/// writes the words of an item in place of what `words` holds, from any thread.
template <typename Read>
validators::StatementList makeStatements(std::size_t count, unsigned threads, const Read& read) {
  using validators::StatementList;
  constexpr std::size_t kUsualLength = 32;
  StatementList list(count);
  formats::inParallel(list.blockCount(), threads, [&](unsigned /*thread*/, std::size_t number) {
    StatementList::Block& block = list.block(number);
    const std::size_t first = number * StatementList::kBlock;
    validators::StatementWriter writer;
    validators::ItemWords words;
    block.text.reserve(block.ends.size() * kUsualLength);
    for (std::size_t at = 0; at < block.ends.size(); ++at) {
      read(first + at, words);
      writer.append(words, block.text);
      block.ends[at] = static_cast<std::uint32_t>(block.text.size());
    }
  });
  return list;
}

}  // namespace tiku::workflows
