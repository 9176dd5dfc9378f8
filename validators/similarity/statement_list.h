#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tiku::validators {

/// Statements by number, kept in blocks so that several threads can fill it and a million need no
/// reallocation.
class StatementList {
 public:
  static constexpr std::size_t kBlock = 1U << 13U;

  /// Empty statements, to be filled block by block.
  explicit StatementList(std::size_t count = 0);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::u16string_view operator[](std::size_t at) const;

  void add(std::u16string_view statement);

  /// The statements `block * kBlock` and following, to be written by one thread: `text` holds them one after
  /// the other, `ends` where each ends. The last block may be short.
  struct Block {
    std::u16string text;
    std::vector<std::uint32_t> ends;
  };
  [[nodiscard]] std::size_t blockCount() const { return blocks_.size(); }
  [[nodiscard]] Block& block(std::size_t number) { return blocks_[number]; }
  [[nodiscard]] const Block& block(std::size_t number) const { return blocks_[number]; }

 private:
  std::size_t size_ = 0;
  std::vector<Block> blocks_;
};

}  // namespace tiku::validators
