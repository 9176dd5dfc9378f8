#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::validators {

/// SHA-256 of what an item says, as a Judgement keeps it: type, folded words (foldWords) of stem and options
/// in any order with what is keyed, and the pictures. White space, width, punctuation and the order of the
/// options make no difference, nor do level, point, difficulty and reference answer.
[[nodiscard]] std::string wordsDigest(const formats::TheoryItem& item);
/// Of an operational item: folded words and pictures of the task.
[[nodiscard]] std::string wordsDigest(const formats::SkillItem& item);
/// Of the theory or operational item with the id; empty when the bank has none.
[[nodiscard]] std::string wordsDigest(formats::Id item, const formats::Bank& bank);

/// Two items, the smaller id first.
using ItemPair = std::pair<formats::Id, formats::Id>;
[[nodiscard]] ItemPair pairOf(formats::Id a, formats::Id b);

/// The bank's judgements by pair. Should several speak of one pair, which only a merge by hand does, the last
/// counts.
class JudgedPairs {
 public:
  JudgedPairs() = default;
  explicit JudgedPairs(const formats::Judgements* judgements) { set(judgements); }

  void set(const formats::Judgements* judgements);
  /// The judgement on the pair, whether it still holds or not; null when there is none.
  [[nodiscard]] const formats::Judgement* find(formats::Id a, formats::Id b) const;
  /// The same, null also when either item has changed since.
  [[nodiscard]] const formats::Judgement* holding(formats::Id a, formats::Id b,
                                                  const formats::Bank& bank) const;
  [[nodiscard]] const std::map<ItemPair, formats::Judgement>& all() const { return byPair_; }

 private:
  std::map<ItemPair, formats::Judgement> byPair_;
};

/// Whether both items still say what was judged.
[[nodiscard]] bool holds(const formats::Judgement& judgement, const formats::Bank& bank);

/// 相同, 变式 or 不同, in the user's language.
[[nodiscard]] std::string verdictName(formats::Judgement::Verdict verdict);
/// "same", "variant", "different": the word in files and JSON.
[[nodiscard]] std::string_view verdictKey(formats::Judgement::Verdict verdict);

}  // namespace tiku::validators
