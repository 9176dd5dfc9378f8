#pragma once

#include "formats/base/say.h"
#include "formats/model/bank.h"

/// The members of every kind of object, named once for those who compare, merge and print them.
namespace tiku::formats::members {

/// Fields with one bond only make sense together, and are taken together.
enum class Bond { kNone, kAnswer };

/// Calls visit(name, word, member, bond) for every member but the id.
template <typename Visit>
void each(const BankInfo*, const Visit& visit) {
  visit("title", markForTranslation("题库名称"), &BankInfo::title);
  visit("occupation", markForTranslation("职业编码"), &BankInfo::occupation);
  visit("occupation-name", markForTranslation("职业名称"), &BankInfo::occupationName);
  visit("levels", markForTranslation("等级"), &BankInfo::levels);
  visit("theory-kind", markForTranslation("理论题库形式"), &BankInfo::theoryKind);
  visit("skills-kind", markForTranslation("技能题库形式"), &BankInfo::skillsKind);
  visit("occupation-class", markForTranslation("职业类型"), &BankInfo::occupationClass);
  visit("profile", markForTranslation("规则文件"), &BankInfo::profile);
  visit("institution", markForTranslation("评价机构"), &BankInfo::institution);
  visit("package", markForTranslation("题库标识"), &BankInfo::packageId);
  visit("format", markForTranslation("格式版本"), &BankInfo::formatMinor);
  visit("extras", markForTranslation("其他内容"), &BankInfo::extras);
}

template <typename Visit>
void each(const Standard*, const Visit& visit) {
  visit("kind", markForTranslation("标准种类"), &Standard::kind);
  visit("title", markForTranslation("标准名称"), &Standard::title);
  visit("edition", markForTranslation("版本"), &Standard::edition);
  visit("issuer", markForTranslation("发布文号"), &Standard::issuer);
  visit("overview", markForTranslation("职业概况"), &Standard::overview);
  visit("basics", markForTranslation("基本要求"), &Standard::basics);
  visit("levels", markForTranslation("工作要求"), &Standard::levels);
  visit("theory-weights", markForTranslation("理论知识权重表"), &Standard::theoryWeights);
  visit("skills-weights", markForTranslation("技能要求权重表"), &Standard::skillsWeights);
  visit("extras", markForTranslation("其他内容"), &Standard::extras);
}

template <typename Visit>
void each(const Blueprint*, const Visit& visit) {
  visit("level", markForTranslation("所属等级"), &Blueprint::level);
  visit("theory", markForTranslation("理论知识要素细目表"), &Blueprint::theory);
  visit("skills", markForTranslation("操作技能要素细目表"), &Blueprint::skills);
  visit("structure", markForTranslation("操作技能考评内容结构表"), &Blueprint::structure);
  visit("plan", markForTranslation("组卷方案"), &Blueprint::plan);
  visit("extras", markForTranslation("其他内容"), &Blueprint::extras);
}

template <typename Visit>
void each(const TheoryItem*, const Visit& visit) {
  visit("level", markForTranslation("所属等级"), &TheoryItem::level);
  visit("code", markForTranslation("题号"), &TheoryItem::code);
  visit("point", markForTranslation("考评点"), &TheoryItem::point);
  visit("type", markForTranslation("题型"), &TheoryItem::type, Bond::kAnswer);
  visit("stem", markForTranslation("题干"), &TheoryItem::stem);
  visit("options", markForTranslation("选项"), &TheoryItem::options, Bond::kAnswer);
  visit("key", markForTranslation("答案"), &TheoryItem::key, Bond::kAnswer);
  visit("difficulty", markForTranslation("难度"), &TheoryItem::difficulty);
  visit("consistency", markForTranslation("一致性"), &TheoryItem::consistency);
  visit("marks", markForTranslation("分值"), &TheoryItem::marks);
  visit("scoring", markForTranslation("评分要点"), &TheoryItem::scoring);
  visit("rationale", markForTranslation("解析"), &TheoryItem::rationale);
  visit("reference", markForTranslation("出处"), &TheoryItem::reference);
  visit("author", markForTranslation("命题人"), &TheoryItem::author);
  visit("status", markForTranslation("状态"), &TheoryItem::status);
  visit("source", markForTranslation("来源"), &TheoryItem::source);
  visit("extras", markForTranslation("其他内容"), &TheoryItem::extras);
}

template <typename Visit>
void each(const SkillItem*, const Visit& visit) {
  visit("level", markForTranslation("所属等级"), &SkillItem::level);
  visit("code", markForTranslation("题号"), &SkillItem::code);
  visit("title", markForTranslation("试题名称"), &SkillItem::title);
  visit("module", markForTranslation("考核模块"), &SkillItem::module);
  visit("points", markForTranslation("考评点"), &SkillItem::points);
  visit("minutes", markForTranslation("考核时间"), &SkillItem::minutes);
  visit("marks", markForTranslation("分值"), &SkillItem::marks);
  visit("venue", markForTranslation("场地设备要求"), &SkillItem::venue);
  visit("materials", markForTranslation("准备清单"), &SkillItem::materials);
  visit("task", markForTranslation("工作任务"), &SkillItem::task);
  visit("requirements", markForTranslation("考核要求"), &SkillItem::requirements);
  visit("quality", markForTranslation("质量指标"), &SkillItem::quality);
  visit("vetoes", markForTranslation("否定项"), &SkillItem::vetoes);
  visit("scores", markForTranslation("评分表"), &SkillItem::scores);
  visit("difficulty", markForTranslation("难度"), &SkillItem::difficulty);
  visit("author", markForTranslation("命题人"), &SkillItem::author);
  visit("status", markForTranslation("状态"), &SkillItem::status);
  visit("source", markForTranslation("来源"), &SkillItem::source);
  visit("extras", markForTranslation("其他内容"), &SkillItem::extras);
}

template <typename Visit>
void each(const ItemSet*, const Visit& visit) {
  visit("level", markForTranslation("所属等级"), &ItemSet::level);
  visit("kind", markForTranslation("题组种类"), &ItemSet::kind);
  visit("stem", markForTranslation("共用题干"), &ItemSet::stem);
  visit("options", markForTranslation("共用备选答案"), &ItemSet::options);
  visit("items", markForTranslation("组内试题"), &ItemSet::items);
  visit("source", markForTranslation("来源"), &ItemSet::source);
  visit("extras", markForTranslation("其他内容"), &ItemSet::extras);
}

template <typename Visit>
void each(const Paper*, const Visit& visit) {
  visit("level", markForTranslation("所属等级"), &Paper::level);
  visit("kind", markForTranslation("试卷种类"), &Paper::kind);
  visit("number", markForTranslation("试卷编号"), &Paper::number);
  visit("title", markForTranslation("试卷名称"), &Paper::title);
  visit("minutes", markForTranslation("考试时间"), &Paper::minutes);
  visit("sections", markForTranslation("试卷内容"), &Paper::sections);
  visit("status", markForTranslation("状态"), &Paper::status);
  visit("source", markForTranslation("来源"), &Paper::source);
  visit("extras", markForTranslation("其他内容"), &Paper::extras);
}

template <typename Visit>
void each(const People*, const Visit& visit) {
  visit("people", markForTranslation("人员"), &People::people);
  visit("extras", markForTranslation("其他内容"), &People::extras);
}

template <typename Visit>
void each(const Waivers*, const Visit& visit) {
  visit("waivers", markForTranslation("豁免"), &Waivers::waivers);
  visit("extras", markForTranslation("其他内容"), &Waivers::extras);
}

template <typename Visit>
void each(const Judgements*, const Visit& visit) {
  visit("judgements", markForTranslation("判定"), &Judgements::judgements);
  visit("extras", markForTranslation("其他内容"), &Judgements::extras);
}

template <typename Visit>
void each(const Dossier*, const Visit& visit) {
  visit("fields", markForTranslation("表格栏目"), &Dossier::fields);
  visit("texts", markForTranslation("报备文字"), &Dossier::texts);
  visit("attachments", markForTranslation("佐证材料"), &Dossier::attachments);
  visit("extras", markForTranslation("其他内容"), &Dossier::extras);
}

template <typename Visit>
void each(const Terms*, const Visit& visit) {
  visit("terms", markForTranslation("术语"), &Terms::terms);
  visit("extras", markForTranslation("其他内容"), &Terms::extras);
}

template <typename Visit>
void each(const Round*, const Visit& visit) {
  visit("title", markForTranslation("轮次名称"), &Round::title);
  visit("commit", markForTranslation("送审版本"), &Round::commit);
  visit("tree", markForTranslation("送审内容"), &Round::tree);
  visit("tag", markForTranslation("版本标签"), &Round::tag);
  visit("scope", markForTranslation("评审范围"), &Round::scope);
  visit("nonce", markForTranslation("抽样的随机数"), &Round::nonce);
  visit("per-item", markForTranslation("每题的专家数"), &Round::perItem);
  visit("seed", markForTranslation("分派的种子"), &Round::seed);
  visit("min-panel", markForTranslation("专家组的最少人数"), &Round::minPanel);
  visit("working-days", markForTranslation("评审的工作日数"), &Round::workingDays);
  visit("due", markForTranslation("评审期限"), &Round::due);
  visit("rectify-by", markForTranslation("整改期限"), &Round::rectifyBy);
  visit("key", markForTranslation("密钥标识"), &Round::key);
  visit("panel", markForTranslation("专家组"), &Round::panel);
  visit("rubric", markForTranslation("评分表"), &Round::rubric);
  visit("objects", markForTranslation("送审试题"), &Round::objects);
  visit("invitations", markForTranslation("邀请与回收"), &Round::invitations);
  visit("steps", markForTranslation("办理过程"), &Round::steps);
  visit("extras", markForTranslation("其他内容"), &Round::extras);
}

template <typename Visit>
void each(const Submission*, const Visit& visit) {
  visit("round", markForTranslation("评审轮次"), &Submission::round);
  visit("expert", markForTranslation("专家"), &Submission::expert);
  visit("sealed", markForTranslation("封存的意见"), &Submission::sealed);
  visit("answers", markForTranslation("意见和评分"), &Submission::answers);
  visit("extras", markForTranslation("其他内容"), &Submission::extras);
}

template <typename Visit>
void each(const Opinion*, const Visit& visit) {
  visit("round", markForTranslation("评审轮次"), &Opinion::round);
  visit("owner", markForTranslation("提出的专家"), &Opinion::owner);
  visit("rule", markForTranslation("检查规则"), &Opinion::rule);
  visit("remark", markForTranslation("意见"), &Opinion::remark);
  visit("status", markForTranslation("状态"), &Opinion::status, Bond::kAnswer);
  visit("answerer", markForTranslation("答复的人"), &Opinion::answerer);
  visit("answer", markForTranslation("答复"), &Opinion::answer, Bond::kAnswer);
  visit("answered-by", markForTranslation("由谁答复"), &Opinion::answeredBy, Bond::kAnswer);
  visit("answered-on", markForTranslation("答复日期"), &Opinion::answeredOn, Bond::kAnswer);
  visit("revision", markForTranslation("整改后的版本"), &Opinion::revision, Bond::kAnswer);
  visit("changes", markForTranslation("整改前后"), &Opinion::changes, Bond::kAnswer);
  visit("evidence", markForTranslation("佐证材料"), &Opinion::evidence);
  visit("suggestion", markForTranslation("建议的处理"), &Opinion::suggestion);
  visit("decided-by", markForTranslation("由谁认定"), &Opinion::decidedBy, Bond::kAnswer);
  visit("decided-on", markForTranslation("认定日期"), &Opinion::decidedOn, Bond::kAnswer);
  visit("thread", markForTranslation("往来"), &Opinion::thread);
  visit("extras", markForTranslation("其他内容"), &Opinion::extras);
}

template <typename Visit>
void each(const Experts*, const Visit& visit) {
  visit("experts", markForTranslation("专家库"), &Experts::experts);
  visit("extras", markForTranslation("其他内容"), &Experts::extras);
}

template <typename Visit>
void each(const PanelDraws*, const Visit& visit) {
  visit("draws", markForTranslation("抽取记录"), &PanelDraws::draws);
  visit("extras", markForTranslation("其他内容"), &PanelDraws::extras);
}

template <typename Visit>
void each(const StandardUpdate*, const Visit& visit) {
  visit("title", markForTranslation("标准名称"), &StandardUpdate::title);
  visit("edition", markForTranslation("版本"), &StandardUpdate::edition);
  visit("previous", markForTranslation("原来的版本"), &StandardUpdate::previous);
  visit("effective", markForTranslation("实施日期"), &StandardUpdate::effective);
  visit("begun", markForTranslation("开始日期"), &StandardUpdate::begun);
  visit("by", markForTranslation("由谁开始"), &StandardUpdate::by);
  visit("changes", markForTranslation("标准的改动"), &StandardUpdate::changes);
  visit("tasks", markForTranslation("更新事项"), &StandardUpdate::tasks);
  visit("extras", markForTranslation("其他内容"), &StandardUpdate::extras);
}

template <typename Visit>
void each(const Media*, const Visit&) {}

}  // namespace tiku::formats::members
