#include "validators/similarity/pair.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "formats/base/say.h"
#include "validators/similarity/alignment.h"
#include "validators/similarity/bigrams.h"

namespace tiku::validators {

using namespace formats;

namespace {

constexpr std::size_t kLongestTerm = 6;    ///< Units of a term that a contrast variant exchanges.
constexpr double kContrast = 0.3;          ///< What an exchanged term takes from the likeness.
constexpr double kContainedFrom = 0.9;     ///< Share of the shorter statement that the longer one has.
constexpr double kContainedLengths = 0.6;  ///< The shorter is at most this share of the longer.
constexpr double kAskTheSame = 0.76;       ///< Containment from which a pair asks the same.

struct Overlap {
  double jaccard = 0;
  double containment = 0;
};

Overlap overlapOf(std::u16string_view a, std::u16string_view b) {
  std::vector<Bigram> ofA;
  std::vector<Bigram> ofB;
  bigramsOf(a, ofA);
  bigramsOf(b, ofB);
  std::vector<Bigram> common;
  std::ranges::set_intersection(ofA, ofB, std::back_inserter(common));
  if (common.empty()) return {};
  const auto shared = static_cast<double>(common.size());
  return {shared / static_cast<double>(ofA.size() + ofB.size() - common.size()),
          shared / static_cast<double>(std::min(ofA.size(), ofB.size()))};
}

bool isNumeric(std::u16string_view text) {
  static constexpr std::u16string_view kNumerals = u"0123456789.一二三四五六七八九十百千万两";
  return !text.empty() && std::ranges::all_of(text, [](char16_t unit) {
    return kNumerals.find(unit) != std::u16string_view::npos;
  });
}

bool flips(std::u16string_view a, std::u16string_view b) {
  static constexpr std::u16string_view kNegations[] = {u"不", u"非", u"无", u"未", u"错误", u"禁止", u"严禁"};
  const auto has = [](std::u16string_view text) {
    return std::ranges::any_of(kNegations, [text](std::u16string_view word) {
      return text.find(word) != std::u16string_view::npos;
    });
  };
  return has(a) != has(b);
}

/// Puts units [from, to) of a statement behind the stretches, joined where they touch.
void mark(const Statement& statement, std::uint32_t from, std::uint32_t to, std::vector<Stretch>& stretches) {
  for (std::uint32_t unit = from; unit < to; ++unit) {
    const Statement::Origin& origin = statement.origins[unit];
    if (!stretches.empty() && stretches.back().field == origin.field &&
        stretches.back().at + stretches.back().length >= origin.at && stretches.back().at <= origin.at) {
      stretches.back().length =
          std::max(stretches.back().length, origin.at + origin.length - stretches.back().at);
    } else {
      stretches.push_back({origin.field, origin.at, origin.length});
    }
  }
}

void markBoth(const Statement& a, const Statement& b, const std::vector<Difference>& found,
              PairReading& reading) {
  std::uint32_t fromA = 0;
  std::uint32_t fromB = 0;
  for (const Difference& one : found) {
    mark(a, fromA, one.aFrom, reading.a.common);
    mark(b, fromB, one.bFrom, reading.b.common);
    mark(a, one.aFrom, one.aTo, reading.a.different);
    mark(b, one.bFrom, one.bTo, reading.b.different);
    fromA = one.aTo;
    fromB = one.bTo;
  }
  mark(a, fromA, static_cast<std::uint32_t>(a.text.size()), reading.a.common);
  mark(b, fromB, static_cast<std::uint32_t>(b.text.size()), reading.b.common);
}

bool samePictures(const ItemWords& a, const ItemWords& b) {
  std::vector<std::string_view> ofA = a.pictures;
  std::vector<std::string_view> ofB = b.pictures;
  std::ranges::sort(ofA);
  std::ranges::sort(ofB);
  return ofA == ofB;
}

bool sameStem(const ItemWords& a, const ItemWords& b) {
  return hasOptions(a.type) && hasOptions(b.type) && foldedText(a.stem).text == foldedText(b.stem).text;
}

PairKind kindOf(const ItemWords& a, const Statement& ofA, const ItemWords& b, const Statement& ofB,
                const std::vector<Difference>& found, const Overlap& overlap) {
  if (overlap.jaccard > 0.9 && !samePictures(a, b)) return PairKind::kPicture;
  if (found.empty() && ofA.claimed == ofB.claimed)
    return (a.type == ItemType::kTrueFalse) != (b.type == ItemType::kTrueFalse) ? PairKind::kTwin
                                                                                : PairKind::kSame;
  if (found.empty()) return a.type == b.type ? PairKind::kSame : PairKind::kNegation;
  if (sameStem(a, b)) return PairKind::kSameStem;
  if (found.size() == 1) {
    const Difference& one = found.front();
    const std::u16string_view inA = std::u16string_view(ofA.text).substr(one.aFrom, one.lengthA());
    const std::u16string_view inB = std::u16string_view(ofB.text).substr(one.bFrom, one.lengthB());
    if (flips(inA, inB)) return PairKind::kNegation;
    if (isNumeric(inA) && isNumeric(inB)) return PairKind::kNumber;
    if (!inA.empty() && !inB.empty() && std::max(inA.size(), inB.size()) <= kLongestTerm)
      return PairKind::kTerm;
  }
  const double shorter = static_cast<double>(std::min(ofA.text.size(), ofB.text.size())) /
                         static_cast<double>(std::max(ofA.text.size(), ofB.text.size()));
  if (overlap.containment >= kContainedFrom && shorter <= kContainedLengths) return PairKind::kContained;
  if (overlap.containment < kAskTheSame) return PairKind::kSimilar;
  return (a.type == ItemType::kTrueFalse) != (b.type == ItemType::kTrueFalse) ? PairKind::kTwin
                                                                              : PairKind::kSame;
}

bool isContrast(PairKind kind) {
  return kind == PairKind::kNumber || kind == PairKind::kNegation || kind == PairKind::kTerm ||
         kind == PairKind::kPicture;
}

}  // namespace

std::string pairKindName(PairKind kind) {
  const char* name = "";
  switch (kind) {
    case PairKind::kSame:
      name = markForTranslation("相同");
      break;
    case PairKind::kSameStem:
      name = markForTranslation("题干相同，选项或答案不同");
      break;
    case PairKind::kNumber:
      name = markForTranslation("数值改动");
      break;
    case PairKind::kNegation:
      name = markForTranslation("否定翻转");
      break;
    case PairKind::kTerm:
      name = markForTranslation("对照变式");
      break;
    case PairKind::kContained:
      name = markForTranslation("一题包含另一题");
      break;
    case PairKind::kTwin:
      name = markForTranslation("判断题与选择题的孪生");
      break;
    case PairKind::kPicture:
      name = markForTranslation("文字相同，图不同");
      break;
    case PairKind::kSimilar:
      name = markForTranslation("相近");
      break;
  }
  return translate(name);
}

std::string_view pairKindKey(PairKind kind) {
  switch (kind) {
    case PairKind::kSame:
      return "same";
    case PairKind::kSameStem:
      return "same-stem";
    case PairKind::kNumber:
      return "number";
    case PairKind::kNegation:
      return "negation";
    case PairKind::kTerm:
      return "term";
    case PairKind::kContained:
      return "contained";
    case PairKind::kTwin:
      return "twin";
    case PairKind::kPicture:
      return "picture";
    case PairKind::kSimilar:
      return "similar";
  }
  return "similar";
}

PairReading readPair(const ItemWords& a, const Statement& ofA, const ItemWords& b, const Statement& ofB) {
  const std::vector<Difference> found = differences(ofA.text, ofB.text);
  const Overlap overlap = overlapOf(ofA.text, ofB.text);
  PairReading reading;
  reading.kind = kindOf(a, ofA, b, ofB, found, overlap);
  reading.similarity = overlap.jaccard;
  reading.keyed = ofA.keyed && ofB.keyed;
  reading.keysDisagree = found.empty() && a.type == ItemType::kTrueFalse && b.type == a.type && ofA.keyed &&
                         ofB.keyed && ofA.claimed != ofB.claimed;
  reading.likeness = std::max(0.0, overlap.containment - (isContrast(reading.kind) ? kContrast : 0));
  markBoth(ofA, ofB, found, reading);
  return reading;
}

PairReading readPair(const ItemWords& a, const ItemWords& b) {
  return readPair(a, statementOf(a), b, statementOf(b));
}

}  // namespace tiku::validators
