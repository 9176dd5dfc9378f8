#include "tests/support/random_bank.h"

#include <array>

#include "formats/base/digest.h"

namespace tiku::test {

using namespace formats;  // NOLINT(google-build-using-namespace): this file speaks of nothing else.

namespace {

constexpr std::array<std::string_view, 24> kWords{
    "测量", "电阻",   "绝缘", "安全", "数据", "标注", "模型", "训练", "规程", "工具", "检查", "记录",
    "电压", "变压器", "接地", "防护", "质量", "流程", "操作", "设备", "图纸", "误差", "仪表", "维护"};

constexpr std::array<std::string_view, 14> kAwkward{"a < b && c > d",
                                                    "\"双\"引'单'",
                                                    "  前后有空格  ",
                                                    "\t制表\t",
                                                    "回车\r换行\n",
                                                    "]]>",
                                                    "&amp;&#10;",
                                                    "\xF0\x9F\x98\x80",
                                                    "e\xCC\x81\xE2\x80\x8F",
                                                    "\xE2\x80\xA8\xC2\x85",
                                                    "<p>不是标记</p>",
                                                    "\xEF\xBB\xBF",
                                                    "C:\\x\\..",
                                                    "\x7F"};

constexpr std::array<std::string_view, 5> kExtraElements{
    "<later/>", "<later note=\"a &amp; b\">文 <p>字</p>\n  </later>",
    "<x:thing xmlns:x=\"urn:else\" x:a=\"1\" b=\"2\"><x:in/>tail</x:thing>",
    "<plain xmlns=\"urn:other\"><inner/></plain>", "<later><x:deep xmlns:x=\"urn:else\"/></later>"};

template <typename T>
std::vector<Id> idsOf(const std::vector<T>& objects) {
  std::vector<Id> ids;
  for (const T& object : objects) ids.push_back(object.id);
  return ids;
}

void collectPoints(const Scope& scope, std::vector<Id>& points) {
  for (const Point& point : scope.points) points.push_back(point.id);
  for (const Scope& child : scope.scopes) collectPoints(child, points);
}

std::vector<Id> pointsOf(const ElementTable& table) {
  std::vector<Id> points;
  for (const ElementTable::Top& top : table.tops) collectPoints(top.scope, points);
  return points;
}

std::vector<Id> requirementsOf(const Standard& standard, Level level) {
  std::vector<Id> ids = idsOf(standard.basics);
  if (const LevelRequirements* requirements = standard.at(level)) {
    for (const Function& function : requirements->functions) {
      for (const WorkContent& content : function.contents) {
        for (const Requirement& one : content.knowledge) ids.push_back(one.id);
      }
    }
  }
  return ids;
}

}  // namespace

int RandomBank::number(int below) {
  return static_cast<int>(engine_() % static_cast<std::uint64_t>(below));
}

Id RandomBank::id() {
  static constexpr std::string_view kHex = "0123456789abcdef";
  std::string text = "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx";
  for (char& c : text) {
    if (c == 'x') c = kHex[static_cast<std::size_t>(number(16))];
  }
  return *Id::parse(text);
}

std::string RandomBank::awkwardPiece() {
  return std::string(kAwkward[static_cast<std::size_t>(number(kAwkward.size()))]);
}

std::string RandomBank::words() {
  std::string text;
  for (int i = 1 + number(6); i > 0; --i) text += kWords[static_cast<std::size_t>(number(kWords.size()))];
  if (size_.awkward && chance(20)) text.insert(chance(50) ? 0 : text.size(), awkwardPiece());
  return text;
}

std::string RandomBank::maybeWords(int percent) {
  return chance(percent) ? words() : std::string();
}

Inline RandomBank::piece() {
  using Kind = Inline::Kind;
  const auto kind = static_cast<Kind>(1 + number(7));
  switch (kind) {
    case Kind::kBlank:
    case Kind::kLineBreak:
      return {kind, {}, {}};
    case Kind::kImage:
      if (mediaNames_.empty()) return {Kind::kBlank, {}, {}};
      return {kind, maybeWords(),
              mediaNames_[static_cast<std::size_t>(number(static_cast<int>(mediaNames_.size())))]};
    default:
      return {kind, maybeWords(95), {}};
  }
}

// Text pieces never follow one another: there is no way to tell two of them from one in a file.
Paragraph RandomBank::paragraph() {
  Paragraph paragraph;
  for (int i = number(4); i >= 0; --i) {
    if (chance(85)) paragraph.pieces.push_back({Inline::Kind::kText, words(), {}});
    if (chance(30)) {
      paragraph.pieces.push_back(piece());
    } else {
      break;
    }
  }
  return paragraph;
}

RichText RandomBank::rich(int depth) {
  std::vector<RichText::Block> blocks;
  for (int i = chance(80) ? 1 : number(4); i > 0; --i) {
    if (depth > 0 || chance(94)) {
      blocks.emplace_back(paragraph());
      continue;
    }
    TextTable table;
    for (int r = number(3); r >= 0; --r) {
      auto& row = table.rows.emplace_back();
      for (int c = number(3); c > 0; --c) row.push_back(rich(depth + 1));
    }
    blocks.emplace_back(std::move(table));
  }
  return RichText(std::move(blocks));
}

Extras RandomBank::extras() {
  Extras extras;
  if (!size_.extras || !chance(30)) return extras;
  if (chance(50)) extras.attributes.emplace_back("later-added", words());
  if (chance(30)) {
    extras.attributes.emplace_back("xmlns:x", "urn:else");
    extras.attributes.emplace_back("x:mark", words());
  }
  for (int i = number(3); i > 0; --i) {
    extras.elements.emplace_back(kExtraElements[static_cast<std::size_t>(number(kExtraElements.size()))]);
  }
  return extras;
}

Date RandomBank::date() {
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return *Date::parse(std::to_string(2000 + number(40)) + "-" + two(1 + number(12)) + "-" +
                      two(1 + number(28)));
}

Source RandomBank::source() {
  if (chance(60)) return {};
  return {maybeWords(90) + ".docx", "段 " + std::to_string(number(900)), extras()};
}

ItemStatus RandomBank::status() {
  return static_cast<ItemStatus>(number(4));
}

BankInfo RandomBank::info(const std::vector<Level>& levels) {
  BankInfo info;
  info.packageId = id();
  info.title = words();
  if (chance(80)) info.occupation = OccupationCode::parse("4-04-05-0" + std::to_string(number(10)));
  info.occupationName = maybeWords();
  info.levels = levels;
  info.theoryKind = static_cast<BankKind>(number(2));
  info.skillsKind = static_cast<BankKind>(number(2));
  info.occupationClass = static_cast<OccupationClass>(number(3));
  info.profile = chance(80) ? "guizhou" : "";
  if (chance(70)) {
    info.institution = {maybeWords(), maybeWords(), maybeWords(), maybeWords(),
                        maybeWords(), maybeWords(), maybeWords(), extras()};
  }
  info.extras = extras();
  info.formatMinor = size_.extras ? 1 : 0;
  return info;
}

Standard RandomBank::standard(const std::vector<Level>& levels) {
  Standard standard;
  standard.kind = static_cast<StandardKind>(number(4));
  standard.title = words();
  standard.edition = maybeWords();
  standard.issuer = maybeWords();
  for (int i = number(4); i > 0; --i) {
    standard.overview.push_back({"1." + std::to_string(i), maybeWords(), rich(), extras()});
  }
  for (int i = 1 + number(3); i > 0; --i) {
    BasicTopic topic{id(), static_cast<BasicTopic::Part>(number(2)), maybeWords(), {}, extras()};
    for (int e = number(4); e > 0; --e) topic.entries.push_back(maybeWords(95));
    standard.basics.push_back(std::move(topic));
  }
  const auto requirements = [this] {
    std::vector<Requirement> list;
    for (int i = 1 + number(3); i > 0; --i) list.push_back({id(), maybeWords(95), chance(10), extras()});
    return list;
  };
  for (const Level level : levels) {
    LevelRequirements at(level);
    for (int f = 1 + number(2); f > 0; --f) {
      Function function{id(), maybeWords(95), {}, extras()};
      for (int c = 1 + number(2); c > 0; --c) {
        function.contents.push_back({id(), maybeWords(95), requirements(), requirements(), extras()});
      }
      at.functions.push_back(std::move(function));
    }
    at.extras = extras();
    standard.levels.push_back(std::move(at));
  }
  for (auto* rows : {&standard.theoryWeights, &standard.skillsWeights}) {
    for (int i = number(4); i > 0; --i) {
      WeightRow row{static_cast<WeightRow::Kind>(number(3)), maybeWords(95), {}, extras()};
      for (const Level level : levels) {
        if (chance(80)) row.weights.emplace(level, Weight::ofHundredths(number(10'000)));
      }
      rows->push_back(std::move(row));
    }
  }
  standard.extras = extras();
  return standard;
}

Scope RandomBank::scope(int depth, const std::vector<Id>& requirements) {
  Scope scope;
  scope.id = id();
  scope.code = std::string(1, static_cast<char>('A' + number(26)));
  scope.name = maybeWords(95);
  if (chance(80)) scope.weight = Weight::ofHundredths(50 * number(60));
  const auto anyRequirement = [&] {
    return requirements[static_cast<std::size_t>(number(static_cast<int>(requirements.size())))];
  };
  if (chance(50)) scope.requirement = anyRequirement();
  scope.note = maybeWords(10);
  if (depth < 3 && chance(depth == 1 ? 80 : 40)) {
    for (int i = 1 + number(2); i > 0; --i) scope.scopes.push_back(this->scope(depth + 1, requirements));
  }
  if (scope.scopes.empty() || chance(10)) {
    for (int i = number(size_.pointsPerScope * 2 + 1); i > 0; --i) {
      Point point;
      point.id = id();
      point.code = "00" + std::to_string(i % 10);
      point.name = maybeWords(95);
      if (chance(90)) point.importance = static_cast<Importance>(number(3));
      if (chance(20)) point.weight = Weight::ofHundredths(50);
      for (int r = number(3); r > 0; --r) point.requirements.push_back(anyRequirement());
      point.note = maybeWords(10);
      point.extras = extras();
      scope.points.push_back(std::move(point));
    }
  }
  scope.extras = extras();
  return scope;
}

ElementTable RandomBank::table(const std::vector<Id>& requirements) {
  ElementTable table;
  for (int i = number(size_.topsPerTable) + 1; i > 0; --i) {
    table.tops.push_back({static_cast<Part>(number(2)), scope(1, requirements)});
  }
  table.compiledBy = maybeWords(50);
  if (chance(50)) table.compiledOn = date();
  table.reviewedBy = maybeWords(50);
  if (chance(50)) table.reviewedOn = date();
  table.extras = extras();
  return table;
}

SkillStructure RandomBank::structure() {
  SkillStructure structure;
  for (int g = 1 + number(3); g > 0; --g) {
    SkillGroup group{1 + number(2), {}, extras()};
    for (int m = group.take + number(2); m > 0; --m) {
      SkillModule module;
      module.id = id();
      module.code = std::to_string(g) + "." + std::to_string(m);
      module.function = maybeWords();
      module.name = maybeWords();
      module.form = maybeWords(50);
      module.marks = Marks::ofHundredths(50 * number(100));
      module.minutes = number(120);
      if (chance(50)) module.bankItems = number(20);
      module.extras = extras();
      group.modules.push_back(std::move(module));
    }
    structure.groups.push_back(std::move(group));
  }
  structure.extras = extras();
  return structure;
}

PaperPlan RandomBank::plan() {
  PaperPlan plan;
  plan.minutes = number(200);
  for (int i = number(4); i > 0; --i) {
    plan.sections.push_back({kItemTypes[static_cast<std::size_t>(number(kItemTypes.size()))], number(100),
                             Marks::ofHundredths(50 * number(20)), extras()});
  }
  plan.extras = extras();
  return plan;
}

Blueprint RandomBank::blueprint(Level level, const Standard& standard) {
  const std::vector<Id> requirements = requirementsOf(standard, level);
  Blueprint blueprint(level);
  blueprint.theory = table(requirements);
  if (chance(80)) blueprint.skills = table(requirements);
  if (chance(80)) blueprint.structure = structure();
  if (chance(80)) blueprint.plan = plan();
  blueprint.extras = extras();
  return blueprint;
}

Key RandomBank::key(ItemType type, int options) {
  if (chance(10)) return {};
  if (hasOptions(type)) {
    ChoiceKey key;
    for (int i = 0; i < options; ++i) {
      if (chance(40)) key.options.push_back(i);
    }
    return key;
  }
  if (type == ItemType::kTrueFalse) return JudgementKey{chance(50)};
  if (type == ItemType::kFillIn) {
    FillInKey key;
    for (int b = number(3); b > 0; --b) {
      auto& blank = key.blanks.emplace_back();
      for (int a = number(3); a > 0; --a) blank.push_back(maybeWords(95));
    }
    return key;
  }
  return ReferenceKey{rich()};
}

TheoryItem RandomBank::theoryItem(const Blueprint& blueprint, const People& people) {
  TheoryItem item(id(), blueprint.level, kItemTypes[static_cast<std::size_t>(number(kItemTypes.size()))]);
  const std::vector<Id> points = pointsOf(blueprint.theory);
  item.code = maybeWords(30);
  if (!points.empty() && chance(95))
    item.point = points[static_cast<std::size_t>(number(static_cast<int>(points.size())))];
  item.stem = rich();
  if (hasOptions(item.type)) {
    for (int i = number(6); i > 0; --i) item.options.push_back(rich(1));
  }
  item.key = key(item.type, static_cast<int>(item.options.size()));
  if (chance(70)) item.difficulty = 1 + number(5);
  if (chance(70)) item.consistency = 1 + number(5);
  if (chance(20)) item.marks = Marks::ofHundredths(50 * number(40));
  if (!isObjective(item.type)) {
    for (int i = number(3); i > 0; --i) {
      item.scoring.push_back({Marks::ofHundredths(50 * number(10)), maybeWords(95), extras()});
    }
  }
  if (chance(30)) item.rationale = rich();
  item.reference = maybeWords(30);
  if (!people.people.empty() && chance(50)) item.author = people.people.front().id;
  item.status = status();
  item.source = source();
  item.extras = extras();
  return item;
}

SkillItem RandomBank::skillItem(const Blueprint& blueprint, const People& people) {
  SkillItem item(id(), blueprint.level);
  item.code = maybeWords(50);
  item.title = maybeWords(95);
  if (!blueprint.structure.groups.empty())
    item.module = blueprint.structure.groups.front().modules.front().id;
  for (const Id point : pointsOf(blueprint.skills)) {
    if (chance(20)) item.points.push_back(point);
  }
  item.minutes = number(120);
  item.venue = rich();
  for (int i = number(4); i > 0; --i) {
    item.materials.push_back({static_cast<Material::Provider>(number(2)), maybeWords(), maybeWords(),
                              maybeWords(), maybeWords(20), extras()});
  }
  item.task = rich();
  item.requirements = rich();
  item.quality = rich();
  for (int i = number(3); i > 0; --i) item.vetoes.push_back(maybeWords(95));
  for (int i = number(5); i > 0; --i) {
    item.scores.push_back({std::to_string(i), rich(), rich(), maybeWords(20),
                           Marks::ofHundredths(50 * number(40)), maybeWords(20), extras()});
  }
  item.marks = chance(80) ? item.scoreTotal() : Marks::whole(number(100));
  if (chance(50)) item.difficulty = 1 + number(5);
  if (!people.people.empty() && chance(50)) item.author = people.people.back().id;
  item.status = status();
  item.source = source();
  item.extras = extras();
  return item;
}

ItemSet RandomBank::itemSet(Level level, const std::vector<Id>& items) {
  ItemSet set(id(), level, static_cast<ItemSet::Kind>(number(2)));
  set.stem = rich();
  if (set.kind == ItemSet::Kind::kSharedOptions) {
    for (int i = 1 + number(5); i > 0; --i) set.options.push_back(rich(1));
  }
  set.items = items;
  set.source = source();
  set.extras = extras();
  return set;
}

Paper RandomBank::paper(Level level, const std::vector<Id>& items) {
  Paper paper(id(), level, static_cast<Paper::Kind>(number(2)));
  paper.number = maybeWords();
  paper.title = maybeWords();
  paper.minutes = number(200);
  for (int s = 1 + number(3); s > 0; --s) {
    PaperSection section{maybeWords(), {}, extras()};
    for (int e = number(6); e > 0 && !items.empty(); --e) {
      section.entries.push_back({items[static_cast<std::size_t>(number(static_cast<int>(items.size())))],
                                 Marks::ofHundredths(50 * number(10)), extras()});
    }
    paper.sections.push_back(std::move(section));
  }
  paper.status = status();
  paper.source = source();
  paper.extras = extras();
  return paper;
}

People RandomBank::people() {
  People people;
  for (int i = number(4); i > 0; --i) {
    people.people.push_back({id(), maybeWords(95), static_cast<Person::Kind>(number(3)), maybeWords(),
                             maybeWords(), maybeWords(), extras()});
  }
  people.extras = extras();
  return people;
}

Waivers RandomBank::waivers(const std::vector<Id>& objects) {
  Waivers waivers;
  for (int i = number(4); i > 0 && !objects.empty(); --i) {
    Waiver waiver;
    waiver.rule = "items/key-missing";
    waiver.object = objects[static_cast<std::size_t>(number(static_cast<int>(objects.size())))];
    waiver.field = chance(50) ? "stem" : "";
    waiver.judged = sha256(words());
    waiver.reason = maybeWords(95);
    waiver.person = maybeWords();
    if (chance(80)) waiver.date = date();
    waiver.extras = extras();
    waivers.waivers.push_back(std::move(waiver));
  }
  waivers.extras = extras();
  return waivers;
}

Judgements RandomBank::judgements(const std::vector<Id>& objects) {
  Judgements judgements;
  for (int i = number(4); i > 0 && !objects.empty(); --i) {
    Judgement judgement;
    judgement.a = objects[static_cast<std::size_t>(number(static_cast<int>(objects.size())))];
    judgement.b = objects[static_cast<std::size_t>(number(static_cast<int>(objects.size())))];
    judgement.verdict = static_cast<Judgement::Verdict>(number(3));
    judgement.judgedA = sha256(words());
    judgement.judgedB = maybeWords();
    judgement.reason = maybeWords(95);
    judgement.person = maybeWords();
    if (chance(80)) judgement.date = date();
    judgement.extras = extras();
    judgements.judgements.push_back(std::move(judgement));
  }
  judgements.extras = extras();
  return judgements;
}

StandardUpdate RandomBank::standardUpdate(const std::vector<Id>& objects) {
  StandardUpdate update;
  update.id = id();
  update.title = maybeWords();
  update.edition = maybeWords(90);
  update.previous = maybeWords();
  if (chance(80)) update.effective = date();
  update.begun = maybeDate();
  update.by = maybeWords();
  for (int i = number(5); i > 0; --i) {
    EntryChange change;
    if (chance(80)) change.entry = id();
    change.kind = anyOf<EntryChange::Kind>(4);
    change.place = words();
    change.before = maybeWords();
    change.after = maybeWords();
    change.extras = extras();
    update.changes.push_back(std::move(change));
  }
  for (const Id object : objects) {
    if (!chance(20)) continue;
    UpdateTask task;
    task.object = object;
    task.kind = anyOf<UpdateTask::Kind>(4);
    for (const EntryChange& change : update.changes) {
      if (!change.entry.empty() && chance(50)) task.entries.push_back(change.entry);
    }
    if (chance(80)) task.judged = sha256(words());
    if (chance(40)) {
      task.date = date();
      task.person = maybeWords(90);
      task.reason = maybeWords();
    }
    task.extras = extras();
    update.tasks.push_back(std::move(task));
  }
  update.extras = extras();
  return update;
}

Dossier RandomBank::dossier() {
  Dossier dossier;
  for (int i = number(4); i > 0; --i) dossier.fields["field-" + std::to_string(i)] = maybeWords(95);
  for (int i = number(3); i > 0; --i) dossier.texts["text-" + std::to_string(i)] = rich();
  for (const std::string& name : mediaNames_) {
    if (chance(30)) dossier.attachments[name] = maybeWords(95);
  }
  dossier.extras = extras();
  return dossier;
}

Terms RandomBank::terms() {
  Terms terms;
  for (int i = number(4); i > 0; --i) {
    Term term{maybeWords(95), maybeWords(), maybeWords(), {}, extras()};
    for (int n = number(3); n > 0; --n) {
      term.variants.push_back({static_cast<TermVariant::Use>(number(2)), maybeWords(95), extras()});
    }
    terms.terms.push_back(std::move(term));
  }
  terms.extras = extras();
  return terms;
}

Media RandomBank::media() {
  std::string bytes;
  for (int i = number(300); i >= 0; --i) bytes += static_cast<char>(number(256));
  const std::string hash = sha256(bytes);
  return {*Id::ofDigest(hash), hash + (chance(50) ? ".png" : ".jpeg"), std::move(bytes)};
}

Bank RandomBank::bank() {
  std::vector<Level> levels;
  for (int n = 5; n > 5 - size_.levels && n >= 1; --n) levels.push_back(*Level::of(n));
  Edit edit;
  for (int i = number(4); i > 0; --i) {
    Media picture = media();
    mediaNames_.push_back(picture.name);
    edit.put(std::move(picture));
  }
  Bank bank(info(levels));
  const People persons = people();
  const Standard norm = standard(levels);
  std::vector<Id> everyItem;
  for (const Level level : levels) {
    const Blueprint plan = blueprint(level, norm);
    std::vector<Id> items;
    for (int i = 0; i < size_.theoryItems; ++i) {
      TheoryItem item = theoryItem(plan, persons);
      items.push_back(item.id);
      edit.put(std::move(item));
    }
    for (int i = 0; i < size_.skillItems; ++i) edit.put(skillItem(plan, persons));
    // Sets of neighbours, as they would be printed.
    for (std::size_t from = 0; from + 3 < items.size(); from += static_cast<std::size_t>(6 + number(10))) {
      const std::size_t count = static_cast<std::size_t>(1 + number(3));
      const auto first = items.begin() + static_cast<std::ptrdiff_t>(from);
      edit.put(itemSet(level, {first, first + static_cast<std::ptrdiff_t>(count)}));
    }
    for (int i = 0; i < size_.papers; ++i) edit.put(paper(level, items));
    everyItem.insert(everyItem.end(), items.begin(), items.end());
    edit.put(plan);
  }
  for (int i = 1 + number(2); i > 0; --i) {
    const Round one = round(everyItem);
    for (const Invitation& invitation : one.invitations) edit.put(submission(one, invitation));
    for (int n = number(3); n > 0; --n) edit.put(opinion(one));
    edit.put(one);
  }
  edit.put(norm).put(persons).put(waivers(everyItem)).put(judgements(everyItem)).put(dossier()).put(terms());
  const Experts pool = experts();
  edit.put(pool).put(panelDraws(pool));
  if (chance(60)) edit.put(standardUpdate(everyItem));
  bank.apply(edit);
  return bank;
}

Bank randomBank(std::uint64_t seed, RandomSize size) {
  return RandomBank(seed, size).bank();
}

}  // namespace tiku::test
