#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// A document of any size is told from a standard before the work on it grows with the square of its size.
namespace tiku::formats::standards {

/// Throws FormatError kOverLimit when there are that many already in one place: functions of a level,
/// contents of a function, entries of a content. Real standards have less than twenty.
void checkCount(std::size_t count, const std::string& at);

/// Appends words that go on with a text on the next line; false when it is too long to be an entry.
bool goOn(std::string& text, std::string_view more);

}  // namespace tiku::formats::standards
