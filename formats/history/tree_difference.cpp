#include "formats/history/tree_difference.h"

#include <algorithm>

namespace tiku::formats::git {
namespace {

/// Copies and insertions that make a target of its base.
class Delta {
 public:
  Delta(std::size_t baseSize, std::size_t targetSize) {
    number(baseSize);
    number(targetSize);
  }

  void copy(std::size_t from, std::size_t size) {
    constexpr std::size_t kMost = 0xFFFFFF;
    for (; size > 0; size -= std::min(size, kMost)) {
      const std::size_t now = std::min(size, kMost);
      const std::size_t at = bytes_.size();
      unsigned char command = 0x80;
      bytes_ += '\0';
      part(from, 4, 0x01, command);
      // A size of 0x10000 is written as none, and only then.
      if (now != 0x10000) part(now, 3, 0x10, command);
      bytes_[at] = static_cast<char>(command);
      from += now;
    }
  }

  void insert(std::string_view text) {
    constexpr std::size_t kMost = 0x7F;
    while (!text.empty()) {
      const std::size_t now = std::min(text.size(), kMost);
      bytes_ += static_cast<char>(now);
      bytes_ += text.substr(0, now);
      text.remove_prefix(now);
    }
  }

  std::string take() { return std::move(bytes_); }

 private:
  void number(std::size_t value) {
    for (; value >= 0x80; value >>= 7U) bytes_ += static_cast<char>(0x80U | (value & 0x7FU));
    bytes_ += static_cast<char>(value);
  }

  // The bytes of a number that are not zero, and the bits that say which they are.
  void part(std::size_t value, int count, unsigned firstBit, unsigned char& command) {
    for (int i = 0; i < count; ++i) {
      const auto byte = static_cast<unsigned char>(value >> (8U * static_cast<unsigned>(i)));
      if (byte == 0) continue;
      bytes_ += static_cast<char>(byte);
      command = static_cast<unsigned char>(command | firstBit << static_cast<unsigned>(i));
    }
  }

  std::string bytes_;
};

}  // namespace

void differingLines(std::string_view before, std::string_view after, const std::filesystem::path& directory,
                    const std::function<void(const TreeLine* before, const TreeLine* after)>& each) {
  while (!before.empty() || !after.empty()) {
    const std::size_t one = treeLineSize(before);
    const std::size_t other = treeLineSize(after);
    if (one > 0 && one == other && before.substr(0, one) == after.substr(0, one)) {
      before.remove_prefix(one);
      after.remove_prefix(one);
      continue;
    }
    const auto was = before.empty() ? std::nullopt : std::optional(parseTreeLine(before, directory));
    const auto is = after.empty() ? std::nullopt : std::optional(parseTreeLine(after, directory));
    const bool wasFirst = was && (!is || treeOrder(*was, *is));
    const bool isFirst = is && (!was || treeOrder(*is, *was));
    each(isFirst ? nullptr : &*was, wasFirst ? nullptr : &*is);
    if (!isFirst) before.remove_prefix(one);
    if (!wasFirst) after.remove_prefix(other);
  }
}

std::string treeDelta(std::string_view base, std::string_view target,
                      const std::filesystem::path& directory) {
  Delta delta(base.size(), target.size());
  std::size_t inBase = 0;
  std::size_t inTarget = 0;
  const auto beginOf = [](const TreeLine& line, std::string_view whole) {
    return static_cast<std::size_t>(line.name.data() - whole.data()) - line.mode.size() - 1;
  };
  const auto sizeOf = [](const TreeLine& line) {
    return line.mode.size() + 1 + line.name.size() + 1 + GIT_OID_RAWSZ;
  };
  differingLines(base, target, directory, [&](const TreeLine* was, const TreeLine* is) {
    const std::size_t equal = was != nullptr ? beginOf(*was, base) - inBase : beginOf(*is, target) - inTarget;
    delta.copy(inBase, equal);
    inBase += equal;
    inTarget += equal;
    if (was != nullptr) inBase += sizeOf(*was);
    if (is == nullptr) return;
    delta.insert(target.substr(inTarget, sizeOf(*is)));
    inTarget += sizeOf(*is);
  });
  delta.copy(inBase, base.size() - inBase);
  return delta.take();
}

std::string contentDelta(std::string_view base, std::string_view target) {
  Delta delta(base.size(), target.size());
  const std::size_t most = std::min(base.size(), target.size());
  const auto begin = static_cast<std::size_t>(
      std::mismatch(base.begin(), base.begin() + static_cast<std::ptrdiff_t>(most), target.begin()).first -
      base.begin());
  std::size_t end = 0;
  while (end < most - begin && base[base.size() - 1 - end] == target[target.size() - 1 - end]) ++end;
  delta.copy(0, begin);
  delta.insert(target.substr(begin, target.size() - begin - end));
  delta.copy(base.size() - end, end);
  return delta.take();
}

}  // namespace tiku::formats::git
