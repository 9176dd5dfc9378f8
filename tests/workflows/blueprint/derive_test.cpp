#include "workflows/blueprint/derive.h"

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/package/package.h"
#include "tests/support/places.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using Kind = DerivedRow::Kind;

namespace {

const Level kThree = *Level::of(3);

Bank liangju() {
  return loadBank(tiku::tests::sourceRoot() / "samples" / "liangju").bank;
}

std::string line(const DerivedRow& row) {
  return row.code + " " + row.name + " " + row.weightAfter;
}

}  // namespace

TEST_CASE("a level without tables gets the national form with the weights of the standard") {
  Bank bank = liangju();
  bank.apply(Edit().remove(Blueprint::idOf(kThree)));
  const Derivation derived = deriveBlueprint(bank, kThree);
  CHECK(derived.count(Kind::kAdded) == static_cast<int>(derived.rows.size()));
  std::vector<std::string> theory;
  std::vector<std::string> skills;
  for (const DerivedRow& row : derived.rows) {
    (row.half == TableHalf::kTheory ? theory : skills).push_back(line(row));
  }
  CHECK(theory == std::vector<std::string>{"A 基本要求 25", "A-A 职业道德 5", "A-A-A 职业道德基本知识 ",
                                           "A-A-B 职业守则 ", "A-B 基础知识 20", "A-B-A 计量基础知识 ",
                                           "A-B-B 机械基础知识 ", "A-B-C 安全与法规知识 ", "B 相关知识 75",
                                           "B-A 检校准备 20", "B-A-A 环境与器具准备 ",
                                           "B-A-B 量具清点与检查 ", "B-B 量具校验 35", "B-B-A 卡尺校验 ",
                                           "B-B-B 千分尺校验 ", "B-B-C 指示表与量块使用 ", "B-C 量具维修 20",
                                           "B-C-A 卡尺维修 ", "B-C-B 千分尺与指示表维修 "});
  CHECK(skills.front() == "A 检校准备 20");
  CHECK(derived.blueprint.theory.tops.front().part == Part::kBasic);
  CHECK(bank.blueprint(kThree) == nullptr);

  bank.apply(derived.edit());
  CHECK_FALSE(deriveBlueprint(bank, kThree).changesAnything());
}

TEST_CASE("a finished table is left as it is") {
  const Bank bank = liangju();
  const Derivation derived = deriveBlueprint(bank, kThree);
  CHECK_FALSE(derived.changesAnything());
  CHECK(derived.edit().empty());
  CHECK(derived.blueprint == *bank.blueprint(kThree));
}

TEST_CASE("a wrong weight is put right, a missing content added, and nothing that is there is lost") {
  Bank bank = liangju();
  Blueprint blueprint = *bank.blueprint(kThree);
  Scope& work = blueprint.theory.tops[1].scope;
  work.scopes[0].weight = Weight::whole(22);
  work.scopes[1].requirement.reset();
  Scope own;
  own.id = Id::random();
  own.code = "D";
  own.name = "本院校自编";
  work.scopes.push_back(own);
  const Id repair = work.scopes[2].scopes[1].id;
  removeEntries(blueprint.theory, {repair});
  bank.apply(Edit().put(blueprint));

  const Derivation derived = deriveBlueprint(bank, kThree);
  std::vector<std::string> touched;
  for (const DerivedRow& row : derived.rows) {
    if (row.kind != Kind::kKept) touched.push_back(line(row) + (row.linked ? " 对应" : ""));
  }
  CHECK(touched == std::vector<std::string>{"B-A 检校准备 20", "B-B 量具校验 35 对应",
                                            "B-C-B 千分尺与指示表维修 ", "B-D 本院校自编 "});
  CHECK(derived.count(Kind::kAdded) == 1);
  CHECK(derived.count(Kind::kChanged) == 2);
  CHECK(derived.count(Kind::kForeign) == 1);
  CHECK(derived.blueprint.theory.pointCount() == blueprint.theory.pointCount());
}

TEST_CASE("without a standard there is nothing to derive from, and that is said") {
  CHECK_THROWS_AS(deriveBlueprint(Bank(), kThree), FormatError);
  CHECK_THROWS_AS(deriveBlueprint(liangju(), *Level::of(5)), FormatError);
}
