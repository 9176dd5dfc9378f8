#pragma once

#include <map>
#include <string>

#include "formats/model/blueprint.h"
#include "formats/model/standard.h"

namespace tiku::formats::tables {

/// Traces what has no trace yet to the bank's standard: scopes by name to basic topics, functions and, below
/// a function, work contents; operational points by their words to skill requirements, theory points to the
/// knowledge requirement that stands beside them in the source (`knowledge`, by full code). What does not
/// agree in words or agrees with several stays without a trace.
void traceToStandard(ElementTable& table, const Standard& standard, Level level, bool skills,
                     const std::map<std::string, std::string>& knowledge);

}  // namespace tiku::formats::tables
