#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/document.h"
#include "formats/exchange/items/document_choices.h"
#include "formats/exchange/items/document_lines.h"
#include "formats/exchange/items/item_draft.h"
#include "formats/exchange/items/key_block.h"
#include "formats/exchange/items/shared_line.h"
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

/// Items that share a stem or options, while their lines are read.
struct DraftSet {
  bool isOptions = false;  ///< They share options, not a stem.
  std::optional<int> first;
  std::optional<int> last;
  std::size_t section = 0;
  std::string at;
  std::vector<RichText::Block> stem;
  std::vector<std::vector<RichText::Block>> options;
  bool isOpen = true;  ///< Its material is still being read: no item has begun.
};

/// Reads theory items out of a document by the conventions of Chinese question files: headings that set the
/// type, stems with their number (or the brackets) in front, options one or many a line, answers in
/// brackets, on lines of their own or in a block at the end; the blocks of the national banks; materials and
/// options that several items share. Line by line; what a line is depends on it, on what is open and on what
/// the whole document shows. Nothing is guessed silently: what could be read in two ways is told as unclear.
class DocumentItems {
 public:
  /// `document` must outlive this. Throws FormatError kUsage for a correction that the document does not
  /// know.
  DocumentItems(const Document& document, const ImportOptions& options);

  /// Reads all lines and gives the keys of key blocks to their items.
  void read();

  [[nodiscard]] const DocumentHead& head() const { return head_; }
  [[nodiscard]] const std::vector<ItemSection>& sections() const { return sections_; }
  [[nodiscard]] const std::vector<ItemDraft>& drafts() const { return drafts_; }
  [[nodiscard]] const std::vector<DraftSet>& sets() const { return sets_; }
  [[nodiscard]] const DocumentLines& lines() const { return all_; }
  [[nodiscard]] const DocumentChoices& choices() const { return choices_; }
  [[nodiscard]] JudgementCode judgement() const { return judgement_; }
  [[nodiscard]] UnitVerdicts& verdicts() { return verdicts_; }

 private:
  using Line = DocumentLine;
  /// An answer of a key block, waiting for its item.
  struct PendingKey {
    std::optional<ItemType> type;
    int number = 0;
    std::vector<RichText::Block> words;
    std::string at;
    int block = 0;                         ///< Which heading of keys it stands under.
    std::optional<std::size_t> section{};  ///< That it stands directly below.
    std::vector<RichText::Block> rationale{};
  };
  using Part = ItemDraft::Part;

  void line(std::size_t index, const LineText& text);

  // Each takes the line if it is its kind.
  bool furniture(const Line& line, const LineText& text);
  bool heading(std::size_t index, const LineText& text);
  bool strange(std::size_t index, const LineText& text);
  bool leftOut(const Line& line);
  bool keyTitle(std::size_t index, const LineText& text);
  bool keyPair(std::size_t index, const LineText& text);
  bool keyBlock(std::size_t index, const LineText& text);
  bool untitledKeys(std::size_t index, const LineText& text);
  bool keyWithTags(std::size_t index, const LineText& text);
  bool chapter(std::size_t index, const LineText& text);
  bool national(std::size_t index, const LineText& text);
  bool shared(std::size_t index, const LineText& text);
  bool sharedOptions(std::size_t index, const LineText& text);
  bool sharedStem(std::size_t index, const LineText& text);
  bool tagged(std::size_t index, const LineText& text);
  bool labelled(std::size_t index, const LineText& text);
  bool options(std::size_t index, const LineText& text);
  bool bareAnswer(std::size_t index, const LineText& text);
  bool start(std::size_t index, const LineText& text);
  bool unnumberedStart(std::size_t index, const LineText& text);
  void continuation(std::size_t index, const LineText& text);
  void preface(const Line& line, const LineText& text);

  void openSection(const HeadingLine& heading, const Line& line, const LineText& text);
  void openImpliedSection(std::size_t index, std::optional<ItemType> type);
  void correct(ItemSection& section);
  void beginItem(std::size_t index, const LineText& text, const ItemStart& start);
  void checkNumber(ItemDraft& draft);
  void joinSet(ItemDraft& draft);
  void shareOptions();
  [[nodiscard]] std::optional<ItemStart> startOf(std::size_t index, const LineText& text) const;
  [[nodiscard]] bool isDue(std::size_t index, const ItemStart& start) const;
  bool isInnerNumber(std::size_t index, const ItemStart& start);
  /// Whether options A or an answer follow before the next number.
  [[nodiscard]] bool asksSomething(std::size_t index) const;
  [[nodiscard]] bool answerFollows(std::size_t index) const;
  [[nodiscard]] bool comesAgain(std::size_t index, int number) const;
  void beginWithTail(std::size_t index, const LineText& text, ItemDraft draft);
  void addOptions(const std::string& at, const LineText& text, const std::vector<OptionSpan>& spans);
  void addOption(const std::string& at, const LineText& text, const OptionSpan& span);
  void apply(const TaggedPart& part, const std::string& at, const LineText& text);
  void applyAnswer(const Paragraph& words, const std::string& plain);
  void beginKeys(std::optional<ItemType> type, bool below);
  void addKeys(const KeyLine& keys, const std::string& at, const LineText& text);
  bool groupTitle(std::size_t index);
  void beyondOptions(std::size_t index, const LineText& text);
  void table(const Line& line);
  bool keyTable(const Line& line);
  void placeBlocks();
  void giveKeys();
  ItemDraft* draftFor(const PendingKey& key, std::string& problem);

  void imported(const std::string& at, const std::string& what);
  [[nodiscard]] ItemDraft* current();
  /// The open item, if it stands in the open section.
  [[nodiscard]] ItemDraft* openHere();
  [[nodiscard]] DraftSet* openSet();
  [[nodiscard]] std::optional<ItemType> currentType() const;
  [[nodiscard]] bool isChoiceSection() const;
  /// The next line with any words, or null.
  [[nodiscard]] const Line* nextLine(std::size_t index) const;
  /// The option that the next line begins with; lines of answers between are passed over.
  [[nodiscard]] std::optional<int> nextOption(std::size_t index) const;

  const Document& document_;
  DocumentChoices choices_;
  JudgementCode judgement_;
  DocumentLines all_;
  std::vector<Line>& lines_ = all_.lines;
  std::map<std::string, std::vector<std::string>> more_;  ///< Units that were joined to a unit.
  DocumentHead head_;
  std::vector<ItemSection> sections_;
  std::vector<ItemDraft> drafts_;
  std::vector<DraftSet> sets_;
  std::vector<PendingKey> keys_;
  UnitVerdicts verdicts_;
  bool inKeyBlock_ = false;
  std::optional<ItemType> keyType_;
  std::optional<std::size_t> keySection_;
  int keyBlocks_ = 0;
  bool hasTails_ = false;                ///< Lines end with their answers: "-D:人民群众".
  bool isNewPart_ = false;               ///< A chapter began: numbers may begin anew.
  std::optional<ItemType> pendingType_;  ///< "题型：单选题" before the stem.
  std::optional<int> pendingNumber_;     ///< "题号：12" before the stem.
  bool gap_ = false;                     ///< An empty line stands before this one.
  int innerExpected_ = 0;                ///< Next number of a list inside an answer; 0 without one.
};

}  // namespace tiku::formats
