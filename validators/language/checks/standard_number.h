#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiku::validators::language {

/// A standard as it is cited in a text: "GB/T 1800.1—2009", "GB 3100-82".
struct StandardNumber {
  std::string bare;  ///< "GB 1800.1": without "/T", one space.
  std::string year;  ///< Four digits; empty when the citation has none.
  std::size_t length = 0;
};

/// The citation that begins at `at`; none inside a longer word.
std::optional<StandardNumber> standardAt(std::u32string_view text, std::size_t at);

/// "GB/T 3100" -> "GB 3100"; empty for what is no standard's number or has a year.
std::string bareNumber(const std::string& number);

}  // namespace tiku::validators::language
