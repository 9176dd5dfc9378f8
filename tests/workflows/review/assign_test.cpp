#include "workflows/review/assign.h"

#include <algorithm>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "formats/base/error.h"

using namespace tiku::formats;
using namespace tiku::workflows;

namespace {

std::vector<Id> ids(unsigned first, int count) {
  std::vector<Id> list;
  for (int i = 0; i < count; ++i) list.push_back(Id::wellKnown(first + static_cast<unsigned>(i)));
  return list;
}

std::string name(Id id) {
  return "试题 " + id.str();
}

bool anybody(Id, Id) {
  return true;
}

std::map<Id, int> loads(const Assignment& assignment, const std::vector<Id>& experts) {
  std::map<Id, int> load;
  for (const Id expert : experts) load[expert] = 0;
  for (const auto& [object, own] : assignment) {
    for (const Id expert : own) ++load[expert];
  }
  return load;
}

}  // namespace

TEST_CASE("every object has its experts, all different, and the loads differ by one at most", "[review]") {
  for (int objects = 0; objects < 40; objects += 3) {
    for (int experts = 3; experts < 8; ++experts) {
      for (int each = 1; each <= 3; ++each) {
        const auto panel = ids(1000, experts);
        const auto made = assignObjects(ids(1, objects), panel, each, std::to_string(objects), anybody, name);
        REQUIRE(made.size() == static_cast<std::size_t>(objects));
        for (const auto& [object, own] : made) {
          CHECK(std::set(own.begin(), own.end()).size() == static_cast<std::size_t>(each));
          CHECK(std::ranges::is_sorted(own));
        }
        const auto load = loads(made, panel);
        const auto [least, most] = std::ranges::minmax_element(load, {}, &std::pair<const Id, int>::second);
        CHECK(most->second - least->second <= 1);
      }
    }
  }
}

TEST_CASE("where avoidance makes loads uneven, no handing on could make them more even", "[review]") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    const auto panel = ids(1000, 3 + static_cast<int>(random() % 5));
    const auto objects = ids(1, static_cast<int>(random() % 30));
    std::set<std::pair<Id, Id>> avoided;
    for (const Id object : objects) {
      for (std::size_t i = 0; i + 2 < panel.size(); ++i) {
        if (random() % 2 == 0) avoided.emplace(object, panel[i]);
      }
    }
    const MayReview may = [&](Id object, Id expert) { return !avoided.contains({object, expert}); };
    const auto made = assignObjects(objects, panel, 2, "seed", may, name);
    const auto load = loads(made, panel);
    for (const auto& [object, own] : made) {
      REQUIRE(own.size() == 2);
      for (const Id from : own) {
        REQUIRE(may(object, from));
        for (const Id to : panel) {
          const bool possible = may(object, to) && std::ranges::find(own, to) == own.end();
          if (possible) CHECK(load.at(from) <= load.at(to) + 1);
        }
      }
    }
  }
}

TEST_CASE("anyone can assign again with the seed, another seed gives another assignment", "[review]") {
  const auto panel = ids(1000, 5);
  auto objects = ids(1, 60);
  const auto made = assignObjects(objects, panel, 3, "a", anybody, name);
  std::ranges::reverse(objects);
  CHECK(assignObjects(objects, panel, 3, "a", anybody, name) == made);
  CHECK(assignObjects(objects, panel, 3, "b", anybody, name) != made);
  CHECK(assignmentSeed("t", Id::wellKnown(1)) != assignmentSeed("t", Id::wellKnown(2)));
}

TEST_CASE("an item that too few may review is named", "[review]") {
  const auto panel = ids(1000, 3);
  const MayReview may = [&](Id object, Id expert) {
    return object != Id::wellKnown(2) || expert == panel.front();
  };
  CHECK_THROWS_WITH(assignObjects(ids(1, 3), panel, 2, "s", may, name),
                    Catch::Contains(Id::wellKnown(2).str()) && Catch::Contains("需要 2 名专家"));
}
