#pragma once

#include <cstddef>

namespace tiku::formats {

/// One file that cmake/resources.cmake put into the program.
struct EmbeddedFile {
  const char* name;
  const char* begin;
  const char* end;
};

extern const EmbeddedFile kEmbeddedFiles[];
extern const std::size_t kEmbeddedFileCount;

}  // namespace tiku::formats
