#pragma once

#include <string>
#include <string_view>

namespace tiku::formats {

/// The words of a text without what does not make two items different: full or half width and compatibility
/// forms (NFKC), letter case, white space of every kind, punctuation, and the form of a blank ("（　）",
/// "( )", "____"). Letters, Han characters, digits, and symbols that carry meaning (+, <, ∠, ℃, √ ...) stay;
/// a decimal point and a percent sign count as such ("1.5" is not "15"). A text in which nothing would stay
/// (an option that is "！" or "——") is kept as it is after NFKC.
std::string foldWords(std::string_view text);

/// The text in one width only (NFKC), with its case and all its marks. White space goes where it tells no
/// words apart: beside Han characters and marks, and between a number and its unit; elsewhere one space
/// stays.
std::string foldWidths(std::string_view text);

/// Whether foldWords() leaves the character out wherever it stands: white space, control and format
/// characters, and punctuation that is no unit, operator or part of a name (50 %, C#, km/h, 5′ keep theirs).
/// It does not know what '.', ',', ':' and '-' mean between digits.
[[nodiscard]] bool isFoldedAway(char32_t character);

/// Whether one of . , : - is a part of a number, by the characters on both sides of it that are no white
/// space (0 where there is none): 1.5, 1,000, 1:20, -5, but not the dash of A-5 or 1-10.
[[nodiscard]] bool belongsToNumber(char32_t mark, char32_t before, char32_t after);

}  // namespace tiku::formats
