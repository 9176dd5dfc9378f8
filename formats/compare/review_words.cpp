#include "formats/compare/review_words.h"

#include <array>

#include "formats/base/say.h"

namespace tiku::formats {
namespace {

template <std::size_t N, typename T>
std::string wordAt(const std::array<const char*, N>& words, T value) {
  return translate(words.at(static_cast<std::size_t>(value)));
}

}  // namespace

std::string wordOf(RoundState state) {
  static constexpr std::array<const char*, 8> kWords{
      markForTranslation("受理"), markForTranslation("评审"),     markForTranslation("汇总"),
      markForTranslation("合格"), markForTranslation("限期整改"), markForTranslation("不合格"),
      markForTranslation("整改"), markForTranslation("复核")};
  return wordAt(kWords, state);
}

std::string wordOf(Invitation::Phase phase) {
  static constexpr std::array<const char*, 3> kWords{
      markForTranslation("独立评审"), markForTranslation("集体讨论"), markForTranslation("整改复核")};
  return wordAt(kWords, phase);
}

std::string wordOf(RemarkKind kind) {
  static constexpr std::array<const char*, 8> kWords{
      markForTranslation("知识错误"),   markForTranslation("答案错误"), markForTranslation("超纲"),
      markForTranslation("表述不清"),   markForTranslation("选项不当"), markForTranslation("重复"),
      markForTranslation("敏感或保密"), markForTranslation("格式")};
  return wordAt(kWords, kind);
}

std::string wordOf(Gravity gravity) {
  static constexpr std::array<const char*, 3> kWords{markForTranslation("严重"), markForTranslation("一般"),
                                                     markForTranslation("建议")};
  return wordAt(kWords, gravity);
}

std::string wordOf(ItemVerdict verdict) {
  static constexpr std::array<const char*, 3> kWords{
      markForTranslation("采用"), markForTranslation("修改后采用"), markForTranslation("淘汰")};
  return wordAt(kWords, verdict);
}

std::string wordOf(OpinionStatus status) {
  static constexpr std::array<const char*, 4> kWords{
      markForTranslation("待答复"), markForTranslation("已答复"), markForTranslation("已认可"),
      markForTranslation("未认可")};
  return wordAt(kWords, status);
}

}  // namespace tiku::formats
