#pragma once

#include <cstddef>

namespace tiku::formats::git {

/// One object up to this size, and so many objects, are taken from elsewhere: more than any bank has.
inline constexpr std::size_t kMostObjectBytes = 256U << 20U;
inline constexpr std::size_t kMostObjects = 20'000'000;

/// Tells libgit2, as far as this version of it has such limits.
void limitPacks();

}  // namespace tiku::formats::git
