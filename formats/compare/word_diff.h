#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tiku::formats {

/// A stretch of two texts laid over each other.
struct DiffPiece {
  enum class Kind { kSame, kRemoved, kAdded };
  Kind kind = Kind::kSame;
  std::string text;
  bool operator==(const DiffPiece&) const = default;
};

/// What turns one text into the other, word by word: a Han character is a word, letters and digits that
/// stand together are one. Of texts so long that it would take long, what lies between their equal beginning
/// and end is told as a whole. What is removed comes before what is added in its place.
std::vector<DiffPiece> wordDiff(std::string_view before, std::string_view after);

}  // namespace tiku::formats
