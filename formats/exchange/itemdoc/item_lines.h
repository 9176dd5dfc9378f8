#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "formats/exchange/itemdoc/tag_line.h"
#include "formats/exchange/written/doubts.h"
#include "formats/exchange/written/names.h"
#include "formats/exchange/written/pieces.h"
#include "formats/model/bank.h"

/// One theory item as the paragraphs and tables of a Word document.
namespace tiku::formats::itemdoc {

/// What a paragraph is. Its style says so; where a person typed it in another style, its words do.
enum class Role {
  kStem,    ///< "12．" and the first paragraph of the stem
  kOption,  ///< "A．", and others behind tabs
  kAnswer,  ///< "答案：", "解析：", "出处：", "评分要点（2 分）："
  kMore,    ///< A further paragraph of any of these.
  kShared,  ///< "（1～3题共用题干）": what follows belongs to a set
  kTag,     ///< tagLine()
};

struct Line {
  Role role = Role::kMore;
  Paragraph words;  ///< As printed.
  int columns = 0;  ///< Options side by side.
};
using Part = std::variant<Line, TextTable>;

/// The item under a number. In a set whose options it shares it is printed without them.
std::vector<Part> linesOf(const TheoryItem& item, int number, const written::Names& names,
                          const written::HeldAs& heldAs, const std::string& print,
                          const ItemSet* set = nullptr);

/// The head of a set: what its items share, above the first of them.
std::vector<Part> linesOf(const ItemSet& set, int first, int last, const written::HeldAs& heldAs,
                          const std::string& print);
/// The set as it reads back from its lines; the items are those of `set`.
ItemSet asWritten(const ItemSet& set, const written::HeldAs& heldAs);

/// "（1～3题共用题干）"
struct SharedHead {
  ItemSet::Kind kind = ItemSet::Kind::kSharedStem;
  int first = 0;  ///< 0 where no numbers are said.
  int last = 0;
};
/// 共用题干 or 共用备选答案
std::string_view kindWord(ItemSet::Kind kind);
std::optional<SharedHead> sharedHead(std::string_view line);

/// Gathers the parts of an item, or of the head of a set, and makes it.
class ItemReader {
 public:
  /// A line that belongs to the item. A stem is taken without its number.
  void add(Role role, Paragraph words);
  void add(TextTable table);
  /// False when the line is no tag.
  bool addTag(std::string_view line);

  [[nodiscard]] bool onlyStem() const { return part_ == Where::kStem; }
  [[nodiscard]] bool isTagged() const { return tag_.has_value(); }
  [[nodiscard]] bool isExample() const { return tag_ && tag_->contains(tags::kExample); }
  [[nodiscard]] std::optional<Id> id() const;
  [[nodiscard]] std::string print() const;
  /// The set that the item is in, as its tag says.
  [[nodiscard]] std::optional<Id> setId() const;
  /// Its options are those of its set: it says so, or is one that a person typed without options.
  [[nodiscard]] bool sharesOptions() const;

  /// What was gathered as the head of a set.
  [[nodiscard]] ItemSet set(Level level, ItemSet::Kind kind) const;

  /// The item; `doubts` are sentences for what was not understood.
  [[nodiscard]] TheoryItem item(Level level, ItemType type, const written::Names& names,
                                written::Doubts& doubts) const;

 private:
  enum class Where { kStem, kOptions, kAnswer, kRationale, kReference, kScoring };
  using Blocks = std::vector<RichText::Block>;

  void addOptions(Paragraph words);
  void addAnswer(Paragraph words);
  Blocks& open();
  [[nodiscard]] std::string field(std::string_view name) const;
  void fields(TheoryItem& item, const written::Names& names, written::Doubts& doubts) const;
  void key(TheoryItem& item, written::Doubts& doubts) const;

  struct Scoring {
    Marks marks;
    Blocks words;
  };
  Where part_ = Where::kStem;
  Blocks stem_;
  std::vector<Blocks> options_;
  Blocks answer_;
  Blocks rationale_;
  Blocks reference_;
  std::vector<Scoring> scoring_;
  std::optional<TagFields> tag_;
};

/// The length of "12．" at the beginning; 0 where there is none.
std::size_t numberLength(const Paragraph& words);
/// The role of a line by its words alone; nothing for one that has no mark.
std::optional<Role> roleOf(const Paragraph& words);
/// Takes the first bytes off the words.
void dropFirst(Paragraph& words, std::size_t bytes);

/// The item as it reads back from its lines.
TheoryItem asWritten(const TheoryItem& item, const written::Names& names, const written::HeldAs& heldAs);

}  // namespace tiku::formats::itemdoc
