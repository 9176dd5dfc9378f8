#include "workflows/duplicates/marked_words.h"

#include <algorithm>

namespace tiku::workflows {

using namespace validators;

std::vector<MarkedPiece> markedPieces(const ItemWords& words, const PairMarks& marks, int field) {
  const std::string_view text =
      field == Statement::Origin::kStem ? words.stem : words.options.at(static_cast<std::size_t>(field));
  struct Marked {
    Stretch stretch;
    MarkedPiece::Mark mark;
  };
  std::vector<Marked> marked;
  const auto collect = [&](const std::vector<Stretch>& stretches, MarkedPiece::Mark mark) {
    for (const Stretch& one : stretches) {
      if (one.field == field && one.length > 0) marked.push_back({one, mark});
    }
  };
  collect(marks.common, MarkedPiece::Mark::kCommon);
  collect(marks.different, MarkedPiece::Mark::kDifferent);
  std::ranges::sort(marked, {}, [](const Marked& one) { return one.stretch.at; });

  std::vector<MarkedPiece> pieces;
  std::size_t at = 0;
  for (const Marked& one : marked) {
    const std::size_t from = std::max<std::size_t>(at, one.stretch.at);
    const std::size_t to = std::min<std::size_t>(text.size(), one.stretch.at + one.stretch.length);
    if (to <= from) continue;
    if (from > at) pieces.push_back({MarkedPiece::Mark::kNone, text.substr(at, from - at)});
    pieces.push_back({one.mark, text.substr(from, to - from)});
    at = to;
  }
  if (at < text.size()) pieces.push_back({MarkedPiece::Mark::kNone, text.substr(at)});
  return pieces;
}

}  // namespace tiku::workflows
