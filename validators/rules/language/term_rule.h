#pragma once

#include "validators/language/passage.h"
#include "validators/rules/language/language_rule.h"
#include "validators/rules/language/terminology.h"

namespace tiku::validators {

/// A TextRule of the bank's terms: all texts are looked at again when the terms change.
class TermRule : public TextRule {
 protected:
  explicit TermRule(const RuleSettings& settings) : TextRule(settings) {}

  /// Adds what is wrong in one passage; `where` gives its place in words.
  virtual void examine(const formats::Object& object, const language::Passage& passage,
                       const language::TermBook& book, std::vector<Finding>& found) const = 0;

  /// A finding on characters of the passage.
  static Finding findingAt(const language::Passage& passage, std::size_t from, std::size_t length);

 private:
  void follow(const formats::Change& change, const Facts& facts) final;
  void prepare(const Facts& facts) final;
  void examine(formats::Id id, const formats::Object* object, const Facts& facts,
               std::vector<Finding>& found) final;

  bool termsChanged_ = false;
};

}  // namespace tiku::validators
