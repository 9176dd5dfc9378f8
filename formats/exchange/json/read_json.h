#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/exchange/workbook.h"

namespace tiku::formats {

/// Whether the text begins like JSON: a list or an object of something. "[单选]1." does not.
bool looksLikeJson(std::string_view text);

/// Questions in JSON as tables with named columns, a list of them a sheet: what web systems and practice
/// programs keep, each in its own form.
///
/// Lists of questions are looked for at any depth, and in one object a line; a list under "单选题" gives a
/// sheet of that name. Options may be a list of texts, of [text, right], of objects with a text and whether
/// it is right, an object {"A": ...}, or stand with the stem in "题干|甲|乙": "乙"; an answer may be letters,
/// texts, a list of either, places in the list of options, or true. Questions within a question share its
/// stem. HTML in texts is read. Throws FormatError: kNotUnderstood with the line when it is not JSON or holds
/// no questions, kOverLimit.
Workbook readJsonText(std::string_view text, const std::string& name);

namespace json {

/// The options of a cell that holds them as JSON, as exports of web systems do: ["甲", "乙"]. Empty where it
/// holds anything else.
std::vector<SheetCell> optionsInCell(std::string_view text);

}  // namespace json

}  // namespace tiku::formats
