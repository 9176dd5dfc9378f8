#include "formats/base/say.h"
#include "formats/exchange/itemdoc/item_document.h"
#include "formats/exchange/itemdoc/item_pages.h"
#include "formats/exchange/questions/question_words.h"
#include "formats/exchange/written/lost_fields.h"
#include "formats/exchange/written/words.h"
#include "formats/model/item_sets.h"
#include "formats/model/pictures.h"

namespace tiku::formats {

Written writeItemDocument(const Bank& bank, const TheoryItems& items, Losses& losses) {
  using namespace itemdoc;
  const written::Names names(bank);
  const written::HeldAs held = written::heldPictures(bank);
  DocxSetup setup;
  setup.title = bank.info().title.empty() ? "理论知识试题" : bank.info().title + " 理论知识试题";
  setup.wide = true;
  DocxWriter writer(setup, [&bank](const std::string& name) {
    const Media* picture = mediaNamed(bank, name);
    return picture == nullptr ? nullptr : &picture->bytes;
  });
  writer.add(setup.title, DocxStyle::kTitle);
  writer.add(
      "题目、选项、答案可以直接修改；每题下方的灰色小字是题库用来认题的，请保留。新增的试题写在相应题型下，不"
      "要抄"
      "“标识”和“版本”。改好后在题库里导入本文件。",
      DocxStyle::kNote);
  const TheoryItem* before = nullptr;
  int section = 0;
  int number = 0;
  std::vector<Id> ids;
  for (const auto& item : items) ids.push_back(item->id);
  const written::Members members = written::membersOf(bank, ids);
  for (const SetRun& run : runsOf(bank, ids)) {
    for (std::size_t i = run.first; i < run.first + run.count; ++i) {
      const TheoryItem& item = *items[i];
      const bool newLevel = before == nullptr || before->level != item.level;
      if (newLevel) {
        section = 0;
        number = 0;
        writer.add(std::string(item.level.longName()), DocxStyle::kHeading1);
      }
      if (newLevel || before->type != item.type) {
        writer.add(sectionNumber(++section) + "、" + std::string(itemTypeName(item.type)),
                   DocxStyle::kHeading2);
      }
      before = &item;
      if (run.set != nullptr && i == run.first) {
        const ItemSet back = asWritten(*run.set, held);
        ItemSet printed = back;
        printed.items = members.at(run.set);
        addItem(writer, linesOf(*run.set, number + 1, number + static_cast<int>(run.count), held,
                                written::printOf(printed)));
        written::tellLosses(*run.set, back, item, losses);
      }
      const TheoryItem back = asWritten(item, names, held);
      addItem(writer, linesOf(item, ++number, names, held, written::printOf(back), run.set));
      written::tellLosses(item, back, losses);
    }
  }
  return {std::move(writer).finish(), static_cast<int>(items.size())};
}

}  // namespace tiku::formats
