#include "formats/exchange/written/examples.h"

namespace tiku::formats::written {
namespace {

// "（）" in the words stands for a blank.
RichText stemOf(std::string_view words) {
  constexpr std::string_view kPlace = "（）";
  Paragraph paragraph;
  for (std::size_t at = words.find(kPlace); at != std::string_view::npos; at = words.find(kPlace)) {
    paragraph.pieces.push_back({Inline::Kind::kText, std::string(words.substr(0, at)), {}});
    paragraph.pieces.push_back({Inline::Kind::kBlank, {}, {}});
    words.remove_prefix(at + kPlace.size());
  }
  paragraph.pieces.push_back({Inline::Kind::kText, std::string(words), {}});
  return RichText({paragraph});
}

class Examples {
 public:
  explicit Examples(Level level) : level_(level) {}

  TheoryItem& add(ItemType type, std::string_view stem, Key key) {
    TheoryItem& item = items_.emplace_back(Id(), level_, type);
    item.stem = stemOf(stem);
    item.key = std::move(key);
    item.difficulty = 3;
    item.consistency = 4;
    return item;
  }
  void written(ItemType type, std::string_view stem, std::string_view answer,
               const std::vector<std::pair<int, const char*>>& points) {
    TheoryItem& item = add(type, stem, ReferenceKey{RichText::plain(answer)});
    Marks sum;
    for (const auto& [marks, words] : points) {
      item.scoring.push_back({Marks::whole(marks), words, {}});
      sum += Marks::whole(marks);
    }
    item.marks = sum;
  }
  std::vector<TheoryItem> take() && { return std::move(items_); }

 private:
  Level level_;
  std::vector<TheoryItem> items_;
};

}  // namespace

std::vector<TheoryItem> exampleItems(Level level) {
  Examples examples(level);
  TheoryItem& single =
      examples.add(ItemType::kSingleChoice, "发现有人触电时，首先应当（）。", ChoiceKey{{1}});
  for (const char* option : {"用手拉开触电者", "切断电源", "大声呼喊", "泼水降温"})
    single.options.push_back(RichText::plain(option));
  single.rationale = RichText::plain("先切断电源，才能安全地施救。");
  single.reference = "《安全用电》第 3 章";
  TheoryItem& multiple =
      examples.add(ItemType::kMultipleChoice, "下列属于导体的有（）。", ChoiceKey{{0, 1, 3}});
  for (const char* option : {"铜", "铝", "橡胶", "银"}) multiple.options.push_back(RichText::plain(option));
  examples.add(ItemType::kTrueFalse, "检修电气设备前应当先验电。", JudgementKey{true});
  examples.add(ItemType::kFillIn, "电流的单位是（），电压的单位是（）。",
               FillInKey{{{"安培", "安"}, {"伏特", "伏"}}});
  examples.written(ItemType::kShortAnswer, "简述保护接地的作用。",
                   "设备漏电时把电流引入大地，避免人身触电。\n使保护装置及时动作。",
                   {{3, "说明避免人身触电"}, {2, "说明保护装置动作"}});
  examples.written(ItemType::kCalculation, "一只电阻两端电压为 10 V，电流为 2 A，求电阻。",
                   "R = U / I = 10 / 2 = 5（Ω）", {{2, "写出公式"}, {3, "结果正确"}});
  examples.written(ItemType::kEssay, "试述如何做好班组的安全用电管理。",
                   "建立制度、定期检查、开展培训、及时整改。", {{5, "要点齐全"}, {5, "结合实际"}});
  examples.written(ItemType::kDrawing, "画出单灯单控的电路图，标出火线和零线。",
                   "火线经开关到灯，零线直接到灯。", {{3, "开关接在火线上"}, {2, "图面清楚"}});
  examples.written(ItemType::kCaseAnalysis, "某车间手持电钻外壳带电，分析原因，提出处理办法。",
                   "绝缘损坏且没有接地；停用、检查绝缘、接好保护线后再用。",
                   {{4, "原因正确"}, {6, "办法可行"}});
  examples.written(ItemType::kComprehensive, "为一间实训室编制临时用电方案。",
                   "包括负荷计算、线路选择、保护配置和检查办法。", {{10, "四个方面各 2.5 分"}});
  return std::move(examples).take();
}

}  // namespace tiku::formats::written
