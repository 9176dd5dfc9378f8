#include "validators/similarity/pair_signs.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "validators/similarity/bigrams.h"
#include "validators/similarity/scramble.h"

namespace tiku::validators {

using namespace formats;

namespace {

constexpr double kLongestTerm = 6;    ///< Units of replaced content beyond which it says no more.
constexpr double kSharpContrast = 7;  ///< What a number, a code or an opposite counts, in units.
constexpr double kLittleFound = 0.3;  ///< Share of a key's content: the other statement has it not.
constexpr double kClause = 4;         ///< Units of content that say something by themselves.
constexpr double kShortTurn = 2;      ///< Units that may be replaced together with a 不.

struct Overlap {
  double containment = 0;
  double jaccard = 0;
};

/// The distinct bigrams of two texts in one table: for the length of an item faster than sorting both.
class BigramTable {
 public:
  static constexpr std::uint8_t kSideA = 1;
  static constexpr std::uint8_t kSideB = 2;

  explicit BigramTable(std::size_t most) : mask_(std::bit_ceil(2 * most + 2) - 1) {
    if (mask_ >= few_.size()) many_.resize(mask_ + 1);
    places_ = many_.empty() ? few_.data() : many_.data();
    std::fill_n(places_, mask_ + 1, Place());
  }
  BigramTable(const BigramTable&) = delete;
  BigramTable& operator=(const BigramTable&) = delete;

  void add(std::u16string_view text, std::uint8_t side) {
    if (text.size() == 1) put(bigramOf(0, text.front()), side);
    for (std::size_t at = 1; at < text.size(); ++at) put(bigramOf(text[at - 1], text[at]), side);
  }
  [[nodiscard]] std::size_t count(std::uint8_t side) const { return counts_[side]; }
  [[nodiscard]] std::size_t common() const { return common_; }

 private:
  struct Place {
    Bigram bigram;
    std::uint8_t sides;
  };

  void put(Bigram bigram, std::uint8_t side) {
    std::size_t at = bigram & mask_;
    while (places_[at].sides != 0 && places_[at].bigram != bigram) at = (at + 1) & mask_;
    Place& place = places_[at];
    const bool isNew = (place.sides & side) == 0;
    place.bigram = bigram;
    place.sides |= side;
    counts_[side] += isNew ? 1 : 0;
    common_ += isNew && place.sides == (kSideA | kSideB) ? 1 : 0;
  }

  std::size_t mask_;
  std::array<Place, 512> few_;  ///< Enough for most pairs, and nothing to allocate.
  std::vector<Place> many_;
  Place* places_ = nullptr;
  std::size_t counts_[3] = {};
  std::size_t common_ = 0;
};

Overlap overlapOf(std::u16string_view a, std::u16string_view b) {
  BigramTable table(a.size() + b.size());
  table.add(a, BigramTable::kSideA);
  table.add(b, BigramTable::kSideB);
  if (table.common() == 0) return {};
  const std::size_t ofA = table.count(BigramTable::kSideA);
  const std::size_t ofB = table.count(BigramTable::kSideB);
  const auto shared = static_cast<double>(table.common());
  return {shared / static_cast<double>(std::min(ofA, ofB)),
          shared / static_cast<double>(ofA + ofB - table.common())};
}

/// The units that carry content and count.
std::u16string contentOf(std::u16string_view words, const std::vector<std::uint8_t>& content,
                         const std::vector<std::uint8_t>& counts) {
  std::u16string units(words.size(), u'\0');
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    units[count] = words[at];
    count += content[at] & counts[at];
  }
  units.resize(count);
  return units;
}

bool isKeyed(const ItemWords& words, std::size_t option) {
  return std::ranges::find(words.keyed, static_cast<int>(option)) != words.keyed.end();
}

std::vector<std::u16string> foldedOptions(const ItemWords& words) {
  std::vector<std::u16string> options;
  options.reserve(words.options.size());
  for (const std::string_view option : words.options) options.push_back(foldedUnits(option));
  return options;
}

/// Shares of the content of a statement's stem and key that the other statement has; 1 where there is none.
struct Found {
  double stem = 1;
  double key = 1;
};

Found foundOf(const Statement& statement, const std::vector<std::uint8_t>& content,
              const std::vector<std::uint8_t>& common) {
  unsigned all = 0;
  unsigned allFound = 0;
  unsigned ofStem = 0;
  unsigned ofStemFound = 0;
  for (std::size_t at = 0; at < statement.text.size(); ++at) {
    const unsigned inStem = statement.origins[at].field == Statement::Origin::kStem ? 1 : 0;
    all += content[at];
    allFound += content[at] & common[at];
    ofStem += content[at] & inStem;
    ofStemFound += content[at] & common[at] & inStem;
  }
  const auto share = [](unsigned found, unsigned units) {
    return units == 0 ? 1 : static_cast<double>(found) / units;
  };
  return {share(ofStemFound, ofStem), share(allFound - ofStemFound, all - ofStem)};
}

bool isChoice(const ItemWords& words) {
  return hasOptions(words.type) && !words.options.empty();
}

/// Whether a denied statement and an affirmed one that differ in this place may mean the same: where the
/// choice item has its key, or where the two sentences differ at all, is the falsehood that is denied.
bool denialAccountsFor(const ItemWords& a, const ItemWords& b, bool onlyPlace, const Place& place) {
  if (place.longer > 2 * kLongestTerm) return false;
  if (isChoice(a) && place.inKeyA) return true;
  if (isChoice(b) && place.inKeyB) return true;
  if (isChoice(a) || isChoice(b) || !onlyPlace) return false;
  return place.late || place.change == Change::kReplaced || place.change == Change::kOpposite;
}

/// What a place where the two differ counts against their asking the same, in units of content.
double weightOf(const Place& place) {
  switch (place.change) {
    case Change::kNumber:
    case Change::kCode:
    case Change::kOpposite:
      return kSharpContrast;
    case Change::kReplaced:
      return std::min(place.units, kLongestTerm);
    case Change::kNothing:
    case Change::kNegation:
    case Change::kAdded:
      break;
  }
  return 0;
}

/// Fills in what the places where the statements differ mean. Units of places that a denial accounts for
/// count no longer.
void weighPlaces(const ItemWords& a, const ItemWords& b, const Comparison& comparison, PairSigns& signs,
                 std::vector<std::uint8_t>& countsA, std::vector<std::uint8_t>& countsB) {
  int negated = 0;
  for (const Place& place : signs.places) negated += place.negated ? 1 : 0;
  const bool odd = negated % 2 != 0;
  signs.turned = odd && !signs.claimsDiffer;
  signs.contradicts = signs.claimsDiffer && signs.places.empty() && !comparison.commonA.empty();
  // 上级参加下级 and 下级参加上级: one falsehood in two places.
  const bool oneExchange = signs.places.size() == 2 && std::ranges::all_of(signs.places, &Place::exchanged);
  const auto accounted = [&](const Place& place) {
    if (!signs.claimsDiffer) return false;
    if (oneExchange) return true;
    const bool turns = odd && place.negated && place.units <= kShortTurn;
    return turns || denialAccountsFor(a, b, signs.places.size() == 1, place);
  };
  const bool anyAccounted = std::ranges::any_of(signs.places, accounted);
  // What is false stands in no place of the other: it is in what one adds.
  signs.asksMore =
      signs.claimsDiffer && !anyAccounted && !signs.places.empty() &&
      std::ranges::all_of(signs.places, [](const Place& place) { return place.change == Change::kAdded; });
  for (const Place& place : signs.places) {
    if (!accounted(place)) {
      // A denial accounts for one falsehood: what else is exchanged makes the sentence about something else.
      const bool another = anyAccounted && place.change == Change::kReplaced;
      // Right options that are named in another order say the same.
      if (place.exchanged && (place.inKeyA || place.inKeyB)) continue;
      (place.inKeyA || place.inKeyB ? signs.contrastInKeys : signs.contrast) +=
          another ? kSharpContrast : weightOf(place);
      if (isSharp(place.change)) ++signs.sharp;
      continue;
    }
    if (!isChoice(a) && !isChoice(b) && place.change != Change::kNegation)
      signs.contrast += weightOf(place) / 2;
    const Difference& where = comparison.differences[place.difference];
    std::fill(countsA.begin() + where.aFrom, countsA.begin() + where.aTo, 0);
    std::fill(countsB.begin() + where.bFrom, countsB.begin() + where.bTo, 0);
  }
}

/// Whether other words are keyed, in whatever order.
bool keyTextsDiffer(const ItemWords& a, const std::vector<std::u16string>& optionsA, const ItemWords& b,
                    const std::vector<std::u16string>& optionsB) {
  const auto keyed = [](const ItemWords& words, const std::vector<std::u16string>& options) {
    std::vector<std::u16string_view> keys;
    for (std::size_t option = 0; option < options.size(); ++option) {
      if (isKeyed(words, option)) keys.push_back(options[option]);
    }
    std::ranges::sort(keys);
    return keys;
  };
  return keyed(a, optionsA) != keyed(b, optionsB);
}

/// Whether what two statements have of the stems is the same.
bool sameStems(const Statement& a, const Statement& b) {
  const auto nextOfStem = [](const Statement& statement, std::size_t at) {
    while (at < statement.text.size() && statement.origins[at].field != Statement::Origin::kStem) ++at;
    return at;
  };
  std::size_t atA = nextOfStem(a, 0);
  std::size_t atB = nextOfStem(b, 0);
  while (atA < a.text.size() && atB < b.text.size() && a.text[atA] == b.text[atB]) {
    atA = nextOfStem(a, atA + 1);
    atB = nextOfStem(b, atB + 1);
  }
  return atA == a.text.size() && atB == b.text.size();
}

void compareOptions(const ItemWords& a, const ItemWords& b, bool keyed, PairSigns& signs) {
  const std::vector<std::u16string> optionsA = foldedOptions(a);
  const std::vector<std::u16string> optionsB = foldedOptions(b);
  const auto shared =
      static_cast<std::size_t>(std::ranges::count_if(optionsA, [&optionsB](const std::u16string& option) {
        return std::ranges::find(optionsB, option) != optionsB.end();
      }));
  signs.sharedOptions = std::min(
      1.0, static_cast<double>(shared) / static_cast<double>(std::min(optionsA.size(), optionsB.size())));
  signs.sameOptions = shared == optionsA.size() && optionsA.size() == optionsB.size();
  signs.keysDiffer = keyed ? keyTextsDiffer(a, optionsA, b, optionsB) : !signs.sameOptions;
}

}  // namespace

PairSigns signsOf(const ItemWords& a, const Statement& ofA, const ItemWords& b, const Statement& ofB,
                  const Comparison& comparison) {
  PairSigns signs;
  signs.places = placesOf(ofA, ofB, comparison);
  signs.claimsDiffer = ofA.claimed != ofB.claimed;
  std::vector<std::uint8_t> countsA(ofA.text.size(), 1);
  std::vector<std::uint8_t> countsB(ofB.text.size(), 1);
  weighPlaces(a, b, comparison, signs, countsA, countsB);
  const Overlap content = overlapOf(contentOf(ofA.text, comparison.contentA, countsA),
                                    contentOf(ofB.text, comparison.contentB, countsB));
  signs.containment = content.containment;
  signs.jaccard = content.jaccard;
  signs.similarity = overlapOf(ofA.text, ofB.text).jaccard;
  if (isChoice(a) && isChoice(b)) {
    signs.sameStem = sameStems(ofA, ofB);
    compareOptions(a, b, ofA.keyed && ofB.keyed, signs);
  }
  const Found inB = foundOf(ofA, comparison.contentA, comparison.commonA);
  const Found inA = foundOf(ofB, comparison.contentB, comparison.commonB);
  signs.stemFound = std::min(inB.stem, inA.stem);
  if (ofA.keyed && ofB.keyed && !signs.claimsDiffer) {
    signs.keyFoundA = inB.key;
    signs.keyFoundB = inA.key;
  }
  double added = 0;
  for (const Place& place : signs.places) {
    if (place.change == Change::kAdded) added = std::max(added, place.longer);
  }
  const double leastFound = std::min(signs.keyFoundA, signs.keyFoundB);
  signs.asksMore = signs.asksMore || (leastFound < kLittleFound && added >= kClause);
  return signs;
}

}  // namespace tiku::validators
