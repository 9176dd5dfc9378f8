#pragma once

#include <cstddef>
#include <cstdint>

#include "formats/base/xml.h"

namespace tiku::formats::qti {

/// A formula in a table nests deeper than our own files ever do.
inline constexpr XmlLimits kItemLimits{.bytes = 4U << 20U, .depth = 128};
inline constexpr XmlLimits kManifestLimits{};

/// What is read of one package, all files together.
inline constexpr std::uint64_t kMostBytes = 256U << 20U;
/// Files that are kept with one item.
inline constexpr std::size_t kMostFiles = 500;
/// Sentences about one manifest; more of them are only counted.
inline constexpr std::size_t kMostNotes = 20;

}  // namespace tiku::formats::qti
