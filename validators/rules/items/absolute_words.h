#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W6 of the writing rules: no absolute word (一定会, 所有, 只有, 完全, 永远 ...) that gives the answer away:
/// in a judgement whose key is 错误, or in a wrong option when no right option has one. Where the stem asks
/// for what is wrong, the key is the false statement, and the roles are changed.
///
/// The word is a cue only against the key, so an item without a key is not judged.
///
/// False positives met, on published items: 一定 as "certain" (在一定程度上, 按照一定的规则), technical terms
/// (绝对值, 平均绝对误差, 绝对引用, 所有权, 唯一标识, 唯一键), duties that regulations word so (必须): none
/// of these is in the list or counts; words that the stem itself uses; 坚决不; the phrase 任何单位和个人 of
/// laws; 没有任何, which only denies; 所有 of an object (返回所有的行), of which nothing is claimed; 只有
/// before a number.
class AbsoluteWords final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/absolute-words";

  AbsoluteWords(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
  void examineOptions(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink);
};

}  // namespace tiku::validators
