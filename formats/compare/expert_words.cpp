#include "formats/compare/expert_words.h"

#include <array>

#include "formats/base/say.h"
#include "formats/compare/print.h"

namespace tiku::formats::print {

std::string text(Expert::Kind value) {
  return value == Expert::Kind::kContent ? translate("试题内容专家") : translate("命题方法专家");
}

std::string text(ExpertTitle value) {
  static constexpr std::array kNames{markForTranslation("初级"), markForTranslation("中级"),
                                     markForTranslation("副高级"), markForTranslation("正高级")};
  return translate(kNames.at(static_cast<std::size_t>(value)));
}

std::string text(Exclusion value) {
  static constexpr std::array kNames{markForTranslation("已除名"),        markForTranslation("不在聘期"),
                                     markForTranslation("资格不符"),      markForTranslation("专业不符"),
                                     markForTranslation("本单位人员"),    markForTranslation("申请回避"),
                                     markForTranslation("参加过题库开发")};
  return translate(kNames.at(static_cast<std::size_t>(value)));
}

std::string text(const Expert& value) {
  std::string line = value.name;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) line += "　" + part;
  };
  add(text(value.kind));
  add(value.institution);
  add(value.qualification);
  for (const std::string& field : value.fields) add(field);
  if (value.appointed || value.until) add(text(value.appointed) + "—" + text(value.until));
  for (const Avoidance& avoidance : value.avoidances)
    add(say("回避{name}", "name"_a = avoidance.institution));
  for (const ExpertWork& work : value.works) add(text(work.on) + work.text);
  add(value.removed);
  return line;
}

std::string text(const PanelDraw& value) {
  std::string names;
  for (const PanelCandidate& candidate : value.candidates) {
    if (candidate.drawn) names += (names.empty() ? "" : translate("、")) + candidate.name;
  }
  std::string line = text(value.on) + "　" + names;
  for (const PanelRefusal& refusal : value.refusals) {
    const PanelCandidate* gone = value.find(refusal.expert);
    const PanelCandidate* next = refusal.replacement ? value.find(*refusal.replacement) : nullptr;
    line += "　" + say("{name}由{next}递补", "name"_a = gone == nullptr ? refusal.expert.str() : gone->name,
                       "next"_a = next == nullptr ? translate("（无人）") : next->name);
  }
  return line;
}

}  // namespace tiku::formats::print
