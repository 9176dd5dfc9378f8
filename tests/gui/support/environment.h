#pragma once

#include <cstdlib>

namespace tiku::tests {

/// A number that says how long or how often a test goes on: ordinarily short.
inline int fromEnvironment(const char* name, int otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::atoi(value);
}

}  // namespace tiku::tests
