// The faults of options, keys and blanks that the lint looks for, one at a time.
#include "tests/validators/checker/random_edits.h"

namespace tiku::validators {

using namespace formats;

namespace {

std::vector<RichText> options(std::initializer_list<const char*> words) {
  std::vector<RichText> made;
  for (const char* each : words) made.push_back(RichText::plain(each));
  return made;
}

void choose(TheoryItem& item, ItemType type, const char* stem, std::initializer_list<const char*> words,
            std::vector<int> key) {
  item.type = type;
  item.stem = RichText::plain(stem);
  item.options = options(words);
  item.key = ChoiceKey{std::move(key)};
}

void judge(TheoryItem& item, const char* stem, bool correct) {
  item.type = ItemType::kTrueFalse;
  item.stem = RichText::plain(stem);
  item.options.clear();
  item.key = JudgementKey{correct};
}

constexpr const char* kTold = "游标卡尺使用以后应当擦净涂油并放回专用的盒内保管。";

void asked(TheoryItem& item) {
  choose(item, ItemType::kSingleChoice, "游标卡尺使用以后应当（　）并放回专用的盒内保管。",
         {"擦净涂油", "水洗", "晾晒", "加热"}, {0});
}

}  // namespace

void RandomEdits::itemsThatMeet(Edit& edit, Paper& paper) {
  TheoryItem first(newId(), paper.level, ItemType::kSingleChoice);
  asked(first);
  TheoryItem second(newId(), paper.level, ItemType::kTrueFalse);
  judge(second, kTold, true);
  for (const TheoryItem& item : {first, second}) {
    paper.sections[0].entries.push_back({item.id, Marks::whole(1)});
    edit.put(item);
  }
}

void RandomEdits::optionFaults(TheoryItem& item) {
  constexpr ItemType kOne = ItemType::kSingleChoice;
  constexpr ItemType kSome = ItemType::kMultipleChoice;
  switch (upTo(11)) {
    case 0:
      choose(item, kOne, "安全电压的上限是( )V。", {"42", "36", "12", "24"}, {upTo(3)});
      break;
    case 1:
      choose(item, kOne, "良好接触的比例是____。", {"1/2", "0.5", "25%", "50%"}, {0});
      break;
    case 2:
      choose(item, kSome, "量具应（　）。", {"擦净。", "上油。", "放回盒内", "定期检定"}, {0, 1, 2, 3});
      break;
    case 3:
      choose(item, kOne, "试电的电压是（　）。", {"36V", "24", "12V", "6V"}, {1});
      break;
    case 4:
      choose(item, kOne, "车间的职责是（　）。", {"教育、管理、监督", "教育", "管理", "监督"}, {0});
      break;
    case 5:
      choose(item, kOne, "环境温度为（　）。", {"0~10℃", "10~20℃", "15~30℃", "30~40℃"}, {2});
      break;
    case 6:
      choose(item, kOne, "量具的保养是（　）。",
             {"定期检查量具量程", "定期检查量具外观", "定期检查量具精度", "定期检查量具零位"}, {upTo(3)});
      break;
    case 7:
      choose(item, kSome, "下列哪一项属于量具？", {"卡尺", "扳手", "千分尺", "锉刀"}, {0, 2});
      break;
    case 8:
      judge(item, "千分尺可以测量内径吗？", true);
      break;
    case 9:
      choose(item, kOne, "下列不属于不能重复使用的材料是（　）。", {"垫片", "螺栓", "开口销", "密封圈"}, {1});
      break;
    case 10:
      choose(item, kOne, "检查制动系统时应（　）。", {"鸣笛", "缓慢踩下制动系统踏板", "加速", "熄火"}, {1});
      break;
    default:
      if (chance(50)) {
        asked(item);
      } else {
        judge(item, kTold, chance(80));
      }
  }
}

}  // namespace tiku::validators
