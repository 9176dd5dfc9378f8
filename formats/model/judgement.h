#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/model/text.h"
#include "formats/model/values.h"

namespace tiku::formats {

/// 判定: what a person found two items of the bank to be that are alike. Holds until the words or the key of
/// either change.
struct Judgement {
  enum class Verdict {
    kSame,       ///< 相同: one question asked twice.
    kVariant,    ///< 变式: alike in words, another question (串联 and 并联).
    kDifferent,  ///< 不同: alike by chance.
  };
  Id a;  ///< The smaller of the two ids.
  Id b;
  Verdict verdict = Verdict::kSame;
  std::string judgedA;  ///< SHA-256 of what `a` said when it was judged.
  std::string judgedB;
  std::string reason;
  std::string person;
  std::optional<Date> date;
  Extras extras{};
  bool operator==(const Judgement&) const = default;
};

/// `judgements.xml`
struct Judgements {
  static constexpr Id kId = Id::wellKnown(7);
  Id id = kId;
  std::vector<Judgement> judgements;
  Extras extras;
  bool operator==(const Judgements&) const = default;
};

}  // namespace tiku::formats
