#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/model/bank.h"

/// What a remark speaks of, and what stands there now. A question bank is full of sentences that look alike,
/// so a remark is never moved to other words: where the field says something else, the remark says that.
namespace tiku::workflows {

/// The words of a field of an item or a blueprint ("stem", "options/2", "key"), as findings name it; the
/// whole object in words where `field` is empty, without what experts are not shown (who wrote it, where it
/// comes from). Nothing where the object has no such field.
std::optional<std::string> fieldWords(const formats::Object& object, std::string_view field);

/// SHA-256 of what the field says: its words and, where it has any, the formatting, the pictures, the
/// formulas and the blanks, each with its place. Words alone would not do: "10" with a raised 3 and "103"
/// read the same, and a remark on a picture must show that the picture was replaced. Of the whole object it
/// is what experts judge (reviewedDigest()), which is the same in their file and in the bank. Nothing where
/// there is no such field.
std::optional<std::string> fieldDigest(const formats::Object& object, std::string_view field);

/// The anchor of the words `quote` in a field, the `occurrence`-th (from 1) where they stand there more than
/// once. Without a quote it is the whole field. Throws FormatError kUsage: no such object or field, the words
/// do not stand there, or they do more than once and `occurrence` is 0.
formats::Anchor anchorAt(const formats::Bank& bank, formats::Id object, const std::string& field,
                         const std::string& quote = {}, int occurrence = 0);

/// The anchor of `length` characters of a field from `from`, which must lie in it; of the whole field where
/// `length` is 0.
formats::Anchor anchorOver(const formats::Bank& bank, formats::Id object, const std::string& field, int from,
                           int length);

enum class AnchorState {
  kHolds,    ///< The field says what it said.
  kChanged,  ///< It says something else; the anchor holds the old words.
  kGone,     ///< There is no such object or field any more.
};
AnchorState stateOf(const formats::Anchor& anchor, const formats::Bank& bank);

/// The words of the anchored field as they stand now, the anchored ones apart.
struct AnchoredWords {
  AnchorState state = AnchorState::kGone;
  std::string before;  ///< All of them where the anchored ones do not stand there any more.
  std::string quote;
  std::string after;
};
AnchoredWords anchoredWords(const formats::Anchor& anchor, const formats::Bank& bank);

/// The edit that puts the suggested words in the place of the anchored ones. Throws FormatError kConflict
/// where the text has changed since, or where the words are not plain ones: over a blank, a picture, a
/// formula or the end of a paragraph; kUsage for an annotation without a suggestion.
formats::Edit suggestedEdit(const formats::Annotation& annotation, const formats::Bank& bank);

}  // namespace tiku::workflows
