#include "validators/similarity/near_ones.h"

#include <bit>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

using namespace tiku::validators;

TEST_CASE("signatures that differ in few flags are found whatever their number and the limit",
          "[similarity]") {
  std::mt19937_64 random(1);
  for (std::size_t count = 0; count < 40; ++count) {
    const std::uint64_t own = random();
    std::vector<std::uint64_t> others(count + kNearTogether, own);
    for (std::size_t at = 0; at < count; ++at) {
      for (std::uint64_t turns = random() % 40; turns > 0; --turns)
        others[at] ^= std::uint64_t{1} << (random() % 64);
    }
    for (const unsigned most : {0U, 3U, 12U, 20U, 64U}) {
      std::vector<std::uint32_t> expected;
      for (std::uint32_t at = 0; at < count; ++at) {
        if (static_cast<unsigned>(std::popcount(own ^ others[at])) <= most) expected.push_back(at);
      }
      std::vector<std::uint32_t> near(count);
      near.resize(bestNearOnes()(own, others.data(), count, most, near.data()));
      CHECK(near == expected);
    }
  }
}
