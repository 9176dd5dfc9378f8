#pragma once

#include <cstddef>
#include <vector>

#include "validators/similarity/self_join.h"

namespace tiku::bench {

/// The usual way to find near-duplicates in large collections, as a peer: MinHash signatures of `bands` times
/// `rows` values, locality-sensitive hashing by bands, every candidate counted exactly. It misses pairs by
/// its nature. Written here because no package of the system has one that compares fairly (the known ones are
/// in Python).
std::vector<validators::AlikePair> minHashJoin(const validators::StatementList& statements, double threshold,
                                               std::size_t bands, std::size_t rows, unsigned threads);

}  // namespace tiku::bench
