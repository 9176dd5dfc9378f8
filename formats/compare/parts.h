#pragma once

#include "formats/compare/members.h"
#include "formats/compare/rows.h"

/// The members of what lies inside objects, as members.h has those of the objects. What is not here is
/// compared and merged as a whole: its parts only make sense together (a waiver, a step of a round).
namespace tiku::formats::members {

template <typename Visit>
void each(const Institution*, const Visit& visit) {
  visit("name", markForTranslation("名称"), &Institution::name);
  visit("credit-code", markForTranslation("统一社会信用代码"), &Institution::creditCode);
  visit("kind", markForTranslation("类别"), &Institution::kind);
  visit("record-number", markForTranslation("备案号"), &Institution::recordNumber);
  visit("valid-until", markForTranslation("有效期"), &Institution::validUntil);
  visit("contact", markForTranslation("联系人"), &Institution::contact);
  visit("phone", markForTranslation("联系电话"), &Institution::phone);
  visit("extras", markForTranslation("其他内容"), &Institution::extras);
}

template <typename Visit>
void each(const OverviewSection*, const Visit& visit) {
  visit("title", markForTranslation("标题"), &OverviewSection::title);
  visit("text", markForTranslation("内容"), &OverviewSection::text);
  visit("extras", markForTranslation("其他内容"), &OverviewSection::extras);
}

template <typename Visit>
void each(const BasicTopic*, const Visit& visit) {
  visit("part", markForTranslation("类别"), &BasicTopic::part);
  visit("title", markForTranslation("标题"), &BasicTopic::title);
  visit("entries", markForTranslation("条目"), &BasicTopic::entries);
  visit("extras", markForTranslation("其他内容"), &BasicTopic::extras);
}

template <typename Visit>
void each(const Requirement*, const Visit& visit) {
  visit("text", markForTranslation("内容"), &Requirement::text);
  visit("critical", markForTranslation("关键技能（★）"), &Requirement::critical);
  visit("extras", markForTranslation("其他内容"), &Requirement::extras);
}

template <typename Visit>
void each(const merging::LevelRow*, const Visit& visit) {
  visit("level", markForTranslation("所属等级"), &merging::LevelRow::level);
  visit("extras", markForTranslation("其他内容"), &merging::LevelRow::extras);
}

template <typename Visit>
void each(const merging::FunctionRow*, const Visit& visit) {
  visit("name", markForTranslation("名称"), &merging::FunctionRow::name);
  visit("extras", markForTranslation("其他内容"), &merging::FunctionRow::extras);
}

template <typename Visit>
void each(const merging::ContentRow*, const Visit& visit) {
  visit("name", markForTranslation("名称"), &merging::ContentRow::name);
  visit("extras", markForTranslation("其他内容"), &merging::ContentRow::extras);
}

template <typename Visit>
void each(const WeightRow*, const Visit& visit) {
  visit("weights", markForTranslation("权重"), &WeightRow::weights);
  visit("extras", markForTranslation("其他内容"), &WeightRow::extras);
}

template <typename Visit>
void each(const merging::ScopeRow*, const Visit& visit) {
  using Row = merging::ScopeRow;
  visit("part", markForTranslation("所属部分"), &Row::part);
  visit("code", markForTranslation("代码"), &Row::code);
  visit("name", markForTranslation("名称"), &Row::name);
  visit("weight", markForTranslation("权重"), &Row::weight);
  visit("requirement", markForTranslation("标准条目"), &Row::requirement);
  visit("note", markForTranslation("备注"), &Row::note);
  visit("extras", markForTranslation("其他内容"), &Row::extras);
}

template <typename Visit>
void each(const Point*, const Visit& visit) {
  visit("code", markForTranslation("代码"), &Point::code);
  visit("name", markForTranslation("名称"), &Point::name);
  visit("importance", markForTranslation("重要程度"), &Point::importance);
  visit("weight", markForTranslation("权重"), &Point::weight);
  visit("requirements", markForTranslation("标准条目"), &Point::requirements);
  visit("note", markForTranslation("备注"), &Point::note);
  visit("extras", markForTranslation("其他内容"), &Point::extras);
}

template <typename Visit>
void each(const merging::GroupRow*, const Visit& visit) {
  visit("take", markForTranslation("抽取数"), &merging::GroupRow::take);
  visit("extras", markForTranslation("其他内容"), &merging::GroupRow::extras);
}

template <typename Visit>
void each(const SkillModule*, const Visit& visit) {
  visit("code", markForTranslation("代码"), &SkillModule::code);
  visit("function", markForTranslation("职业功能"), &SkillModule::function);
  visit("name", markForTranslation("名称"), &SkillModule::name);
  visit("form", markForTranslation("考核形式"), &SkillModule::form);
  visit("marks", markForTranslation("配分"), &SkillModule::marks);
  visit("minutes", markForTranslation("考核时间"), &SkillModule::minutes);
  visit("bank-items", markForTranslation("题量"), &SkillModule::bankItems);
  visit("extras", markForTranslation("其他内容"), &SkillModule::extras);
}

template <typename Visit>
void each(const PaperPlan*, const Visit& visit) {
  visit("minutes", markForTranslation("考试时间"), &PaperPlan::minutes);
  visit("sections", markForTranslation("题型与题量"), &PaperPlan::sections);
  visit("extras", markForTranslation("其他内容"), &PaperPlan::extras);
}

template <typename Visit>
void each(const PlanSection*, const Visit& visit) {
  visit("type", markForTranslation("题型"), &PlanSection::type);
  visit("count", markForTranslation("题量"), &PlanSection::count);
  visit("each", markForTranslation("每题分值"), &PlanSection::each);
  visit("extras", markForTranslation("其他内容"), &PlanSection::extras);
}

template <typename Visit>
void each(const merging::SectionRow*, const Visit& visit) {
  visit("title", markForTranslation("标题"), &merging::SectionRow::title);
  visit("extras", markForTranslation("其他内容"), &merging::SectionRow::extras);
}

template <typename Visit>
void each(const PaperEntry*, const Visit& visit) {
  visit("item", markForTranslation("试题"), &PaperEntry::item);
  visit("marks", markForTranslation("分值"), &PaperEntry::marks);
  visit("extras", markForTranslation("其他内容"), &PaperEntry::extras);
}

template <typename Visit>
void each(const ScoringPoint*, const Visit& visit) {
  visit("text", markForTranslation("内容"), &ScoringPoint::text);
  visit("marks", markForTranslation("分值"), &ScoringPoint::marks);
  visit("extras", markForTranslation("其他内容"), &ScoringPoint::extras);
}

template <typename Visit>
void each(const Material*, const Visit& visit) {
  visit("provider", markForTranslation("由谁准备"), &Material::provider);
  visit("name", markForTranslation("名称"), &Material::name);
  visit("specification", markForTranslation("规格"), &Material::specification);
  visit("quantity", markForTranslation("数量"), &Material::quantity);
  visit("note", markForTranslation("备注"), &Material::note);
  visit("extras", markForTranslation("其他内容"), &Material::extras);
}

template <typename Visit>
void each(const ScoreRow*, const Visit& visit) {
  visit("number", markForTranslation("序号"), &ScoreRow::number);
  visit("content", markForTranslation("考核内容"), &ScoreRow::content);
  visit("criterion", markForTranslation("评分标准"), &ScoreRow::criterion);
  visit("nominal", markForTranslation("规定或标称值"), &ScoreRow::nominal);
  visit("marks", markForTranslation("配分"), &ScoreRow::marks);
  visit("note", markForTranslation("备注"), &ScoreRow::note);
  visit("extras", markForTranslation("其他内容"), &ScoreRow::extras);
}

template <typename Visit>
void each(const Person*, const Visit& visit) {
  visit("name", markForTranslation("姓名"), &Person::name);
  visit("kind", markForTranslation("类别"), &Person::kind);
  visit("institution", markForTranslation("单位"), &Person::institution);
  visit("qualification", markForTranslation("职称或技能等级"), &Person::qualification);
  visit("duty", markForTranslation("职责"), &Person::duty);
  visit("extras", markForTranslation("其他内容"), &Person::extras);
}

template <typename Visit>
void each(const Term*, const Visit& visit) {
  visit("source", markForTranslation("出处"), &Term::source);
  visit("note", markForTranslation("备注"), &Term::note);
  visit("variants", markForTranslation("别称和禁用词"), &Term::variants);
  visit("extras", markForTranslation("其他内容"), &Term::extras);
}

template <typename Visit>
void each(const TermVariant*, const Visit& visit) {
  visit("text", markForTranslation("内容"), &TermVariant::text);
  visit("use", markForTranslation("类别"), &TermVariant::use);
  visit("extras", markForTranslation("其他内容"), &TermVariant::extras);
}

template <typename Visit>
void each(const Expert*, const Visit& visit) {
  visit("name", markForTranslation("姓名"), &Expert::name);
  visit("kind", markForTranslation("类别"), &Expert::kind);
  visit("institution", markForTranslation("单位"), &Expert::institution);
  visit("qualification", markForTranslation("职称或技能等级"), &Expert::qualification);
  visit("title", markForTranslation("职称"), &Expert::title);
  visit("level", markForTranslation("等级"), &Expert::level);
  visit("fields", markForTranslation("职业"), &Expert::fields);
  visit("certificate", markForTranslation("聘书编号"), &Expert::certificate);
  visit("appointed", markForTranslation("聘期开始"), &Expert::appointed);
  visit("until", markForTranslation("聘期结束"), &Expert::until);
  visit("removed", markForTranslation("移出原因"), &Expert::removed);
  visit("avoidances", markForTranslation("回避"), &Expert::avoidances);
  visit("works", markForTranslation("工作记录"), &Expert::works);
  visit("extras", markForTranslation("其他内容"), &Expert::extras);
}

template <typename Visit>
void each(const Avoidance*, const Visit& visit) {
  visit("institution", markForTranslation("单位"), &Avoidance::institution);
  visit("reason", markForTranslation("原因"), &Avoidance::reason);
  visit("extras", markForTranslation("其他内容"), &Avoidance::extras);
}

template <typename Visit>
void each(const ExpertWork*, const Visit& visit) {
  visit("on", markForTranslation("日期"), &ExpertWork::on);
  visit("text", markForTranslation("内容"), &ExpertWork::text);
  visit("rating", markForTranslation("评价"), &ExpertWork::rating);
  visit("extras", markForTranslation("其他内容"), &ExpertWork::extras);
}

template <typename Visit>
void each(const FieldChange*, const Visit& visit) {
  visit("field", markForTranslation("栏目"), &FieldChange::field);
  visit("before", markForTranslation("改前"), &FieldChange::before);
  visit("after", markForTranslation("改后"), &FieldChange::after);
  visit("extras", markForTranslation("其他内容"), &FieldChange::extras);
}

template <typename Visit>
void each(const Reply*, const Visit& visit) {
  visit("on", markForTranslation("日期"), &Reply::on);
  visit("by", markForTranslation("姓名"), &Reply::by);
  visit("text", markForTranslation("内容"), &Reply::text);
  visit("annotation", markForTranslation("意见"), &Reply::annotation);
  visit("extras", markForTranslation("其他内容"), &Reply::extras);
}

}  // namespace tiku::formats::members

namespace tiku::formats::merging {

/// Has members that are known one by one.
template <typename T>
concept Record = requires(const T& record) { members::each(&record, [](auto&&...) {}); };

}  // namespace tiku::formats::merging
