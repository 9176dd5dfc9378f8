#include "validators/similarity/pair.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "formats/base/say.h"
#include "validators/similarity/comparison.h"
#include "validators/similarity/folding.h"
#include "validators/similarity/pair_signs.h"

namespace tiku::validators {

using namespace formats;

namespace {

// The weights of a logistic regression over pairs that were judged by reading, rounded. How it was fitted, on
// what, and what it reaches on other pairs is in docs/decisions/006-what-a-pair-is.md.
constexpr double kBase = -4.0;
constexpr double kOfContainment = 3.7;
constexpr double kOfJaccard = 1.85;
constexpr double kOfContrast = -0.46;  ///< A unit of content that stands against other content.
constexpr double kOfContrastInSame =
    -1.0;                         ///< More of it where the options are the same: then it is what is asked.
constexpr double kInKeys = 0.5;   ///< What contrast counts between keys, which may say one thing in two ways.
constexpr double kOfMore = -1.2;  ///< The longer one asks for what it says beyond the shorter one.
constexpr double kOfTurn = -1.9;  ///< One says the contrary.
constexpr double kOfKeyFound = 1.9;   ///< The other statement has the key of one.
constexpr double kMostContrast = 10;  ///< Units beyond which contrast says no more.

/// Equal words but for a number, a negation or an opposite are another question, however long the rest is.
constexpr double kMostOfContrastAlone = 0.3;
/// Equal words with other pictures likewise.
constexpr double kMostOfOtherPicture = 0.2;
/// Equal stem and options are the same question whatever the keys say.
constexpr double kLeastOfSameQuestion = 0.95;

/// Share of the options that choice items with the same stem have in common when they ask the same: 多选 and
/// 单选 of one stem, a distractor exchanged.
constexpr double kSameChoice = 0.7;

constexpr double kContainedFrom = 0.8;  ///< Share of the shorter statement's content that the longer one has.
constexpr double kContainedLength = 0.67;  ///< The shorter is at most this share of the longer.
constexpr double kVariantFrom = 0.6;       ///< Share of both stems' content that the other has in a variant.
constexpr double kMostUnitsOfTerms = 8;    ///< A variant exchanges terms, not the sentence.
constexpr double kMostUnitsOfTurn = 2;     ///< What may be exchanged along with a 不.
constexpr double kPictureFrom = 0.9;       ///< Jaccard from which words count as equal when pictures differ.

double likenessOf(const PairSigns& signs) {
  const double contrast = std::min(signs.contrast + kInKeys * signs.contrastInKeys, kMostContrast);
  const double sum = kBase + kOfContainment * signs.containment + kOfJaccard * signs.jaccard +
                     (kOfContrast + kOfContrastInSame * signs.sharedOptions) * contrast +
                     kOfTurn * (signs.turned ? 1 : 0) + kOfMore * (signs.asksMore ? 1 : 0) +
                     kOfKeyFound * std::max(signs.keyFoundA, signs.keyFoundB);
  return 1 / (1 + std::exp(-sum));
}

/// Whether the two differ by numbers, opposites and negations alone, and no denial takes it back.
bool contrastAlone(const PairSigns& signs) {
  if (!signs.turned && signs.sharp == 0) return false;
  return std::ranges::all_of(signs.places, [](const Place& place) {
    return isSharp(place.change) || place.change == Change::kNegation;
  });
}

bool isTwin(const ItemWords& a, const ItemWords& b) {
  return (a.type == ItemType::kTrueFalse && hasOptions(b.type)) ||
         (b.type == ItemType::kTrueFalse && hasOptions(a.type));
}

std::vector<std::string_view> sorted(std::vector<std::string_view> names) {
  std::ranges::sort(names);
  return names;
}

/// Whether the item's own words speak of its picture: 如图, 图示, 下图, 图中.
bool speaksOfPicture(const ItemWords& words) {
  return words.stem.find("图") != std::string_view::npos;
}

/// Both have a picture and not the same one; or one has it, the other has not, and the words speak of it.
bool otherPicture(const ItemWords& a, const ItemWords& b) {
  if (a.pictures.empty() && b.pictures.empty()) return false;
  if (a.pictures.empty() || b.pictures.empty()) return speaksOfPicture(a) || speaksOfPicture(b);
  return sorted(a.pictures) != sorted(b.pictures);
}

bool isContained(const Statement& a, const Statement& b, const PairSigns& signs) {
  const std::size_t shorter = std::min(a.text.size(), b.text.size());
  const std::size_t longer = std::max(a.text.size(), b.text.size());
  return signs.containment >= kContainedFrom &&
         static_cast<double>(shorter) <= kContainedLength * static_cast<double>(longer);
}

/// The kind of a pair that does not ask the same: what differs outside the keys, since other keys follow from
/// another question.
PairKind variantOf(const PairSigns& signs) {
  std::vector<Place> places;
  std::ranges::copy_if(signs.places, std::back_inserter(places),
                       [](const Place& place) { return !place.inKeyA && !place.inKeyB; });
  if (places.empty()) places = signs.places;
  double units = 0;
  bool numbers = false;
  bool terms = false;
  for (const Place& place : places) {
    if (place.change == Change::kNumber) numbers = true;
    if (place.change == Change::kCode || place.change == Change::kOpposite ||
        place.change == Change::kReplaced)
      terms = true;
    if (place.change == Change::kReplaced) units += place.longer;
  }
  if (signs.stemFound < kVariantFrom || units > kMostUnitsOfTerms) return PairKind::kSimilar;
  if (signs.turned && !numbers && units <= kMostUnitsOfTurn) return PairKind::kNegation;
  if (terms) return PairKind::kTerm;
  return numbers ? PairKind::kNumber : PairKind::kSimilar;
}

PairKind kindOf(const ItemWords& a, const Statement& ofA, const ItemWords& b, const Statement& ofB,
                const PairSigns& signs, double likeness) {
  if (signs.sameStem && signs.keysDiffer) return PairKind::kSameStem;
  if (likeness >= kLikenessOfDuplicates && isTwin(a, b)) return PairKind::kTwin;
  if (signs.contrast + signs.contrastInKeys == 0 && !signs.turned && isContained(ofA, ofB, signs))
    return PairKind::kContained;
  if (likeness >= kLikenessOfDuplicates) return PairKind::kSame;
  return variantOf(signs);
}

/// Puts the units of a statement behind the stretches of their kind, joined where they touch.
PairMarks marksOf(const Statement& statement, const std::vector<std::uint8_t>& common) {
  PairMarks marks;
  const Statement::Origin* last = nullptr;
  for (std::size_t unit = 0; unit < statement.text.size(); ++unit) {
    const Statement::Origin& origin = statement.origins[unit];
    std::vector<Stretch>& stretches = common[unit] != 0 ? marks.common : marks.different;
    const bool follows = last != nullptr && (common[unit] != 0) == (common[unit - 1] != 0) &&
                         last->field == origin.field && origin.at <= last->at + last->length;
    if (follows) {
      Stretch& stretch = stretches.back();
      stretch.length = std::max(stretch.length, origin.at + origin.length - stretch.at);
    } else {
      stretches.push_back({origin.field, origin.at, origin.length});
    }
    last = &origin;
  }
  return marks;
}

/// The statement without what the key says, to be compared with an item that has none.
Statement withoutKey(const ItemWords& words) {
  ItemWords unkeyed = words;
  unkeyed.keyed.clear();
  unkeyed.answers.clear();
  unkeyed.truth.reset();
  return statementOf(unkeyed);
}

bool isUnkeyedChoice(const ItemWords& words, const Statement& statement) {
  return hasOptions(words.type) && !words.options.empty() && !statement.keyed;
}

/// A choice item without a key beside a judgement, read with the option that makes them most alike: whichever
/// is right, the judgement says it of the same fact, truly or falsely.
PairReading readByOptions(const ItemWords& choice, const ItemWords& judgement, bool choiceFirst) {
  ItemWords claim = judgement;
  claim.truth = judgement.truth.value_or(true);
  const Statement ofClaim = statementOf(claim);
  ItemWords filled = choice;
  PairReading best;
  for (std::size_t option = 0; option < choice.options.size(); ++option) {
    filled.keyed = {static_cast<int>(option)};
    const Statement ofFilled = statementOf(filled);
    PairReading reading =
        choiceFirst ? readPair(filled, ofFilled, claim, ofClaim) : readPair(claim, ofClaim, filled, ofFilled);
    if (option == 0 || reading.likeness > best.likeness) best = std::move(reading);
  }
  best.keyed = false;
  best.keysDisagree = false;
  return best;
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
  if (isUnkeyedChoice(a, ofA) && b.type == ItemType::kTrueFalse) return readByOptions(a, b, true);
  if (isUnkeyedChoice(b, ofB) && a.type == ItemType::kTrueFalse) return readByOptions(b, a, false);
  if (ofA.keyed && !ofB.keyed) return readPair(a, withoutKey(a), b, ofB);
  if (ofB.keyed && !ofA.keyed) return readPair(a, ofA, b, withoutKey(b));
  const Comparison comparison = compare(ofA, ofB);
  const PairSigns signs = signsOf(a, ofA, b, ofB, comparison);
  PairReading reading;
  reading.similarity = signs.similarity;
  reading.keyed = ofA.keyed && ofB.keyed;
  reading.likeness = likenessOf(signs);
  // Without keys all options take part, and a stem that is turned asks for the other ones of them.
  const bool asksContrary = !reading.keyed && signs.turned && !a.options.empty() && !b.options.empty();
  if (contrastAlone(signs) || asksContrary)
    reading.likeness = std::min(reading.likeness, kMostOfContrastAlone);
  const bool sameChoice = signs.sameStem && (signs.sameOptions || signs.sharedOptions >= kSameChoice);
  const bool sameQuestion = sameChoice || signs.contradicts;
  reading.keysDisagree = reading.keyed && sameQuestion && (signs.keysDiffer || signs.contradicts);
  if (sameQuestion) reading.likeness = std::max(reading.likeness, kLeastOfSameQuestion);
  reading.kind = kindOf(a, ofA, b, ofB, signs, reading.likeness);
  if (signs.similarity >= kPictureFrom && otherPicture(a, b)) {
    reading.kind = PairKind::kPicture;
    reading.likeness = std::min(reading.likeness, kMostOfOtherPicture);
  }
  reading.a = marksOf(ofA, comparison.commonA);
  reading.b = marksOf(ofB, comparison.commonB);
  return reading;
}

PairReading readPair(const ItemWords& a, const ItemWords& b) {
  return readPair(a, statementOf(a), b, statementOf(b));
}

}  // namespace tiku::validators
