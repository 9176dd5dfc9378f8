#pragma once

#include <set>
#include <string>
#include <vector>

namespace tiku::formats::written {

/// What of an item was not understood.
struct Doubts {
  std::vector<std::string> sentences;
  std::set<std::string, std::less<>> fields;  ///< Members ("key") of which the bank keeps its own.

  void add(const std::string& field, std::string sentence) {
    fields.insert(field);
    sentences.push_back(std::move(sentence));
  }
  /// Something that is taken, but to be looked at.
  void add(std::string sentence) { sentences.push_back(std::move(sentence)); }
};

}  // namespace tiku::formats::written
