#include "workflows/duplicates/similar_items.h"

#include <algorithm>

#include "validators/similarity/bigrams.h"

namespace tiku::workflows {

using namespace validators;
using formats::Id;

namespace {

double shareOf(std::u16string_view text, std::u16string_view statement) {
  std::vector<Bigram> ofText;
  std::vector<Bigram> ofStatement;
  bigramsOf(text, ofText);
  bigramsOf(statement, ofStatement);
  std::ranges::sort(ofStatement);
  const auto common =
      std::ranges::count_if(ofText, [&](Bigram one) { return std::ranges::binary_search(ofStatement, one); });
  return ofText.empty() ? 0 : static_cast<double>(common) / static_cast<double>(ofText.size());
}

}  // namespace

SimilarItems::SimilarItems(const ItemSource& source) : source_(source) {
  StatementWriter writer;
  ItemWords words;
  std::u16string text;
  for (std::size_t item = 0; item < source.size(); ++item) {
    source.read(item, words);
    text.clear();
    writer.append(words, text);
    const Id id = Id::wellKnown(static_cast<std::uint32_t>(item));
    index_.put(id, text);
    itemOf_.emplace(id, item);
  }
}

std::vector<SimilarItem> SimilarItems::like(std::string_view text, double threshold,
                                            std::size_t limit) const {
  const std::u16string folded = foldedText(text).text;
  std::vector<SimilarItem> found;
  const auto add = [&](Id id) {
    if (found.size() >= limit) return;
    const std::size_t item = itemOf_.at(id);
    if (std::ranges::find(found, item, &SimilarItem::item) != found.end()) return;
    const std::u16string_view statement = index_.statement(id);
    found.push_back({item, similarity(folded, statement), shareOf(folded, statement)});
  };
  for (const LiveIndex::Match& match : index_.alike(folded, threshold)) add(match.id);
  const LiveIndex::Matches holding = index_.holding(folded, kShareOfUnfinished, limit);
  for (const LiveIndex::Match& match : holding.best) add(match.id);
  return found;
}

PairReading SimilarItems::read(std::string_view text, const SimilarItem& similar) const {
  ItemWords typed;
  typed.type = formats::ItemType::kShortAnswer;
  typed.stem = text;
  ItemWords words;
  source_.read(similar.item, words);
  return readPair(typed, words);
}

}  // namespace tiku::workflows
