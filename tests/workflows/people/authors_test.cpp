#include "workflows/people/authors.h"

#include <catch2/catch.hpp>

using namespace tiku::formats;
using namespace tiku::workflows;

TEST_CASE("the items of people who leave go to those who take them over, or to nobody, in one edit") {
  const Level level = *Level::of(3);
  const Id zhao = Id::random();
  const Id qian = Id::random();
  const Id sun = Id::random();
  TheoryItem theory(Id::random(), level, ItemType::kTrueFalse);
  theory.author = zhao;
  SkillItem skill(Id::random(), level);
  skill.author = qian;
  TheoryItem other(Id::random(), level, ItemType::kTrueFalse);
  other.author = sun;
  Bank bank;
  bank.apply(Edit().put(theory).put(skill).put(other));
  CHECK(itemsWrittenBy(bank, zhao) == 1);
  CHECK(itemsWrittenBy(bank, qian) == 1);

  // 赵工's go to 钱工, who goes as well and leaves everything to 孙工.
  Edit edit;
  handOver(bank, {{zhao, qian}, {qian, sun}}, edit);
  const Edit back = bank.apply(edit);
  CHECK(itemsWrittenBy(bank, sun) == 3);
  bank.apply(back);

  Edit toNobody;
  handOver(bank, {{zhao, std::nullopt}}, toNobody);
  bank.apply(toNobody);
  CHECK_FALSE(bank.find<TheoryItem>(theory.id)->author);
  CHECK(bank.find<SkillItem>(skill.id)->author == qian);
  bank.apply(back);

  // Two who name each other leave to nobody.
  Edit ring;
  handOver(bank, {{zhao, qian}, {qian, zhao}}, ring);
  bank.apply(ring);
  CHECK_FALSE(bank.find<SkillItem>(skill.id)->author);
}
