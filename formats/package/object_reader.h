#pragma once

#include <string>

#include "formats/package/package.h"
#include "formats/package/xml/tree.h"

namespace tiku::formats {

/// Reads the files of one package, one after the other, as formats::read() does: for one thread.
class ObjectReader {
 public:
  ObjectReader(std::string treeName, const Limits& limits, FormatVersion version);
  Object read(const std::string& path, const std::string& content);

 private:
  std::string treeName_;
  bool keepsUnknown_;
  xml::Parser parser_;
  Limits limits_;
};

}  // namespace tiku::formats
