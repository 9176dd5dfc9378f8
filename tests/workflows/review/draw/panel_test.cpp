#include "workflows/review/draw/panel.h"

#include <algorithm>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/package/package.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::validators::PanelRules;
using tiku::validators::Profile;

namespace {

Date day(const char* text) {
  return *Date::parse(text);
}

Expert expert(std::uint32_t number, const std::string& name, Expert::Kind kind,
              const std::string& institution) {
  Expert made;
  made.id = Id::wellKnown(7000 + number);
  made.name = name;
  made.kind = kind;
  made.institution = institution;
  made.appointed = Date::parse("2025-03-01");
  made.fields = {"6-31-01-02"};
  return made;
}

// The bank of 黔中电力公司 and a pool of six content and three method experts.
struct Story {
  Bank bank;
  Experts pool;
  PanelRules rules = *Profile::load("guizhou").panel();

  Story() {
    BankInfo info;
    info.packageId = Id::wellKnown(6000);
    info.occupation = OccupationCode::parse("6-31-01-02");
    info.occupationName = "变配电运行值班员";
    info.institution.name = "黔中电力公司";
    bank.apply(Edit().put(info));
    const std::vector<std::string> names{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"};
    for (std::uint32_t i = 0; i < 9; ++i) {
      pool.experts.push_back(expert(i, names[i], i < 6 ? Expert::Kind::kContent : Expert::Kind::kMethod,
                                    "第" + std::to_string(i) + "职业技术学院"));
    }
    keep();
  }
  void keep() { bank.apply(Edit().put(pool)); }
  [[nodiscard]] PanelDraw draw(const std::string& nonce = "20260301", int experts = 5) const {
    return drawPanel(bank, rules, {day("2026-03-02"), "市鉴定中心", nonce, experts});
  }
  [[nodiscard]] std::string refusal() const {
    try {
      static_cast<void>(draw());
    } catch (const FormatError& error) {
      CHECK(error.code() == ErrorCode::kConflict);
      return std::string(error.what()) + error.advice();
    }
    return "drawn";
  }
};

int kindCount(const PanelDraw& draw, const std::vector<Id>& panel, Expert::Kind kind) {
  return static_cast<int>(std::ranges::count_if(panel, [&](Id id) { return draw.find(id)->kind == kind; }));
}

std::optional<Exclusion> excluded(const Story& story, std::size_t number) {
  return story.draw().find(story.pool.experts[number].id)->excluded;
}

}  // namespace

TEST_CASE("a panel can be drawn again with sha256sum alone") {
  // printf 'tiku-panel-1\n%s\n%s\n' POOL NONCE | sha256sum
  const std::string pool = sha256("experts");
  CHECK(panelSeed(pool, " 42\n") == sha256("tiku-panel-1\n" + pool + "\n42\n"));
  const Story story;
  CHECK(poolDigest(story.bank) == sha256(write(Object(story.bank.get<Experts>(Experts::kId)))));
  const PanelDraw draw = story.draw();
  CHECK(draw.pool == poolDigest(story.bank));
  const std::string seed = panelSeed(draw.pool, draw.nonce);
  for (const PanelCandidate& candidate : draw.candidates) {
    CHECK(candidate.rank == sha256(seed + ":" + candidate.expert.str()));
  }
}

TEST_CASE("the panel holds both kinds, as many as were asked, and the record everybody by rank") {
  const Story story;
  std::set<std::vector<Id>> panels;
  for (int nonce = 0; nonce < 60; ++nonce) {
    const PanelDraw draw = story.draw(std::to_string(nonce), 3 + nonce % 3);
    const std::vector<Id> panel = panelOf(draw);
    CHECK(static_cast<int>(panel.size()) == 3 + nonce % 3);
    CHECK(kindCount(draw, panel, Expert::Kind::kContent) >= 1);
    CHECK(kindCount(draw, panel, Expert::Kind::kMethod) >= 1);
    CHECK(draw.candidates.size() == 9);
    CHECK(std::ranges::is_sorted(draw.candidates, {}, &PanelCandidate::rank));
    CHECK(checkDraw(draw, story.bank, story.rules).problems.empty());
    panels.insert(panel);
  }
  CHECK(panels.size() > 40);
}

TEST_CASE(
    "nobody of the own institution, of its branch, out of term, of another field or keeping out is drawn") {
  Story story;
  std::vector<Expert>& pool = story.pool.experts;
  pool[0].institution = "黔中电力公司";
  pool[1].institution = "黔中电力公司培训中心";
  pool[5].institution.clear();
  pool[2].avoidances = {{"黔中电力公司", "亲属在该公司任职", {}}};
  pool[3].fields = {"6-18-04-05", "焊工"};
  pool[6].until = Date::parse("2026-03-01");
  pool[7].removed = "无故缺席";
  for (std::uint32_t i = 20; i < 24; ++i) {
    pool.push_back(expert(i, "替补" + std::to_string(i),
                          i % 2 == 0 ? Expert::Kind::kContent : Expert::Kind::kMethod, "某学院"));
  }
  story.keep();
  CHECK(excluded(story, 0) == Exclusion::kOwnInstitution);
  CHECK(excluded(story, 1) == Exclusion::kOwnInstitution);
  CHECK(excluded(story, 2) == Exclusion::kAvoidance);
  CHECK(excluded(story, 3) == Exclusion::kField);
  CHECK_FALSE(excluded(story, 4).has_value());
  CHECK(excluded(story, 5) == Exclusion::kOwnInstitution);
  CHECK(excluded(story, 6) == Exclusion::kTerm);
  CHECK(excluded(story, 7) == Exclusion::kRemoved);
  for (int nonce = 0; nonce < 30; ++nonce) {
    const PanelDraw draw = story.draw(std::to_string(nonce));
    for (const Id id : panelOf(draw)) CHECK_FALSE(draw.find(id)->excluded.has_value());
    CHECK(draw.find(pool[2].id)->why == "亲属在该公司任职");
    CHECK(draw.find(pool[6].id)->why == "聘期到 2026-03-01 为止");
    CHECK(draw.find(pool[3].id)->why == "登记的专业是6-18-04-05、焊工");
  }
}

TEST_CASE("a term of three years ends the day before the third year is full") {
  Story story;
  story.pool.experts[0].appointed = Date::parse("2023-03-03");
  story.pool.experts[1].appointed = Date::parse("2023-03-02");
  story.pool.experts[2].appointed = Date::parse("2026-03-03");
  story.pool.experts[3].appointed.reset();
  story.keep();
  CHECK_FALSE(excluded(story, 0).has_value());
  CHECK(excluded(story, 1) == Exclusion::kTerm);
  CHECK(excluded(story, 2) == Exclusion::kTerm);
  CHECK(excluded(story, 3) == Exclusion::kTerm);
}

TEST_CASE("an author of the bank judges it not, and a field may be a group of occupations or a name") {
  Story story;
  People people;
  people.people.push_back(
      {Id::wellKnown(50), "甲", Person::Kind::kContentExpert, "第0职业技术学院", {}, "命题", {}});
  people.people.push_back(
      {Id::wellKnown(51), "乙", Person::Kind::kContentExpert, "别的学院", {}, "命题", {}});
  story.bank.apply(Edit().put(people));
  story.pool.experts[2].fields = {"6-31"};
  story.pool.experts[3].fields = {"变配电运行值班员"};
  story.pool.experts[4].fields = {"6-31-01-0"};
  story.pool.experts[8].fields = {};
  story.keep();
  CHECK(excluded(story, 0) == Exclusion::kDeveloper);
  CHECK_FALSE(excluded(story, 1).has_value());
  CHECK_FALSE(excluded(story, 2).has_value());
  CHECK_FALSE(excluded(story, 3).has_value());
  CHECK(excluded(story, 4) == Exclusion::kField);
  CHECK_FALSE(excluded(story, 8).has_value());  // Whoever knows the method need not know the occupation.
}

TEST_CASE("where the profile asks for a title or a level, one of them is enough") {
  Story story;
  story.rules.title = ExpertTitle::kIntermediate;
  story.rules.level = Level::of(2);
  for (Expert& one : story.pool.experts) one.title = ExpertTitle::kSenior;
  story.pool.experts[0].title = ExpertTitle::kJunior;
  story.pool.experts[1].title.reset();
  story.pool.experts[1].level = Level::of(1);
  story.pool.experts[2].title.reset();
  story.pool.experts[2].level = Level::of(3);
  story.keep();
  CHECK(excluded(story, 0) == Exclusion::kQualification);
  CHECK_FALSE(excluded(story, 1).has_value());
  CHECK(excluded(story, 2) == Exclusion::kQualification);
}

TEST_CASE("who refuses is replaced by the next one, all others stay, and the record tells it") {
  const Story story;
  std::mt19937 random(4);
  for (int nonce = 0; nonce < 40; ++nonce) {
    PanelDraw draw = story.draw(std::to_string(nonce));
    for (int refusals = 0; refusals < 4; ++refusals) {
      const std::vector<Id> before = panelOf(draw);
      const Id gone = before[random() % before.size()];
      draw = withRefusal(draw, gone, day("2026-03-03"), "出差");
      const std::vector<Id> after = panelOf(draw);
      CHECK(std::ranges::find(after, gone) == after.end());
      for (const Id id : before) {
        if (id != gone) CHECK(std::ranges::find(after, id) != after.end());
      }
      const PanelRefusal& last = draw.refusals.back();
      CHECK(last.reason == "出差");
      CHECK(after.size() == before.size() - (last.replacement ? 0 : 1));
      if (last.replacement) CHECK(std::ranges::find(after, *last.replacement) != after.end());
    }
    CHECK(checkDraw(draw, story.bank, story.rules).problems.empty());
  }
  const PanelDraw draw = story.draw();
  const auto outside = std::ranges::find(draw.candidates, false, &PanelCandidate::drawn);
  CHECK_THROWS_AS(withRefusal(draw, outside->expert, day("2026-03-03"), "出差"), FormatError);
}

TEST_CASE("when nobody of a kind is left, the panel shrinks and no stranger is put in") {
  Story story;
  story.pool.experts.resize(7);  // One method expert.
  story.keep();
  const PanelDraw draw = story.draw("1", 3);
  const PanelDraw after = withRefusal(draw, story.pool.experts[6].id, day("2026-03-03"), "病假");
  CHECK_FALSE(after.refusals.back().replacement.has_value());
  CHECK(panelOf(after).size() == 2);
}

TEST_CASE("too small a pool, none, or a bank without an institution is told with what to do") {
  Story story;
  story.pool.experts.resize(4);
  story.pool.experts[0].removed = "泄密";
  story.keep();
  CHECK(story.refusal() ==
        "要抽 5 人，其中试题内容专家至少 1 人、命题方法专家至少 1 人；可以抽取的只有试题内容专家 3 "
        "人、命题方法专家 0 "
        "人。不能抽取的：已除名 1 人。请补充专家库。");
  BankInfo info = story.bank.info();
  info.institution.name.clear();
  story.bank.apply(Edit().put(info));
  CHECK(story.refusal() ==
        "题库没有写明评价机构，不知道哪些专家应当回避。先在题库信息里填写评价机构的名称。");
  story.bank.apply(Edit().remove(Experts::kId));
  CHECK(story.refusal() == "题库里没有专家库。先用 tiku import --as experts 导入专家名单。");
  const Story whole;
  CHECK_THROWS_AS(whole.draw("1", 2), FormatError);
  CHECK_THROWS_AS(whole.draw(" ", 5), FormatError);
}

TEST_CASE("a record that was tampered with does not draw again") {
  const Story story;
  const PanelDraw honest = story.draw();
  const auto problems = [&](const PanelDraw& draw) {
    return checkDraw(draw, story.bank, story.rules).problems;
  };
  REQUIRE(problems(honest).empty());

  PanelDraw swapped = honest;
  const auto in = std::ranges::find(swapped.candidates, true, &PanelCandidate::drawn);
  const auto out = std::ranges::find(swapped.candidates, false, &PanelCandidate::drawn);
  std::swap(in->drawn, out->drawn);
  CHECK(problems(swapped).size() == 2);

  PanelDraw ranked = honest;
  ranked.candidates.back().rank = std::string(64, '0');
  CHECK(problems(ranked).size() == 2);  // Neither the rank nor the place holds.

  PanelDraw shut = honest;
  shut.candidates.front().excluded = Exclusion::kAvoidance;
  CHECK_FALSE(problems(shut).empty());

  PanelDraw otherNonce = honest;
  otherNonce.nonce = "20260302";
  CHECK(problems(otherNonce).size() >= 9);

  PanelDraw favoured = withRefusal(honest, panelOf(honest).front(), day("2026-03-03"), "出差");
  favoured.refusals.back().replacement = favoured.candidates.back().expert;
  const std::vector<Id> panel = panelOf(favoured);
  if (std::ranges::find(panel, favoured.candidates.back().expert) == panel.end()) {
    CHECK(problems(favoured).size() == 1);
  }
}

TEST_CASE("after the pool has changed, the record is still drawn again, and that the pool changed is said") {
  Story story;
  const PanelDraw draw = story.draw();
  CHECK_FALSE(checkDraw(draw, story.bank, story.rules).poolChanged);
  story.pool.experts[0].works.push_back({Date::parse("2026-03-05"), "评审", "好", {}});
  story.keep();
  const DrawCheck check = checkDraw(draw, story.bank, story.rules);
  CHECK(check.poolChanged);
  CHECK(check.problems.empty());
}

TEST_CASE("a draw is kept in the bank, and a refusal in its place") {
  Story story;
  const PanelDraw first = story.draw("1");
  story.bank.apply(drawEdit(story.bank, first, "抽取"));
  story.bank.apply(drawEdit(story.bank, story.draw("2"), "抽取"));
  const PanelDraw changed = withRefusal(first, panelOf(first).front(), day("2026-03-03"), "出差");
  story.bank.apply(drawEdit(story.bank, changed, "递补"));
  const auto* kept = story.bank.find<PanelDraws>(PanelDraws::kId);
  REQUIRE(kept->draws.size() == 2);
  CHECK(kept->draws[0] == changed);
}
