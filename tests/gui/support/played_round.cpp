#include "tests/gui/support/played_round.h"

#include "formats/base/digest.h"
#include "formats/package/rubric_file.h"
#include "formats/package/save.h"
#include "tests/gui/support/experts_answer.h"
#include "workflows/review/begin.h"
#include "workflows/review/collect.h"
#include "workflows/review/draw/panel.h"
#include "workflows/review/invite.h"
#include "workflows/review/keys.h"
#include "workflows/review/opinions.h"

namespace tiku::tests {

using namespace formats;
using namespace workflows;
namespace fs = std::filesystem;

PlayedRound::PlayedRound(editor::Document& document, const fs::path& folder, const Date& on)
    : document_(document), folder_(folder) {
  addPool();
  drawPanel(on);
  RoundOrder order;
  order.title = "2026年报备评审";
  order.panel = panelistsOf(document_.bank().find<PanelDraws>(PanelDraws::kId)->draws.back());
  order.rubric = loadRubric("default");
  BegunRound begun = beginRound(document_.path(), order, {"王科长", on, "材料齐全"});
  id_ = begun.round.id;
  saveKey(defaultKeyFile(id_), id_, begun.key);
  Edit edit("开始评审");
  document_.apply(edit.put(std::move(begun.round)));
}

void PlayedRound::addPool() {
  struct Known {
    const char* name;
    Expert::Kind kind;
    const char* institution;
    const char* qualification;
    ExpertTitle title;
    const char* from;
  };
  static const std::vector<Known> kKnown{
      {"赵工", Expert::Kind::kContent, "贵阳第一职业学校", "高级讲师", ExpertTitle::kAssociate, "2025-03-01"},
      {"钱工", Expert::Kind::kMethod, "遵义机电学校", "副研究员", ExpertTitle::kAssociate, "2025-03-01"},
      {"孙工", Expert::Kind::kContent, "六盘水技工学校", "高级工程师", ExpertTitle::kAssociate, "2025-06-01"},
      {"吴工", Expert::Kind::kMethod, "安顺职业学院", "教授", ExpertTitle::kSenior, "2025-06-01"},
      {"郑工", Expert::Kind::kContent, "毕节工程学校", "高级工程师", ExpertTitle::kAssociate, "2025-09-01"},
      {"冯工", Expert::Kind::kContent, "铜仁技师学院", "高级工程师", ExpertTitle::kAssociate, "2021-03-01"},
      {"林晓", Expert::Kind::kContent, "示例机床厂", "高级技师", ExpertTitle::kIntermediate, "2025-03-01"},
      {"褚工", Expert::Kind::kMethod, "示例职业技能评价中心", "研究员", ExpertTitle::kSenior, "2025-03-01"}};
  Experts pool;
  for (const Known& one : kKnown) {
    Expert expert;
    expert.id = *Id::ofDigest(sha256(one.name));
    expert.name = one.name;
    expert.kind = one.kind;
    expert.institution = one.institution;
    expert.qualification = one.qualification;
    expert.title = one.title;
    expert.appointed = Date::parse(one.from);
    if (one.kind == Expert::Kind::kContent) expert.fields = {"量具检校员"};
    pool.experts.push_back(std::move(expert));
  }
  pool.experts[2].works.push_back({Date::parse("2025-11-20"), "评审钳工题库", "良好", {}});
  pool.experts[3].avoidances.push_back({"六盘水技工学校", "兼职教师", {}});
  Edit edit("登记专家");
  document_.apply(edit.put(std::move(pool)));
}

void PlayedRound::drawPanel(const Date& on) {
  validators::PanelRules rules = document_.checker().profile().panel().value_or(validators::PanelRules());
  PanelDraw draw = workflows::drawPanel(document_.bank(), rules, {on, "王科长", "20260301", 5});
  draw.id = *Id::ofDigest(sha256("draw"));
  document_.apply(drawEdit(document_.bank(), std::move(draw), "抽取专家组"));
}

void PlayedRound::collect(const Date& on, std::size_t missing) {
  const Bank reviewed = reviewedBank(document_.path(), now());
  const std::string key = loadKey(defaultKeyFile(id_), now());
  const SentFiles sent =
      inviteExperts(now(), reviewed, document_.bank(), {}, key, {"赵工", *now().steps.back().on, {}});
  Edit edit("发出评审文件");
  document_.apply(edit.put(sent.round));
  fs::create_directories(folder_ / "sent");
  for (const SentFile& file : sent.files) writeFileSafely(folder_ / "sent" / file.name, file.bytes, true);
  expertsAnswer(folder_ / "sent", folder_ / "back", on);
  take(on, missing);
}

void PlayedRound::take(const Date& on, std::size_t missing) {
  const RoundProgress progress = progressOf(now(), on);
  std::vector<std::string> names;
  for (const MemberProgress& member : progress.members) {
    if (!member.delivered) names.push_back(memberName(now(), member.expert));
  }
  names.resize(names.size() - std::min(missing, names.size()));
  for (const std::string& name : names) {
    const Collected taken =
        collectFile(document_.bank(), folder_ / "back" / (name + ".tiku-review"), defaultKeyFile, on);
    document_.apply(taken.edit);
  }
}

void PlayedRound::open(const Date& on) {
  take(on, 0);
  const std::string key = loadKey(defaultKeyFile(id_), now());
  document_.apply(openRound(document_.bank(), now(), key, {"赵工", on, {}}));
}

void PlayedRound::conclude(const Date& on) {
  document_.apply(workflows::conclude(
      document_.bank(), now(), RoundState::kToRectify, {"赵工", on, "部分试题超出等级，题干不完整。"},
      rectificationEnds(document_.checker().profile(), on).day, document_.checker().findings()));
}

}  // namespace tiku::tests
