// The shipped banks: one that nothing can be said against, and one where every listed fault is found.
#include <fstream>
#include <regex>
#include <set>

#include <catch2/catch.hpp>

#include "formats/package/package.h"
#include "tests/support/places.h"
#include "validators/checker/checker.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

std::vector<Finding> checkSample(const std::string& name) {
  const Bank bank = loadBank(tiku::tests::sourceRoot() / "samples" / name).bank;
  return check(bank, Profile::load(bank.info().profile));
}

// The rules in backquotes of the table in samples/liangju-faults.md.
std::set<std::string> listedRules() {
  std::ifstream list(tiku::tests::sourceRoot() / "samples" / "liangju-faults.md");
  static const std::regex kRule("`([a-z]+/[a-z-]+)`");
  std::set<std::string> rules;
  for (std::string line; std::getline(list, line);) {
    for (std::sregex_iterator match(line.begin(), line.end(), kRule), end; match != end; ++match)
      rules.insert((*match)[1]);
  }
  return rules;
}

}  // namespace

TEST_CASE("nothing can be said against the sample bank") {
  for (const Finding& finding : checkSample("liangju")) {
    UNSCOPED_INFO(finding.message);
    CHECK(finding.rule.empty());
  }
}

TEST_CASE("every fault that is listed beside the faulty sample is found, and nothing else") {
  const std::vector<Finding> findings = checkSample("liangju-faults");
  std::set<std::string> spoke;
  for (const Finding& finding : findings) spoke.insert(finding.rule);
  CHECK(listedRules().size() == 17);
  CHECK(spoke == listedRules());
  CHECK(summarise(findings) == Summary{7, 12, 0, 0});
}

TEST_CASE("the faulty sample says of a missing point one thing, with what follows below it") {
  for (const Finding& finding : checkSample("liangju-faults")) {
    if (finding.rule != "mix/types-per-point" || !finding.cause) continue;
    CHECK(finding.message ==
          "三级 · 相关知识 B-C-B-004「研磨剂的选用」没有试题；需要单选题 1 道、多选题 1 道、判断题 1 "
          "道（教学示例，非法规）。");
    CHECK(finding.cause->rule == "mix/types-per-point");
    return;
  }
  FAIL("the point without items is not reported");
}
