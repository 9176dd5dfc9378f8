#pragma once

#include <string_view>

#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

/// A word at the head of a column or a paragraph. The catalogue has it as it stands in a sentence; at a head
/// English begins with a capital.
inline wxString headed(std::string_view utf8) {
  wxString text = shown(utf8);
  if (!text.empty() && text[0].IsAscii()) text[0] = wxToupper(text[0]);
  return text;
}

/// How wide a column of item types is, in DIP: "multiple choice" is longer than 多选题.
inline int widthOfTypes(int inChinese) {
  constexpr int kInEnglish = 104;
  return formats::language() == formats::Language::kEnglish ? kInEnglish : inChinese;
}

}  // namespace tiku::editor
