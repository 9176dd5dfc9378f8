#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/base/secret.h"
#include "formats/package/reviewed.h"
#include "formats/package/rubric_file.h"
#include "workflows/review/anchors.h"
#include "workflows/review/begin.h"
#include "workflows/review/collect.h"
#include "workflows/review/invite.h"
#include "workflows/review/opinions.h"

/// A bank, a panel of five, and what they do, for tests that tell of reviews.
namespace tiku::tests {

using namespace tiku::formats;
using namespace tiku::workflows;

inline Date day(const char* text) {
  return *Date::parse(text);
}

inline Id itemId(int number) {
  return *Id::ofDigest(sha256("item " + std::to_string(number)));
}

/// Of 凯里工业技师学院: 10 theory items at level 3, written by 李师傅, one of them with a wrong key.
inline Bank reviewableBank() {
  BankInfo info;
  info.packageId = Id::wellKnown(0x4000);
  info.title = "电工三级题库";
  info.levels = {*Level::of(3)};
  info.institution.name = "凯里工业技师学院";
  Bank bank(info);
  Edit edit;
  People people;
  people.people.push_back(
      {Id::wellKnown(0x4100), "李师傅", Person::Kind::kContentExpert, "凯里工业技师学院", "", "", {}});
  for (int i = 0; i < 10; ++i) {
    TheoryItem item(itemId(i), *Level::of(3), ItemType::kTrueFalse);
    item.code = "T-" + std::to_string(i);
    item.stem = RichText::plain("第 " + std::to_string(i) + " 题：变压器油的作用是绝缘和散热。");
    item.key = JudgementKey{i != 3};
    item.author = Id::wellKnown(0x4100);
    item.source = {"李师傅的题.docx", "段 1", {}};
    edit.put(std::move(item));
  }
  Blueprint blueprint(*Level::of(3));
  blueprint.theory.compiledBy = "李师傅";
  edit.put(people).put(blueprint);
  bank.apply(edit);
  return bank;
}

inline std::vector<Panelist> fivePanelists() {
  static const std::vector<std::string> kNames{"赵工", "钱工", "孙工", "吴工", "周工"};
  std::vector<Panelist> panel;
  for (unsigned i = 0; i < 5; ++i) {
    panel.push_back({Id::wellKnown(0x6000U + i),
                     kNames[i],
                     "贵阳第" + std::to_string(i + 1) + "职业学校",
                     i == 0,
                     "",
                     {}});
  }
  return panel;
}

/// The bank of the institution while the round goes on, and what the round saw at its start.
struct PanelStory {
  Bank reviewed = reviewableBank();
  Bank bank = reviewed;
  std::string key = std::string(32, 'k');
  Id round;

  void start(int perItem = 3) {
    RoundPlan plan = planRound(validators::Profile::load("guizhou"), day("2026-03-02")).plan;
    plan.title = "报备评审";
    plan.commit = "c0ffee";
    plan.tree = "7ea";
    plan.panel = fivePanelists();
    plan.perItem = perItem;
    plan.rubric = loadRubric("default");
    plan.key = "fingerprint";
    put(startRound(reviewed, plan, {"人社局 王科长", day("2026-03-02")}));
  }

  [[nodiscard]] const Round& now() const { return *bank.find<Round>(round); }

  void put(Round next) {
    round = next.id;
    Edit edit;
    bank.apply(edit.put(std::move(next)));
  }

  ReviewFile invite(Id expert, const char* on = "2026-03-03") {
    Round next = now();
    ReviewFile file = inviteExpert(next, reviewed, bank, expert, key, {"赵工", day(on)});
    put(std::move(next));
    return file;
  }

  Collected take(const ReviewFile& file, const char* on = "2026-03-10") {
    const std::string bytes = file.bytes();
    Collected taken = collect(bank, ReviewFile::read(bytes, "returned"), bytes, key, day(on));
    bank.apply(taken.edit);
    return taken;
  }

  void open(const char* on = "2026-03-17", const std::string& reason = {}) {
    bank.apply(openRound(bank, now(), key, {"赵工", day(on), reason}));
  }
};

/// Scores for everything that the file asks for.
inline ExpertAnswers allScored(const ReviewFile& file) {
  ExpertAnswers answers = file.answers();
  answers.conflict = "无";
  answers.rubric.clear();
  for (const RubricLine& line : file.task().rubric.lines)
    answers.rubric.push_back({line.id, line.marks, "", {}});
  answers.scores.clear();
  for (const Id object : file.task().objects)
    answers.scores.push_back({object, 4, 70, ItemVerdict::kAdopt, {}});
  return answers;
}

inline Annotation remarkOn(const Bank& bank, Id object, const char* quote, const char* comment,
                           std::optional<std::string> suggestion = {}) {
  return {Id::random(),
          anchorAt(bank, object, "stem", quote),
          RemarkKind::kKnowledge,
          Gravity::kGrave,
          comment,
          std::move(suggestion),
          {}};
}

inline void fill(ReviewFile& file, const char* on = "2026-03-09") {
  file.answer(allScored(file));
  file.submit(day(on));
}

}  // namespace tiku::tests
