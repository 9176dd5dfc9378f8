#include "cli/pair_json.h"

#include "validators/rules/support/words.h"
#include "workflows/duplicates/marked_words.h"

namespace tiku::cli {

using namespace validators;
using workflows::MarkedPiece;

namespace {

Json stretchesJson(const ItemWords& words, const std::vector<Stretch>& stretches) {
  Json list = Json::array();
  for (const Stretch& one : stretches) {
    const bool isStem = one.field == Statement::Origin::kStem;
    if (!isStem && (one.field < 0 || static_cast<std::size_t>(one.field) >= words.options.size())) continue;
    const std::string_view text = isStem ? words.stem : words.options[static_cast<std::size_t>(one.field)];
    const TextRange range = rangeOf(text, {one.at, one.length});
    list.push_back({{"field", isStem ? "stem" : "options/" + std::to_string(one.field)},
                    {"from", range.from},
                    {"length", range.length}});
  }
  return list;
}

}  // namespace

Json marksJson(const ItemWords& words, const PairMarks& marks) {
  return {{"common", stretchesJson(words, marks.common)},
          {"different", stretchesJson(words, marks.different)}};
}

std::string markedStem(const ItemWords& words, const PairMarks& marks) {
  std::string line;
  for (const MarkedPiece& piece : workflows::markedPieces(words, marks, Statement::Origin::kStem)) {
    const bool isCommon = piece.mark == MarkedPiece::Mark::kCommon;
    if (isCommon) line += "【";
    line += piece.text;
    if (isCommon) line += "】";
  }
  for (char& c : line) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  }
  return line;
}

}  // namespace tiku::cli
