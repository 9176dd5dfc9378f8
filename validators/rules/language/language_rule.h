#pragma once

#include <unordered_map>
#include <vector>

#include "validators/checker/facts.h"
#include "validators/checker/rule.h"
#include "validators/language/hit.h"

namespace tiku::validators {

/// A rule that looks at the texts of items, operational items, blueprints and the standard, object by object.
///
/// A field may hold several faults: the first has the field's name, the further ones "stem:2", "stem:3", so
/// that each can be waived by itself.
class TextRule : public Rule {
 public:
  void observe(const formats::Change& change, const Facts& facts) final;
  void judge(const Facts& facts, FindingSink& sink) final;

 protected:
  explicit TextRule(const RuleSettings& settings) : settings_(settings) {}

  /// Adds what is wrong with the object: `subject.id`, `subject.field` and `range`, the words, no more;
  /// level, object, the numbering of fields and `judged` follow. Null for an object that is gone or retired.
  virtual void examine(formats::Id id, const formats::Object* object, const Facts& facts,
                       std::vector<Finding>& found) = 0;
  /// Keeps book of a change of any kind, before anything is judged.
  virtual void follow(const formats::Change& /*change*/, const Facts& /*facts*/) {}
  /// Before the touched objects are judged; may touch more.
  virtual void prepare(const Facts& /*facts*/) {}

  void touch(formats::Id id) { touched_.push_back(id); }
  /// Every object with texts.
  void touchAll(const Facts& facts);

  [[nodiscard]] const std::string& clause(std::optional<formats::Level> level) const {
    return settings_.clauseFor(level);
  }

 private:
  void judgeTouched(const Facts& facts, FindingSink& sink);
  void put(formats::Id id, const formats::Object& object, std::vector<Finding> found, FindingSink& sink);

  const RuleSettings& settings_;
  std::vector<formats::Id> touched_;
  std::unordered_map<formats::Id, std::vector<FindingKey>> reported_;  ///< By object; the rule is left empty.
};

/// A TextRule of the hits of one family.
class LanguageRule : public TextRule {
 protected:
  LanguageRule(const RuleSettings& settings, language::Family family) : TextRule(settings), family_(family) {}

  /// The sentence and the advice for a hit. `where` is the place in words: "三级单选题……的题干".
  virtual void word(const language::Hit& hit, const std::string& where, const std::string& clause,
                    Finding& finding) const = 0;

 private:
  void examine(formats::Id id, const formats::Object* object, const Facts& facts,
               std::vector<Finding>& found) final;

  language::Family family_;
};

/// The level of an item or a blueprint; none of the standard.
std::optional<formats::Level> levelOf(const formats::Object& object);

/// The place of a text for messages: "三级单选题“……”的题干", "三级考评点「……」".
std::string placeName(const formats::Object& object, formats::Id subject, const std::string& field);

}  // namespace tiku::validators
