#include "validators/similarity/near_ones.h"

#include <array>
#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "validators/similarity/cpu.h"

namespace tiku::validators {
namespace {

/// Writes the numbers of the flags that are set, counted from `from`; those from `end` on do not count.
__attribute__((always_inline)) inline std::size_t writeNumbers(unsigned flags, std::size_t from,
                                                               std::size_t end, std::uint32_t* to) {
  std::size_t count = 0;
  for (; flags != 0; flags &= flags - 1) {
    const std::size_t number = from + static_cast<std::size_t>(std::countr_zero(flags));
    if (number >= end) break;
    to[count++] = static_cast<std::uint32_t>(number);
  }
  return count;
}

TIKU_CPU_CLONES std::size_t nearOnAny(std::uint64_t own, const std::uint64_t* others, std::size_t count,
                                      unsigned most, std::uint32_t* near) {
  std::size_t found = 0;
  for (std::size_t at = 0; at < count; at += kNearTogether) {
    unsigned flags = 0;  // Without a branch: nothing could foresee it.
    for (std::size_t one = 0; one < kNearTogether; ++one) {
      const auto distance = static_cast<unsigned>(std::popcount(own ^ others[at + one]));
      flags |= (distance <= most ? 1U : 0U) << one;
    }
    found += writeNumbers(flags, at, count, near + found);
  }
  return found;
}

#if defined(__x86_64__)
/// On processors that count the flags of eight words in one step.
__attribute__((target("avx512f,avx512vpopcntdq"))) std::size_t nearOnWide(std::uint64_t own,
                                                                          const std::uint64_t* others,
                                                                          std::size_t count, unsigned most,
                                                                          std::uint32_t* near) {
  const __m512i owns = _mm512_set1_epi64(static_cast<long long>(own));
  const __m512i mosts = _mm512_set1_epi64(static_cast<long long>(most));
  std::size_t found = 0;
  for (std::size_t at = 0; at < count; at += kNearTogether) {
    const __m512i differences = _mm512_xor_si512(owns, _mm512_loadu_si512(others + at));
    const unsigned flags = _mm512_cmple_epu64_mask(_mm512_popcnt_epi64(differences), mosts);
    found += writeNumbers(flags, at, count, near + found);
  }
  return found;
}
#endif

}  // namespace

NearOnes bestNearOnes() {
#if defined(__x86_64__)
  static const bool isWide =
      __builtin_cpu_supports("avx512f") > 0 && __builtin_cpu_supports("avx512vpopcntdq") > 0;
  if (isWide) return nearOnWide;
#endif
  return nearOnAny;
}

}  // namespace tiku::validators
