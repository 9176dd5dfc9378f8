#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Writes Word documents (ECMA-376 WordprocessingML): the small part of it that an office document needs.
/// Paragraphs in a fixed set of styles, tables with merged cells and repeated heads, pictures, figures that
/// can be found again by a tag, page numbers, a draft mark. The same content gives the same bytes.
namespace tiku::formats {

/// A stretch of text of one look, or a picture.
struct DocxRun {
  enum class Kind { kText, kLineBreak, kImage, kMath };
  enum class Script { kNormal, kSub, kSuper };

  Kind kind = Kind::kText;
  /// Of an image the alternative text, of a formula its LaTeX. Line feeds and tabs become breaks and tabs.
  std::string text;
  std::string target;  ///< Of an image: the media name that the writer's source knows.
  std::string tag;     ///< Not empty: the run stands in a locked content control with this tag.
  Script script = Script::kNormal;
  bool bold = false;
  bool underline = false;
  bool emphasis = false;  ///< 着重号: a dot under each character.
};

/// Looks, named by their use. Sizes and fonts are those of Chinese office documents (GB/T 9704-2012 leans).
enum class DocxStyle {
  kBody,      ///< 正文: 仿宋 小四, first line indented by two characters, 1.5 lines
  kFlush,     ///< 正文 without the indent
  kTitle,     ///< 标题: 黑体 二号, centred
  kSubtitle,  ///< 副标题: 楷体 三号, centred
  kHeading1,  ///< 黑体 三号
  kHeading2,  ///< 楷体 四号 bold
  kHeading3,  ///< 仿宋 小四 bold
  kItem,      ///< 试题: 宋体 五号
  kCell,      ///< 表格: 宋体 五号, centred
  kCellLeft,
  kCellHead,  ///< 表头: 黑体 五号, centred
  kDense,     ///< 密表格: 宋体 小五, centred, for tables of many columns
  kDenseLeft,
  kDenseHead,
  kCaption,  ///< 表题: 黑体 五号, centred, kept with the table
  kNote,     ///< 注: 宋体 小五
  // Parts of an item in a document that is read back; their names tell what a paragraph is.
  kItemStem,        ///< 试题题干: 宋体 五号, the first paragraph of an item
  kItemOption,      ///< 试题选项: set in by two characters
  kItemAnswer,      ///< 试题答案: answer, rationale, source, scoring points
  kItemMore,        ///< 试题续段: a further paragraph of stem or option
  kItemAnswerMore,  ///< 试题答案续段
  kItemShared,      ///< 题组: the head of what several items share
  kItemTag,         ///< 试题标签: small and grey
};

enum class DocxAlign { kOfStyle, kLeft, kCentre, kRight };

struct DocxParagraph {
  DocxParagraph() = default;
  explicit DocxParagraph(std::string text, DocxStyle s = DocxStyle::kBody);
  DocxParagraph(std::vector<DocxRun> r, DocxStyle s) : style(s), runs(std::move(r)) {}

  DocxStyle style = DocxStyle::kBody;
  DocxAlign align = DocxAlign::kOfStyle;
  bool keepNext = false;
  bool pageBreakBefore = false;
  int spaceBefore = 0;  ///< In twentieths of a point, instead of the style's; 0 keeps the style's.
  int columns = 0;      ///< Tab stops that divide the line into so many equal columns.
  int indent = 0;       ///< Of the whole paragraph, in characters of its style.
  std::vector<DocxRun> runs;
};

struct DocxBlock;

struct DocxCell {
  enum class Merge { kNone, kStart, kContinued };

  DocxCell() = default;
  explicit DocxCell(std::string text, DocxStyle style = DocxStyle::kCell, int columnSpan = 1);
  explicit DocxCell(DocxParagraph paragraph, int columnSpan = 1);

  std::vector<DocxBlock> blocks;
  int span = 1;                ///< Grid columns.
  Merge merge = Merge::kNone;  ///< Vertically; a continued cell shows nothing of its own.
  bool top = false;            ///< Text at the top of the cell instead of its middle.
};

struct DocxRow {
  std::vector<DocxCell> cells;
  bool head = false;   ///< Repeated at the top of every page; only for the first rows of a table.
  int height = 0;      ///< At least, in millimetres; 0 is as high as the text.
  bool split = false;  ///< May be broken by the end of the page; else it moves to the next page whole.
};

struct DocxTable {
  std::vector<int> widths;  ///< Of the grid columns, relative to each other; the table fills the text width.
  std::vector<DocxRow> rows;
  bool dense = false;  ///< Narrower cell margins, for many columns in the dense styles.
};

/// A paragraph or a table. A cell holds blocks again.
struct DocxBlock {
  DocxBlock(DocxParagraph paragraph);  // NOLINT(google-explicit-constructor): a block is either, by nature.
  DocxBlock(DocxTable table);          // NOLINT(google-explicit-constructor)
  std::variant<DocxParagraph, DocxTable> content;
};

struct DocxSetup {
  std::string title;       ///< Property of the document, and at the top right of every page.
  std::string author;      ///< Property only.
  std::string footer;      ///< At the left of every page's foot, small; may be empty.
  std::string draftMark;   ///< In large red letters on every page, and across it; empty for a final document.
  std::string draftNote;   ///< Beside the mark in the head.
  bool landscape = false;  ///< A4 lying.
  bool wide = false;       ///< Margins of 2.0 cm at the sides instead of 3.17 cm, for tables.
};

/// Takes the document from top to bottom and gives the finished file.
class DocxWriter {
 public:
  /// The bytes of a picture by its media name; null when there is none.
  using MediaSource = std::function<const std::string*(const std::string& name)>;

  explicit DocxWriter(DocxSetup setup, MediaSource media = {});

  void add(const DocxParagraph& paragraph);
  void add(const DocxTable& table);
  void add(const std::vector<DocxBlock>& blocks);
  void add(std::string text, DocxStyle style) { add(DocxParagraph(std::move(text), style)); }
  /// What follows begins on a new page. At the very beginning, and twice in a row, it does nothing.
  void pageBreak();

  /// Text of every tagged run so far, in order.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& tagged() const { return tagged_; }

  /// The bytes of the .docx file.
  [[nodiscard]] std::string finish() &&;

 private:
  void write(const DocxParagraph& paragraph);
  void write(const DocxTable& table, int width);
  void writeRow(const DocxRow& row, const std::vector<int>& widths);
  void writeCell(const DocxCell& cell, int width);
  void write(const DocxRun& run);
  void writeText(const DocxRun& run);
  void writePicture(const DocxRun& run);

  struct Picture {
    std::string part;
    std::string relation;
    long long width = 0;  ///< Pixels.
    long long height = 0;
  };
  const Picture* picture(const std::string& name);

  DocxSetup setup_;
  MediaSource media_;
  std::string body_;
  std::map<std::string, Picture> pictures_;
  std::vector<std::pair<std::string, std::string>> parts_;  ///< Of the pictures.
  std::vector<std::pair<std::string, std::string>> tagged_;
  int width_ = 0;   ///< Of the text where the next block goes, in twentieths of a point.
  int nextId_ = 1;  ///< Of content controls and drawings.
  bool breakDue_ = false;
  bool afterTable_ = false;
};

}  // namespace tiku::formats
