#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/document.h"
#include "formats/exchange/items/item_draft.h"
#include "formats/exchange/items/key_block.h"
#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/items/unit_verdicts.h"

namespace tiku::formats {

/// What a document says before its first section.
struct DocumentHead {
  std::vector<std::pair<std::string, std::string>> lines;  ///< Unit and words.
  std::string paperTitle;  ///< The line that names a paper; empty without one.
  std::string paperTitleAt;
  std::string paperNumber;
  int minutes = 0;
};

/// Reads theory items out of a document by the conventions of Chinese question files: headings that set the
/// type, stems with their number (or the brackets) in front, options one or many a line, answers in
/// brackets, on lines of their own or in a block at the end. Line by line; what a line is depends on it and
/// on what is open. Nothing is guessed silently: what could be read in two ways is told as unclear.
class DocumentItems {
 public:
  /// Both must outlive this.
  DocumentItems(const Document& document, const ImportOptions& options);

  /// Reads all lines and gives the keys of key blocks to their items.
  void read();

  [[nodiscard]] const DocumentHead& head() const { return head_; }
  [[nodiscard]] const std::vector<ItemSection>& sections() const { return sections_; }
  [[nodiscard]] const std::vector<ItemDraft>& drafts() const { return drafts_; }
  [[nodiscard]] UnitVerdicts& verdicts() { return verdicts_; }

 private:
  /// A line of text, or a table.
  struct Line {
    std::string at;
    LineText text;
    const DocTable* table = nullptr;
  };
  /// An answer of a key block, waiting for its item.
  struct PendingKey {
    std::optional<ItemType> type;
    int number = 0;
    std::vector<RichText::Block> words;
    std::string at;
  };
  using Part = ItemDraft::Part;

  void collect();
  void countRepeats();
  void line(std::size_t index, const LineText& text);

  // Each takes the line if it is its kind.
  bool furniture(const Line& line, const LineText& text);
  bool heading(std::size_t index, const LineText& text);
  bool keyTitle(std::size_t index, const LineText& text);
  bool keyBlock(std::size_t index, const LineText& text);
  bool tagged(std::size_t index, const LineText& text);
  bool options(std::size_t index, const LineText& text);
  bool start(std::size_t index, const LineText& text);
  bool unnumberedStart(std::size_t index, const LineText& text);
  void continuation(std::size_t index, const LineText& text);
  void preface(const Line& line, const LineText& text);

  void openSection(const HeadingLine& heading, const Line& line, const LineText& text);
  void beginItem(std::size_t index, const LineText& text, const ItemStart& start);
  void checkNumber(ItemDraft& draft);
  bool isInnerNumber(std::size_t index, const ItemStart& start);
  [[nodiscard]] bool comesAgain(std::size_t index, int number) const;
  void addOptions(const std::string& at, const LineText& text, const std::vector<OptionSpan>& spans);
  void addOption(const std::string& at, const LineText& text, const OptionSpan& span);
  void apply(const TaggedPart& part, const std::string& at, const LineText& text);
  void addKeys(const KeyLine& keys, const std::string& at, const LineText& text);
  bool groupTitle(std::size_t index);
  void beyondOptions(std::size_t index, const LineText& text);
  void table(const Line& line);
  bool keyTable(const Line& line);
  void giveKeys();
  ItemDraft* draftFor(const PendingKey& key, std::string& problem);

  void imported(const std::string& at, const std::string& what);
  [[nodiscard]] ItemDraft* current();
  [[nodiscard]] std::optional<ItemType> currentType() const;
  [[nodiscard]] bool isChoiceSection() const;
  /// The next line with any words, or null.
  [[nodiscard]] const Line* nextLine(std::size_t index) const;
  /// The option that the next line begins with; lines of answers between are passed over.
  [[nodiscard]] std::optional<int> nextOption(std::size_t index) const;

  const Document& document_;
  const ImportOptions& options_;
  std::vector<Line> lines_;
  std::map<std::u32string, int> repeats_;  ///< How often a line of the same words stands in the document.
  DocumentHead head_;
  std::vector<ItemSection> sections_;
  std::vector<ItemDraft> drafts_;
  std::vector<PendingKey> keys_;
  UnitVerdicts verdicts_;
  bool inKeyBlock_ = false;
  std::optional<ItemType> keyType_;
  bool gap_ = false;       ///< An empty line stands before this one.
  int innerExpected_ = 0;  ///< Next number of a list inside an answer; 0 without one.
};

}  // namespace tiku::formats
