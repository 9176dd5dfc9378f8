#include "workflows/blueprint/derive.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"
#include "validators/rules/support/standard_rows.h"

namespace tiku::workflows {

using namespace tiku::formats;
using validators::sameName;

namespace {

/// What the standard wants in the tree: a scope with its weight, its trace, and what lies in it.
struct Wanted {
  std::string name;
  std::optional<Weight> weight;
  std::optional<Id> entry;
  std::vector<Wanted> inside;
};

std::optional<Weight> weightOf(const std::vector<WeightRow>& rows, WeightRow::Kind kind,
                               const std::string& name, Level level) {
  for (const WeightRow& row : rows) {
    if (row.kind != kind || (kind == WeightRow::Kind::kFunction && !sameName(row.name, name))) continue;
    const auto weight = row.weights.find(level);
    if (weight != row.weights.end()) return weight->second;
  }
  return std::nullopt;
}

std::optional<Weight> sumOf(const std::vector<Wanted>& parts) {
  std::optional<Weight> sum;
  for (const Wanted& part : parts) {
    if (part.weight) sum = sum.value_or(Weight()) + *part.weight;
  }
  return sum;
}

Wanted basicsOf(const Standard& standard, Level level) {
  Wanted basics{"基本要求", {}, {}, {}};
  const auto add = [&](BasicTopic::Part part, WeightRow::Kind kind, const std::string& name) {
    Wanted chapter{name, weightOf(standard.theoryWeights, kind, name, level), {}, {}};
    for (const BasicTopic& topic : standard.basics) {
      if (topic.part == part) chapter.inside.push_back({topic.title, {}, topic.id, {}});
    }
    if (!chapter.inside.empty() || chapter.weight) basics.inside.push_back(std::move(chapter));
  };
  // The words of the document, whatever the language of the screen.
  add(BasicTopic::Part::kEthics, WeightRow::Kind::kEthics, "职业道德");
  add(BasicTopic::Part::kFoundation, WeightRow::Kind::kFoundation, "基础知识");
  basics.weight = sumOf(basics.inside);
  return basics;
}

std::vector<Wanted> functionsOf(const Standard& standard, Level level,
                                const std::vector<WeightRow>& weights) {
  std::vector<Wanted> wanted;
  const LevelRequirements* requirements = standard.at(level);
  if (requirements == nullptr) return wanted;
  for (const Function& function : requirements->functions) {
    Wanted scope{
        function.name, weightOf(weights, WeightRow::Kind::kFunction, function.name, level), function.id, {}};
    for (const WorkContent& content : function.contents)
      scope.inside.push_back({content.name, {}, content.id, {}});
    wanted.push_back(std::move(scope));
  }
  return wanted;
}

/// Works wanted scopes into a table, and remembers what it did to which.
class Weaver {
 public:
  explicit Weaver(ElementTable& table) : table_(table) {}

  struct Deed {
    bool added = false;
    bool linked = false;
    std::string weightBefore;
  };
  [[nodiscard]] const std::map<Id, Deed>& deeds() const { return deeds_; }

  /// A heading of the national form with what belongs below it. A table whose tops are the functions
  /// themselves keeps that form.
  void heading(const Wanted& wanted, Part part) {
    if (wanted.inside.empty()) return;
    Id top;
    bool headless = false;
    for (const ElementTable::Top& each : table_.tops) {
      if (each.part != part) continue;
      if (sameName(each.scope.name, wanted.name) || validators::isHeading(each.scope)) {
        top = each.scope.id;
      } else {
        headless = true;
      }
    }
    if (top.empty() && headless) {
      for (const Wanted& inside : wanted.inside) place(inside, {}, part);
      return;
    }
    if (top.empty()) {
      top = insertScope(table_, {}, wanted.name, part);
      deeds_[top].added = true;
    }
    settle(*findEntry(table_, top)->scope, wanted);
    for (const Wanted& inside : wanted.inside) place(inside, top, part);
  }

  /// The scope of what is wanted, found or made inside `parent`; at the top where that is empty.
  void place(const Wanted& wanted, Id parent, Part part) {
    Id id = find(wanted, parent, part);
    if (id.empty()) {
      id = parent.empty() ? insertTop(wanted.name, part) : insertScopeInside(table_, parent, wanted.name);
      if (id.empty()) return;  // The table is as deep as it may be.
      deeds_[id].added = true;
    }
    settle(*findEntry(table_, id)->scope, wanted);
    for (const Wanted& inside : wanted.inside) place(inside, id, part);
  }

 private:
  Id insertTop(const std::string& name, Part part) { return insertScope(table_, {}, name, part); }

  /// By its trace, wherever it lies; else by its name below `parent`. A scope stands for one entry only.
  Id find(const Wanted& wanted, Id parent, Part part) const {
    Id byName;
    Id byTrace;
    walk(table_, [&](const TablePlace& at) {
      const Scope& scope = *at.path.back();
      if (at.point != nullptr || at.part != part || deeds_.contains(scope.id)) return;
      if (wanted.entry && scope.requirement == wanted.entry && byTrace.empty()) byTrace = scope.id;
      const bool inside =
          parent.empty() || std::ranges::any_of(at.path, [&](const Scope* s) { return s->id == parent; });
      if (inside && !scope.requirement && byName.empty() && sameName(scope.name, wanted.name)) {
        byName = scope.id;
      }
    });
    return byTrace.empty() ? byName : byTrace;
  }

  void settle(Scope& scope, const Wanted& wanted) {
    Deed& deed = deeds_[scope.id];
    deed.weightBefore = scope.weight ? scope.weight->str() : "";
    if (wanted.weight) scope.weight = wanted.weight;
    if (wanted.entry && !scope.requirement) {
      scope.requirement = wanted.entry;
      deed.linked = true;
    }
  }

  ElementTable& table_;
  std::map<Id, Deed> deeds_;
};

void report(const ElementTable& table, TableHalf half, const Weaver& weaver, std::vector<DerivedRow>& rows) {
  walk(table, [&](const TablePlace& at) {
    if (at.point != nullptr) return;
    const Scope& scope = *at.path.back();
    DerivedRow row{DerivedRow::Kind::kForeign,
                   half,
                   scope.id,
                   static_cast<int>(at.path.size()) - 1,
                   at.code(),
                   scope.name,
                   {},
                   scope.weight ? scope.weight->str() : "",
                   false};
    row.weightBefore = row.weightAfter;
    if (const auto deed = weaver.deeds().find(scope.id); deed != weaver.deeds().end()) {
      row.weightBefore = deed->second.weightBefore;
      row.linked = deed->second.linked && !deed->second.added;
      row.kind = deed->second.added                                  ? DerivedRow::Kind::kAdded
                 : row.linked || row.weightBefore != row.weightAfter ? DerivedRow::Kind::kChanged
                                                                     : DerivedRow::Kind::kKept;
    }
    rows.push_back(std::move(row));
  });
}

}  // namespace

std::string kindWords(const DerivedRow& row) {
  switch (row.kind) {
    case DerivedRow::Kind::kAdded:
      return say("新增");
    case DerivedRow::Kind::kChanged:
      return row.linked ? say("改动，与标准对应") : say("改动");
    case DerivedRow::Kind::kKept:
      return say("不变");
    case DerivedRow::Kind::kForeign:
      break;
  }
  return say("标准里没有，保留");
}

int Derivation::count(DerivedRow::Kind kind) const {
  return static_cast<int>(std::ranges::count(rows, kind, &DerivedRow::kind));
}

Edit Derivation::edit() const {
  Edit edit(say("从标准生成考评范围"));
  if (changesAnything()) edit.put(blueprint);
  return edit;
}

Derivation deriveBlueprint(const Bank& bank, Level level) {
  const Standard* standard = bank.standard();
  if (standard == nullptr) {
    throw FormatError(ErrorCode::kUsage, say("题库里还没有职业标准。"), {},
                      say("先录入或导入所依据的标准。"));
  }
  if (standard->at(level) == nullptr || standard->at(level)->functions.empty()) {
    throw FormatError(ErrorCode::kUsage,
                      say("所依据的标准没有{level}的工作要求。", "level"_a = validators::levelWord(level)),
                      {}, say("先在职业标准里写好这个等级的职业功能。"));
  }
  const Blueprint* now = bank.blueprint(level);
  Derivation derived(now == nullptr ? Blueprint(level) : *now);

  Weaver theory(derived.blueprint.theory);
  Wanted work{"相关知识", {}, {}, functionsOf(*standard, level, standard->theoryWeights)};
  work.weight = sumOf(work.inside);
  theory.heading(basicsOf(*standard, level), Part::kBasic);
  theory.heading(work, Part::kWork);
  report(derived.blueprint.theory, TableHalf::kTheory, theory, derived.rows);

  Weaver skills(derived.blueprint.skills);
  for (const Wanted& function : functionsOf(*standard, level, standard->skillsWeights)) {
    skills.place(function, {}, Part::kWork);
  }
  report(derived.blueprint.skills, TableHalf::kSkills, skills, derived.rows);
  return derived;
}

}  // namespace tiku::workflows
