#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/base/xml.h"
#include "formats/model/values.h"

/// A test of QTI as a paper.
namespace tiku::formats::qti {

struct ReadTest {
  struct Entry {
    std::string path;  ///< Of the item's file, from the root of the package.
    std::optional<double> weight;
  };
  struct Section {
    std::string title;
    std::vector<Entry> entries;
  };
  std::string identifier;
  std::string title;
  int minutes = 0;
  std::vector<Section> sections;  ///< In reading order; those that only hold others are left out.
  /// Why it is no paper with items of its own, a sentence; empty where it is one.
  std::string notFixed;
};

/// Whether the document is a test of QTI 2 or 3.
bool isTest(XmlElement root);

/// Reads the test in the file `from`.
ReadTest readTest(XmlElement root, const std::string& from);

}  // namespace tiku::formats::qti
