#pragma once

#include "formats/base/xml.h"

namespace tiku::formats::qti {

/// A formula in a table nests deeper than our own files ever do.
inline constexpr XmlLimits kItemLimits{.depth = 128};
inline constexpr XmlLimits kManifestLimits{.bytes = 256U << 20U};

}  // namespace tiku::formats::qti
