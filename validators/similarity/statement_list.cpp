#include "validators/similarity/statement_list.h"

namespace tiku::validators {

StatementList::StatementList(std::size_t count) : size_(count), blocks_((count + kBlock - 1) / kBlock) {
  for (std::size_t number = 0; number < blocks_.size(); ++number) {
    blocks_[number].ends.assign(std::min(kBlock, count - number * kBlock), 0);
  }
}

std::u16string_view StatementList::operator[](std::size_t at) const {
  const Block& block = blocks_[at / kBlock];
  const std::size_t place = at % kBlock;
  const std::size_t from = place == 0 ? 0 : block.ends[place - 1];
  return std::u16string_view(block.text).substr(from, block.ends[place] - from);
}

void StatementList::add(std::u16string_view statement) {
  if (size_ % kBlock == 0) blocks_.emplace_back();
  Block& block = blocks_.back();
  block.text += statement;
  block.ends.push_back(static_cast<std::uint32_t>(block.text.size()));
  ++size_;
}

}  // namespace tiku::validators
