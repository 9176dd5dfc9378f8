#include "workflows/review/report/report.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/exchange/importers.h"
#include "tests/workflows/review/report/opened_round.h"
#include "workflows/review/draw/panel.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using Catch::Matchers::Contains;
using tiku::tests::OpenedRound;
using tiku::validators::Finding;
using tiku::validators::Profile;

namespace {

// The words of a Word document, cells parted by "|".
std::string wordsOf(const std::string& docx) {
  std::string words;
  for (const auto& block : readDocxBytes(docx, "report.docx").blocks) {
    if (const auto* paragraph = std::get_if<DocParagraph>(&block)) {
      words += paragraph->line() + "\n";
      continue;
    }
    for (const auto& row : std::get<DocTable>(block).rows) {
      for (const DocCell& cell : row) words += cell.str() + "|";
      words += "\n";
    }
  }
  return words;
}

struct Told {
  OpenedRound opened;
  Profile profile = Profile::load("guizhou");
  std::vector<Finding> findings;
  [[nodiscard]] ReviewReport report() const {
    return {opened.bank, opened.bank, opened.round, profile, findings, "2026-03-18"};
  }
};

}  // namespace

TEST_CASE(
    "the evaluation report holds panel, scores, agreement, verdicts, repetitions, conclusion and "
    "signatures") {
  Told told;
  told.opened.step(RoundState::kToRectify, "2026-03-17", "两道试题超纲");
  told.opened.round.rectifyBy = Date::parse("2026-04-16");
  told.opened.keep();
  told.opened.opine(1, 3, "超出三级要求", OpinionStatus::kOpen);
  Finding finding;
  finding.rule = "duplicates/cross-level";
  finding.clause = "第六条（四）";
  finding.message = "三级与四级有相同的试题。";
  told.findings = {finding};
  const std::string text = wordsOf(evaluationReport(told.report()));
  for (const char* words : {"变配电运行值班员自建题库评估报告",
                            "黔中电力公司",
                            "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
                            "专家0（组长）",
                            "题库里没有这个专家组的抽取记录",
                            "平均 25.0 / 30 分",
                            "合规性 小计|10|9.0|",
                            "评分表来源：自拟",
                            "内容效度 S-CVI/Ave|0.733|5|",
                            "三级 理论知识试题|4|2|1|1|0|",
                            "三级 操作技能试题|1|",
                            "三级 单选题 B-A-003|",
                            "0／0／3",
                            "第六条（四）|三级与四级有相同的试题。|",
                            "☐ 合格　　　☑ 限期整改　　　☐ 不合格",
                            "理由：两道试题超纲",
                            "应于2026年4月16日前完成整改（第十条（四））",
                            "三级 单选题 B-A-003，题干“变压器油”|",
                            "超出三级要求|",
                            "专家2|第2学院|",
                            "2026年3月18日"}) {
    CHECK_THAT(text, Contains(words));
  }
  CHECK(evaluationReport(told.report()) == evaluationReport(told.report()));
}

TEST_CASE("a panel that was drawn is told with pool, number, seed, exclusions and replacements") {
  Told told;
  Experts pool;
  for (int i = 0; i < 5; ++i) {
    Expert one;
    one.id = OpenedRound::expert(i);
    one.name = "专家" + std::to_string(i);
    one.kind = i == 2 ? Expert::Kind::kMethod : Expert::Kind::kContent;
    one.institution = "第" + std::to_string(i) + "学院";
    one.qualification = "高级讲师";
    one.fields = {"6-31-01-02"};
    one.appointed = Date::parse("2025-03-01");
    if (i == 4) one.removed = "调离";
    pool.experts.push_back(one);
  }
  told.opened.bank.apply(Edit().put(pool));
  PanelDraw draw =
      drawPanel(told.opened.bank, *told.profile.panel(), {*Date::parse("2026-03-01"), "市鉴定中心", "7", 3});
  const PanelCandidate* extra = draw.find(OpenedRound::expert(3));
  const std::vector<Id> panel = panelOf(draw);
  if (std::ranges::find(panel, extra->expert) != panel.end()) {
    draw = withRefusal(draw, extra->expert, *Date::parse("2026-03-02"), "出差");
  }
  told.opened.bank.apply(drawEdit(told.opened.bank, draw, "抽取"));
  const std::string text = wordsOf(evaluationReport(told.report()));
  CHECK_THAT(
      text,
      Contains("专家组于2026年3月1日由市鉴定中心从专家库随机抽取（第十条（三））：专家库 5 人，排除已除名 1 "
               "人，可以抽取 4 人，抽取 3 人"));
  CHECK_THAT(text, Contains("专家库 SHA-256 " + draw.pool + "；随机数 7；种子 " + panelSeed(draw.pool, "7")));
  CHECK_THAT(text, Contains("专家2|命题方法专家|第2学院|高级讲师|无|"));
}

TEST_CASE("before a conclusion the report is a draft, and before the opening there is none") {
  const Told told;
  CHECK_THAT(wordsOf(evaluationReport(told.report())), Contains("☐ 合格　　　☐ 限期整改　　　☐ 不合格"));
  Told sealed;
  for (const Invitation& invitation : sealed.opened.round.invitations) {
    Submission submission = *sealed.opened.bank.find<Submission>(invitation.id);
    submission.answers.reset();
    sealed.opened.bank.apply(Edit().put(submission));
  }
  CHECK_THROWS_AS(evaluationReport(sealed.report()), FormatError);
  CHECK_THROWS_AS(expertOpinions(sealed.report()), FormatError);
}

TEST_CASE("the experts' opinions list every remark with its place and what was done") {
  Told told;
  told.opened.opine(1, 2, "选项 B 也对。", OpinionStatus::kAgreed, "已改选项 B。");
  told.opened.opine(2, 3, "超出三级要求。", OpinionStatus::kOpen);
  told.opened.step(RoundState::kToRectify, "2026-03-17", "见意见");
  told.opened.keep();
  const std::string text = wordsOf(expertOpinions(told.report()));
  for (const char* words :
       {"三级 单选题 B-A-002，题干“变压器油”|", "选项 B 也对。|已改选项 B。（专家已认可）|",
        "超出三级要求。|待答复|", "总体符合要求，个别试题超纲。", "☐ 通过　　　☑ 修改后通过　　　☐ 不通过"}) {
    CHECK_THAT(text, Contains(words));
  }
}

TEST_CASE("the rectification report writes itself from the answers, and is refused where nothing was asked") {
  Told told;
  CHECK_THROWS_AS(rectificationReport(told.report()), FormatError);
  told.opened.opine(1, 2, "选项 B 也对。", OpinionStatus::kAgreed, "已改选项 B。");
  Opinion answered = *told.opened.bank.find<Opinion>(Id::wellKnown(7001));
  answered.answeredBy = "林晓";
  answered.answeredOn = Date::parse("2026-03-25");
  answered.revision = "0123456789abcdef";
  answered.changes = {{"选项 B", "绝缘", "润滑", {}}};
  told.opened.bank.apply(Edit().put(answered));
  told.opened.opine(2, 3, "超出三级要求。", OpinionStatus::kRejected, "不改。");
  told.opened.opine(3, 1, "表述不清。", OpinionStatus::kOpen, "写到一半");
  Opinion draft = *told.opened.bank.find<Opinion>(Id::wellKnown(7003));
  draft.answeredBy.clear();
  told.opened.bank.apply(Edit().put(draft));
  told.opened.step(RoundState::kToRectify, "2026-03-17", "见意见");
  told.opened.round.rectifyBy = Date::parse("2026-04-16");
  told.opened.keep();
  const std::string text = wordsOf(rectificationReport(told.report()));
  for (const char* words :
       {"于2026年3月17日被要求限期整改，整改期限到2026年4月16日（第十条（四））",
        "整改意见共 3 条：已整改 1 "
        "条（其中专家已认可 1 条），未整改 1 条，退回重新整改 1 条。",
        "（尚未答复）", "已改选项 B。", "林晓，2026年3月25日", "选项 B：由“绝缘”改为“润滑”",
        "（版本 0123456789ab）", "已销号|", "退回|", "☐ 合格　　　☐ 不合格"}) {
    CHECK_THAT(text, Contains(words));
  }
  CHECK_THAT(text, !Contains("写到一半"));
}
