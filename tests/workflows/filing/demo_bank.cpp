#include "demo_bank.h"

#include <array>

#include <fmt/format.h>

#include "formats/base/digest.h"

namespace tiku::tests {

using namespace formats;

namespace {

constexpr const char* kProfile = R"(<?xml version="1.0" encoding="UTF-8"?>
<profile id="demo" version="1.0" point-word="考评点">
  <title>演示规则</title>
  <regulation>《演示用职业技能等级认定题库管理细则》</regulation>
  <rules/>
  <sample clause="第十条（一）6" theory="20" skills="30" papers="3"/>
  <bundle>
    <document number="1" id="application" title="《贵州省职业技能等级认定自建题库报备申请表》"/>
    <document number="2" id="development" title="题库开发说明（含命题依据、考评蓝图、试题编制清单、试测报告等）"/>
    <document number="3" id="theory-table" title="理论知识考评要素细目表" per-level="yes"/>
    <document number="4" id="skills-structure" title="操作技能考评内容结构表"/>
    <document number="5" id="skills-table" title="操作技能考评要素细目表" per-level="yes"/>
    <document number="6" id="samples" title="题库样本" per-level="yes"/>
    <document number="7" id="internal-review" title="专家评审意见"/>
    <document number="8" id="evidence" title="其他相关佐证材料"/>
  </bundle>
</profile>
)";

/// The k-th id of the demo bank: the same in every run.
Id idOf(int kind, int k) {
  return *Id::parse(fmt::format("{:08x}-0000-4000-8000-{:012x}", kind, k));
}

class Builder {
 public:
  explicit Builder(const DemoSize& size) : size_(size) {}

  Bank build() {
    BankInfo info;
    info.packageId = idOf(1, 1);
    info.title = "茶叶加工机具维护工题库";
    info.occupation = OccupationCode::parse("6-99-99-01");
    info.occupationName = "茶叶加工机具维护工";
    for (const int level : size_.levels) info.levels.push_back(*Level::of(level));
    info.profile = "demo";
    info.institution = {"云岭机具职业技能评价中心",
                        "91520000MA6XXXXX0X",
                        "社会培训评价组织",
                        "黔评备2025第018号",
                        "2028年6月30日",
                        "田穗",
                        "0851-00000000"};
    if (size_.papers > 0) info.theoryKind = BankKind::kPapers;
    addStandard();
    addPeople();
    addDossier();
    for (const Level level : info.levels) addLevel(level);
    Bank bank(info);
    bank.apply(edit_);
    return bank;
  }

 private:
  int next() { return ++counter_; }

  void addStandard() {
    Standard standard;
    standard.title = "茶叶加工机具维护工国家职业标准";
    standard.edition = "2025年版";
    standard.issuer = "演示用，未颁布";
    edit_.put(standard);
  }

  void addPeople() {
    People people;
    const auto add = [&](const char* name, Person::Kind kind, const char* where, const char* rank,
                         const char* duty) {
      Person person;
      person.id = idOf(2, static_cast<int>(people.people.size()) + 1);
      person.name = name;
      person.kind = kind;
      person.institution = where;
      person.qualification = rank;
      person.duty = duty;
      people.people.push_back(person);
    };
    add("柳青", Person::Kind::kMethodExpert, "云岭机具职业技能评价中心", "高级讲师", "开发负责人");
    add("石磊", Person::Kind::kContentExpert, "翠屏茶机制造有限公司", "一级/高级技师", "命题");
    add("欧阳晓晴", Person::Kind::kContentExpert, "云岭职业技术学院机电工程系", "副教授", "命题、审题");
    edit_.put(people);
  }

  void addDossier() {
    Dossier dossier;
    dossier.fields["development-period"] = "2025年9月至2026年2月";
    dossier.fields["covered"] = "否";
    dossier.fields["step-experts-period"] = "2025年9月";
    dossier.fields["step-experts-person"] = "柳青";
    dossier.fields["step-experts-result"] = "专家名单及分工表";
    dossier.texts["pilot"] = RichText::plain(
        "2026年1月在两个考点组织试测，参加试测的学员共62人。\n试卷平均得分率0.67，区分度0.31，信度系数0."
        "82。");
    const std::string pdf = "%PDF-1.4 demo";
    Media media;
    media.name = sha256(pdf) + ".pdf";
    media.id = *Id::ofDigest(sha256(pdf));
    media.bytes = pdf;
    dossier.attachments[media.name] = "开发人员保密承诺书";
    edit_.put(dossier).put(media);
    picture_.bytes = plainBmp(320, 120);
    picture_.name = sha256(picture_.bytes) + ".bmp";
    picture_.id = *Id::ofDigest(sha256(picture_.bytes));
    edit_.put(picture_);
  }

  Scope topic(Level level, const std::string& code, const std::string& name, std::int64_t weight) {
    static constexpr std::array<const char*, 6> kNames{"揉捻机传动带的张紧",     "杀青机筒体温度的测量",
                                                       "烘干机热风炉的点火步骤", "电动机绝缘电阻的检查",
                                                       "轴承润滑脂的选用与加注", "紧固件的防松方法"};
    Scope scope;
    scope.id = idOf(3, next());
    scope.code = code;
    scope.name = name;
    scope.weight = Weight::whole(weight);
    for (int i = 0; i < size_.pointsPerTopic; ++i) {
      Point point;
      point.id = idOf(4, next());
      point.code = fmt::format("{:03}", i + 1);
      point.name = fmt::format("{}（{}）", kNames.at(static_cast<std::size_t>(counter_) % kNames.size()),
                               level.name());
      point.importance = i % 4 == 3 ? Importance::kY : Importance::kX;
      scope.points.push_back(point);
      points_.push_back(point.id);
    }
    return scope;
  }

  Scope branch(Level level, const std::string& code, const std::string& name, std::int64_t weight) {
    Scope scope;
    scope.id = idOf(3, next());
    scope.code = code;
    scope.name = name;
    scope.weight = Weight::whole(weight);
    for (int i = 0; i < size_.topics; ++i) {
      const std::int64_t share = weight / size_.topics + (i == 0 ? weight % size_.topics : 0);
      scope.scopes.push_back(topic(level, std::string(1, static_cast<char>('A' + i)),
                                   fmt::format("{}·第{}部分", name, i + 1), share));
    }
    return scope;
  }

  void addLevel(Level level) {
    points_.clear();
    written_.clear();
    Blueprint blueprint(level);
    Scope basic;
    basic.id = idOf(3, next());
    basic.code = "A";
    basic.name = "基本要求";
    basic.weight = Weight::whole(25);
    basic.scopes = {branch(level, "A", "职业道德", 5), branch(level, "B", "基础知识", 20)};
    Scope work;
    work.id = idOf(3, next());
    work.code = "B";
    work.name = "相关知识要求";
    work.weight = Weight::whole(75);
    work.scopes = {branch(level, "A", "机具安装与调试", 35), branch(level, "B", "机具维护与修理", 40)};
    blueprint.theory.tops = {{Part::kBasic, basic}, {Part::kWork, work}};
    blueprint.theory.compiledBy = "柳青";
    blueprint.theory.compiledOn = Date::parse("2025-10-20");
    const std::vector<Id> theoryPoints = points_;
    points_.clear();
    Scope skills;
    skills.id = idOf(3, next());
    skills.code = "A";
    skills.name = "机具维护与修理";
    skills.weight = Weight::whole(100);
    skills.scopes = {topic(level, "A", "日常保养", 40), topic(level, "B", "故障排除", 60)};
    blueprint.skills.tops = {{Part::kWork, skills}};
    const std::vector<Id> skillsPoints = points_;
    addStructure(level, blueprint);
    blueprint.plan.minutes = 90;
    blueprint.plan.sections = {{ItemType::kSingleChoice, 80, Marks::whole(1)},
                               {ItemType::kTrueFalse, 40, *Marks::parse("0.5")}};
    addItems(level, theoryPoints);
    addSkillItems(level, blueprint, skillsPoints);
    edit_.put(blueprint);
  }

  void addStructure(Level level, Blueprint& blueprint) {
    const auto module = [&](const char* name, std::int64_t marks, int minutes, const char* form) {
      SkillModule made;
      made.id = idOf(5, next());
      made.code = std::to_string(blueprint.structure.groups.size() + 1);
      made.function = made.name = name;
      made.marks = Marks::whole(marks);
      made.minutes = minutes;
      made.form = form;
      made.bankItems = 15;
      return made;
    };
    SkillGroup first;
    first.modules = {module("机具安装与调试", 40, 30, "实操")};
    SkillGroup second;
    second.modules = {module("揉捻机修理", 60, 45, "实操"), module("烘干机修理", 60, 45, "实操")};
    blueprint.structure.groups = {first, second};
    if (level.number() > 3) return;
    SkillGroup third;
    third.modules = {module("培训与指导", 0, 15, "笔试")};
    blueprint.structure.groups.push_back(third);
  }

  TheoryItem item(Level level, ItemType type, Id point) {
    TheoryItem made(idOf(6, next()), level, type);
    made.code = fmt::format("{}-{:04}", itemTypeLetter(type), counter_);
    made.point = point;
    made.difficulty = 1 + counter_ % 5;
    made.consistency = 4;
    made.author = idOf(2, 2);
    made.status = ItemStatus::kReviewed;
    written_.emplace_back(made.id, type);
    return made;
  }

  void addItems(Level level, const std::vector<Id>& points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
      for (int k = 0; k < size_.itemsPerPoint; ++k) addItem(level, points[i], k);
    }
    addSpecialItems(level, points.front());
    for (int i = 0; i < size_.papers; ++i) addPaper(level, i + 1);
  }

  void addPaper(Level level, int number) {
    Paper paper(idOf(8, next()), level, Paper::Kind::kTheory);
    paper.number = fmt::format("L{}-{:02}", level.number(), number);
    paper.minutes = 60;
    const auto add = [&](const char* title, ItemType type, std::int64_t halves) {
      PaperSection section{title, {}};
      for (const auto& [id, itsType] : written_) {
        if (itsType == type) section.entries.push_back({id, Marks::ofHundredths(halves * 50)});
      }
      paper.sections.push_back(section);
    };
    add("一、单项选择题", ItemType::kSingleChoice, 2);
    add("二、判断题", ItemType::kTrueFalse, 1);
    add("三、简答题", ItemType::kShortAnswer, 20);
    edit_.put(paper);
  }

  void addItem(Level level, Id point, int k) {
    const Inline blank{Inline::Kind::kBlank, "", ""};
    if (k % 3 == 2) {
      TheoryItem judge = item(level, ItemType::kTrueFalse, point);
      judge.stem = RichText::plain(
          fmt::format("更换揉捻机传动带后，应先空载运行 {} min，再逐步加料。", 3 + counter_ % 7));
      judge.key = JudgementKey{counter_ % 2 == 0};
      judge.rationale = RichText::plain("空载运行可以及时发现跑偏和异响。");
      edit_.put(judge);
      return;
    }
    const bool multiple = k % 3 == 1;
    TheoryItem choice = item(level, multiple ? ItemType::kMultipleChoice : ItemType::kSingleChoice, point);
    choice.stem =
        RichText({Paragraph{{{Inline::Kind::kText, fmt::format("第 {} 号机位的电动机绝缘电阻", counter_), ""},
                             {Inline::Kind::kEmphasis, "不", ""},
                             {Inline::Kind::kText, "应低于", ""},
                             blank,
                             {Inline::Kind::kText, "。", ""}}}});
    choice.options = {RichText::plain("0.1 MΩ"), RichText::plain("0.2 MΩ"), RichText::plain("0.5 MΩ"),
                      RichText::plain(counter_ % 2 == 0 ? "1 kΩ" : "用手摸不发热时的任意一个电阻值")};
    choice.key = multiple ? ChoiceKey{{1, 2}} : ChoiceKey{{2}};
    choice.reference = "《电气设备交接试验》第4章";
    edit_.put(choice);
  }

  void addSpecialItems(Level level, Id point) {
    TheoryItem fill = item(level, ItemType::kFillIn, point);
    fill.stem = RichText({Paragraph{{{Inline::Kind::kText, "滚动轴承的温升一般不超过", ""},
                                     {Inline::Kind::kBlank, "", ""},
                                     {Inline::Kind::kText, "℃，最高温度不超过", ""},
                                     {Inline::Kind::kBlank, "", ""},
                                     {Inline::Kind::kText, "℃。", ""}}}});
    fill.key = FillInKey{{{"40"}, {"80", "八十"}}};
    TheoryItem figure = item(level, ItemType::kShortAnswer, point);
    TextTable table;
    table.rows = {{RichText::plain("转速 n/(r·min⁻¹)"), RichText::plain("功率 P/kW")},
                  {RichText::plain("45"), RichText::plain("1.5")}};
    figure.stem =
        RichText({Paragraph{{{Inline::Kind::kText, "读图和下表，写出转矩 T 与 P、n 的关系，并说明 H", ""},
                             {Inline::Kind::kSubscript, "2", ""},
                             {Inline::Kind::kText, "O 含量对负载的影响，面积以 m", ""},
                             {Inline::Kind::kSuperscript, "2", ""},
                             {Inline::Kind::kText, " 计。", ""}}},
                  Paragraph{{{Inline::Kind::kImage, "传动简图", picture_.name}}}, table,
                  Paragraph{{{Inline::Kind::kMath, "T = 9550 \\frac{P}{n}", ""}}}});
    figure.key = ReferenceKey{RichText::plain("转矩与功率成正比，与转速成反比。\n含水量高时负载增大。")};
    figure.marks = Marks::whole(10);
    figure.scoring = {{Marks::whole(6), "写出关系式"}, {Marks::whole(4), "说明负载变化"}};
    TheoryItem retired = item(level, ItemType::kEssay, point);
    retired.stem = RichText::plain("停用的论述题不应出现在任何材料里。");
    retired.status = ItemStatus::kRetired;
    edit_.put(fill).put(figure).put(retired);
  }

  void addSkillItems(Level level, const Blueprint& blueprint, const std::vector<Id>& points) {
    for (int i = 0; i < 4; ++i) {
      SkillItem made(idOf(7, next()), level);
      made.code = fmt::format("{}.{}", level.number(), i + 1);
      made.title = fmt::format("揉捻机传动带更换与调整（{}）", i + 1);
      made.module = blueprint.structure.groups.front().modules.front().id;
      made.points = {points.at(static_cast<std::size_t>(i) % points.size())};
      made.minutes = 30;
      made.marks = Marks::whole(40);
      made.venue = RichText::plain("考位面积不小于 6 m²，配单相电源和照明，地面平整防滑。");
      made.materials = {
          {Material::Provider::kExamRoom, "揉捻机", "40 型，状态完好", "1 台", ""},
          {Material::Provider::kExamRoom, "传动带", "A 型，与机器配套", "2 根", "其中 1 根备用"},
          {Material::Provider::kCandidate, "工作服、防滑鞋", "", "1 套", "自备"}};
      made.task = RichText::plain(
          "某茶厂一台揉捻机运行时传动带打滑。请按安全操作要求停机断电，拆下旧带，安装新带并调整张紧度。\n"
          "完成后空载试运行，填写维护记录。");
      made.requirements = RichText::plain("能正确选用和使用扳手、张力计等工具。\n能按顺序拆装传动带。");
      made.quality = RichText::plain("张紧度符合说明书规定，试运行无打滑和异响。");
      made.vetoes = {"未断电即打开防护罩", "造成人身伤害或设备损坏"};
      const auto row = [&](const char* content, const char* criterion, std::int64_t marks) {
        ScoreRow score;
        score.number = std::to_string(made.scores.size() + 1);
        score.content = RichText::plain(content);
        score.criterion = RichText::plain(criterion);
        score.marks = Marks::whole(marks);
        made.scores.push_back(score);
      };
      row("安全准备", "未穿戴防护用品扣 5 分；未挂警示牌扣 3 分，扣完为止。", 8);
      row("拆卸", "顺序错误一处扣 2 分。", 10);
      row("安装与调整", "张紧度不合格扣 8 分；带轮不共面扣 4 分。", 16);
      row("试运行与记录", "未试运行扣 4 分；记录漏项一处扣 1 分。", 6);
      edit_.put(made);
    }
  }

  DemoSize size_;
  Edit edit_;
  Media picture_;
  std::vector<Id> points_;
  std::vector<std::pair<Id, ItemType>> written_;  // Items of the level at hand.
  int counter_ = 0;
};

}  // namespace

Bank demoBank(const DemoSize& size) {
  return Builder(size).build();
}

validators::Profile demoProfile() {
  return validators::Profile::parse(kProfile, "demo.xml");
}

workflows::Sample demoSample(const Bank& bank) {
  return workflows::drawSample(bank, *demoProfile().sample(), "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
                               "20260301-17");
}

std::string plainBmp(int width, int height) {
  const auto word = [](int value) {
    std::string bytes;
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>(static_cast<unsigned>(value) >> (8 * i) & 0xFFU);
    return bytes;
  };
  const int rowBytes = (width * 3 + 3) / 4 * 4;
  std::string pixels;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < rowBytes; ++x) pixels += static_cast<char>((x / 48 + y / 16) % 2 == 0 ? 0xC8 : 0xF0);
  }
  return "BM" + word(54 + static_cast<int>(pixels.size())) + word(0) + word(54) + word(40) + word(width) +
         word(height) + std::string{1, 0, 24, 0} + word(0) + word(static_cast<int>(pixels.size())) +
         word(2835) + word(2835) + word(0) + word(0) + pixels;
}

}  // namespace tiku::tests
