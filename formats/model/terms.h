#pragma once

#include <string>
#include <vector>

#include "formats/model/text.h"
#include "formats/model/values.h"

namespace tiku::formats {

/// Another word for the thing that a term names.
struct TermVariant {
  enum class Use {
    kBanned,   ///< 禁用: each use is found.
    kAllowed,  ///< 别名: found only where the bank uses both it and the term, or another allowed one.
  };
  Use use = Use::kBanned;
  std::string text;
  Extras extras{};
  bool operator==(const TermVariant&) const = default;
};

/// 术语: the word by which the bank calls one thing.
struct Term {
  std::string preferred;  ///< 三爪自定心卡盘
  std::string source;     ///< Where the word is from: a standard, the element table.
  std::string note;
  std::vector<TermVariant> variants;
  Extras extras{};
  bool operator==(const Term&) const = default;
};

/// `terms.xml`: the words that the writers of this bank have agreed on.
struct Terms {
  static constexpr Id kId = Id::wellKnown(6);
  Id id = kId;
  std::vector<Term> terms;
  Extras extras;
  bool operator==(const Terms&) const = default;
};

}  // namespace tiku::formats
