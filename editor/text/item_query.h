#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/item.h"

namespace tiku::editor {

/// What is looked for in a list of items, as typed into one box: words, and fields such as
/// `题型:单选 点:A-B-C 难度>=4 有:错误 评审:有改动`. Words are looked for in stem, options, key and code, in
/// any width and case; all of them must be there.
struct ItemQuery {
  enum class Field { kType, kPoint, kDifficulty, kConsistency, kStatus, kCode, kReview, kHas, kHasNot };
  enum class Compare { kEqual, kAtLeast, kAtMost, kMore, kLess };
  /// What an item may have or lack.
  enum class Feature { kError, kWarning, kFinding, kKey, kPicture, kRationale, kReference, kPoint, kUnsaved };

  /// How it stands in the reviews: 通过, 有改动, 待答复, 没有.
  enum class Review { kApproved, kChanged, kWaiting, kNone };

  struct Condition {
    Field field;
    Compare compare = Compare::kEqual;
    std::string text{};  ///< Of a point or a code: the beginning of its code, or part of its name; folded.
    int number = 0;      ///< Of difficulty and consistency.
    formats::ItemType type = formats::ItemType::kSingleChoice;
    formats::ItemStatus status = formats::ItemStatus::kDraft;
    Feature feature = Feature::kError;
    Review review = Review::kApproved;
    bool operator==(const Condition&) const = default;
  };

  std::vector<std::string> words;  ///< Folded.
  std::vector<Condition> conditions;
  /// What was not understood, as a sentence with advice; empty when all was. The rest of the query holds.
  std::string problem;

  [[nodiscard]] bool empty() const { return words.empty() && conditions.empty(); }

  static ItemQuery parse(std::string_view typed);

  /// How the word that ends at the end of `typed` may go on: whole queries to choose from.
  static std::vector<std::string> completions(std::string_view typed);
};

/// 草稿, 已命制, 已审核, 停用
std::string statusName(formats::ItemStatus status);

/// The text as it is looked for: one width, lower case, no white space.
std::string folded(std::string_view text);

}  // namespace tiku::editor
