#include <optional>

#include "formats/base/parallel.h"
#include "formats/base/say.h"
#include "formats/exchange/docx/number_format.h"
#include "formats/exchange/itemdoc/item_document.h"
#include "formats/exchange/itemdoc/item_pages.h"
#include "formats/exchange/questions/question_words.h"
#include "formats/exchange/written/lost_fields.h"
#include "formats/exchange/written/words.h"
#include "formats/model/item_sets.h"
#include "formats/model/pictures.h"

namespace tiku::formats {

namespace {

using namespace itemdoc;

class PageWriter {
 public:
  PageWriter(const Bank& bank, Losses& losses)
      : bank_(bank),
        losses_(losses),
        names_(bank),
        held_(written::heldPictures(bank)),
        writer_(setupOf(bank), [&bank](const std::string& name) {
          const Media* picture = mediaNamed(bank, name);
          return picture == nullptr ? nullptr : &picture->bytes;
        }) {}

  std::string write(const TheoryItems& items) && {
    writer_.add(setupOf(bank_).title, DocxStyle::kTitle);
    writer_.add(
        "题目、选项、答案可以直接修改；每题下方的灰色小字是题库用来认题的，请保留。新增的试题写在相应题型下，"
        "不要抄“标识”。改好后在题库里导入本文件。",
        DocxStyle::kNote);
    std::vector<Id> ids;
    for (const auto& item : items) ids.push_back(item->id);
    const written::Members members = written::membersOf(bank_, ids);
    const std::vector<std::optional<TheoryItem>> readBack = readBackOf(items);
    for (const SetRun& run : runsOf(bank_, ids)) {
      headings(*items[run.first]);
      if (run.set != nullptr) shared(run, members.at(run.set), *items[run.first]);
      for (std::size_t i = run.first; i < run.first + run.count; ++i) {
        headings(*items[i]);
        question(*items[i], *readBack[i], run.set);
      }
    }
    return std::move(writer_).finish();
  }

 private:
  static DocxSetup setupOf(const Bank& bank) {
    DocxSetup setup;
    const std::string& title = bank.info().title;
    setup.title = title.empty() ? "理论知识试题" : title + " 理论知识试题";
    setup.wide = true;
    return setup;
  }

  // Level and type, where they are others than above.
  void headings(const TheoryItem& item) {
    const bool newLevel = before_ == nullptr || before_->level != item.level;
    if (newLevel) {
      section_ = 0;
      number_ = 0;
      writer_.add(std::string(item.level.longName()), DocxStyle::kHeading1);
    }
    if (newLevel || before_->type != item.type) {
      writer_.add(
          formatNumber(++section_, "chineseCountingThousand") + "、" + std::string(itemTypeName(item.type)),
          DocxStyle::kHeading2);
    }
    before_ = &item;
  }

  void shared(const SetRun& run, const std::vector<Id>& members, const TheoryItem& first) {
    ItemSet back = asWritten(*run.set, held_);
    written::tellLosses(*run.set, back, first, losses_);
    back.items = members;
    addItem(writer_, linesOf(*run.set, number_ + 1, number_ + static_cast<int>(run.count), held_,
                             written::printOf(back)));
  }

  [[nodiscard]] std::vector<std::optional<TheoryItem>> readBackOf(const TheoryItems& items) const {
    std::vector<std::optional<TheoryItem>> readBack(items.size());
    inParallel(items.size(), 0,
               [&](unsigned, std::size_t i) { readBack[i] = asWritten(*items[i], names_, held_); });
    return readBack;
  }

  void question(const TheoryItem& item, const TheoryItem& back, const ItemSet* set) {
    addItem(writer_, linesOf(item, ++number_, names_, held_, written::printOf(back), set));
    written::tellLosses(item, back, losses_);
  }

  const Bank& bank_;
  Losses& losses_;
  written::Names names_;
  written::HeldAs held_;
  DocxWriter writer_;
  const TheoryItem* before_ = nullptr;
  int section_ = 0;
  int number_ = 0;
};

}  // namespace

Written writeItemDocument(const Bank& bank, const TheoryItems& items, Losses& losses) {
  return {PageWriter(bank, losses).write(items), static_cast<int>(items.size())};
}

}  // namespace tiku::formats
