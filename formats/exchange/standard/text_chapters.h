#pragma once

#include <string>
#include <vector>

#include "formats/exchange/document.h"
#include "formats/exchange/tables/rows.h"
#include "formats/model/standard.h"

/// Chapters 1 and 2 and the annexes: what is mostly prose.
namespace tiku::formats::standards {

/// A section of chapter 1 or an annex with the place of its heading.
struct ReadSection {
  OverviewSection section;
  std::string at;
};

class Sections {
 public:
  explicit Sections(tables::Rows& rows) : rows_(rows) {}

  void read(const DocParagraph& paragraph);
  void read(const DocTable& table);
  /// Begins an annex: "附录A 常用量具".
  void beginAnnex(const std::string& line, const std::string& at);

  /// A heading of a 专项职业能力考核规范: "一、定义", "（二）考评员构成".
  static bool isTaskHeading(const std::string& line);
  /// A paragraph of one: such a heading begins a section.
  void readOfTasks(const DocParagraph& paragraph);

  /// No more comes.
  void finish();
  [[nodiscard]] const std::vector<ReadSection>& found() const { return found_; }

 private:
  void begin(ReadSection section);
  bool takeHeading(const std::string& line, const std::string& at);

  tables::Rows& rows_;
  std::vector<ReadSection> found_;
  std::vector<RichText::Block> text_;  ///< Of the last one, until it is finished.
  std::vector<int> last_;              ///< Number of the section before.
  bool annex_ = false;
};

/// A topic of chapter 2 with its place and, of its entries, the printed numbers.
struct ReadTopic {
  BasicTopic topic;
  std::string at;
  std::vector<int> numbers;  ///< 0 where nothing is printed.
};

class Basics {
 public:
  /// `wrapped`: a text whose lines may be parts of paragraphs.
  Basics(tables::Rows& rows, bool wrapped) : rows_(rows), wrapped_(wrapped) {}

  void read(const DocParagraph& paragraph);
  [[nodiscard]] const std::vector<ReadTopic>& found() const { return found_; }

 private:
  void begin(const std::string& title, const std::string& at);
  void takeEntries(const std::string& line, const std::string& at);
  void addEntry(int number, const std::string& words);

  tables::Rows& rows_;
  bool wrapped_ = false;
  BasicTopic::Part part_ = BasicTopic::Part::kEthics;
  std::vector<ReadTopic> found_;
  std::string partTitle_;  ///< 职业道德 or 基础知识, for entries without a topic of their own.
  bool open_ = false;      ///< The last topic belongs to the part.
};

}  // namespace tiku::formats::standards
