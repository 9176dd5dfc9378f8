#include "tests/gui/support/next_edition.h"

#include <stdexcept>

#include "formats/package/package.h"
#include "formats/package/save.h"
#include "workflows/impact/standard_match.h"
#include "workflows/impact/update.h"

namespace tiku::tests {

using namespace formats;

namespace {

Requirement& knowledge(Standard& standard, const std::string& text) {
  for (LevelRequirements& level : standard.levels) {
    for (Function& function : level.functions) {
      for (WorkContent& content : function.contents) {
        for (Requirement& one : content.knowledge) {
          if (one.text == text) return one;
        }
      }
    }
  }
  throw std::logic_error("the sample's standard has no " + text);
}

void renameAll(Standard& standard) {
  for (BasicTopic& topic : standard.basics) topic.id = Id::random();
  for (LevelRequirements& level : standard.levels) {
    for (Function& function : level.functions) {
      function.id = Id::random();
      for (WorkContent& content : function.contents) {
        content.id = Id::random();
        for (auto* column : {&content.skills, &content.knowledge}) {
          for (Requirement& one : *column) one.id = Id::random();
        }
      }
    }
  }
}

}  // namespace

Standard nextEdition(Standard standard) {
  standard.edition = "2028年版";
  knowledge(standard, "游标卡尺读数方法").text = "游标卡尺和数显卡尺的读数方法";
  knowledge(standard, "百分表使用知识").text = "百分表、千分表的使用知识";
  knowledge(standard, "检校方案编制方法").text = "检校方案的编制与审核方法";
  for (Function& function : standard.levels.front().functions) {
    for (WorkContent& content : function.contents) {
      std::erase_if(content.knowledge,
                    [](const Requirement& one) { return one.text == "量具清洗与防锈知识"; });
      if (content.name == "指示表与量块使用")
        content.knowledge.push_back({Id::random(), "测量数据采集系统的使用知识", false, {}});
    }
  }
  for (WeightRow& row : standard.theoryWeights) {
    const Level level = *Level::of(3);
    if (row.name == "量具校验") row.weights.at(level) = Weight::whole(40);
    if (row.name == "量具维修") row.weights.at(level) = Weight::whole(15);
  }
  renameAll(standard);
  return standard;
}

void writeStandard(const Standard& standard, const std::filesystem::path& file) {
  writeFileSafely(file, write(Object(std::make_shared<const Standard>(standard))), true);
}

Edit followEdit(const Bank& bank, const char* effective, const char* begun) {
  const Standard& before = *bank.standard();
  const Standard after = workflows::withKnownIds(before, nextEdition(before));
  return workflows::beginUpdate(
      bank, after,
      workflows::impactOf(bank, before, after, {Date::parse(effective), Date::parse(begun), "周工"}));
}

}  // namespace tiku::tests
