#include "validators/rules/reviews/changed_since_approval.h"

#include <catch2/catch.hpp>

#include "formats/package/reviewed.h"
#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

Round approving(Id id, const char* title, const char* on, const TheoryItem& item) {
  Round round;
  round.id = id;
  round.title = title;
  round.steps.push_back({RoundState::kPassed, "王组长", Date::parse(on), "", {}});
  round.objects.push_back({item.id, {}, {}, reviewedDigest(std::make_shared<const TheoryItem>(item)), {}});
  return round;
}

struct Story {
  explicit Story(Bank b) : bank(std::move(b)), checker(bank, Profile::load("guizhou")) {}
  [[nodiscard]] std::vector<Finding> found() const {
    auto all = checker.findings();
    std::erase_if(all, [](const Finding& one) { return one.rule != ChangedSinceApproval::kId; });
    return all;
  }
  Bank bank;
  Checker checker;
};

}  // namespace

TEST_CASE("an approved item may get a difficulty and a status, but no other word", "[review]") {
  TheoryItem item = judgement("高压设备发生接地时，室内人员应距离故障点 4 m 以外。");
  Story story(bankWith(item, approving(Id::wellKnown(0x900), "第一轮", "2026-03-20", item)));
  CHECK(story.found().empty());

  item.difficulty = 5;
  item.status = ItemStatus::kReviewed;
  story.bank.apply(Edit().put(item));
  CHECK(story.found().empty());

  item.stem = text("高压设备发生接地时，室内人员应距离故障点 8 m 以外。");
  story.bank.apply(Edit().put(item));
  REQUIRE(story.found().size() == 1);
  const Finding finding = story.found().front();
  CHECK(finding.severity == Severity::kWarning);
  CHECK(finding.clause == "第十八条（四）");
  CHECK(finding.subject.id == item.id);
  CHECK(finding.message ==
        "三级判断题“高压设备发生接地时，室内人员应距…”在通过评审“第一轮”之后改动了（第十八条（四））。");
  CHECK(finding.advice == "恢复通过时的内容，或者重新送审；经批准改动的，写明理由予以豁免。");

  // The next round approves what it says now; the first one no longer counts.
  story.bank.apply(Edit().put(approving(Id::wellKnown(0x800), "第二轮", "2026-06-01", item)));
  CHECK(story.found().empty());
}

TEST_CASE("an approved item that was deleted is named by its round, one that was retired is not",
          "[review]") {
  TheoryItem item = judgement("高压设备发生接地时，室内人员应距离故障点 4 m 以外。");
  Story story(bankWith(item, approving(Id::wellKnown(0x900), "第一轮", "2026-03-20", item)));
  TheoryItem retired = item;
  retired.status = ItemStatus::kRetired;
  retired.stem = text("不用了。");
  story.bank.apply(Edit().put(retired));
  CHECK(story.found().empty());
  story.bank.apply(Edit().remove(item.id));
  REQUIRE(story.found().size() == 1);
  CHECK(story.found()[0].subject.id == Id::wellKnown(0x900));
  CHECK(story.found()[0].subject.field == item.id.str());
  CHECK(story.found()[0].message ==
        "通过了评审“第一轮”的 " + item.id.str() + " 已经删除（第十八条（四））。");
  story.bank.apply(Edit().remove(Id::wellKnown(0x900)));
  CHECK(story.found().empty());
}

TEST_CASE("the case that a set prints above approved items may not change either", "[review]") {
  const TheoryItem first = judgement("第一步应当切断电源。");
  const TheoryItem second = judgement("应当设专人监护。");
  ItemSet set(Id::wellKnown(0x910), level(3), ItemSet::Kind::kSharedStem);
  set.stem = text("某班组在 10 kV 线路上更换跌落式熔断器，作业前……");
  set.items = {first.id, second.id};
  Bank bank = bankWith(first, second, set);
  Round round = approving(Id::wellKnown(0x900), "第一轮", "2026-03-20", first);
  round.objects[0].approved = reviewedDigest(bank, *bank.object(first.id));
  bank.apply(Edit().put(round));
  Story story(std::move(bank));
  CHECK(story.found().empty());

  // Another item below the same case, and where the case was taken from, change nothing for the first.
  const TheoryItem third = judgement("更换后应当核相。");
  set.items.push_back(third.id);
  set.source.file = "运行规程.docx";
  story.bank.apply(Edit().put(third).put(set));
  CHECK(story.found().empty());

  set.stem = text("某班组在 0.4 kV 线路上更换跌落式熔断器，作业前……");
  const Edit back = story.bank.apply(Edit().put(set));
  REQUIRE(story.found().size() == 1);
  CHECK(story.found()[0].subject.id == first.id);
  CHECK(story.found()[0].advice ==
        "恢复通过时的内容，或者重新送审；经批准改动的，写明理由予以豁免。题组的共用题干和共用备选答案也算在内"
        "。");
  story.bank.apply(back);
  CHECK(story.found().empty());

  // Without its case the item asks something else.
  story.bank.apply(Edit().remove(set.id));
  REQUIRE(story.found().size() == 1);
  CHECK(story.found()[0].subject.id == first.id);
}
