#pragma once

#include <compare>
#include <optional>
#include <string>

#include "formats/model/bank.h"
#include "validators/checker/fix.h"

namespace tiku::validators {

enum class Severity { kError, kWarning, kInfo };

/// What a finding speaks of.
struct Subject {
  formats::Id
      id;  ///< An object of the bank, or a part of one: a point, a scope, a module, a score row's item.
  formats::Id object;  ///< The object of the bank that holds it; the same id for a whole object.
  std::string
      field;  ///< "stem", "options/2", "key"; empty for the whole. Also tells two findings of one rule apart.
  std::optional<TextRange> range;
  std::optional<formats::Level> level;
  bool operator==(const Subject&) const = default;
};

/// Names one finding among all: the same fault keeps its key from check to check.
struct FindingKey {
  std::string rule;
  formats::Id subject;
  std::string field;

  /// "coverage/points-per-weight@<id>#field", as written in JSON.
  [[nodiscard]] std::string str() const;
  auto operator<=>(const FindingKey&) const = default;
};

/// 检查结果: one fault, with its clause and figures.
struct Finding {
  std::string rule;  ///< Stable slug: "coverage/points-per-weight".
  Severity severity = Severity::kError;
  std::string clause;  ///< As the profile cites it: "第六条（一）".
  Subject subject;
  std::string measured;  ///< "41"; empty where there is no figure.
  std::string required;  ///< "50"
  std::string message;   ///< What is wrong, by which clause; whole sentences in the user's language.
  std::string advice;    ///< What to do next.
  /// What the rule looked at; a waiver holds only as long as this stays the same. Rules set it to the judged
  /// text or figures, never to words that change with the user's language; left empty, `measured` stands for
  /// it.
  std::string judged;
  /// The finding that this one follows from and is folded under. A rule may name one that need not be there:
  /// what Checker::findings() gives has a cause only where that finding exists, is not waived and is at least
  /// as severe; else this one stands alone.
  std::optional<FindingKey> cause;
  /// How the program can mend it by itself; empty where somebody has to think.
  std::optional<Fix> fix;
  bool waived = false;

  [[nodiscard]] FindingKey key() const { return {rule, subject.id, subject.field}; }
  bool operator==(const Finding&) const = default;
};

}  // namespace tiku::validators
