#pragma once

#include <string>
#include <string_view>

namespace tiku::validators::language {

/// The text with the lines of a program or a mark-up language that were pasted into it replaced by as many
/// kOpaque: there brackets, quotation marks and names are the program's own.
///
/// A line is one of code when it has no Han character outside of quotation marks and either looks like code
/// (ends with ; { or }, has a tag, an assignment or a call, begins with a word of SQL) or stands beside such
/// lines. Code within a line of prose stays, and so do English sentences.
std::u32string withoutCode(std::u32string_view text);

}  // namespace tiku::validators::language
