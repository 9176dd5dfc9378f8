#include "formats/exchange/docx/left_out.h"

#include "formats/base/say.h"

namespace tiku::formats {
namespace {

constexpr std::size_t kPlacesNamed = 20;

std::string sentence(LeftOut what, const std::string& places) {
  switch (what) {
    case LeftOut::kDeletedText:
      return say("修订中已删除的文字没有读入：{places}。", "places"_a = places);
    case LeftOut::kComment:
      return say("批注没有读入：{places}。", "places"_a = places);
    case LeftOut::kFootnote:
      return say("脚注或尾注没有读入正文：{places}。", "places"_a = places);
    case LeftOut::kTextBox:
      return say("文本框里的文字已作为单独的段落读入，位置请核对：{places}。", "places"_a = places);
    case LeftOut::kExternalPicture:
      return say("图片不在文件里，只有外部链接，没有读取：{places}。", "places"_a = places);
    case LeftOut::kUnreadablePicture:
      return say("图片缺失或格式无法识别，没有读入：{places}。", "places"_a = places);
    case LeftOut::kObject:
      return say("嵌入的对象（公式编辑器、图表、艺术字等）只能读入其预览图，请核对：{places}。",
                 "places"_a = places);
    case LeftOut::kShape:
      return say("用绘图工具画的图形没有读入，请改成图片：{places}。", "places"_a = places);
    case LeftOut::kHiddenText:
      return say("隐藏文字已照常读入，请核对：{places}。", "places"_a = places);
    case LeftOut::kSymbol:
      return say("有符号字体中的字符无法识别，以“□”代替：{places}。", "places"_a = places);
    case LeftOut::kOtherFile:
      return say("嵌入的其他文件没有读入：{places}。", "places"_a = places);
    case LeftOut::kNestedTable:
      return say("表格中嵌套的表格已按行读成文字：{places}。", "places"_a = places);
    case LeftOut::kEqField:
      return say("EQ 域公式已换成公式文字，请核对：{places}。", "places"_a = places);
    case LeftOut::kHeaderFooter:
      break;
  }
  return say("页眉、页脚没有读入：{places}。", "places"_a = places);
}

}  // namespace

void LeftOutNotes::add(LeftOut what, const std::string& at, const std::string& words) {
  std::vector<std::string>& places = found_[what].places;
  std::string place = at;
  if (!words.empty()) {
    place = at.empty() ? say("“{words}”", "words"_a = words)
                       : say("{place}“{words}”", "place"_a = at, "words"_a = words);
  }
  if (places.empty() || places.back() != place) places.push_back(std::move(place));
}

std::vector<std::string> LeftOutNotes::sentences() const {
  std::vector<std::string> all;
  for (const auto& [what, found] : found_) {
    std::string places;
    for (std::size_t i = 0; i < found.places.size() && i < kPlacesNamed; ++i) {
      places += (i == 0 ? "" : translate("、")) + found.places[i];
    }
    if (found.places.size() > kPlacesNamed) {
      places = say("{places} 等 {count} 处", "places"_a = places, "count"_a = found.places.size());
    }
    all.push_back(sentence(what, places));
  }
  return all;
}

}  // namespace tiku::formats
