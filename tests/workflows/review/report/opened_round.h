#pragma once

#include <string>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::tests {

/// A round of four single-choice items and one task, three experts with everything opened: the third wants
/// two items dropped, in the discussion the first came to agree on one.
struct OpenedRound {
  formats::Bank bank;
  formats::Round round;

  static formats::Id item(int number) {
    return formats::Id::wellKnown(5000U + static_cast<unsigned>(number));
  }
  static formats::Id expert(int number) {
    return formats::Id::wellKnown(6000U + static_cast<unsigned>(number));
  }

  OpenedRound() {
    using namespace formats;
    BankInfo info;
    info.packageId = Id::wellKnown(4000);
    info.title = "变配电三级题库";
    info.occupationName = "变配电运行值班员";
    info.occupation = OccupationCode::parse("6-31-01-02");
    info.institution.name = "黔中电力公司";
    info.levels = {*Level::of(3)};
    Edit edit;
    edit.put(info);
    for (int i = 1; i <= 4; ++i) {
      TheoryItem one(item(i), *Level::of(3), ItemType::kSingleChoice);
      one.code = "B-A-00" + std::to_string(i);
      one.stem = RichText::plain("变压器油的作用不包括（　）。");
      edit.put(one);
    }
    SkillItem task(item(5), *Level::of(3));
    task.title = "倒闸操作";
    edit.put(task);

    round.id = Id::wellKnown(4001);
    round.title = "2026年第一轮";
    round.commit = "c0ffee";
    round.tree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
    round.perItem = 3;
    round.rubric = {"default",
                    "评分表",
                    "自拟",
                    {{"a", "合规性", "依据正确", Marks::whole(10), {}},
                     {"b", "科学性", "内容正确", Marks::whole(20), {}}},
                    {}};
    for (int i = 1; i <= 5; ++i) round.objects.push_back({item(i), {}, {}, {}, {}});
    round.objects.push_back({Blueprint::idOf(*Level::of(3)), {}, {}, {}, {}});
    const std::vector<std::vector<int>> verdicts{{0, 1, 0, 0, 0}, {0, 1, 2, 0, 1}, {0, 2, 2, 0, 2}};
    const std::vector<std::vector<int>> relevance{{4, 3, 3, 4, 4}, {4, 2, 1, 4, 3}, {4, 2, 1, 3, 3}};
    for (int i = 0; i < 3; ++i) {
      round.panel.push_back(
          {expert(i), "专家" + std::to_string(i), "第" + std::to_string(i) + "学院", i == 0, {}, {}});
      deliver(edit, i, Invitation::Phase::kIndependent, verdicts[static_cast<std::size_t>(i)],
              relevance[static_cast<std::size_t>(i)]);
    }
    deliver(edit, 0, Invitation::Phase::kDiscussion, {0, 1, 2, 0, 0}, {4, 3, 1, 4, 4});
    step(RoundState::kAccepted, "2026-03-02", "材料齐全");
    step(RoundState::kReviewing, "2026-03-03", "");
    step(RoundState::kSummary, "2026-03-16", "");
    edit.put(round);
    bank.apply(edit);
  }

  void step(formats::RoundState state, const char* on, const std::string& reason) {
    round.steps.push_back({state, "市鉴定中心", formats::Date::parse(on), reason, {}});
  }
  /// The round after a change.
  void keep() { bank.apply(formats::Edit().put(round)); }

  void opine(int number, int object, const std::string& comment, formats::OpinionStatus status,
             const std::string& answer = {}) {
    using namespace formats;
    Opinion opinion;
    opinion.id = Id::wellKnown(7000U + static_cast<unsigned>(number));
    opinion.round = round.id;
    opinion.owner = expert(0);
    opinion.remark.id = opinion.id;
    opinion.remark.anchor.object = item(object);
    opinion.remark.anchor.field = "stem";
    opinion.remark.anchor.quote = "变压器油";
    opinion.remark.comment = comment;
    opinion.status = status;
    opinion.answer = answer;
    if (!answer.empty()) opinion.answeredBy = "林晓";
    bank.apply(Edit().put(opinion));
  }

 private:
  void deliver(formats::Edit& edit, int number, formats::Invitation::Phase phase,
               const std::vector<int>& verdicts, const std::vector<int>& relevance) {
    using namespace formats;
    Invitation sent;
    sent.id = Id::wellKnown(8000U + static_cast<unsigned>(round.invitations.size()));
    sent.expert = expert(number);
    sent.phase = phase;
    round.invitations.push_back(sent);
    ExpertAnswers answers;
    answers.round = round.id;
    answers.invitation = sent.id;
    answers.expert = sent.expert;
    answers.conflict = "无";
    answers.comment = number == 0 ? "总体符合要求，个别试题超纲。" : "";
    answers.rubric = {{"a", Marks::whole(8 + number), {}, {}}, {"b", Marks::whole(16), {}, {}}};
    for (int i = 0; i < 5; ++i) {
      const auto at = static_cast<std::size_t>(i);
      answers.scores.push_back(
          {item(i + 1), relevance[at], 60 + 5 * number, static_cast<ItemVerdict>(verdicts[at]), {}});
    }
    edit.put(Submission{sent.id, round.id, sent.expert, {}, answers, {}});
  }
};

}  // namespace tiku::tests
