#include "tests/validators/checker/random_edits.h"

#include <set>

#include "formats/package/reviewed.h"
#include "validators/rules/duplicates/judged_pairs.h"
#include "validators/rules/support/update_tasks.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// The one work content of a level.
Id contentOf(int level) {
  return Id::wellKnown(800U + static_cast<unsigned>(level));
}

}  // namespace

Id RandomEdits::newId() {
  std::string digest;
  for (int i = 0; i < 64; ++i) digest += "0123456789abcdef"[upTo(15)];
  return *Id::ofDigest(digest);
}

Edit RandomEdits::next(const Bank& bank, const Checker& checker) {
  Edit edit;
  const int steps = upTo(10) == 0 ? 1 + upTo(8) : 1;
  for (int i = 0; i < steps; ++i) step(edit, bank, checker);
  return edit;
}

void RandomEdits::step(Edit& edit, const Bank& bank, const Checker& checker) {
  const int kind = upTo(99);
  if (kind < 45) {
    theoryItem(edit, bank);
  } else if (kind < 55) {
    skillItem(edit, bank);
  } else if (kind < 60) {
    paper(edit, bank);
  } else if (kind < 65) {
    itemSet(edit, bank);
  } else if (kind < 82) {
    blueprints(edit);
  } else if (kind < 87) {
    standard(edit);
  } else if (kind < 93) {
    if (chance(50)) {
      waivers(edit, bank, checker);
    } else {
      judgements(edit, bank);
    }
  } else if (kind < 95) {
    media(edit, bank);
  } else if (kind < 97) {
    terms(edit);
  } else if (kind < 98) {
    if (chance(50)) {
      rounds(edit, bank);
    } else {
      updates(edit, bank);
    }
  } else {
    info(edit, bank);
  }
}

/// Rounds that approve items as they are, as they were, or that are gone by now.
void RandomEdits::rounds(Edit& edit, const Bank& bank) {
  const auto old = existing<Round>(bank);
  if (old != nullptr && chance(30)) {
    edit.remove(old->id);
    return;
  }
  Round round = old ? *old : Round();
  if (old == nullptr) round.id = newId();
  round.steps = {
      {RoundState::kPassed, word(), Date::parse("2026-03-0" + std::to_string(1 + upTo(3))), {}, {}}};
  std::vector<Id> approved;
  for (const auto& [id, object] : bank.objects()) {
    if (isReviewable(object)) approved.push_back(id);
  }
  std::ranges::sort(approved);
  round.objects.clear();
  for (const Id id : approved) {
    if (chance(50)) round.objects.push_back({id, {}, {}, reviewedDigest(bank, *bank.object(id)), {}});
  }
  edit.put(round);
}

/// Updates that wait for items, scopes, points and entries, as they are or as they were; some confirmed.
void RandomEdits::updates(Edit& edit, const Bank& bank) {
  const auto old = existing<StandardUpdate>(bank);
  if (old != nullptr && chance(30)) {
    edit.remove(old->id);
    return;
  }
  StandardUpdate update = old ? *old : StandardUpdate();
  if (old == nullptr) update.id = newId();
  update.edition = word();
  update.tasks.clear();
  const auto add = [&](Id object, UpdateTask::Kind kind, const std::string& judged) {
    if (!chance(60)) return;
    UpdateTask task{object, kind, {}, judged, {}, {}, {}};
    if (chance(30)) task.date = Date::parse("2026-03-01");
    update.tasks.push_back(task);
  };
  for (const auto& item : bank.all<TheoryItem>())
    add(item->id, UpdateTask::Kind::kItem, judgedDigest(bank, Object(item)));
  for (const Id entry : entries_) add(entry, UpdateTask::Kind::kEntry, {});
  for (const auto& blueprint : bank.all<Blueprint>()) {
    walk(blueprint->theory, [&](const TablePlace& place) {
      if (place.point != nullptr) {
        add(place.point->id, UpdateTask::Kind::kPoint, judgedDigest(*place.point));
      } else {
        add(place.path.back()->id, UpdateTask::Kind::kScope, judgedDigest(*place.path.back()));
      }
    });
  }
  std::set<Id> named;
  std::erase_if(update.tasks, [&named](const UpdateTask& task) { return !named.insert(task.object).second; });
  edit.put(update);
}

void RandomEdits::theoryItem(Edit& edit, const Bank& bank) {
  const auto old = existing<TheoryItem>(bank);
  if (old != nullptr && chance(15)) {
    edit.remove(old->id);
    return;
  }
  TheoryItem item = old ? *old : TheoryItem(newId(), someLevel(), someType());
  if (chance(20)) item.level = someLevel();
  if (chance(20)) item.type = someType();
  if (chance(40)) item.point = chance(20) ? std::nullopt : std::optional(oneOf(points_));
  if (chance(15)) item.status = chance(50) ? ItemStatus::kRetired : ItemStatus::kWritten;
  if (chance(50)) item.stem = RichText::plain(chance(10) ? "" : "下列属于" + word() + "的是（　）。");
  if (chance(30)) item.code = chance(30) ? "" : "B-A-A-A-00" + std::to_string(upTo(3)) + "-001";
  if (chance(30)) {
    item.options.clear();
    for (int i = upTo(5); i > 0; --i) item.options.push_back(RichText::plain(word()));
  }
  if (chance(30)) {
    item.key = chance(50) ? Key{ChoiceKey{{upTo(4)}}} : chance(50) ? Key{JudgementKey{true}} : Key{};
  }
  if (chance(20)) item.difficulty = upTo(6);
  if (chance(20)) item.consistency = upTo(6);
  if (chance(30)) writingFaults(item);
  if (chance(15)) {
    // One fact in two ways of writing.
    item.type = ItemType::kTrueFalse;
    item.stem =
        RichText::plain(chance(50) ? "加工以前应当检查机床的润滑情况。" : "加工前应当检查机床的润滑情况。");
    item.options.clear();
    item.key = JudgementKey{true};
  }
  if (chance(30)) optionFaults(item);
  if (chance(20)) languageFaults(item);
  edit.put(item);
}

/// What the lint of single items looks for, one fault at a time.
void RandomEdits::writingFaults(TheoryItem& item) {
  const auto four = [this](const char* one) {
    return std::vector{RichText::plain(word()), RichText::plain(word()), RichText::plain(one),
                       RichText::plain(word())};
  };
  switch (upTo(7)) {
    case 0:
      item.stem = RichText::plain("下列不属于" + word() + "的是（　）。");
      break;
    case 1:
      item.stem = RichText::plain("所有" + word() + "都是" + word() + "。");
      item.type = ItemType::kTrueFalse;
      item.key = JudgementKey{false};
      break;
    case 2:
      item.options = four("以上都对");
      break;
    case 3:
      item.stem = RichText::plain("用游标卡尺测量，" + word() + "的量具是（　）。");
      item.options = four("游标卡尺");
      item.key = ChoiceKey{{2}};
      break;
    case 4:
      item.options = four("用毕擦净、涂油并放回专用盒内妥善保管");
      break;
    case 5:
      item.stem = RichText(
          {Paragraph{{{Inline::Kind::kText, word(), ""}, {Inline::Kind::kImage, "", oneOf(mediaNames_)}}}});
      break;
    case 6:
      item.marks = Marks::whole(upTo(2) * 5);
      item.scoring = {{Marks::whole(5), word()}};
      break;
    default:
      item.type = ItemType::kSingleChoice;
      item.options = four("擦净");
      item.key = ChoiceKey{{0}};
  }
}

/// What the language rules look for, several at a time.
void RandomEdits::languageFaults(TheoryItem& item) {
  static const std::vector<std::string> kFaults{
      "按装在座标原点", "的的",       "5 Kg",    "功率为 7 KW", "（见图", "先断电,再验电，",
      "15~30%",         "GB 3100-82", "learing", "绝缘电祖表",  "摇表",   "绝缘电阻表与摇表",
      "黏度和粘度"};
  item.stem = RichText::plain(oneOf(kFaults) + word() + oneOf(kFaults));
  if (chance(30)) item.rationale = RichText::plain(oneOf(kFaults));
}

void RandomEdits::terms(Edit& edit) {
  if (chance(20)) {
    edit.remove(Terms::kId);
    return;
  }
  Terms terms;
  const auto use = chance(50) ? TermVariant::Use::kBanned : TermVariant::Use::kAllowed;
  if (chance(80)) terms.terms.push_back({"绝缘电阻表", {}, {}, {{use, "摇表", {}}}, {}});
  if (chance(50)) terms.terms.push_back({chance(50) ? "learing" : "粘度", {}, {}, {}, {}});
  edit.put(terms);
}

void RandomEdits::skillItem(Edit& edit, const Bank& bank) {
  const auto old = existing<SkillItem>(bank);
  if (old != nullptr && chance(20)) {
    edit.remove(old->id);
    return;
  }
  SkillItem item = old ? *old : SkillItem(newId(), someLevel());
  if (chance(20)) item.level = someLevel();
  item.title = "更换" + (chance(20) ? std::string("摇表") : word());
  if (chance(50)) item.module = chance(20) ? std::nullopt : std::optional(oneOf(modules_));
  if (chance(50)) item.points = {oneOf(points_)};
  if (chance(20)) item.status = chance(50) ? ItemStatus::kRetired : ItemStatus::kReviewed;
  item.task = RichText::plain(word());
  item.marks = Marks::whole(10 * upTo(3));
  item.minutes = 20 * upTo(3);
  item.scores.clear();
  for (int i = upTo(2); i > 0; --i) {
    item.scores.push_back({"1",
                           RichText::plain(chance(10) ? "安全操作" : word()),
                           RichText::plain(chance(30) ? "" : word()),
                           {},
                           Marks::whole(10),
                           {},
                           {}});
  }
  if (chance(30))
    item.vetoes = chance(50) ? std::vector<std::string>{"违章操作"} : std::vector<std::string>{};
  edit.put(item);
}

void RandomEdits::media(Edit& edit, const Bank& bank) {
  const std::string& name = oneOf(mediaNames_);
  const Id id = *Id::ofDigest(name.substr(0, 64));
  if (bank.find<Media>(id) != nullptr) {
    edit.remove(id);
  } else {
    edit.put(Media{id, name, word()});
  }
}

void RandomEdits::itemSet(Edit& edit, const Bank& bank) {
  const auto old = existing<ItemSet>(bank);
  if (old != nullptr && chance(20)) {
    edit.remove(old->id);
    return;
  }
  const ItemSet::Kind kind = chance(50) ? ItemSet::Kind::kSharedStem : ItemSet::Kind::kSharedOptions;
  ItemSet set = old ? *old : ItemSet(newId(), someLevel(), kind);
  set.stem = RichText::plain(chance(30) ? "" : word());
  set.items.clear();
  const auto theory = bank.all<TheoryItem>();
  for (int i = upTo(4); i > 0; --i) {
    const auto item = theory.empty() ? nullptr : oneOf(theory);
    set.items.push_back(item == nullptr || chance(10) ? oneOf(points_) : item->id);
    if (item != nullptr && chance(50)) set.options = item->options;
  }
  edit.put(set);
}

void RandomEdits::paper(Edit& edit, const Bank& bank) {
  const auto old = existing<Paper>(bank);
  if (old != nullptr && chance(20)) {
    edit.remove(old->id);
    return;
  }
  const Paper::Kind kind = chance(70) ? Paper::Kind::kTheory : Paper::Kind::kSkills;
  Paper paper = old ? *old : Paper(newId(), someLevel(), kind);
  paper.minutes = 30 * upTo(3);
  paper.sections = {PaperSection{"一", {}}};
  const auto theory = bank.all<TheoryItem>();
  const auto skills = bank.all<SkillItem>();
  for (int i = upTo(6); i > 0; --i) {
    Id item = oneOf(points_);
    if (paper.kind == Paper::Kind::kTheory && !theory.empty()) item = oneOf(theory)->id;
    if (paper.kind == Paper::Kind::kSkills && !skills.empty()) item = oneOf(skills)->id;
    paper.sections[0].entries.push_back({item, Marks::whole(1 + upTo(2))});
  }
  if (paper.kind == Paper::Kind::kTheory && chance(10)) itemsThatMeet(edit, paper);
  if (chance(20)) paper.status = chance(50) ? ItemStatus::kRetired : ItemStatus::kReviewed;
  edit.put(paper);
}

/// All levels at once, so that what one loses another may take in the same edit.
void RandomEdits::blueprints(Edit& edit) {
  std::vector<Id> points = points_;
  std::vector<Id> scopes = scopes_;
  std::ranges::shuffle(points, random_);
  std::ranges::shuffle(scopes, random_);
  for (int number = 2; number <= 4; ++number) {
    const Level level = *Level::of(number);
    if (chance(10)) {
      edit.remove(Blueprint::idOf(level));
      continue;
    }
    Blueprint blueprint(level);
    for (int tops = upTo(2); tops > 0 && !scopes.empty(); --tops) {
      const Part part = chance(40) ? Part::kBasic : Part::kWork;
      blueprint.theory.tops.push_back({part, scope(scopes, points, 0)});
    }
    if (chance(60) && !scopes.empty()) {
      blueprint.skills.tops.push_back({Part::kWork, scope(scopes, points, 1)});
      if (chance(50)) blueprint.skills.tops[0].scope.requirement = contentOf(number);
    }
    blueprint.structure = structure(number);
    if (chance(60)) {
      blueprint.plan.minutes = 60;
      blueprint.plan.sections = {{ItemType::kSingleChoice, 10 * upTo(8), Marks::whole(1)},
                                 {ItemType::kEssay, upTo(4), Marks::whole(10)}};
    }
    edit.put(blueprint);
  }
}

Scope RandomEdits::scope(std::vector<Id>& scopes, std::vector<Id>& points, int depth) {
  Scope made;
  made.id = scopes.back();
  scopes.pop_back();
  made.code = word();
  made.name = chance(20) ? "基本要求" : word();
  if (chance(80)) made.weight = Weight::whole(upTo(12) * 5);
  if (chance(30)) made.requirement = oneOf(entries_);
  if (depth < 2) {
    for (int i = upTo(2); i > 0 && !scopes.empty(); --i) {
      made.scopes.push_back(scope(scopes, points, depth + 1));
    }
  }
  for (int i = upTo(5); i > 0 && !points.empty(); --i) {
    Point point;
    point.id = points.back();
    points.pop_back();
    point.code = "00" + std::to_string(1 + upTo(4));
    point.name = word() + word();
    if (chance(70)) point.importance = Importance::kX;
    if (chance(60)) point.requirements = {oneOf(entries_)};
    made.points.push_back(std::move(point));
  }
  return made;
}

/// Every module belongs to one level for ever.
SkillStructure RandomEdits::structure(int number) {
  SkillStructure structure;
  for (std::size_t i = 0; i < modules_.size(); ++i) {
    if (static_cast<int>(i) % 3 != number - 2 || chance(30)) continue;
    SkillModule made;
    made.id = modules_[i];
    made.code = word();
    made.function = word();
    made.name = word();
    made.marks = Marks::whole(50 * (1 + upTo(1)));
    made.minutes = 30 * upTo(2);
    if (chance(50)) made.bankItems = upTo(4);
    structure.groups.push_back({1, {made}, {}});
  }
  return structure;
}

void RandomEdits::standard(Edit& edit) {
  if (chance(25)) {
    edit.remove(Standard::kId);
    return;
  }
  Standard standard;
  standard.basics.push_back({entries_[0], BasicTopic::Part::kEthics, "职业道德", {}, {}});
  for (int number = 2; number <= 4; ++number) {
    if (chance(20)) continue;
    // Entries 2 to 4 are functions, one per level; entry 5 is knowledge of 三级, entry 1 of no level.
    const auto index = static_cast<std::size_t>(number);
    LevelRequirements at(*Level::of(number));
    WorkContent content;
    content.id = contentOf(number);
    content.skills.push_back({Id::wellKnown(900U + static_cast<unsigned>(number)),
                              chance(50) ? "能拆装" : "了解拆装",
                              chance(70),
                              {}});
    if (number == 3) content.knowledge.push_back({entries_[5], "拆装知识", false, {}});
    at.functions.push_back({entries_[index], word(), {content}, {}});
    standard.levels.push_back(at);
  }
  for (int i = upTo(3); i > 0; --i) {
    WeightRow row{chance(30) ? WeightRow::Kind::kEthics : WeightRow::Kind::kFunction, word(), {}, {}};
    for (int number = 2; number <= 4; ++number) {
      row.weights.emplace(*Level::of(number), Weight::whole(upTo(4) * 25));
    }
    standard.theoryWeights.push_back(row);
    standard.skillsWeights.push_back(row);
  }
  edit.put(standard);
}

void RandomEdits::waivers(Edit& edit, const Bank& bank, const Checker& checker) {
  if (chance(10)) {
    edit.remove(Waivers::kId);
    return;
  }
  const auto* old = bank.find<Waivers>(Waivers::kId);
  Waivers waivers = old == nullptr ? Waivers() : *old;
  if (!waivers.waivers.empty() && chance(40)) {
    waivers.waivers.erase(waivers.waivers.begin() + upTo(static_cast<int>(waivers.waivers.size()) - 1));
  }
  const std::vector<Finding> findings = checker.findings();
  for (int i = upTo(3); i > 0 && !findings.empty(); --i) {
    const Finding& finding = oneOf(findings);
    Waiver waiver;
    waiver.rule = finding.rule;
    waiver.object = finding.subject.id;
    waiver.field = finding.subject.field;
    waiver.judged = judgedDigest(finding);
    waivers.waivers.push_back(waiver);
  }
  edit.put(waivers);
}

void RandomEdits::judgements(Edit& edit, const Bank& bank) {
  if (chance(10)) {
    edit.remove(Judgements::kId);
    return;
  }
  const auto* old = bank.find<Judgements>(Judgements::kId);
  Judgements judgements = old == nullptr ? Judgements() : *old;
  if (!judgements.judgements.empty() && chance(30)) judgements.judgements.pop_back();
  const auto items = bank.all<TheoryItem>();
  for (int i = upTo(6); i > 0 && items.size() > 1; --i) {
    const auto [a, b] = pairOf(oneOf(items)->id, oneOf(items)->id);
    const auto verdict = static_cast<Judgement::Verdict>(upTo(2));
    judgements.judgements.push_back(
        {a, b, verdict, wordsDigest(a, bank), chance(15) ? "" : wordsDigest(b, bank), "理由", "人", {}});
  }
  edit.put(judgements);
}

void RandomEdits::info(Edit& edit, const Bank& bank) {
  BankInfo info = bank.info();
  info.levels.clear();
  for (int number = 4; number >= 2; --number) {
    if (chance(80)) info.levels.push_back(*Level::of(number));
  }
  info.theoryKind = chance(50) ? BankKind::kItems : BankKind::kPapers;
  info.skillsKind = chance(50) ? BankKind::kItems : BankKind::kPapers;
  info.occupationClass = chance(50) ? OccupationClass::kKnowledge : OccupationClass::kCompound;
  edit.put(info);
}

}  // namespace tiku::validators
