// docs/rules.md lists every rule, and profiles keep to schemas/profile.rng.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include <catch2/catch.hpp>

#include "formats/base/resources.h"
#include "tests/support/places.h"
#include "tests/support/relax_ng.h"
#include "validators/checker/profile.h"
#include "validators/checker/rule.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

/// "错误 · 第六条（三）1；三级 第六条（三）2", or a dash when the profile has no such rule.
std::string citation(const Profile& profile, std::string_view rule) {
  const RuleSettings* settings = profile.rule(rule);
  if (settings == nullptr) return "—";
  static const std::map<Severity, std::string> kWords{
      {Severity::kError, "错误"}, {Severity::kWarning, "警告"}, {Severity::kInfo, "信息"}};
  std::string text = kWords.at(settings->severity) + " · " + settings->clause;
  for (const auto& [level, clause] : settings->levelClauses) {
    text += "；" + std::string(level.name()) + " " + clause;
  }
  return text;
}

/// Rows of the table by rule: the cells after the first.
std::map<std::string, std::vector<std::string>> documentedRules() {
  std::ifstream file(tiku::tests::sourceRoot().string() + "/docs/rules.md");
  std::map<std::string, std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("| `")) continue;
    std::vector<std::string> cells;
    for (std::size_t at = 2; at < line.size();) {
      const std::size_t end = line.find(" |", at);
      if (end == std::string::npos) break;
      cells.push_back(line.substr(at, end - at));
      at = end + 3;
    }
    const std::string rule = cells.at(0).substr(1, cells[0].size() - 2);
    cells.erase(cells.begin());
    rows.emplace(rule, cells);
  }
  return rows;
}

}  // namespace

TEST_CASE("the rules of the program are in order, none twice, and each can be found") {
  const auto rules = allRules();
  CHECK(std::ranges::is_sorted(rules, std::ranges::less_equal(), &RuleEntry::id));
  for (const RuleEntry& rule : rules) CHECK(findRule(rule.id) == &rule);
  CHECK(findRule("coverage/nothing") == nullptr);
}

TEST_CASE("docs/rules.md says of every rule what it judges and how each profile cites it") {
  const auto rows = documentedRules();
  std::vector<std::string> documented;
  for (const auto& [rule, cells] : rows) documented.push_back(rule);
  std::vector<std::string> known;
  for (const RuleEntry& rule : allRules()) known.emplace_back(rule.id);
  CHECK(documented == known);
  const Profile guizhou = Profile::load("guizhou");
  const Profile wuxi = Profile::load("chongqing-wuxi");
  const Profile tutorial = Profile::load("tutorial");
  for (const auto& [rule, cells] : rows) {
    INFO(rule);
    REQUIRE(cells.size() == 4);
    CHECK_FALSE(cells[0].empty());
    CHECK(cells[1] == citation(guizhou, rule));
    CHECK(cells[2] == citation(wuxi, rule));
    CHECK(cells[3] == citation(tutorial, rule));
  }
}

TEST_CASE("every rule of the program is used by the Guizhou profile") {
  const Profile guizhou = Profile::load("guizhou");
  for (const RuleEntry& rule : allRules()) {
    INFO(rule.id);
    CHECK(guizhou.rule(rule.id) != nullptr);
  }
}

TEST_CASE("the built-in profiles keep to schemas/profile.rng") {
  const tiku::tests::Grammar grammar(resource("schemas/profile.rng"));
  for (const std::string& id : Profile::builtIn()) {
    INFO(id);
    std::string text(resource("schemas/profiles/" + id + ".xml"));
    CHECK(grammar.allows(text));
    text.replace(text.find("severity"), 8, "strength");
    CHECK_FALSE(grammar.allows(text));
  }
}
