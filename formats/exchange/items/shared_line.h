#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiku::formats {

/// A line that announces what several items share: "根据以下资料，回答1～5题。", "（4～6题共用备选答案）".
struct SharedLine {
  bool isOptions = false;  ///< 共用备选答案; else a stem.
  std::optional<int> first;
  std::optional<int> last;
  std::size_t rest = 0;  ///< Where the material itself begins on the line; its end where nothing follows.
};
/// `plain` is plainText().
std::optional<SharedLine> sharedLine(std::u32string_view plain);

/// "A-B-A-001  B  3  5": the first line of an item of the national banks.
struct NationalLine {
  std::string point;
  char type = 'B';
  std::string difficulty;
  std::string consistency;
};
std::optional<NationalLine> nationalLine(std::u32string_view plain);

/// "{A}", "{B}" at the beginning of a line: the letter, and where the words behind begin.
struct BracedLine {
  char letter = 'A';
  std::size_t text = 0;
};
std::optional<BracedLine> bracedLine(std::u32string_view plain);

}  // namespace tiku::formats
