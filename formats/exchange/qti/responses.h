#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/base/xml.h"

/// What an item's document says of its answers and of how they are marked.
namespace tiku::formats::qti {

struct Response {
  std::string cardinality;
  std::string baseType;
  std::vector<std::string> correct;
  /// Values and what each is worth.
  std::vector<std::pair<std::string, double>> mapping;

  /// The answers that get all there is to get, in the order of the mapping; those of `correct` where there is
  /// none.
  [[nodiscard]] std::vector<std::string> accepted() const;
  /// Some answer gets a part of the marks.
  [[nodiscard]] bool hasParts() const;
};

/// By identifier.
std::map<std::string, Response> responsesOf(XmlElement item);

enum class Marking {
  kNone,   ///< By a person, or not at all.
  kMatch,  ///< All or nothing.
  kMap,    ///< By the mapping.
  kOwn,    ///< A program of the item's own.
};
Marking markingOf(XmlElement item);

}  // namespace tiku::formats::qti
