#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "formats/model/text.h"

namespace tiku::validators {

/// A stretch of a field's words, in Unicode characters of RichText::str().
struct TextRange {
  int from = 0;
  int length = 0;
  bool operator==(const TextRange&) const = default;
};

/// Other words, or another form, for a stretch of one text of the finding's object.
struct TextChange {
  std::string field;  ///< As text_fields.h names it: "stem", "options/2".
  TextRange range;
  std::string before;  ///< The words that stand there; where others stand by now, the fix is refused.
  std::string after;   ///< Of no meaning for a blank.
  /// What the new piece is; empty: what the first of the replaced words was.
  std::optional<formats::Inline::Kind> as{};
  bool operator==(const TextChange&) const = default;
};

/// The options of a choice item in another order; its key follows them.
struct OptionOrder {
  std::vector<formats::RichText> options;  ///< As they stand; where others stand by now, the fix is refused.
  std::vector<int> order;                  ///< What was option order[i] becomes option i.
  bool operator==(const OptionOrder&) const = default;
};

/// 自动修正: a repair that needs no judgement, as data. It says all that it changes; apply_fix.h makes the
/// edit of it.
///
/// A rule offers one only where the meaning, the right answer and everything else that a candidate is asked
/// stay the same, and where the finding is gone afterwards.
struct Fix {
  std::string title;  ///< A word for the undo menu, in the user's language: "统一作答空的写法".
  /// Changes of one fix do not overlap.
  std::variant<std::vector<TextChange>, OptionOrder> what;
  bool operator==(const Fix&) const = default;
};

}  // namespace tiku::validators
