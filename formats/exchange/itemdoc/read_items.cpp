#include <algorithm>
#include <cstdlib>
#include <optional>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/exchange/itemdoc/item_document.h"
#include "formats/exchange/itemdoc/item_lines.h"
#include "formats/exchange/items/line_kinds.h"
#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/items/stem.h"
#include "formats/exchange/items/type_words.h"
#include "formats/exchange/written/take.h"

namespace tiku::formats {
namespace {

using namespace itemdoc;

// Names of our styles, as DocumentReader has them.
std::optional<Role> roleOfStyle(const std::string& style) {
  if (style == "试题题干") return Role::kStem;
  if (style == "试题选项") return Role::kOption;
  if (style == "试题答案") return Role::kAnswer;
  if (style == "试题续段" || style == "试题答案续段") return Role::kMore;
  if (style == "题组") return Role::kShared;
  if (style == "试题标签") return Role::kTag;
  return std::nullopt;
}

bool isHeadingStyle(const std::string& style) {
  return style == "heading 1" || style == "heading 2" || style == "Heading 1" || style == "Heading 2";
}

// Title and instructions.
bool isBesideStyle(const std::string& style) {
  return style == "Title" || style == "Subtitle" || style == "注释" || style == "表题";
}

// A row of the points that a template lists.
bool isListRow(const std::vector<DocCell>& row) {
  return std::ranges::all_of(row, [](const DocCell& cell) {
    return std::ranges::all_of(cell.paragraphs, [](const DocParagraph& paragraph) {
      return paragraph.style == "密表格文字左对齐" || paragraph.text.empty();
    });
  });
}

Paragraph wordsIn(const DocParagraph& paragraph) {
  Paragraph words;
  for (const RichText::Block& block : paragraph.text.blocks()) {
    if (const auto* one = std::get_if<Paragraph>(&block)) words = *one;
  }
  return words;
}

class DocumentReader {
 public:
  DocumentReader(const Bank& bank, const Document& document, const ImportOptions& options)
      : document_(document),
        options_(options),
        names_(bank),
        held_(written::heldPictures(bank, &document.media)),
        taker_(bank, document.file, options,
               {[this](const TheoryItem& item) { return asWritten(item, names_, held_); },
                [this](const ItemSet& set) { return asWritten(set, held_); }}) {}

  ImportResult read() {
    for (const auto& block : document_.blocks) {
      if (const auto* paragraph = std::get_if<DocParagraph>(&block)) {
        readParagraph(*paragraph);
      } else {
        readTable(std::get<DocTable>(block));
      }
    }
    closeItem();
    closeHead();
    for (written::FoundSet& set : sets_) taker_.take(std::move(set));
    return std::move(taker_).finish(document_.media, document_.notes);
  }

 private:
  void readParagraph(const DocParagraph& paragraph) {
    const std::string at = paragraphAt(paragraph.number);
    taker_.verdicts().enter(at);
    Paragraph words = wordsIn(paragraph);
    std::optional<Role> role = roleOfStyle(paragraph.style);
    const bool empty = words.pieces.empty() && paragraph.label.empty();
    if (!role && empty) return taker_.verdicts().skipped(at, say("空段落。"));
    if (!role && isBesideStyle(paragraph.style)) return taker_.verdicts().skipped(at, say("标题或说明。"));
    if (!role && heading(paragraph, at)) return;
    if (role == Role::kTag || !role) {
      if (closedByTag(paragraph, at)) return;
    }
    if (!role || role == Role::kTag) role = paragraph.label.empty() ? roleOf(words) : Role::kStem;
    line(role.value_or(Role::kMore), std::move(words), !paragraph.label.empty(), at);
  }

  bool heading(const DocParagraph& paragraph, const std::string& at) {
    const std::string words(trimmed(paragraph.line()));
    if (isHeadingStyle(paragraph.style)) {
      if (const auto level = Level::parse(words)) {
        closeItem();
        closeHead();
        open_.reset();
        level_ = level;
        taker_.verdicts().skipped(at, say("等级标题，以下是{level}。", "level"_a = level->name()));
        return true;
      }
    }
    const std::optional<HeadingLine> found = headingLine(formats::plainText(words));
    if (!found || !found->type || found->isKey) return false;
    closeItem();
    closeHead();
    type_ = found->type;
    number_ = 0;
    taker_.verdicts().skipped(at,
                              say("题型标题，以下是{type}。", "type"_a = translate(itemTypeName(*type_))));
    return true;
  }

  bool closedByTag(const DocParagraph& paragraph, const std::string& at) {
    const auto fields = tagFields(paragraph.text.str());
    if (!fields) return false;
    if (fields->contains(tags::kPaper)) {
      throw FormatError(ErrorCode::kNotUnderstood, say("这是题库写出的试卷，供打印，不是要导入的试题。"),
                        {document_.file, paragraph.number, {}},
                        say("请把试题写成 Word 或 Excel 文件，在那里修改后再导入。"));
    }
    if (head_) {
      head_->addTag(paragraph.text.str());
      units_.push_back(at);
      closeHead();
      return true;
    }
    if (!item_) {
      taker_.verdicts().unclear(at, say("前面没有这一行所属的试题。"));
      return true;
    }
    item_->addTag(paragraph.text.str());
    units_.push_back(at);
    closeItem();
    return true;
  }

  void line(Role role, Paragraph words, bool labelled, const std::string& at) {
    if (role == Role::kShared) {
      const auto said = sharedHead(RichText({words}).str());
      if (said) return beginHead(*said, at);
      role = Role::kMore;
    }
    if (head_ && role != Role::kStem) {
      units_.push_back(at);
      return head_->add(role, std::move(words));
    }
    closeHead();
    if (role == Role::kStem) {
      const std::size_t length = labelled ? 0 : numberLength(words);
      const bool begins = !item_ || length > 0 || labelled || !item_->onlyStem();
      if (begins) {
        closeItem();
        item_.emplace();
        const int said = length == 0 ? 0 : std::atoi(words.pieces.front().text.c_str());
        number_ = said > 0 ? said : number_ + 1;
        dropFirst(words, length);
      }
    }
    if (!item_) return taker_.verdicts().unclear(at, say("不在任何试题里，没有导入。"));
    units_.push_back(at);
    item_->add(role, std::move(words));
  }

  void beginHead(const SharedHead& said, const std::string& at) {
    closeItem();
    closeHead();
    head_.emplace();
    said_ = said;
    units_.push_back(at);
  }

  // What the items of a set share is complete.
  void closeHead() {
    if (!head_) return;
    const ItemReader reader = std::move(*head_);
    head_.reset();
    std::vector<std::string> units = std::exchange(units_, {});
    const std::optional<Level> level = level_ ? level_ : options_.level;
    if (!level) {
      for (const std::string& unit : units) taker_.verdicts().unclear(unit, say("没有写明等级，没有导入。"));
      return;
    }
    const auto again = std::ranges::find_if(
        sets_, [&](const auto& set) { return reader.id() && set.set.id == *reader.id(); });
    if (again != sets_.end()) {  // Its items do not all stand together.
      again->units.insert(again->units.end(), units.begin(), units.end());
      open_ = static_cast<std::size_t>(again - sets_.begin());
      return;
    }
    written::FoundSet found(reader.set(*level, said_.kind));
    found.isNamed = reader.id().has_value();
    found.print = reader.print();
    found.units = std::move(units);
    sets_.push_back(std::move(found));
    open_ = sets_.size() - 1;
  }

  // The set of an item: the one that its tag names, or the open one for an item that a person typed.
  written::FoundSet* setOf(const ItemReader& reader) {
    if (const auto id = reader.setId()) {
      const auto named = std::ranges::find_if(sets_, [&](const auto& found) { return found.set.id == *id; });
      return named == sets_.end() ? nullptr : &*named;
    }
    if (reader.id() || !open_) return nullptr;
    const bool within = said_.first == 0 || (number_ >= said_.first && number_ <= said_.last);
    return within || sets_[*open_].isNamed ? &sets_[*open_] : nullptr;
  }

  void readTable(const DocTable& table) {
    TextTable read;
    int columns = 0;
    for (const auto& row : table.rows) {
      for (const DocCell& cell : row) columns = std::max(columns, cell.column + cell.columnSpan);
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const std::string at = tableRowAt(table.number, static_cast<int>(r) + 1);
      taker_.verdicts().enter(at);
      if (item_ || head_) {
        units_.push_back(at);
      } else if (isListRow(table.rows[r])) {
        taker_.verdicts().skipped(at, say("考评点的清单。"));
      } else {
        taker_.verdicts().unclear(at, say("不在任何试题里，没有导入。"));
      }
      auto& cells = read.rows.emplace_back(static_cast<std::size_t>(columns));
      for (const DocCell& cell : table.rows[r]) {
        if (cell.continued) continue;
        std::vector<RichText::Block> blocks;
        for (const DocParagraph& paragraph : cell.paragraphs) blocks.emplace_back(wordsIn(paragraph));
        cells.at(static_cast<std::size_t>(cell.column)) = RichText(std::move(blocks));
      }
    }
    if (head_) return head_->add(std::move(read));
    if (item_) item_->add(std::move(read));
  }

  void closeItem() {
    if (!item_) return;
    const ItemReader reader = std::move(*item_);
    item_.reset();
    const std::vector<std::string> units = std::exchange(units_, {});
    const auto judgeAll = [&](const auto& judge) {
      for (const std::string& unit : units) judge(unit);
    };
    if (reader.isExample())
      return judgeAll(
          [this](const std::string& at) { taker_.verdicts().skipped(at, say("模板里的示例，没有导入。")); });
    const std::optional<Level> level = level_ ? level_ : options_.level;
    if (!level || !type_) {
      const std::string reason =
          level ? say("前面没有题型标题，没有导入。") : say("没有写明等级，没有导入。");
      return judgeAll([&](const std::string& at) { taker_.verdicts().unclear(at, reason); });
    }
    written::Doubts doubts;
    TheoryItem item = reader.item(*level, *type_, names_, doubts);
    // What a person typed: an answer in the brackets of the stem, lines to write on.
    if (!reader.id()) settleStem(item, options_.judgement);
    written::FoundSet* set = setOf(reader);
    if (set == nullptr) open_.reset();
    const bool shares = set != nullptr && set->set.kind == ItemSet::Kind::kSharedOptions;
    const bool choice = reader.id() || hasOptions(item.type);
    if (shares && choice && reader.sharesOptions()) item.options = set->set.options;
    written::Found found(std::move(item));
    found.isNamed = reader.id().has_value();
    found.print = reader.print();
    found.name = say("{type} {number}", "type"_a = translate(itemTypeName(*type_)), "number"_a = number_);
    found.units = units;
    found.doubts = std::move(doubts);
    const std::size_t place = taker_.take(std::move(found));
    if (set != nullptr) set->members.push_back(place);
  }

  const Document& document_;
  const ImportOptions& options_;
  written::Names names_;
  written::HeldAs held_;
  written::Taker taker_;
  std::optional<Level> level_;
  std::optional<ItemType> type_;
  int number_ = 0;
  std::optional<ItemReader> item_;
  std::optional<ItemReader> head_;  ///< Of a set, while its lines are read.
  SharedHead said_;
  std::vector<std::string> units_;  ///< Of the item or head that is open.
  std::vector<written::FoundSet> sets_;
  std::optional<std::size_t> open_;  ///< The set to which the next items may belong.
};

}  // namespace

bool isItemDocument(const Document& document) {
  return std::ranges::any_of(document.blocks, [](const auto& block) {
    const auto* paragraph = std::get_if<DocParagraph>(&block);
    if (paragraph == nullptr) return false;
    if (roleOfStyle(paragraph->style) == Role::kStem) return true;
    const auto fields = tagFields(paragraph->text.str());
    return fields && (fields->size() > 1 || fields->contains(tags::kPaper) || fields->contains(tags::kId) ||
                      fields->contains(tags::kExample));
  });
}

ImportResult importItemDocument(const Bank& bank, const Document& document, const ImportOptions& options) {
  return DocumentReader(bank, document, options).read();
}

}  // namespace tiku::formats
