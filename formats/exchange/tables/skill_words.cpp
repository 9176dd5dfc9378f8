#include "formats/exchange/tables/skill_words.h"

#include <algorithm>
#include <array>
#include <regex>
#include <vector>

#include "formats/exchange/tables/cells.h"

namespace tiku::formats::tables {
namespace {

bool endsWithAny(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&text](std::string_view word) { return text.ends_with(word); });
}

struct SectionName {
  std::string_view name;
  SkillSection section;
};

constexpr std::array<SectionName, 34> kSections{{{"场地设备要求", SkillSection::kVenue},
                                                 {"场地、设备要求", SkillSection::kVenue},
                                                 {"场地设备", SkillSection::kVenue},
                                                 {"场地要求", SkillSection::kVenue},
                                                 {"设备要求", SkillSection::kVenue},
                                                 {"场地与设备", SkillSection::kVenue},
                                                 {"场地及设备要求", SkillSection::kVenue},
                                                 {"工具、设备、场地", SkillSection::kVenue},
                                                 {"工具设备场地", SkillSection::kVenue},
                                                 {"考核环境", SkillSection::kVenue},
                                                 {"工作任务", SkillSection::kTask},
                                                 {"试题正文", SkillSection::kTask},
                                                 {"任务描述", SkillSection::kTask},
                                                 {"操作内容", SkillSection::kTask},
                                                 {"考核内容", SkillSection::kTask},
                                                 {"试题内容", SkillSection::kTask},
                                                 {"考题", SkillSection::kTask},
                                                 {"技能要求", SkillSection::kRequirements},
                                                 {"考核要求", SkillSection::kConditions},
                                                 {"具体考核要求", SkillSection::kConditions},
                                                 {"操作要求", SkillSection::kConditions},
                                                 {"质量指标", SkillSection::kQuality},
                                                 {"质量要求", SkillSection::kQuality},
                                                 {"评价指标", SkillSection::kQuality},
                                                 {"否定项", SkillSection::kVeto},
                                                 {"否定项说明", SkillSection::kVeto},
                                                 {"考场准备", SkillSection::kExamRoom},
                                                 {"考场准备要求", SkillSection::kExamRoom},
                                                 {"材料准备", SkillSection::kExamRoom},
                                                 {"设备准备", SkillSection::kExamRoom},
                                                 {"工具准备", SkillSection::kExamRoom},
                                                 {"考生准备", SkillSection::kCandidate},
                                                 {"考生准备要求", SkillSection::kCandidate},
                                                 {"考生自备", SkillSection::kCandidate}}};

const std::vector<std::pair<std::string_view, SkillField>>& fields() {
  static const std::vector<std::pair<std::string_view, SkillField>> kFields{
      {"试题代码", SkillField::kCode},     {"试题编号", SkillField::kCode},
      {"试题名称", SkillField::kTitle},    {"题目名称", SkillField::kTitle},
      {"考题名称", SkillField::kTitle},    {"考核项目名称", SkillField::kTitle},
      {"考核时间", SkillField::kMinutes},  {"考试时间", SkillField::kMinutes},
      {"考核时限", SkillField::kMinutes},  {"考试时限", SkillField::kMinutes},
      {"操作时间", SkillField::kMinutes},  {"本题分值", SkillField::kMarks},
      {"配分", SkillField::kMarks},        {"题分", SkillField::kMarks},
      {"分值", SkillField::kMarks},        {"职业等级", SkillField::kLevel},
      {"等级", SkillField::kLevel},        {"准考证号", SkillField::kForm},
      {"姓名", SkillField::kForm},         {"考件编号", SkillField::kForm},
      {"考核日期", SkillField::kForm},     {"单位", SkillField::kForm},
      {"考核形式", SkillField::kForm},     {"考核方式", SkillField::kForm},
      {"题型", SkillField::kForm},         {"工位号", SkillField::kForm},
      {"身份证号", SkillField::kForm},     {"开始时间", SkillField::kForm},
      {"结束时间", SkillField::kForm},     {"考评员", SkillField::kForm},
      {"考评员(签字)", SkillField::kForm}, {"核分人(签字)", SkillField::kForm},
      {"得分", SkillField::kForm}};
  return kFields;
}

/// A name and what stands behind its colon: "否定项说明：若…".
std::pair<std::string, std::string> split(const std::string& line) {
  for (const std::string_view colon : {"：", ":"}) {
    const std::size_t at = line.find(colon);
    if (at != std::string::npos) return {squeezed(line.substr(0, at)), line.substr(at + colon.size())};
  }
  return {squeezed(line), {}};
}

}  // namespace

SkillMark skillMark(std::string_view raw) {
  std::string text = squeezed(withoutNumber(raw));
  while (!text.empty() && text.back() == ':') text.pop_back();
  if (text.size() > 120 || text.find("。") != std::string::npos) return SkillMark::kNone;
  if (endsWithAny(text, {"准备通知单", "考场准备通知单", "考核准备单"})) return SkillMark::kPreparation;
  if (endsWithAny(text, {"通知单"})) return SkillMark::kNotice;
  if (endsWithAny(text, {"测量分评分表", "评价分评分表", "主观评分表", "客观评分表"}))
    return SkillMark::kScoringPart;
  if (endsWithAny(text, {"评分表", "评分记录表", "评分表及答案", "评分标准", "评分标准及答案", "评分细则",
                         "评分记录"})) {
    return SkillMark::kScoring;
  }
  if (endsWithAny(text, {"模拟试卷", "样卷"})) return SkillMark::kNone;
  if (endsWithAny(text, {"试题单", "考核试卷", "技能试卷", "操作试卷", "技能考核试题", "考核试题"}))
    return SkillMark::kPaper;
  if (text == "参考答案" || text == "答案" || text == "试题答案" || text == "参考答案及评分说明")
    return SkillMark::kAnswer;
  return SkillMark::kNone;
}

std::optional<SectionHead> sectionHead(std::string_view raw) {
  const std::string line = withoutNumber(raw);
  const auto [name, rest] = split(line);
  const auto found = std::ranges::find(kSections, name, &SectionName::name);
  if (found == kSections.end()) return std::nullopt;
  return SectionHead{found->section, tidy(rest)};
}

std::optional<FieldLine> fieldLine(std::string_view raw) {
  const std::string line = withoutNumber(raw);
  const std::string text = squeezed(line);
  for (const auto& [name, field] : fields()) {
    if (!text.starts_with(std::string(name) + ":")) continue;
    return FieldLine{field, tidy(split(line).second)};
  }
  return std::nullopt;
}

std::optional<std::string> numberedItem(std::string_view raw) {
  static const std::regex kItem(
      "^试题(?:[0-9]{1,3}|(?:一|二|三|四|五|六|七|八|九|十){1,3})(?:、|\\.|:|：|．)?(.*)$");
  const std::string line = tidy(raw);
  std::smatch match;
  if (line.size() > 240 || !std::regex_match(line, match, kItem)) return std::nullopt;
  return tidy(match[1].str());
}

}  // namespace tiku::formats::tables
