#include "formats/exchange/tables/skill_fields.h"

#include <algorithm>

#include "formats/base/say.h"

namespace tiku::formats::tables {
namespace {

void keepRequirements(FoundSkill& found, const std::string& text, const std::string& at) {
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const std::string one = withoutNumber(tidy(text.substr(from, end - from)));
    if (!wordsKey(one).empty()) found.requirements.push_back({at, one});
    from = end + 1;
  }
}

std::string sectionWords(SkillSection section) {
  switch (section) {
    case SkillSection::kVenue:
      return say("场地设备要求。");
    case SkillSection::kTask:
      return say("工作任务。");
    case SkillSection::kRequirements:
      return say("技能要求。");
    case SkillSection::kConditions:
      return say("考核要求。");
    case SkillSection::kQuality:
      return say("质量指标。");
    case SkillSection::kVeto:
      return say("否定项。");
    case SkillSection::kExamRoom:
    case SkillSection::kCandidate:
      return say("准备要求。");
    case SkillSection::kHead:
      break;
  }
  return {};
}

}  // namespace

void readCode(FoundSkill& found, const std::string& code, const std::string& at, Rows& rows) {
  if (found.item.code.empty()) {
    found.item.code = code;
    rows.imported(at, say("试题代码 {code}。", "code"_a = code));
  } else if (found.item.code == code) {
    rows.skipped(at, say("试题代码再次出现。"));
  } else {
    rows.doubt(at, say("评分表的试题代码 {sheet} 与试题单的 {paper} 不同；用了试题单的，请核对。",
                       "sheet"_a = code, "paper"_a = found.item.code));
  }
}

void readMinutes(FoundSkill& found, const std::string& text, const std::string& at, Rows& rows) {
  const auto minutes = parseMinutes(text);
  if (!minutes) {
    rows.doubt(at, say("考核时间“{text}”看不懂；请写作 30min 或 30分钟。", "text"_a = text));
  } else if (found.item.minutes == 0) {
    found.item.minutes = *minutes;
    rows.imported(at, say("考核时间 {n} 分钟。", "n"_a = *minutes));
  } else if (found.item.minutes == *minutes) {
    rows.skipped(at, say("考核时间再次出现。"));
  } else {
    rows.doubt(at, say("评分表的考核时间 {sheet} 分钟与试题单的 {paper} 分钟不同；用了试题单的，请核对。",
                       "sheet"_a = *minutes, "paper"_a = found.item.minutes));
  }
}

void readMarks(FoundSkill& found, const std::string& text, const std::string& at, Rows& rows) {
  const auto marks = parseMarks(text);
  if (!marks) {
    rows.doubt(at, say("配分“{text}”不是数。", "text"_a = text));
  } else if (found.headMarks && *found.headMarks != *marks) {
    rows.doubt(at, say("前后两处配分不同：{first} 和 {second}；用了前一处，请核对。",
                       "first"_a = found.headMarks->str(), "second"_a = marks->str()));
  } else {
    found.headMarks = marks;
    rows.imported(at, say("配分 {marks}。", "marks"_a = marks->str()));
  }
}

FoundSkill::Blocks* blocksOf(FoundSkill& found, SkillSection section) {
  switch (section) {
    case SkillSection::kVenue:
    case SkillSection::kExamRoom:
    case SkillSection::kCandidate:
      return &found.venue;
    case SkillSection::kTask:
      return &found.task;
    case SkillSection::kRequirements:
    case SkillSection::kConditions:
      return &found.requirementsText;
    case SkillSection::kQuality:
      return &found.quality;
    case SkillSection::kVeto:
    case SkillSection::kHead:
      break;
  }
  return nullptr;
}

void takeText(FoundSkill& found, SkillSection section, const RichText& text, const std::string& line,
              const std::string& at, Rows& rows) {
  if (section == SkillSection::kHead) {
    rows.doubt(at, say("不知道属于试题的哪一部分，没有导入，请人工核对。"));
    return;
  }
  const bool introduces = section == SkillSection::kVeto && (line.ends_with("：") || line.ends_with(":"));
  if (introduces) return rows.skipped(at, say("引出否定项的一句。"));
  if (FoundSkill::Blocks* blocks = blocksOf(found, section)) {
    // The notice and the paper both say what the room must have.
    const bool again = section == SkillSection::kVenue && text.blocks().size() == 1 &&
                       std::ranges::find(*blocks, text.blocks().front()) != blocks->end();
    if (again) return rows.skipped(at, say("与前面相同的一段。"));
    blocks->insert(blocks->end(), text.blocks().begin(), text.blocks().end());
  } else {
    found.item.vetoes.push_back(withoutNumber(tidy(line)));
  }
  if (section == SkillSection::kRequirements) keepRequirements(found, line, at);
  rows.imported(at, sectionWords(section));
}

}  // namespace tiku::formats::tables
