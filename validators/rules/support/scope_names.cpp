#include "validators/rules/support/scope_names.h"

#include <array>

#include "formats/base/say.h"

namespace tiku::validators {

using formats::ItemType;
using formats::Level;
using formats::markForTranslation;
using formats::Part;
using formats::say;
using formats::translate;
using formats::operator""_a;

std::string levelWord(Level level) {
  // By number; as Level::name() has them.
  static constexpr std::array<const char*, 5> kWords{markForTranslation("一级"), markForTranslation("二级"),
                                                     markForTranslation("三级"), markForTranslation("四级"),
                                                     markForTranslation("五级")};
  return translate(kWords[static_cast<std::size_t>(level.number() - 1)]);
}

std::string typeWord(ItemType type) {
  // In the order of ItemType; as itemTypeName() has them.
  static constexpr std::array<const char*, formats::kItemTypes.size()> kWords{
      markForTranslation("单选题"), markForTranslation("多选题"), markForTranslation("判断题"),
      markForTranslation("填空题"), markForTranslation("简答题"), markForTranslation("计算题"),
      markForTranslation("论述题"), markForTranslation("绘图题"), markForTranslation("案例分析题"),
      markForTranslation("综合题")};
  return translate(kWords[static_cast<std::size_t>(type)]);
}

std::string partWord(Part part) {
  return part == Part::kBasic ? say("基本要求") : say("相关知识");
}

std::string scopeWords(Level level, Part part, const std::string& code, const std::string& name) {
  if (code.empty()) {
    return say("{level} · {part}「{name}」", "level"_a = levelWord(level), "part"_a = partWord(part),
               "name"_a = name);
  }
  return say("{level} · {part} {code}「{name}」", "level"_a = levelWord(level), "part"_a = partWord(part),
             "code"_a = code, "name"_a = name);
}

}  // namespace tiku::validators
