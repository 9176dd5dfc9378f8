// One row for each item, for people who work with figures: CSV and JSON.
#include <algorithm>
#include <functional>

#include <nlohmann/json.hpp>

#include "formats/base/say.h"
#include "formats/exchange/questions/item_tags.h"
#include "formats/exchange/questions/writers.h"

namespace tiku::formats {
namespace {

std::string keyWords(const Key& key) {
  if (const auto* choice = std::get_if<ChoiceKey>(&key)) {
    std::string letters;
    for (const int option : choice->options) letters += static_cast<char>('A' + option);
    return letters;
  }
  if (const auto* judgement = std::get_if<JudgementKey>(&key)) return judgement->correct ? "√" : "×";
  if (const auto* fillIn = std::get_if<FillInKey>(&key)) {
    std::string words;
    for (const auto& blank : fillIn->blanks) {
      if (&blank != &fillIn->blanks.front()) words += "；";
      for (const std::string& accepted : blank) words += (&accepted == &blank.front() ? "" : "/") + accepted;
    }
    return words;
  }
  const auto* reference = std::get_if<ReferenceKey>(&key);
  return reference == nullptr ? std::string() : reference->answer.str();
}

struct Column {
  std::string name;
  std::function<std::string(const TheoryItem&)> cell;
};

std::vector<Column> columnsFor(const Bank& bank, const TagWriter& tags, std::size_t options) {
  const auto scale = [](const std::optional<int>& value) { return value ? std::to_string(*value) : ""; };
  const auto* people = bank.find<People>(People::kId);
  std::vector<Column> columns{
      {"id", [](const TheoryItem& item) { return item.id.str(); }},
      {"level", [](const TheoryItem& item) { return std::to_string(item.level.number()); }},
      {"type", [](const TheoryItem& item) { return std::string(itemTypeKey(item.type)); }},
      {"code", [](const TheoryItem& item) { return item.code; }},
      {"point", [&tags](const TheoryItem& item) { return tags.pointName(item); }},
      {"stem", [](const TheoryItem& item) { return item.stem.str(); }}};
  for (std::size_t i = 0; i < options; ++i) {
    columns.push_back({std::string("option-") + static_cast<char>('a' + i), [i](const TheoryItem& item) {
                         return i < item.options.size() ? item.options[i].str() : std::string();
                       }});
  }
  const std::vector<Column> rest{
      {"key", [](const TheoryItem& item) { return keyWords(item.key); }},
      {"difficulty", [scale](const TheoryItem& item) { return scale(item.difficulty); }},
      {"consistency", [scale](const TheoryItem& item) { return scale(item.consistency); }},
      {"marks", [](const TheoryItem& item) { return item.marks ? item.marks->str() : std::string(); }},
      {"status", [](const TheoryItem& item) { return std::string(itemStatusName(item.status)); }},
      {"author",
       [people](const TheoryItem& item) {
         const Person* person = people == nullptr || !item.author ? nullptr : people->find(*item.author);
         return person == nullptr ? std::string() : person->name;
       }},
      {"rationale", [](const TheoryItem& item) { return item.rationale.str(); }},
      {"reference", [](const TheoryItem& item) { return item.reference; }}};
  columns.insert(columns.end(), rest.begin(), rest.end());
  return columns;
}

// What begins like a formula is one for a spreadsheet, whoever wrote it; behind an apostrophe it is words.
std::string cellOf(const std::string& words) {
  std::string cell = "\"";
  if (!words.empty() && std::string_view("=+-@\t\r").find(words.front()) != std::string_view::npos)
    cell += "'";
  for (const char c : words) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + "\"";
}

std::string csvOf(const std::vector<Column>& columns, const TheoryItems& items, bool byteOrderMark) {
  std::string csv = byteOrderMark ? "\xEF\xBB\xBF" : "";
  for (const Column& column : columns) csv += (&column == &columns.front() ? "" : ",") + column.name;
  csv += "\r\n";
  for (const auto& item : items) {
    for (const Column& column : columns)
      csv += (&column == &columns.front() ? "" : ",") + cellOf(column.cell(*item));
    csv += "\r\n";
  }
  return csv;
}

std::string jsonOf(const std::vector<Column>& columns, const TheoryItems& items) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& item : items) {
    nlohmann::ordered_json object;
    for (const Column& column : columns) {
      if (std::string cell = column.cell(*item); !cell.empty()) object[column.name] = std::move(cell);
    }
    list.push_back(std::move(object));
  }
  return list.dump(2) + "\n";
}

bool hasMoreThanWords(const TheoryItem& item) {
  const auto more = [](const RichText& text) {
    return std::ranges::any_of(text.blocks(), [](const RichText::Block& block) {
      const auto* paragraph = std::get_if<Paragraph>(&block);
      return paragraph == nullptr || std::ranges::any_of(paragraph->pieces, [](const Inline& piece) {
               return piece.kind == Inline::Kind::kImage || piece.kind == Inline::Kind::kMath ||
                      piece.kind == Inline::Kind::kSubscript || piece.kind == Inline::Kind::kSuperscript;
             });
    });
  };
  return more(item.stem) || std::ranges::any_of(item.options, more);
}

}  // namespace

Written writeListing(const Bank& bank, const TheoryItems& items, const ExportOptions& options,
                     Losses& losses) {
  const TagWriter tags(bank);
  std::size_t most = 0;
  for (const auto& item : items) {
    most = std::max(most, item->options.size());
    if (hasMoreThanWords(*item)) losses.add(*item, say("图片、公式、上下标和表格写成了普通文字。"));
    if (!item->scoring.empty()) losses.add(*item, say("评分要点没有写出。"));
  }
  const std::vector<Column> columns = columnsFor(bank, tags, most);
  return {options.format == ExportFormat::kJson ? jsonOf(columns, items)
                                                : csvOf(columns, items, options.byteOrderMark),
          static_cast<int>(items.size())};
}

}  // namespace tiku::formats
