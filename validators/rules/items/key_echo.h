#pragma once

#include <array>

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W8 of the writing rules: the key does not repeat words of the stem that no other option has; who knows
/// nothing chooses it by its sound. Found is a run of at least `min-length` Han characters. A whole key in
/// the stem is `items/key-in-stem`.
///
/// Judged for 单选 only: of several right options one may well repeat what the stem speaks of.
///
/// False positives met: the subject of the stem, repeated by the key alone because the others speak of
/// something else; most of the alarms are such, and the cue is there all the same, hence an information. A
/// run that another option shares in part does not count, nor do words of a program.
class KeyEcho final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/key-echo";
  static constexpr std::array<std::string_view, 1> kFigures{"min-length"};

  KeyEcho(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
