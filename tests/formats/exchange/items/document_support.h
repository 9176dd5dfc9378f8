#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/exchange/importers.h"
#include "tests/formats/exchange/items/sheet_support.h"
#include "tests/support/docx_builder.h"

/// Small question documents and what becomes of them.
namespace tiku::tests {

using Lines = std::vector<std::string>;

/// A paragraph for each line of the text.
inline std::string paragraphs(const std::string& text) {
  std::string all;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    all += DocxBuilder::p(text.substr(from, to - from));
    from = to + 1;
  }
  return all;
}

inline formats::Document wordDocument(const std::string& text) {
  DocxBuilder docx;
  docx.body = paragraphs(text);
  return formats::readDocxBytes(docx.bytes(), "车工三级.docx");
}

/// What an import into an empty bank makes of a document.
struct DocumentImport {
  formats::Bank bank;
  formats::ImportResult result;
  std::vector<formats::TheoryItem> items;  ///< In the order of the file.

  explicit DocumentImport(const std::string& text, const formats::ImportOptions& options = {})
      : DocumentImport(wordDocument(text), options) {}
  DocumentImport(const formats::Document& from, const formats::ImportOptions& options)
      : result(formats::importItems(bank, from, options)) {
    for (const formats::Edit::Step& step : result.edit.steps()) {
      if (const auto* item = formats::as<formats::TheoryItem>(step.object)) items.push_back(*item);
    }
    bank.apply(result.edit);
    CHECK(formats::importItems(bank, from, options).edit.empty());
  }

  [[nodiscard]] Lines unclear() const {
    Lines rows;
    for (const formats::SourceVerdict& row : result.report.rows) {
      if (row.verdict == formats::Verdict::kUnclear) rows.push_back(row.at + "：" + row.reason);
    }
    return rows;
  }

  /// "单选：题干|甲|乙：B" for each item.
  [[nodiscard]] Lines told() const {
    Lines all;
    for (const formats::TheoryItem& item : items) {
      std::string line = std::string(formats::itemTypeName(item.type)) + "：" + item.stem.str();
      for (const formats::RichText& option : item.options) line += "|" + option.str();
      all.push_back(line + "：" + keyOf(item));
    }
    return all;
  }

  [[nodiscard]] const formats::ReadingLine& reading(const std::string& key) const {
    const auto line = std::ranges::find(result.report.reading, key, &formats::ReadingLine::key);
    if (line == result.report.reading.end()) FAIL("no reading of " + key);
    return *line;
  }

  /// "AC", "√", "甲|乙", the reference answer, "-" without a key.
  static std::string keyOf(const formats::TheoryItem& item) {
    return std::holds_alternative<std::monostate>(item.key) ? "-" : tests::keyOf(item);
  }
};

}  // namespace tiku::tests
