#include "tests/support/bank_edits.h"

#include <algorithm>

namespace tiku::test {

using namespace formats;  // NOLINT(google-build-using-namespace): this file speaks of nothing else.

std::string BankEdits::mark() {
  return "〔" + name_ + std::to_string(++count_) + "〕";
}

std::set<std::string> marksIn(const std::string& text) {
  static const std::string kOpen = "〔";
  static const std::string kClose = "〕";
  std::set<std::string> marks;
  for (std::size_t at = text.find(kOpen); at != std::string::npos; at = text.find(kOpen, at + 1)) {
    const std::size_t end = text.find(kClose, at);
    if (end != std::string::npos) marks.insert(text.substr(at, end - at));
  }
  return marks;
}

// One row is added, taken out, moved or changed.
template <typename T>
void BankEdits::rows(std::vector<T>& list, const std::function<T()>& make,
                     const std::function<void(T&)>& change) {
  const int what = list.empty() ? 0 : random_.number(10);
  if (what < 3) {
    const auto at = list.begin() + random_.number(static_cast<int>(list.size()) + 1);
    list.insert(random_.chance(50) ? list.end() : at, make());
  } else if (what < 5) {
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(any(list)));
  } else if (what < 6 && list.size() > 1) {
    std::iter_swap(list.begin() + static_cast<std::ptrdiff_t>(any(list)), list.begin());
  } else {
    change(list[any(list)]);
  }
}

void BankEdits::change(BankInfo& info) {
  if (random_.chance(50)) {
    info.title = mark();
  } else {
    info.institution.name = mark();
  }
}

void BankEdits::changeOptions(TheoryItem& item) {
  auto* key = std::get_if<ChoiceKey>(&item.key);
  const int what = random_.number(6);
  if (what == 0 || item.options.empty()) {
    item.options.push_back(text());
  } else if (what == 1 && item.options.size() > 1) {
    // The key goes on meaning the same ones.
    const std::size_t a = any(item.options);
    const std::size_t b = any(item.options);
    std::swap(item.options[a], item.options[b]);
    if (key == nullptr) return;
    for (int& option : key->options) {
      if (option == static_cast<int>(a)) {
        option = static_cast<int>(b);
      } else if (option == static_cast<int>(b)) {
        option = static_cast<int>(a);
      }
    }
    std::ranges::sort(key->options);
  } else if (what == 2 && item.options.size() > 2) {
    item.options.pop_back();
    if (key != nullptr) std::erase(key->options, static_cast<int>(item.options.size()));
  } else if (what == 3) {
    item.key = ChoiceKey{{static_cast<int>(any(item.options))}};
  } else {
    item.options[any(item.options)] = text();
  }
}

void BankEdits::change(TheoryItem& item) {
  switch (random_.number(9)) {
    case 0:
      item.stem = text();
      break;
    case 1:
      item.rationale = text();
      break;
    case 2:
      item.reference = mark();
      break;
    case 3:
      item.difficulty = 1 + random_.number(5);
      break;
    case 4:
      item.status = static_cast<ItemStatus>(random_.number(4));
      break;
    case 5:
      rows<ScoringPoint>(
          item.scoring, [&] { return ScoringPoint{Marks::whole(random_.number(9)), mark()}; },
          [&](ScoringPoint& row) {
            random_.chance(70) ? void(row.text = mark()) : void(row.marks = Marks::whole(random_.number(9)));
          });
      break;
    default:
      if (hasOptions(item.type)) return changeOptions(item);
      item.key = item.type == ItemType::kTrueFalse ? Key(JudgementKey{random_.chance(50)})
                 : item.type == ItemType::kFillIn  ? Key(FillInKey{{{mark()}}})
                                                   : Key(ReferenceKey{text()});
  }
}

void BankEdits::change(SkillItem& item) {
  switch (random_.number(7)) {
    case 0:
      item.title = mark();
      break;
    case 1:
      item.task = text();
      break;
    case 2:
      item.minutes = random_.number(200);
      break;
    case 3:
      rows<Material>(
          item.materials, [&] { return Material{Material::Provider::kCandidate, mark(), {}, "1", {}}; },
          [&](Material& row) { random_.chance(50) ? row.name = mark() : row.specification = mark(); });
      break;
    case 4:
      rows<std::string>(item.vetoes, [&] { return mark(); }, [&](std::string& row) { row = mark(); });
      break;
    default:
      rows<ScoreRow>(
          item.scores,
          [&] {
            ScoreRow row;
            row.content = text();
            row.marks = Marks::whole(random_.number(20));
            return row;
          },
          [&](ScoreRow& row) { random_.chance(50) ? row.content = text() : row.criterion = text(); });
  }
}

namespace {

void collectScopes(std::vector<Scope>& scopes, std::vector<Scope*>& into) {
  for (Scope& scope : scopes) {
    into.push_back(&scope);
    collectScopes(scope.scopes, into);
  }
}

}  // namespace

void BankEdits::changeScope(ElementTable& table, std::vector<Scope*>& scopes) {
  Scope& scope = *scopes[any(scopes)];
  const auto addPoint = [&] {
    Point point;
    point.id = random_.id();
    point.code = "9";
    point.name = mark();
    return point;
  };
  switch (random_.number(6)) {
    case 0:
      scope.name = mark();
      break;
    case 1:
      scope.note = mark();
      break;
    case 2: {
      // A point moves to another scope.
      Scope& to = *scopes[any(scopes)];
      if (scope.points.empty() || &to == &scope) break;
      const std::size_t at = any(scope.points);
      to.points.push_back(scope.points[at]);
      scope.points.erase(scope.points.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    }
    case 3: {
      // A scope goes, or moves to the top, or comes new.
      if (scope.scopes.empty() || random_.chance(40)) {
        Scope made;
        made.id = random_.id();
        made.name = mark();
        made.points.push_back(addPoint());
        scope.scopes.push_back(std::move(made));
      } else if (random_.chance(50)) {
        scope.scopes.pop_back();
      } else {
        Scope moved = scope.scopes.back();
        scope.scopes.pop_back();
        table.tops.push_back({Part::kWork, std::move(moved)});
      }
      break;
    }
    default:
      rows<Point>(scope.points, addPoint,
                  [&](Point& point) { random_.chance(60) ? point.name = mark() : point.note = mark(); });
  }
}

void BankEdits::change(ElementTable& table) {
  std::vector<Scope*> scopes;
  for (ElementTable::Top& top : table.tops) {
    scopes.push_back(&top.scope);
    collectScopes(top.scope.scopes, scopes);
  }
  if (scopes.empty() || random_.chance(5)) {
    table.compiledBy = mark();
    return;
  }
  changeScope(table, scopes);
}

void BankEdits::change(SkillStructure& structure) {
  if (structure.groups.empty()) return;
  SkillGroup& group = structure.groups[any(structure.groups)];
  if (random_.chance(20)) {
    SkillGroup& other = structure.groups[any(structure.groups)];
    if (&other == &group || group.modules.empty()) return;
    other.modules.push_back(group.modules.back());
    group.modules.pop_back();
    return;
  }
  rows<SkillModule>(
      group.modules,
      [&] {
        SkillModule module;
        module.id = random_.id();
        module.name = mark();
        return module;
      },
      [&](SkillModule& module) { random_.chance(50) ? module.name = mark() : module.form = mark(); });
}

void BankEdits::change(Blueprint& blueprint) {
  const int what = random_.number(10);
  if (what < 6) return change(blueprint.theory);
  if (what < 8) return change(blueprint.skills);
  if (what < 9) return change(blueprint.structure);
  rows<PlanSection>(
      blueprint.plan.sections, [&] { return PlanSection{ItemType::kEssay, ++count_, Marks::whole(2)}; },
      [&](PlanSection& row) { row.count = random_.number(50); });
}

void BankEdits::change(Standard& standard) {
  if (standard.levels.empty()) return;
  LevelRequirements& level = standard.levels[any(standard.levels)];
  const int what = random_.number(6);
  if (what == 0 || level.functions.empty()) {
    standard.issuer = mark();
    return;
  }
  Function& function = level.functions[any(level.functions)];
  if (what == 1 || function.contents.empty()) {
    function.name = mark();
    return;
  }
  if (what == 2) {
    rows<WeightRow>(
        standard.theoryWeights, [&] { return WeightRow{WeightRow::Kind::kFunction, mark(), {}, {}}; },
        [&](WeightRow& row) {
          row.weights.insert_or_assign(level.level, Weight::whole(random_.number(90)));
        });
    return;
  }
  WorkContent& content = function.contents[any(function.contents)];
  if (what == 3) {
    content.name = mark();
    return;
  }
  rows<Requirement>(
      random_.chance(50) ? content.skills : content.knowledge,
      [&] { return Requirement{random_.id(), mark(), false, {}}; },
      [&](Requirement& row) {
        random_.chance(80) ? void(row.text = mark()) : void(row.critical = !row.critical);
      });
}

void BankEdits::change(Paper& paper) {
  if (paper.sections.empty() || random_.chance(20)) {
    paper.title = mark();
    return;
  }
  PaperSection& section = paper.sections[any(paper.sections)];
  if (random_.chance(20)) {
    section.title = mark();
    return;
  }
  rows<PaperEntry>(
      section.entries, [&] { return PaperEntry{random_.id(), Marks::whole(1)}; },
      [&](PaperEntry& row) { row.marks = Marks::whole(random_.number(9)); });
}

void BankEdits::change(People& people) {
  rows<Person>(
      people.people,
      [&] {
        Person person;
        person.id = random_.id();
        person.name = mark();
        return person;
      },
      [&](Person& person) { random_.chance(50) ? person.name = mark() : person.duty = mark(); });
}

void BankEdits::change(Waivers& waivers) {
  rows<Waiver>(
      waivers.waivers,
      [&] {
        Waiver waiver;
        waiver.rule = "items/scoring";
        waiver.object = random_.id();
        waiver.reason = mark();
        return waiver;
      },
      [&](Waiver& waiver) { waiver.reason = mark(); });
}

void BankEdits::change(Dossier& dossier) {
  const std::string key = "field-" + std::to_string(1 + random_.number(4));
  if (random_.chance(20)) {
    dossier.fields.erase(key);
  } else {
    dossier.fields[key] = mark();
  }
}

void BankEdits::change(Terms& terms) {
  rows<Term>(
      terms.terms, [&] { return Term{mark(), {}, {}, {}, {}}; },
      [&](Term& term) {
        if (random_.chance(50)) {
          term.note = mark();
        } else {
          rows<TermVariant>(
              term.variants, [&] { return TermVariant{TermVariant::Use::kBanned, mark()}; },
              [&](TermVariant& variant) { variant.text = mark(); });
        }
      });
}

void BankEdits::change(ItemSet& set) {
  if (random_.chance(30)) {
    set.stem = text();
  } else if (random_.chance(50) && set.kind == ItemSet::Kind::kSharedOptions) {
    rows<RichText>(set.options, [&] { return text(); }, [&](RichText& option) { option = text(); });
  } else {
    rows<Id>(set.items, [&] { return random_.id(); }, [&](Id& item) { item = random_.id(); });
  }
}

void BankEdits::change(Opinion& opinion) {
  if (random_.chance(40)) {
    opinion.answer = mark();
    opinion.answeredBy = mark();
    opinion.status = static_cast<OpinionStatus>(random_.number(4));
  } else {
    opinion.thread.push_back({Id(), name_, std::nullopt, mark()});
  }
}

template <typename T>
Id BankEdits::anyOf(const Bank& bank) {
  const auto all = bank.all<T>();
  return all.empty() ? Id() : all[any(all)]->id;
}

template <typename T>
bool BankEdits::changeOne(Bank& bank) {
  const T* object = bank.find<T>(anyOf<T>(bank));
  if (object == nullptr) return false;
  T copy = *object;
  change(copy);
  Edit edit;
  edit.put(std::move(copy));
  bank.apply(edit);
  return true;
}

void BankEdits::addOrRemove(Bank& bank) {
  Edit edit;
  const int what = random_.number(4);
  const Id victim = what == 0 ? anyOf<TheoryItem>(bank) : what == 1 ? anyOf<SkillItem>(bank) : Id();
  if (!victim.empty()) {
    edit.remove(victim);
    bank.apply(edit);
    return;
  }
  switch (what) {
    case 2: {
      Media picture = random_.media();
      TheoryItem shown(random_.id(), *Level::of(5), ItemType::kEssay);
      shown.stem = RichText(
          {Paragraph{{{Inline::Kind::kText, mark(), {}}, {Inline::Kind::kImage, "图", picture.name}}}});
      edit.put(std::move(picture)).put(std::move(shown));
      break;
    }
    default: {
      TheoryItem made(random_.id(), *Level::of(5), ItemType::kTrueFalse);
      made.stem = text();
      made.key = JudgementKey{true};
      edit.put(std::move(made));
    }
  }
  bank.apply(edit);
}

void BankEdits::edit(Bank& bank) {
  const int what = random_.number(100);
  if (what < 30 && changeOne<TheoryItem>(bank)) return;
  if (what < 42 && changeOne<SkillItem>(bank)) return;
  if (what < 66 && changeOne<Blueprint>(bank)) return;
  if (what < 72 && changeOne<Standard>(bank)) return;
  if (what < 76 && changeOne<Paper>(bank)) return;
  if (what < 79 && changeOne<People>(bank)) return;
  if (what < 82 && changeOne<Waivers>(bank)) return;
  if (what < 85 && changeOne<Dossier>(bank)) return;
  if (what < 88 && changeOne<Terms>(bank)) return;
  if (what < 91 && changeOne<ItemSet>(bank)) return;
  if (what < 93 && changeOne<Opinion>(bank)) return;
  if (what < 94 && changeOne<BankInfo>(bank)) return;
  addOrRemove(bank);
}

}  // namespace tiku::test
