#include "validators/rules/support/key_share.h"

#include <algorithm>
#include <cstdint>

#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// Whole per cent, rounded half up.
int percentOf(int part, int whole) {
  return (part * 200 + whole) / (whole * 2);
}

/// Whether the share lies outside of the band by more than a standard deviation of a random draw. The
/// variance of one draw is `variance` per ten thousand: 1875 for one of four positions, 2500 for one of two.
bool outside(std::int64_t part, std::int64_t whole, std::int64_t low, std::int64_t high,
             std::int64_t variance) {
  const std::int64_t excess = std::max(low * whole - 100 * part, 100 * part - high * whole);
  return excess > 0 && excess * excess > variance * whole;
}

constexpr std::int64_t kOneOfFour = 1875;
constexpr std::int64_t kOneOfTwo = 2500;

std::string band(int low, int high) {
  return std::to_string(low) + "–" + std::to_string(high) + '%';
}

}  // namespace

bool KeyTally::count(const TheoryItem& item, int by) {
  if (const auto* key = std::get_if<ChoiceKey>(&item.key)) {
    if (item.type != ItemType::kSingleChoice || item.options.size() != 4 || key->options.size() != 1)
      return false;
    const int position = key->options.front();
    if (position < 0 || position > 3) return false;
    single[static_cast<std::size_t>(position)] += by;
    return true;
  }
  const auto* key = std::get_if<JudgementKey>(&item.key);
  if (key == nullptr || item.type != ItemType::kTrueFalse) return false;
  judgement[key->correct ? 1 : 0] += by;
  return true;
}

std::optional<UnevenKeys> unevenSingles(const KeyTally& tally, const RuleSettings& settings, Level level) {
  const auto least = settings.count("min-items", level);
  const auto low = settings.count("single-low", level);
  const auto high = settings.count("single-high", level);
  const int total = tally.singles();
  if (!least || !low || !high || total == 0 || total < *least) return std::nullopt;
  const bool uneven = std::ranges::any_of(
      tally.single, [&](int count) { return outside(count, total, *low, *high, kOneOfFour); });
  if (!uneven) return std::nullopt;
  UnevenKeys keys;
  for (std::size_t position = 0; position < tally.single.size(); ++position) {
    if (position > 0) keys.measured += ' ';
    keys.measured += optionLetter(static_cast<int>(position)) + ' ' +
                     std::to_string(percentOf(tally.single[position], total)) + '%';
  }
  keys.required = band(*low, *high);
  return keys;
}

std::optional<UnevenKeys> unevenJudgements(const KeyTally& tally, const RuleSettings& settings, Level level) {
  const auto least = settings.count("min-items", level);
  const auto low = settings.count("judgement-low", level);
  const auto high = settings.count("judgement-high", level);
  const int total = tally.judgements();
  if (!least || !low || !high || total == 0 || total < *least) return std::nullopt;
  if (!outside(tally.judgement[1], total, *low, *high, kOneOfTwo)) return std::nullopt;
  return UnevenKeys{std::to_string(percentOf(tally.judgement[1], total)) + '%', band(*low, *high)};
}

}  // namespace tiku::validators
