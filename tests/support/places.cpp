#include "tests/support/places.h"

namespace tiku::tests {

std::filesystem::path sourceRoot() {
  return TIKU_SOURCE_DIR;
}

std::filesystem::path program() {
  return TIKU_PROGRAM;
}

}  // namespace tiku::tests
