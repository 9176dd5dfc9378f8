// Tables whose rows lie below one another.
#include "formats/compare/merge_values.h"

namespace tiku::formats::merging {

namespace {

using TableRow = std::variant<ScopeRow, Point>;
using TableGrove = Grove<TableRow>;

// False where an id is there twice, which no table of ours is.
bool addScope(TableGrove& grove, const std::string& home, const Scope& scope, std::optional<Part> part) {
  const std::string name = scope.id.str();
  const ScopeRow row{part, scope.code, scope.name, scope.weight, scope.requirement, scope.note, scope.extras};
  bool good = grove.add(name, home, row);
  for (const Scope& child : scope.scopes) good = addScope(grove, homeIn(name, "scopes"), child, {}) && good;
  for (const Point& point : scope.points)
    good = grove.add(point.id.str(), homeIn(name, "points"), point) && good;
  return good;
}

std::optional<TableGrove> groveOf(const ElementTable& table) {
  TableGrove grove;
  bool good = true;
  for (const ElementTable::Top& top : table.tops) good = addScope(grove, "", top.scope, top.part) && good;
  return good ? std::optional(std::move(grove)) : std::nullopt;
}

Scope scopeOf(const TableGrove& grove, const std::string& name) {
  const auto& row = std::get<ScopeRow>(grove.at(name).row);
  Scope scope;
  scope.id = *Id::parse(name);
  scope.code = row.code;
  scope.name = row.name;
  scope.weight = row.weight;
  scope.requirement = row.requirement;
  scope.note = row.note;
  scope.extras = row.extras;
  for (const std::string& child : grove.listAt(homeIn(name, "scopes")))
    scope.scopes.push_back(scopeOf(grove, child));
  for (const std::string& point : grove.listAt(homeIn(name, "points"))) {
    scope.points.push_back(std::get<Point>(grove.at(point).row));
  }
  return scope;
}

std::vector<ElementTable::Top> topsOf(const TableGrove& grove) {
  std::vector<ElementTable::Top> tops;
  for (const std::string& name : grove.listAt("")) {
    tops.push_back({std::get<ScopeRow>(grove.at(name).row).part.value_or(Part::kWork), scopeOf(grove, name)});
  }
  return tops;
}

// A row that is of one kind here and of another there has no lists that fit.
template <typename Row>
bool sameKinds(const Grove<Row>& a, const Grove<Row>& b) {
  for (const auto& [name, node] : a.nodes()) {
    const auto* other = b.find(name);
    if (other != nullptr && other->row.index() != node.row.index()) return false;
  }
  return true;
}

template <typename Row>
bool fit(const std::optional<Grove<Row>>& base, const std::optional<Grove<Row>>& mine,
         const std::optional<Grove<Row>>& theirs) {
  return base && mine && theirs && sameKinds(*base, *mine) && sameKinds(*base, *theirs) &&
         sameKinds(*mine, *theirs);
}

// "A-B-001" by the codes on the way down.
std::string codeIn(const TableGrove& grove, const std::string& name) {
  std::string code;
  for (std::string at = name; !at.empty();) {
    const auto* node = grove.find(at);
    if (node == nullptr) break;
    const std::string own = std::visit([](const auto& row) { return row.code; }, node->row);
    code = code.empty() ? own : own + "-" + code;
    at = parentOf(node->home);
  }
  return code;
}

std::string callRow(const TableGrove& grove, const std::string& name, const TableRow& row) {
  const std::string code = codeIn(grove, name);
  if (const auto* point = std::get_if<Point>(&row)) {
    return say("考评点 {code}“{name}”", "code"_a = code, "name"_a = point->name);
  }
  return say("考评范围 {code}“{name}”", "code"_a = code, "name"_a = std::get<ScopeRow>(row).name);
}

}  // namespace

ElementTable mergeNested(Merger& merger, const At& at, const ElementTable* base, const ElementTable& mine,
                         const ElementTable& theirs) {
  const std::optional<TableGrove> was = groveOf(base == nullptr ? ElementTable() : *base);
  const std::optional<TableGrove> own = groveOf(mine);
  const std::optional<TableGrove> other = groveOf(theirs);
  if (!fit(was, own, other)) return askValue(merger, at, base, mine, theirs);
  ElementTable into;
  const auto member = [&](const char* name, const char* word, auto part) {
    const At field = below(at, name, say("{row}的{field}", "row"_a = at.word, "field"_a = translate(word)));
    into.*part =
        mergeValue(merger, field, base == nullptr ? nullptr : &(base->*part), mine.*part, theirs.*part);
  };
  member("compiled-by", markForTranslation("填表人"), &ElementTable::compiledBy);
  member("compiled-on", markForTranslation("填表日期"), &ElementTable::compiledOn);
  member("reviewed-by", markForTranslation("审表人"), &ElementTable::reviewedBy);
  member("reviewed-on", markForTranslation("审表日期"), &ElementTable::reviewedOn);
  member("extras", markForTranslation("其他内容"), &ElementTable::extras);
  const auto call = [&](const std::string& name, const TableRow& row) {
    const TableGrove& grove = own->find(name) != nullptr     ? *own
                              : other->find(name) != nullptr ? *other
                                                             : *was;
    return callRow(grove, name, row);
  };
  into.tops = topsOf(mergeGroves(merger, at, base == nullptr ? nullptr : &*was, *own, *other, call));
  return into;
}

namespace {

using NormRow = std::variant<LevelRow, FunctionRow, ContentRow, Requirement>;
using NormGrove = Grove<NormRow>;

std::optional<NormGrove> groveOf(const std::vector<LevelRequirements>& levels) {
  NormGrove grove;
  bool good = true;
  const auto add = [&](const std::string& name, const std::string& home, NormRow row) {
    good = grove.add(name, home, std::move(row)) && good;
  };
  for (const LevelRequirements& level : levels) {
    const std::string name = "level-" + std::to_string(level.level.number());
    add(name, "", LevelRow{level.level.number(), level.extras});
    for (const Function& function : level.functions) {
      const std::string in = function.id.str();
      add(in, homeIn(name, "functions"), FunctionRow{function.name, function.extras});
      for (const WorkContent& content : function.contents) {
        const std::string below = content.id.str();
        add(below, homeIn(in, "contents"), ContentRow{content.name, content.extras});
        for (const Requirement& one : content.skills) add(one.id.str(), homeIn(below, "skills"), one);
        for (const Requirement& one : content.knowledge) add(one.id.str(), homeIn(below, "knowledge"), one);
      }
    }
  }
  return good ? std::optional(std::move(grove)) : std::nullopt;
}

std::vector<Requirement> requirementsIn(const NormGrove& grove, const std::string& home) {
  std::vector<Requirement> list;
  for (const std::string& name : grove.listAt(home))
    list.push_back(std::get<Requirement>(grove.at(name).row));
  return list;
}

std::vector<LevelRequirements> levelsOf(const NormGrove& grove) {
  std::vector<LevelRequirements> levels;
  for (const std::string& name : grove.listAt("")) {
    const auto& row = std::get<LevelRow>(grove.at(name).row);
    LevelRequirements& level = levels.emplace_back(*Level::of(row.level));
    level.extras = row.extras;
    for (const std::string& in : grove.listAt(homeIn(name, "functions"))) {
      const auto& function = std::get<FunctionRow>(grove.at(in).row);
      Function& made =
          level.functions.emplace_back(Function{*Id::parse(in), function.name, {}, function.extras});
      for (const std::string& below : grove.listAt(homeIn(in, "contents"))) {
        const auto& content = std::get<ContentRow>(grove.at(below).row);
        made.contents.push_back({*Id::parse(below), content.name,
                                 requirementsIn(grove, homeIn(below, "skills")),
                                 requirementsIn(grove, homeIn(below, "knowledge")), content.extras});
      }
    }
  }
  return levels;
}

struct CallNorm {
  std::string operator()(const LevelRow& row) const {
    const auto level = Level::of(row.level);
    return level ? std::string(level->longName()) : std::string();
  }
  std::string operator()(const FunctionRow& row) const {
    return say("职业功能“{name}”", "name"_a = row.name);
  }
  std::string operator()(const ContentRow& row) const { return say("工作内容“{name}”", "name"_a = row.name); }
  std::string operator()(const Requirement& row) const { return say("要求“{text}”", "text"_a = row.text); }
};

}  // namespace

std::vector<LevelRequirements> mergeNested(Merger& merger, const At& at,
                                           const std::vector<LevelRequirements>* base,
                                           const std::vector<LevelRequirements>& mine,
                                           const std::vector<LevelRequirements>& theirs) {
  const auto was = groveOf(base == nullptr ? std::vector<LevelRequirements>() : *base);
  const auto own = groveOf(mine);
  const auto other = groveOf(theirs);
  if (!fit(was, own, other)) return askValue(merger, at, base, mine, theirs);
  const auto call = [](const std::string&, const NormRow& row) { return std::visit(CallNorm(), row); };
  return levelsOf(mergeGroves(merger, at, base == nullptr ? nullptr : &*was, *own, *other, call));
}

namespace {

using StructureRow = std::variant<GroupRow, SkillModule>;
using StructureGrove = Grove<StructureRow>;

Groups modulesOf(const SkillStructure& structure) {
  Groups groups;
  for (const SkillGroup& group : structure.groups) {
    Names& members = groups.emplace_back();
    for (const SkillModule& module : group.modules) members.push_back(module.id.str());
  }
  return groups;
}

std::optional<StructureGrove> groveOf(const SkillStructure& structure, const Names& names) {
  StructureGrove grove;
  bool good = true;
  for (std::size_t i = 0; i < structure.groups.size(); ++i) {
    const SkillGroup& group = structure.groups[i];
    const std::string name = "group-" + names[i];
    good = grove.add(name, "", GroupRow{group.take, group.extras}) && good;
    for (const SkillModule& module : group.modules) {
      good = grove.add(module.id.str(), homeIn(name, "modules"), module) && good;
    }
  }
  return good ? std::optional(std::move(grove)) : std::nullopt;
}

std::string callRow(const std::string& name, const StructureRow& row) {
  const auto* module = std::get_if<SkillModule>(&row);
  if (module == nullptr) return numbered(translate("模块组"), name.substr(name.find('-') + 1), false);
  return say("考核模块 {code}“{name}”", "code"_a = module->code, "name"_a = module->name);
}

}  // namespace

SkillStructure mergeNested(Merger& merger, const At& at, const SkillStructure* base,
                           const SkillStructure& mine, const SkillStructure& theirs) {
  const SkillStructure before = base == nullptr ? SkillStructure() : *base;
  const Orders names = nameGroups(modulesOf(before), modulesOf(mine), modulesOf(theirs));
  const auto was = groveOf(before, names.base);
  const auto own = groveOf(mine, names.mine);
  const auto other = groveOf(theirs, names.theirs);
  if (!fit(was, own, other)) return askValue(merger, at, base, mine, theirs);
  SkillStructure into;
  const At extras =
      below(at, "extras", say("{row}的{field}", "row"_a = at.word, "field"_a = translate("其他内容")));
  into.extras =
      mergeValue(merger, extras, base == nullptr ? nullptr : &base->extras, mine.extras, theirs.extras);
  const auto call = [](const std::string& name, const StructureRow& row) { return callRow(name, row); };
  const StructureGrove merged =
      mergeGroves(merger, at, base == nullptr ? nullptr : &*was, *own, *other, call);
  for (const std::string& name : merged.listAt("")) {
    const auto& row = std::get<GroupRow>(merged.at(name).row);
    SkillGroup& group = into.groups.emplace_back(SkillGroup{row.take, {}, row.extras});
    for (const std::string& module : merged.listAt(homeIn(name, "modules"))) {
      group.modules.push_back(std::get<SkillModule>(merged.at(module).row));
    }
  }
  return into;
}

namespace {

using PaperRow = std::variant<SectionRow, PaperEntry>;
using PaperGrove = Grove<PaperRow>;

// An item may stand in a paper twice, which a rule tells.
std::vector<Names> entryNames(const std::vector<PaperSection>& sections) {
  Names all;
  for (const PaperSection& section : sections) {
    for (const PaperEntry& entry : section.entries) all.push_back(entry.item.str());
  }
  all = distinct(std::move(all));
  std::vector<Names> names;
  auto next = all.begin();
  for (const PaperSection& section : sections) {
    const auto end = next + static_cast<std::ptrdiff_t>(section.entries.size());
    names.emplace_back(next, end);
    next = end;
  }
  return names;
}

// A section is known by its entries, and by its title where it has none.
Groups membersOf(const std::vector<PaperSection>& sections) {
  Groups groups = entryNames(sections);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (!sections[i].title.empty()) groups[i].push_back("title " + sections[i].title);
  }
  return groups;
}

PaperGrove groveOf(const std::vector<PaperSection>& sections, const Names& names) {
  PaperGrove grove;
  const std::vector<Names> entries = entryNames(sections);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const std::string name = "section-" + names[i];
    grove.add(name, "", SectionRow{sections[i].title, sections[i].extras});
    for (std::size_t e = 0; e < entries[i].size(); ++e) {
      grove.add(entries[i][e], homeIn(name, "entries"), sections[i].entries[e]);
    }
  }
  return grove;
}

std::string callRow(const PaperRow& row) {
  if (const auto* entry = std::get_if<PaperEntry>(&row)) return say("试题 {id}", "id"_a = entry->item.str());
  return say("“{title}”一节", "title"_a = std::get<SectionRow>(row).title);
}

}  // namespace

std::vector<PaperSection> mergeNested(Merger& merger, const At& at, const std::vector<PaperSection>* base,
                                      const std::vector<PaperSection>& mine,
                                      const std::vector<PaperSection>& theirs) {
  const std::vector<PaperSection> before = base == nullptr ? std::vector<PaperSection>() : *base;
  const Orders names = nameGroups(membersOf(before), membersOf(mine), membersOf(theirs));
  const PaperGrove was = groveOf(before, names.base);
  const auto call = [](const std::string&, const PaperRow& row) { return callRow(row); };
  const PaperGrove merged = mergeGroves(merger, at, base == nullptr ? nullptr : &was,
                                        groveOf(mine, names.mine), groveOf(theirs, names.theirs), call);
  std::vector<PaperSection> sections;
  for (const std::string& name : merged.listAt("")) {
    const auto& row = std::get<SectionRow>(merged.at(name).row);
    PaperSection& section = sections.emplace_back(PaperSection{row.title, {}, row.extras});
    for (const std::string& entry : merged.listAt(homeIn(name, "entries"))) {
      section.entries.push_back(std::get<PaperEntry>(merged.at(entry).row));
    }
  }
  return sections;
}

}  // namespace tiku::formats::merging
