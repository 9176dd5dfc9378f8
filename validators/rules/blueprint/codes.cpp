#include "validators/rules/blueprint/codes.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "formats/base/say.h"
#include "validators/rules/coverage/ladder.h"
#include "validators/rules/support/causes.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Blueprint;
using formats::ElementTable;
using formats::Id;
using formats::Level;
using formats::say;
using formats::Scope;
using formats::TablePlace;
using formats::operator""_a;

namespace {

/// The codes of the scopes, or of the points, of one parent.
struct Siblings {
  Id parent;  ///< Empty at the top.
  std::vector<const Scope*> path;
  std::string where;  ///< For messages.
  std::string field;
  bool points = false;
  std::vector<std::string> codes;
};

/// The place of a code in its order: 1 for "A", 7 for "007".
std::optional<int> ordinal(const std::string& code) {
  if (code.size() == 1 && code[0] >= 'A' && code[0] <= 'Z') return code[0] - 'A' + 1;
  if (code.size() == 1 && code[0] >= 'a' && code[0] <= 'z') return code[0] - 'a' + 1;
  int number = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), number);
  if (error != std::errc() || end != code.data() + code.size() || number < 0) return std::nullopt;
  return number;
}

/// The code with that place, written like `example`.
std::string codeAt(int place, const std::string& example) {
  const bool digits = example[0] >= '0' && example[0] <= '9';
  if (!digits) return std::string(1, static_cast<char>((example[0] >= 'a' ? 'a' : 'A') + place - 1));
  std::string number = std::to_string(place);
  if (example.size() > number.size() && example[0] == '0')
    number.insert(0, example.size() - number.size(), '0');
  return number;
}

/// The codes left out between the first and the last; nothing when the codes are in no order known.
std::vector<std::string> gaps(const std::vector<std::string>& codes) {
  constexpr int kMostListed = 20;
  std::vector<int> places;
  for (const std::string& code : codes) {
    const auto place = ordinal(code);
    if (!place) return {};
    places.push_back(*place);
  }
  std::vector<std::string> missing;
  if (places.empty()) return missing;
  std::ranges::sort(places);
  const std::string& example = *std::ranges::min_element(codes);
  int next = std::min(places.front(), 1);
  for (const int place : places) {
    for (; next < place && missing.size() < kMostListed; ++next) missing.push_back(codeAt(next, example));
    next = std::max(next, place + 1);
  }
  return missing;
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text = text.empty() ? word : say("{before}、{next}", "before"_a = text, "next"_a = word);
  }
  return text;
}

std::vector<Siblings> siblingsOf(const ElementTable& table, Level level, const std::string& name,
                                 const char* field) {
  std::vector<Siblings> all;
  Siblings tops{{},    {},    say("{level}{table}", "level"_a = levelWord(level), "table"_a = name),
                field, false, {}};
  for (const auto& top : table.tops) tops.codes.push_back(top.scope.code);
  all.push_back(std::move(tops));
  walk(table, [&](const TablePlace& at) {
    if (at.point != nullptr) return;
    const Scope& scope = *at.path.back();
    const std::string where = scopeWords(level, at.part, at.code(), scope.name);
    Siblings scopes{scope.id, at.path, where, "scopes", false, {}};
    for (const Scope& child : scope.scopes) scopes.codes.push_back(child.code);
    all.push_back(std::move(scopes));
    Siblings points{scope.id, at.path, where, "points", true, {}};
    for (const auto& point : scope.points) points.codes.push_back(point.code);
    all.push_back(std::move(points));
  });
  return all;
}

class Judge {
 public:
  Judge(const std::string& clause, std::vector<Finding>& found) : clause_(clause), found_(found) {}

  void empty(const Siblings& at) {
    const auto count = std::ranges::count(at.codes, std::string());
    if (count == 0) return;
    add(at, "/empty", std::to_string(count), std::to_string(count),
        say("{where}下有 {count} 个没有代码（{clause}）。", "where"_a = at.where, "count"_a = count,
            "clause"_a = clause_),
        say("给它们编上代码。"));
  }
  void repeated(const Siblings& at) {
    std::map<std::string, int> counts;
    for (const std::string& code : at.codes) ++counts[code];
    std::vector<std::string> twice;
    for (const auto& [code, count] : counts) {
      if (count > 1 && !code.empty()) twice.push_back(code);
    }
    if (twice.empty()) return;
    add(at, "/repeated", std::to_string(twice.size()), listed(twice),
        say("{where}下的代码 {codes} 重复（{clause}）。", "where"_a = at.where, "codes"_a = listed(twice),
            "clause"_a = clause_),
        say("同一范围内代码不能相同，改正其中一个。"));
  }
  /// How many codes are left out; the finding is then the last one.
  int gap(const Siblings& at) {
    const std::vector<std::string> missing = gaps(at.codes);
    if (missing.empty()) return 0;
    add(at, "/gap", std::to_string(missing.size()), listed(missing),
        say("{where}下的代码不连续，缺 {codes}（{clause}）。", "where"_a = at.where,
            "codes"_a = listed(missing), "clause"_a = clause_),
        say("补上缺的一项，或重新编号。"));
    return static_cast<int>(missing.size());
  }

 private:
  void add(const Siblings& at, const char* kind, std::string measured, std::string judged,
           std::string message, std::string advice) {
    Finding finding;
    finding.subject.id = at.parent;
    finding.subject.field = at.field + kind;
    finding.measured = std::move(measured);
    finding.required = "0";
    finding.judged = std::move(judged);
    finding.message = std::move(message);
    finding.advice = std::move(advice);
    found_.push_back(std::move(finding));
  }

  const std::string& clause_;
  std::vector<Finding>& found_;
};

}  // namespace

void Codes::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const Blueprint* blueprint = facts.bank().blueprint(level);
  if (blueprint == nullptr) return;
  const CoverageLadder ladder = coverageLadder(*blueprint, facts, profile());
  Judge judge(settings().clauseFor(level), found);
  const auto each = [&](const ElementTable& table, const std::string& name, const char* field) {
    for (const Siblings& siblings : siblingsOf(table, level, name, field)) {
      judge.empty(siblings);
      judge.repeated(siblings);
      const int left = judge.gap(siblings);
      if (left == 0 || !siblings.points || &table != &blueprint->theory) continue;
      found.back().cause = ladder.strayPoints >= left ? std::optional(pointMissingKey(level))
                                                      : ladder.shortfallAt(siblings.path);
    }
  };
  each(blueprint->theory, say("理论知识细目表"), "theory");
  each(blueprint->skills, say("操作技能细目表"), "skills");
}

}  // namespace tiku::validators
