#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tiku::bench {

/// Text of a file `id type stem options key` with so many choice and true/false items, the same for the same
/// numbers on every machine.
///
/// A base of items (own ones of made-up words whose frequencies fall as those of a language do, or the stems
/// of `base`, a file of the same columns) is extended: each further item is spliced from pieces of five to
/// eleven characters of base items that stand near each other; every tenth is a copy of an earlier one,
/// changed as banks change theirs: another number, a character replaced, put in or taken away, a negation,
/// clauses in another order, a lead-in, other distractors, options in another order.
std::string generatedItems(std::size_t items, std::uint64_t seed, const std::filesystem::path& base = {});

/// The stems of such a text, one a line: what the peers are given, so that all compare the same thing.
std::vector<std::string> stemsOf(const std::string& items);

}  // namespace tiku::bench
