#include "editor/document/similar_index.h"

#include <algorithm>
#include <tuple>

#include "validators/checker/facts.h"
#include "workflows/duplicates/similar_items.h"

namespace tiku::editor {

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

// Below this two items have hardly more in common than their trade.
constexpr double kThreshold = 0.35;

std::vector<MarkedText> copied(const std::vector<workflows::MarkedPiece>& pieces) {
  std::vector<MarkedText> texts;
  for (const workflows::MarkedPiece& piece : pieces) texts.push_back({piece.mark, std::string(piece.text)});
  return texts;
}

SimilarTo compared(const ItemWords& own, const Statement& ofOwn, const TheoryItem& other) {
  const KeptWords kept(other);
  const ItemWords& words = kept.words();
  const PairReading reading = readPair(own, ofOwn, words, statementOf(words));
  SimilarTo similar{other.id, reading.kind, reading.likeness, reading.similarity, {}, {}};
  similar.stem = copied(workflows::markedPieces(words, reading.b, Statement::Origin::kStem));
  for (std::size_t option = 0; option < words.options.size(); ++option) {
    similar.options.push_back(copied(workflows::markedPieces(words, reading.b, static_cast<int>(option))));
  }
  return similar;
}

}  // namespace

SimilarIndex::SimilarIndex(const Bank& bank, TaskControl& control) {
  std::size_t done = 0;
  bank.forEach<TheoryItem>([&](const auto& item) {
    put(*item);
    control.tell(static_cast<double>(++done) / static_cast<double>(bank.size()));
  });
}

void SimilarIndex::put(const TheoryItem& item) {
  if (!isLive(&item)) return;
  const KeptWords kept(item);
  index_.put(item.id, statementOf(kept.words()).text);
}

void SimilarIndex::follow(std::span<const Change> changes) {
  for (const Change& change : changes) {
    if (change.was<TheoryItem>() != nullptr) index_.remove(change.id);
    if (const auto* item = change.is<TheoryItem>()) put(*item);
  }
}

std::vector<SimilarTo> SimilarIndex::similarTo(const TheoryItem& item, const Bank& bank,
                                               std::size_t limit) const {
  const KeptWords kept(item);
  const Statement statement = statementOf(kept.words());
  std::vector<Id> found;
  const auto add = [&](Id id) {
    if (id != item.id && std::ranges::find(found, id) == found.end()) found.push_back(id);
  };
  for (const LiveIndex::Match& match : index_.alike(statement.text, kThreshold)) {
    if (found.size() >= limit) break;
    add(match.id);
  }
  const auto holding = index_.holding(statement.text, workflows::SimilarItems::kShareOfUnfinished, limit + 1);
  for (const LiveIndex::Match& match : holding.best) {
    if (found.size() >= 2 * limit) break;
    add(match.id);
  }
  std::vector<SimilarTo> similar;
  for (const Id id : found) {
    if (const auto* other = bank.find<TheoryItem>(id))
      similar.push_back(compared(kept.words(), statement, *other));
  }
  std::ranges::sort(similar, [](const SimilarTo& a, const SimilarTo& b) {
    return std::tie(b.likeness, b.similarity, a.item) < std::tie(a.likeness, a.similarity, b.item);
  });
  if (similar.size() > limit) similar.resize(limit);
  return similar;
}

}  // namespace tiku::editor
