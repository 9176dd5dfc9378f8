#pragma once

#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "editor/document/worker.h"
#include "formats/model/bank.h"
#include "validators/similarity/live_index.h"
#include "validators/similarity/pair.h"
#include "workflows/duplicates/marked_words.h"

namespace tiku::editor {

/// A stretch of a text and whether the item at hand has it too.
struct MarkedText {
  workflows::MarkedPiece::Mark mark = workflows::MarkedPiece::Mark::kNone;
  std::string text;
};

/// 相似题: an item of the bank that says something like another one.
struct SimilarTo {
  formats::Id item;
  validators::PairKind kind = validators::PairKind::kSimilar;
  double likeness = 0;    ///< How sure it is that both ask the same, 0 to 1.
  double similarity = 0;  ///< Jaccard similarity of what they say.
  std::vector<MarkedText> stem;
  std::vector<std::vector<MarkedText>> options;
};

/// What the live theory items of a bank say, for items that are being written. Not the index of the rule
/// `duplicates/near`, which exists only where a profile has the rule and holds what the profile's figures ask
/// for.
class SimilarIndex {
 public:
  SimilarIndex() = default;
  /// On any thread; throws Cancelled.
  SimilarIndex(const formats::Bank& bank, TaskControl& control);

  void follow(std::span<const formats::Change> changes);
  /// The items most like this one, which need not be in the bank; the likeliest first. What is typed at the
  /// moment is found as a part of longer ones.
  [[nodiscard]] std::vector<SimilarTo> similarTo(const formats::TheoryItem& item, const formats::Bank& bank,
                                                 std::size_t limit) const;

 private:
  void put(const formats::TheoryItem& item);
  validators::LiveIndex index_;
};

}  // namespace tiku::editor
