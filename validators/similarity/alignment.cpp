#include "validators/similarity/alignment.h"

#include <algorithm>
#include <cstddef>

namespace tiku::validators {
namespace {

// An equal unit earns kEqual, a run of equal units costs kRun to begin: a run of one is worth nothing, since
// a lone 的 or 必 (必须 / 不必) that both happen to have would only hide what stands for what.
constexpr std::int32_t kEqual = 4;
constexpr std::int32_t kRun = 5;

/// More pairs of units than this are not worth the memory and the time of a comparison.
constexpr std::size_t kMostCells = std::size_t{1} << 20U;

enum Step : std::uint8_t { kSkipA = 1, kSkipB = 2, kEndRun = 3, kStepMask = 3, kRunBegins = 4 };

/// The best way through the table of a and b, with a state for "in a run" and one for "between runs".
class Table {
 public:
  Table(std::u16string_view a, std::u16string_view b)
      : a_(a), b_(b), width_(b.size() + 1), steps_((a.size() + 1) * width_) {}

  void fill() {
    std::vector<std::int32_t> run(width_, kNever);
    std::vector<std::int32_t> between(width_, 0);
    for (std::size_t column = 1; column < width_; ++column) steps_[column] = kSkipB;
    for (std::size_t row = 1; row <= a_.size(); ++row) fillRow(row, run, between);
  }

  /// Pairs of equal units, last first.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> equalUnits() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> equal;
    std::size_t row = a_.size();
    std::size_t column = b_.size();
    bool inRun = false;
    while (row > 0 && column > 0) {
      const std::uint8_t step = steps_[row * width_ + column];
      if (inRun) {
        equal.emplace_back(static_cast<std::uint32_t>(row - 1), static_cast<std::uint32_t>(column - 1));
        inRun = (step & kRunBegins) == 0;
        --row;
        --column;
      } else if ((step & kStepMask) == kEndRun) {
        inRun = true;
      } else if ((step & kStepMask) == kSkipA) {
        --row;
      } else {
        --column;
      }
    }
    return equal;
  }

 private:
  static constexpr std::int32_t kNever = -(1 << 28);

  void fillRow(std::size_t row, std::vector<std::int32_t>& run, std::vector<std::int32_t>& between) {
    std::int32_t runDiagonal = run[0];
    std::int32_t betweenDiagonal = between[0];
    run[0] = kNever;
    steps_[row * width_] = kSkipA;
    for (std::size_t column = 1; column < width_; ++column) {
      std::uint8_t step = 0;
      std::int32_t inRun = kNever;
      if (a_[row - 1] == b_[column - 1]) {
        const bool begins = betweenDiagonal - kRun > runDiagonal;
        inRun = (begins ? betweenDiagonal - kRun : runDiagonal) + kEqual;
        if (begins) step |= kRunBegins;
      }
      std::int32_t best = between[column];
      step |= kSkipA;
      if (between[column - 1] > best) {
        best = between[column - 1];
        step = static_cast<std::uint8_t>((step & ~kStepMask) | kSkipB);
      }
      if (inRun > best) {
        best = inRun;
        step = static_cast<std::uint8_t>(step | kEndRun);
      }
      runDiagonal = run[column];
      betweenDiagonal = between[column];
      run[column] = inRun;
      between[column] = best;
      steps_[row * width_ + column] = step;
    }
  }

  std::u16string_view a_;
  std::u16string_view b_;
  std::size_t width_;
  std::vector<std::uint8_t> steps_;
};

std::size_t commonPrefix(std::u16string_view a, std::u16string_view b) {
  const auto [end, other] = std::ranges::mismatch(a, b);
  return static_cast<std::size_t>(end - a.begin());
}

std::size_t commonSuffix(std::u16string_view a, std::u16string_view b) {
  std::size_t length = 0;
  while (length < std::min(a.size(), b.size()) && a[a.size() - 1 - length] == b[b.size() - 1 - length])
    ++length;
  return length;
}

}  // namespace

std::vector<Difference> differences(std::u16string_view a, std::u16string_view b) {
  const std::size_t prefix = commonPrefix(a, b);
  const std::size_t suffix = commonSuffix(a.substr(prefix), b.substr(prefix));
  const std::u16string_view middleA = a.substr(prefix, a.size() - prefix - suffix);
  const std::u16string_view middleB = b.substr(prefix, b.size() - prefix - suffix);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> equal;
  if (!middleA.empty() && !middleB.empty() && middleA.size() <= kMostCells / (middleB.size() + 1)) {
    Table table(middleA, middleB);
    table.fill();
    equal = table.equalUnits();
  }

  std::vector<Difference> found;
  std::uint32_t fromA = 0;
  std::uint32_t fromB = 0;
  const auto put = [&](std::uint32_t toA, std::uint32_t toB) {
    if (toA == fromA && toB == fromB) return;
    const auto offset = static_cast<std::uint32_t>(prefix);
    found.push_back({fromA + offset, toA + offset, fromB + offset, toB + offset});
  };
  for (auto pair = equal.rbegin(); pair != equal.rend(); ++pair) {
    put(pair->first, pair->second);
    fromA = pair->first + 1;
    fromB = pair->second + 1;
  }
  put(static_cast<std::uint32_t>(middleA.size()), static_cast<std::uint32_t>(middleB.size()));
  return found;
}

}  // namespace tiku::validators
