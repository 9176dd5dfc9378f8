#include "validators/similarity/alignment.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

#include "validators/similarity/cpu.h"

namespace tiku::validators {
namespace {

// An equal unit earns kEqual, a run of equal units costs kRun to begin: a run of one is worth nothing, since
// a lone 的 or 必 (必须 / 不必) that both happen to have would only hide what stands for what.
constexpr int kEqual = 4;
constexpr int kRun = 5;

/// More pairs of units than this are not worth the memory and the time of a comparison.
constexpr std::size_t kMostCells = std::size_t{1} << 20U;

enum Step : std::uint8_t { kSkipA = 1, kSkipB = 2, kEndRun = 3, kStepMask = 3, kRunBegins = 4 };

/// Less than any score.
constexpr std::int16_t kNever = -20'000;
static_assert(std::size_t{1} << 20U == kMostCells && kEqual * 1024 < 20'000,
              "a score fits 16 bits: the shorter side has 1024 units at most");

/// Columns are filled so many at a time; behind the last unit of b stand some that equal nothing.
constexpr std::size_t kTogether = 8;
/// What the processor computes in one step (an extension that GCC and Clang share).
using Scores __attribute__((vector_size(2 * kTogether))) = std::int16_t;
using Units __attribute__((vector_size(2 * kTogether))) = char16_t;
using Steps __attribute__((vector_size(kTogether))) = std::uint8_t;

/// Scores of a row of the table, by column; column 0 is before the first unit of b.
struct Row {
  explicit Row(std::size_t units) : run(units + 1, kNever), between(units + 1, 0) {}

  std::vector<std::int16_t> run;      ///< Of the best way that ends in a run.
  std::vector<std::int16_t> between;  ///< Of the best way that ends between runs.
};

template <typename Values, typename T>
Values load(const T* from) {
  Values values;
  std::memcpy(&values, from, sizeof values);
  return values;
}

template <typename Values, typename T>
void store(const Values& values, T* to) {
  std::memcpy(to, &values, sizeof values);
}

/// One row from the row above it.
TIKU_CPU_CLONES void fillRow(char16_t unit, const char16_t* b, std::size_t units, const Row& above, Row& row,
                             std::uint8_t* steps) {
  constexpr Scores kNone = {kNever, kNever, kNever, kNever, kNever, kNever, kNever, kNever};
  const auto larger = [](Scores x, Scores y) { return x > y ? x : y; };
  Scores most = {};  // The best score up to here, in every place.
  for (std::size_t at = 0; at < units; at += kTogether) {
    const auto diagonal = load<Scores>(&above.between[at]);
    const auto skipA = load<Scores>(&above.between[at + 1]);
    const auto diagonalRun = load<Scores>(&above.run[at]);
    const Scores begun = diagonal - std::int16_t{kRun};
    const Scores run =
        load<Units>(b + at) == unit ? larger(begun, diagonalRun) + std::int16_t{kEqual} : kNone;
    // The greatest so far: of two neighbours, of four, of eight, and of all before.
    Scores between = larger(skipA, run);
    between = larger(between, __builtin_shufflevector(kNone, between, 0, 8, 9, 10, 11, 12, 13, 14));
    between = larger(between, __builtin_shufflevector(kNone, between, 0, 1, 8, 9, 10, 11, 12, 13));
    between = larger(between, __builtin_shufflevector(kNone, between, 0, 1, 2, 3, 8, 9, 10, 11));
    between = larger(between, most);
    const Scores skipB = __builtin_shufflevector(most, between, 0, 8, 9, 10, 11, 12, 13, 14);
    most = __builtin_shufflevector(between, between, 7, 7, 7, 7, 7, 7, 7, 7);
    const Scores skip = skipB > skipA ? Scores{} + std::int16_t{kSkipB} : Scores{} + std::int16_t{kSkipA};
    const Scores step = run > larger(skipA, skipB) ? Scores{} + std::int16_t{kEndRun} : skip;
    const Scores begins = begun > diagonalRun ? Scores{} + std::int16_t{kRunBegins} : Scores{};
    store(run, &row.run[at + 1]);
    store(between, &row.between[at + 1]);
    store(__builtin_convertvector(step | begins, Steps), steps + at);
  }
}

/// The best way through the table of a and b, with a state for "in a run" and one for "between runs".
class Table {
 public:
  Table(std::u16string_view a, std::u16string_view b)
      : a_(a),
        b_(b),
        width_((b.size() + kTogether - 1) / kTogether * kTogether),
        steps_(std::make_unique_for_overwrite<std::uint8_t[]>(a.size() * width_)) {}

  void fill() {
    constexpr char16_t kNothing = 0;  // No unit of a statement.
    std::u16string b(b_);
    b.resize(width_, kNothing);
    Row above(width_);
    Row row(width_);
    for (std::size_t number = 0; number < a_.size(); ++number) {
      fillRow(a_[number], b.data(), width_, above, row, &steps_[number * width_]);
      std::swap(above, row);
    }
  }

  /// Pairs of equal units, last first.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> equalUnits() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> equal;
    equal.reserve(std::min(a_.size(), b_.size()));
    std::size_t row = a_.size();
    std::size_t column = b_.size();
    bool inRun = false;
    while (row > 0 && column > 0) {
      const std::uint8_t step = steps_[(row - 1) * width_ + column - 1];
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
  std::u16string_view a_;
  std::u16string_view b_;
  std::size_t width_;
  std::unique_ptr<std::uint8_t[]> steps_;  ///< By unit of a and b.
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
