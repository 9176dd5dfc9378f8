#include "editor/review/review_words.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"
#include "workflows/history/changes.h"

namespace tiku::editor {

using formats::Date;
using formats::say;

std::string dateText(const std::optional<Date>& date) {
  return date ? date->str() : std::string();
}

std::string inARow(const std::vector<std::string>& sentences) {
  const bool spaced = formats::language() == formats::Language::kEnglish;
  std::string row;
  for (const std::string& sentence : sentences) {
    if (sentence.empty()) continue;
    if (spaced && !row.empty() && row.back() != '\n') row += ' ';
    row += sentence;
  }
  return row;
}

std::string whereaboutsOf(const workflows::MemberProgress& member) {
  if (member.delivered) return member.late ? say("已交（逾期）") : say("已交");
  if (member.current == nullptr) return member.late ? say("未发，已逾期") : say("未发");
  return member.late ? say("未交，已逾期") : say("未交");
}

std::string objectLine(const formats::Bank& bank, formats::Id object) {
  const auto coded = [](const auto* item) { return item != nullptr && !item->code.empty(); };
  if (const auto* item = bank.find<formats::TheoryItem>(object); coded(item))
    return validators::levelWord(item->level) + " " + item->code;
  if (const auto* item = bank.find<formats::SkillItem>(object); coded(item))
    return validators::levelWord(item->level) + " " + item->code;
  const formats::Object* found = bank.object(object);
  return found == nullptr ? object.str() : workflows::objectName(*found);
}

}  // namespace tiku::editor
