#pragma once

#include <memory>
#include <optional>
#include <string>

#include "formats/exchange/document.h"
#include "formats/exchange/standard/front_matter.h"
#include "formats/exchange/standard/text_chapters.h"
#include "formats/exchange/standard/weight_tables.h"
#include "formats/exchange/standard/work_chapter.h"
#include "formats/exchange/tables/rows.h"

/// Goes through a document from cover to annex and gives each part to its reader.
namespace tiku::formats::standards {

class StandardReader {
 public:
  /// `fallback` is the level of work requirements that stand below no heading.
  StandardReader(const Document& document, std::optional<Level> fallback);

  /// Judges every unit. False when the document is no standard; then nothing else may be asked.
  bool read();

  [[nodiscard]] const FrontMatter& front() const { return front_; }
  [[nodiscard]] const std::vector<ReadSection>& sections() const { return sections_.found(); }
  [[nodiscard]] const std::vector<ReadTopic>& topics() const { return basics_.found(); }
  [[nodiscard]] const WorkChapter& work() const { return work_; }
  [[nodiscard]] const std::vector<ReadWeights>& weights() const { return weights_.found(); }
  [[nodiscard]] tables::Rows& rows() { return rows_; }
  /// 专项职业能力考核规范: chapters 一, 二 … and one table of 工作任务.
  [[nodiscard]] bool special() const { return special_; }

 private:
  void readFront(std::size_t end);
  void readParagraph(const DocParagraph& paragraph);
  void readTable(const DocTable& table);
  void readWork(const DocParagraph& paragraph);
  void readWeights(const DocParagraph& paragraph);
  bool turn(const DocParagraph& paragraph);
  void skipAll(const tables::TableView& view, const std::string& reason);
  void doubtAll(const tables::TableView& view, const std::string& reason);

  const Document& document_;
  tables::Rows rows_;
  FrontMatter front_;
  Sections sections_;
  Basics basics_;
  WorkChapter work_;
  WeightTables weights_;
  Chapter chapter_ = Chapter::kFront;
  bool workTables_ = false;  ///< The document has tables of work requirements; else its lines are read.
  bool special_ = false;
};

/// A text whose lines are paragraphs, or parts of them, and which has no tables.
bool isPlainText(const Document& document);

}  // namespace tiku::formats::standards
