#include "validators/rules/size/bank_size.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

std::vector<std::string> sizesOf(const Bank& bank, const char* profile) {
  std::vector<std::string> messages;
  for (const Finding& finding : check(bank, Profile::load(profile))) {
    if (finding.rule.starts_with("size/")) messages.push_back(finding.message);
  }
  return messages;
}

Bank bankOfItems(int number, int theory, int skills) {
  Bank bank = bankOfLevel(number);
  Edit edit;
  for (int i = 0; i < theory; ++i) edit.put(TheoryItem(Id::random(), level(number), ItemType::kTrueFalse));
  for (int i = 0; i < skills; ++i) edit.put(SkillItem(Id::random(), level(number)));
  bank.apply(edit);
  return bank;
}

}  // namespace

TEST_CASE("五级 to 三级 need 1000 theory items, 二级 and 一级 460, each level 30 operational items") {
  CHECK(sizesOf(bankOfItems(3, 999, 29), "guizhou") ==
        std::vector<std::string>{"三级操作技能试题 29 道，少于 30 道（第六条（二）2）。",
                                 "三级理论知识试题 999 道，少于 1000 道（第六条（二）1）。"});
  CHECK(sizesOf(bankOfItems(3, 1000, 30), "guizhou").empty());
  CHECK(sizesOf(bankOfItems(1, 460, 30), "guizhou").empty());
  CHECK(sizesOf(bankOfItems(1, 459, 30), "guizhou") ==
        std::vector<std::string>{"一级理论知识试题 459 道，少于 460 道（第六条（二）1）。"});
}

TEST_CASE("Wuxi asks 800 theory items of every level") {
  CHECK(sizesOf(bankOfItems(1, 460, 30), "chongqing-wuxi") ==
        std::vector<std::string>{"一级理论知识试题 460 道，少于 800 道（七（二））。"});
  CHECK(sizesOf(bankOfItems(3, 800, 30), "chongqing-wuxi").empty());
}

TEST_CASE("a bank of papers is counted in papers, and retired ones do not count") {
  BankInfo info;
  info.levels = {level(4)};
  info.theoryKind = BankKind::kPapers;
  info.skillsKind = BankKind::kPapers;
  Bank bank(info);
  Edit edit;
  for (int i = 0; i < 10; ++i) {
    edit.put(Paper(Id::random(), level(4), Paper::Kind::kTheory));
    Paper skills(Id::random(), level(4), Paper::Kind::kSkills);
    if (i == 0) skills.status = ItemStatus::kRetired;
    edit.put(skills);
  }
  bank.apply(edit);
  CHECK(sizesOf(bank, "guizhou") ==
        std::vector<std::string>{"四级操作技能试卷 9 套，少于 10 套（第六条（二）2）。"});
}

TEST_CASE("where filling every point would fill the bank, the size folds under the mix") {
  Bank bank = bankOfLevel(3);
  bank.apply(Edit().put(blueprint(3, scope("A", "基本要求", "25", 50), scope("B", "检修", "75", 150))));
  const auto found = findingsOf(bank, TheoryItemsSize::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].measured == "0");
  CHECK(found[0].cause == typesPerPointKey(level(3)));
}
