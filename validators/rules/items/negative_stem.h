#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W5 of the writing rules: a choice item should not ask for what is not so; where it must, the negative word
/// is emphasised, so that nobody overlooks it.
///
/// Looks only at the clause that asks (stems.h). The fix emphasises the word.
///
/// False positives met, on 2,900 published choice items: limits of standards (不应小于（　）m), what the
/// answer affirms ("（　）可以查出籍贯不是北京的记录"), negatives in the setting ("当系统无法连接时，…"), in
/// idioms of affirmation (必不可少, 不可或缺), in the matter itself (不平衡数据, 减少不必要的延误,
/// 常见的错误包括, 不得解除合同的情形). Judgements deny things by nature and are not looked at.
class NegativeStem final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/negative-stem";

  NegativeStem(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
