#pragma once

#include <string>
#include <string_view>

#include "formats/model/bank.h"

/// Words that the writers and readers of questions share.
namespace tiku::formats {

/// What stands before the name of a file that lies in a question of Moodle.
inline constexpr std::string_view kPluginFile = "@@PLUGINFILE@@/";

/// What a list of questions shows: the printed code and the first words of the stem, on one line.
std::string questionName(const TheoryItem& item);

/// The percentage that one of so many right options is worth, as Moodle writes it, to five digits:
/// "33.33333".
std::string shareOfMark(std::size_t options);

/// The words with a backslash before each of the characters.
std::string withBackslash(std::string_view words, std::string_view characters);
/// Without the backslashes that stand before a character.
std::string withoutBackslash(std::string_view words);

}  // namespace tiku::formats
