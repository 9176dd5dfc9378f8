#include "formats/exchange/text/text_items.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "formats/base/error.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/ledger.h"
#include "formats/exchange/source_words.h"
#include "formats/exchange/text/text_document.h"

namespace tiku::formats {
namespace {

/// Whether the first lines are as wide as each other, in columns: then its author meant a table.
bool looksLikeTable(const std::vector<std::string>& lines) {
  constexpr int kLines = 5;
  for (const char delimiter : {'\t', ',', ';'}) {
    std::set<std::ptrdiff_t> widths;
    int seen = 0;
    for (const std::string& line : lines) {
      if (line.empty()) continue;
      if (++seen > kLines) break;
      widths.insert(std::ranges::count(line, delimiter));
    }
    if (seen > 1 && widths.size() == 1 && *widths.begin() > 0) return true;
  }
  return false;
}

/// "1. ...": before the first heading it was taken for a title, and may be an item after all.
bool isNumbered(std::string_view line) {
  const std::size_t from = std::min(line.find_first_not_of(" \t"), line.size());
  const std::size_t digits = std::min(line.find_first_not_of("0123456789", from), line.size());
  const std::string_view rest = line.substr(digits);
  constexpr std::array<std::string_view, 4> kMarks{".", "、", "．", ")"};
  return digits > from && std::ranges::any_of(kMarks, [&](auto mark) { return rest.starts_with(mark); });
}

/// The lines that the units of a report stand for; 0-based.
class LineOf {
 public:
  LineOf(const std::vector<std::string>& lines, const ImportReport& report) {
    for (std::size_t i = 0; i < lines.size(); ++i)
      byParagraph_.emplace(paragraphAt(static_cast<int>(i) + 1), i);
    isTable_ = std::ranges::none_of(
        report.rows, [this](const SourceVerdict& row) { return byParagraph_.contains(row.at); });
  }

  [[nodiscard]] bool isTable() const { return isTable_; }

  [[nodiscard]] std::optional<std::size_t> find(const std::string& at) const {
    if (!isTable_) {
      const auto found = byParagraph_.find(at);
      return found == byParagraph_.end() ? std::nullopt : std::optional(found->second);
    }
    // "题目!7" is a row, "题目!B7" a cell of it.
    const std::size_t digits = at.find_last_not_of("0123456789") + 1;
    constexpr std::size_t kMostDigits = 8;
    if (at.find('!') == std::string::npos || digits >= at.size() || at.size() - digits > kMostDigits)
      return {};
    const std::size_t row = std::stoul(at.substr(digits));
    return row == 0 ? std::nullopt : std::optional(row - 1);
  }

 private:
  std::map<std::string, std::size_t> byParagraph_;
  bool isTable_ = false;
};

ImportResult importRows(const Bank& bank, const std::string& text, const std::string& name,
                        const ImportOptions& options) {
  const Workbook table = readCsvBytes(text, name);
  ImportResult result = importItems(bank, table, options);
  addWords(result.report, table);
  return result;
}

ImportResult importLines(const Bank& bank, const std::string& text, const std::string& name,
                         const ImportOptions& options) {
  const Document lines = documentOfText(text, name);
  ImportResult result = importItems(bank, lines, options);
  addWords(result.report, lines);
  return result;
}

int itemsIn(const ImportReport& report) {
  const auto items = report.counts.find("items");
  return items == report.counts.end() ? 0 : items->second;
}

/// Whether the rows of a table are items for the greater part. Commas make columns of prose, too.
bool isMostlyItems(const ImportReport& report) {
  return itemsIn(report) > report.count(Verdict::kUnclear);
}

}  // namespace

ImportResult importItemsText(const Bank& bank, const std::string& text, const std::string& name,
                             const ImportOptions& options) {
  if (!options.columns.empty()) return importRows(bank, text, name, options);
  // What the text is does not depend on what a person corrects in its reading.
  ImportOptions asFound = options;
  asFound.corrections.clear();
  const bool corrected = !options.corrections.empty();
  std::optional<ImportResult> rows;
  try {
    // A table says what its columns are, or is refused; lines of prose are no table then.
    rows = importRows(bank, text, name, asFound);
    if (isMostlyItems(rows->report))
      return corrected ? importRows(bank, text, name, options) : std::move(*rows);
  } catch (const FormatError& error) {
    if (error.code() != ErrorCode::kNotUnderstood || looksLikeTable(linesOf(text))) throw;
  }
  std::optional<ImportResult> lines;
  try {
    lines = importLines(bank, text, name, asFound);
  } catch (const FormatError&) {
    if (!rows) throw;
  }
  const bool areRows = !lines || (rows && itemsIn(rows->report) >= itemsIn(lines->report));
  if (corrected)
    return areRows ? importRows(bank, text, name, options) : importLines(bank, text, name, options);
  return areRows ? std::move(*rows) : std::move(*lines);
}

std::string leftOf(std::string_view text, const ImportResult& result) {
  const std::vector<std::string> lines = linesOf(text);
  const LineOf lineOf(lines, result.report);
  std::set<std::size_t> taken;
  std::set<std::size_t> left;
  for (const ImportedItem& item : result.items) {
    for (const std::string& unit : item.units) {
      if (const auto line = lineOf.find(unit)) (item.id.empty() ? left : taken).insert(*line);
    }
  }
  for (const SourceVerdict& row : result.report.rows) {
    const auto line = lineOf.find(row.at);
    if (!line || *line >= lines.size() || taken.contains(*line)) continue;
    const bool passedOver = row.verdict == Verdict::kSkipped && !lineOf.isTable() && isNumbered(lines[*line]);
    if (row.verdict == Verdict::kUnclear || passedOver) left.insert(*line);
  }
  if (left.empty()) return {};
  if (lineOf.isTable()) {
    // Quoted cells may hold line breaks, and then rows are no lines.
    if (text.find('"') != std::string_view::npos) return std::string(text);
    const std::size_t head = taken.empty() ? *left.begin() : std::min(*taken.begin(), *left.begin());
    for (std::size_t line = 0; line < head; ++line) left.insert(line);
  }
  std::string words;
  for (const std::size_t line : left) {
    if (line < lines.size()) words += lines[line] + '\n';
  }
  return words;
}

}  // namespace tiku::formats
