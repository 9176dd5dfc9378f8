#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "formats/exchange/itemdoc/tag_line.h"
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
  kTag,     ///< tagLine()
};

struct Line {
  Role role = Role::kMore;
  Paragraph words;  ///< As printed.
  int columns = 0;  ///< Options side by side.
};
using Part = std::variant<Line, TextTable>;

/// The item under a number.
std::vector<Part> linesOf(const TheoryItem& item, int number, const written::Names& names,
                          const written::HeldAs& heldAs, const std::string& print);

/// Gathers the parts of an item and makes it.
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

  /// The item; `doubts` are sentences for what was not understood.
  [[nodiscard]] TheoryItem item(Level level, ItemType type, const written::Names& names,
                                std::vector<std::string>& doubts) const;

 private:
  enum class Where { kStem, kOptions, kAnswer, kRationale, kReference, kScoring };
  using Blocks = std::vector<RichText::Block>;

  void addOptions(Paragraph words);
  void addAnswer(Paragraph words);
  Blocks& open();
  [[nodiscard]] std::string field(std::string_view name) const;
  void fields(TheoryItem& item, const written::Names& names, std::vector<std::string>& doubts) const;
  void key(TheoryItem& item, std::vector<std::string>& doubts) const;

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
