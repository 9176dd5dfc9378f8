#pragma once

#include <cstddef>
#include <string_view>

namespace tiku::validators::language {

/// Whether text[from, from + length), which is near the term, can only be a slip of the pen (see
/// TermBook::slipsIn).
bool isSlipOfPen(std::u32string_view term, std::u32string_view text, std::size_t from, std::size_t length);

}  // namespace tiku::validators::language
