#include "editor/standard/new_standard.h"

namespace tiku::editor {

using namespace tiku::formats;

Standard newStandard(const BankInfo& info) {
  // The words of the document, whatever the language of the screen.
  static constexpr const char* kSections[] = {"职业名称",       "职业编码",     "职业定义",
                                              "职业技能等级",   "职业环境条件", "职业能力特征",
                                              "普通受教育程度", "职业培训要求", "职业技能评价要求"};
  Standard standard;
  standard.title = info.occupationName + "国家职业标准";
  int number = 0;
  for (const char* title : kSections) {
    OverviewSection section;
    section.number = "1." + std::to_string(++number);
    section.title = title;
    standard.overview.push_back(std::move(section));
  }
  standard.overview[0].text = RichText::plain(info.occupationName);
  if (info.occupation) standard.overview[1].text = RichText::plain(info.occupation->str());
  for (const Level level : info.levels) standard.levels.emplace_back(level);
  standard.theoryWeights = {{WeightRow::Kind::kEthics, "职业道德", {}, {}},
                            {WeightRow::Kind::kFoundation, "基础知识", {}, {}}};
  return standard;
}

}  // namespace tiku::editor
