#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "validators/similarity/live_index.h"
#include "validators/similarity/pair.h"
#include "workflows/duplicates/item_source.h"

namespace tiku::workflows {

/// An item that says something like a text.
struct SimilarItem {
  std::size_t item = 0;   ///< Of the source.
  double similarity = 0;  ///< Jaccard similarity of the text and the filled statement.
  double share = 0;       ///< Share of the text's bigrams that the statement has.
};

/// Answers what a source already says like a text that is being typed.
class SimilarItems {
 public:
  /// A text whose end is not typed yet has most of its words in what it is going to repeat.
  static constexpr double kShareOfUnfinished = 0.8;

  /// The source must outlive this.
  explicit SimilarItems(const ItemSource& source);

  /// The items with at least this similarity, the most similar first; then those that hold the text as a
  /// part, the shortest first; `limit` of them in all.
  [[nodiscard]] std::vector<SimilarItem> like(std::string_view text, double threshold,
                                              std::size_t limit) const;
  /// The text (a) against the item (b), with the words marked.
  [[nodiscard]] validators::PairReading read(std::string_view text, const SimilarItem& similar) const;

 private:
  const ItemSource& source_;
  validators::LiveIndex index_;
  std::unordered_map<formats::Id, std::size_t> itemOf_;  ///< The index knows items by ids.
};

}  // namespace tiku::workflows
