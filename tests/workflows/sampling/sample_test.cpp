#include "workflows/sampling/sample.h"

#include <algorithm>
#include <numeric>
#include <random>

#include <catch2/catch.hpp>

using namespace tiku::formats;
using namespace tiku::workflows;

namespace {

// A level-3 bank of two scopes under 基本要求 and 工作要求, with items on two points, always with the same
// ids.
struct SmallBank {
  Id ethicsPoint = Id::wellKnown(9001);
  Id workPoint = Id::wellKnown(9002);
  Bank bank = Bank(info());

  static BankInfo info() {
    BankInfo info;
    info.packageId = Id::wellKnown(9000);
    info.levels = {*Level::of(3)};
    return info;
  }

  SmallBank(int ethicsItems, int singles, int judgements, int skills) {
    Blueprint blueprint(*Level::of(3));
    Scope ethics{Id::wellKnown(9010), "A", "职业道德", {}, {}, {}, {}, {}, {}};
    ethics.points.push_back({ethicsPoint, "001", "职业守则", {}, {}, {}, {}, {}});
    Scope basic{Id::wellKnown(9011), "A", "基本要求", {}, {}, {}, {ethics}, {}, {}};
    Scope measure{Id::wellKnown(9012), "A", "尺寸检验", {}, {}, {}, {}, {}, {}};
    measure.points.push_back({workPoint, "001", "卡尺读数", {}, {}, {}, {}, {}});
    Scope work{Id::wellKnown(9013), "B", "相关知识", {}, {}, {}, {measure}, {}, {}};
    blueprint.theory.tops = {{Part::kBasic, basic}, {Part::kWork, work}};
    Edit edit;
    edit.put(blueprint);
    std::uint32_t number = 10000;
    const auto add = [&](int count, ItemType type, Id point) {
      for (int i = 0; i < count; ++i) {
        TheoryItem item(Id::wellKnown(number++), *Level::of(3), type);
        item.point = point;
        edit.put(item);
      }
    };
    add(ethicsItems, ItemType::kSingleChoice, ethicsPoint);
    add(singles, ItemType::kSingleChoice, workPoint);
    add(judgements, ItemType::kTrueFalse, workPoint);
    for (int i = 0; i < skills; ++i) edit.put(SkillItem(Id::wellKnown(number++), *Level::of(3)));
    bank.apply(edit);
  }
};

const tiku::validators::SampleShares kGuizhou{"第十条（一）6", 20, 30, 3};

}  // namespace

TEST_CASE("a share is rounded up, so that the sample never falls short of the clause") {
  CHECK(sampleQuota(1000, 20) == 200);
  CHECK(sampleQuota(1001, 20) == 201);
  CHECK(sampleQuota(30, 30) == 9);
  CHECK(sampleQuota(31, 30) == 10);
  CHECK(sampleQuota(0, 20) == 0);
}

TEST_CASE("strata share the quota by largest remainder, earlier ones first in a tie") {
  CHECK(shareQuota(3, {5, 5, 5}) == std::vector<int>{1, 1, 1});
  CHECK(shareQuota(4, {5, 5, 5}) == std::vector<int>{2, 1, 1});
  CHECK(shareQuota(29, {71, 50, 20}) == std::vector<int>{15, 10, 4});
  CHECK(shareQuota(2, {1, 1}) == std::vector<int>{1, 1});
  CHECK(shareQuota(0, {}) == std::vector<int>{});
}

TEST_CASE("any shares add up to the quota and never ask more of a stratum than it has") {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::vector<int> sizes(random() % 12 + 1);
    for (int& size : sizes) size = static_cast<int>(random() % 40);
    const int population = std::accumulate(sizes.begin(), sizes.end(), 0);
    const int quota = sampleQuota(population, static_cast<int>(random() % 101));
    const std::vector<int> quotas = shareQuota(quota, sizes);
    CHECK(std::accumulate(quotas.begin(), quotas.end(), 0) == quota);
    for (std::size_t i = 0; i < sizes.size(); ++i) CHECK(quotas[i] <= sizes[i]);
  }
}

TEST_CASE("the draw can be repeated with sha256sum alone") {
  // printf 'tiku-sample-1\n4b825dc642cb6eb9a060e54bf8d69288fbee4904\n20260301\n' | sha256sum
  const std::string seed = sampleSeed("4b825dc642cb6eb9a060e54bf8d69288fbee4904", "20260301");
  CHECK(seed == "e3be16a7c5f2ba67d7a0c82d4a0ea7b6e6f1cb2e720f34db6f4a61a713c38f27");
  CHECK(sampleSeed("4b825dc642cb6eb9a060e54bf8d69288fbee4904", " 20260301\n") == seed);
  CHECK(sampleSeed("4b825dc642cb6eb9a060e54bf8d69288fbee4904", "20260302") != seed);
  // printf '%s:%s' "$seed" 6f9619ff-8b86-4011-b42d-00cf4fc964ff | sha256sum
  CHECK(sampleRank(seed, *Id::parse("6f9619ff-8b86-4011-b42d-00cf4fc964ff")) ==
        "d0fe20a685d17f22849fb118e4ef73565ebbb2ce23cfa5b113aee382fbf34eef");
}

TEST_CASE("every level gives its share of every section and type") {
  const SmallBank small(20, 50, 30, 31);
  const Sample sample = drawSample(small.bank, kGuizhou, "tree", "1");
  REQUIRE(sample.draws.size() == 2);
  const Draw& theory = sample.draws[0];
  CHECK(theory.population == 100);
  CHECK(theory.quota == 20);
  REQUIRE(theory.strata.size() == 3);
  CHECK(theory.strata[0].key == "basic/A-A/single-choice");
  CHECK(theory.strata[0].title == "基本要求 · A-A 职业道德 · 单选题");
  CHECK(theory.strata[0].quota == 4);
  CHECK(theory.strata[1].key == "work/B-A/single-choice");
  CHECK(theory.strata[1].quota == 10);
  CHECK(theory.strata[2].key == "work/B-A/true-false");
  CHECK(theory.strata[2].quota == 6);
  CHECK(theory.drawn().size() == 20);
  CHECK(sample.draws[1].quota == 10);
  for (const Draw& draw : sample.draws) {
    for (const Stratum& stratum : draw.strata) {
      for (std::size_t i = 0; i < stratum.candidates.size(); ++i) {
        const Candidate& candidate = stratum.candidates[i];
        CHECK(candidate.drawn == (i < static_cast<std::size_t>(stratum.quota)));
        CHECK(candidate.rank == sampleRank(sample.seed, candidate.id));
        if (i > 0) CHECK(stratum.candidates[i - 1].rank < candidate.rank);
      }
    }
  }
}

TEST_CASE("retired items are neither counted nor drawn, and the seed alone decides") {
  SmallBank small(20, 50, 30, 10);
  TheoryItem retired = *small.bank.find<TheoryItem>(Id::wellKnown(10000));
  retired.status = ItemStatus::kRetired;
  small.bank.apply(Edit().put(retired));
  const Sample sample = drawSample(small.bank, kGuizhou, "tree", "1");
  CHECK(sample.draws[0].population == 99);
  CHECK(std::ranges::count(sample.drawn(), retired.id) == 0);
  CHECK(drawSample(Bank(small.bank), kGuizhou, "tree", "1").drawn() == sample.drawn());
  CHECK(drawSample(small.bank, kGuizhou, "tree", "2").drawn() != sample.drawn());
  CHECK(drawSample(small.bank, kGuizhou, "another tree", "1").drawn() != sample.drawn());
}

TEST_CASE("a paper bank gives three papers a level, or all it has") {
  SmallBank small(5, 5, 5, 0);
  BankInfo info = small.bank.info();
  info.theoryKind = BankKind::kPapers;
  Edit edit;
  edit.put(info);
  for (std::uint32_t i = 0; i < 10; ++i)
    edit.put(Paper(Id::wellKnown(20000 + i), *Level::of(3), Paper::Kind::kTheory));
  small.bank.apply(edit);
  const Sample sample = drawSample(small.bank, kGuizhou, "tree", "1");
  CHECK(sample.draws[0].kind == Draw::Kind::kTheoryPapers);
  CHECK(sample.draws[0].drawn().size() == 3);
  for (std::uint32_t i = 2; i < 10; ++i) small.bank.apply(Edit().remove(Id::wellKnown(20000 + i)));
  CHECK(drawSample(small.bank, kGuizhou, "tree", "1").draws[0].drawn().size() == 2);
}
