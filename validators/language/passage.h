#pragma once

#include <string>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::validators::language {

/// One text of an object, as language checks look at it.
struct Passage {
  enum class Role {
    kStem,
    kReference,  ///< 出处: titles of books and numbers of standards, which are quoted as they are.
    kOther,
  };

  formats::Id subject;  ///< The object, or the part of it that holds the text.
  std::string field;    ///< As text_fields.h names it: "stem", "options/2".
  Role role = Role::kOther;
  /// The characters of RichText::str(), so that positions are those of a finding; formulas, blanks and
  /// pictures are replaced by as many kOpaque.
  std::u32string text;
};

/// The texts of an item, an operational item, a blueprint or the standard, in reading order, without the
/// empty ones. Nothing for other objects.
std::vector<Passage> passagesOf(const formats::Object& object);

/// Where a passage stands, for messages: "题干", "选项 B", "评分行 3 的评分标准"; the name itself for a part.
std::string placeWord(const std::string& field);

}  // namespace tiku::validators::language
