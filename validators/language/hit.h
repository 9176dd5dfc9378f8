#pragma once

#include <string>
#include <vector>

#include "validators/checker/finding.h"
#include "validators/language/passage.h"

namespace tiku::validators::language {

/// Which check found it; each is judged by one rule.
enum class Family {
  kConfusion,
  kDoubled,
  kPunctuation,
  kWidth,
  kUnits,
  kNumbers,
  kStandards,
  kSpelling,
};

/// What is wrong with punctuation or width, where one family knows several faults.
enum class Fault {
  kNone,
  kDoubledMark,    ///< ，，
  kLeadingMark,    ///< a text that begins with ，
  kTrailingComma,  ///< a text that ends with ，
  kUnpaired,       ///< an opening mark without its closing one, or the other way round
  kReversedQuote,  ///< ” where “ belongs, or the other way round
  kMixedPair,      ///< （ with )
  kHalfMark,       ///< , between Han characters where ， is used elsewhere
  kWideLetters,    ///< １２Ａ
  kSharedSuffix,   ///< 15~30%, 9~16亿
  kHyphenRange,    ///< 5-10mm
  kOldUnit,        ///< 公分
  kUnitCase,       ///< Kg
};

/// Words that a check found wrong.
struct Hit {
  Family family = Family::kConfusion;
  Fault fault = Fault::kNone;
  formats::Id subject;
  std::string field;
  TextRange range;
  std::string found;
  std::string better;  ///< What to write instead; empty where only the writer knows.
  std::string reason;
  /// Whether `better` is a text that can take the place of `found` without a second look: nothing else in the
  /// item hangs on it, and the finding is gone afterwards.
  bool certain = false;
};

/// Where checks put what they find in one passage.
class HitList {
 public:
  HitList(const Passage& passage, std::vector<Hit>& hits) : passage_(passage), hits_(hits) {}

  Hit& add(Family family, std::size_t from, std::size_t length);

 private:
  const Passage& passage_;
  std::vector<Hit>& hits_;
};

}  // namespace tiku::validators::language
