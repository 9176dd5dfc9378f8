#include "editor/blueprint/element_cells.h"

#include <algorithm>
#include <map>

#include "editor/widgets/cell_words.h"
#include "formats/base/say.h"
#include "workflows/blueprint/table_edit.h"

namespace tiku::editor {

using namespace tiku::formats;
using workflows::findEntry;
using workflows::TableEntry;

namespace {

std::optional<Refusal> refuseWeight(const std::string& words) {
  return Refusal{
      say("权重“{words}”不是 0 到 100 的数（最多两位小数）。原来的值没有改动。", "words"_a = words)};
}

bool isFigures(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Refusal> putCode(TableEntry& at, const std::string& words) {
  std::string& code = at.point != nullptr ? at.point->code : at.scope->code;
  if (words.empty()) {
    code.clear();
    return std::nullopt;
  }
  const auto parsed = PointCode::parse(words);
  if (!parsed) {
    return Refusal{say("代码“{words}”写不成：代码由字母和数字组成，各级之间用连字符。原来的值没有改动。",
                       "words"_a = words)};
  }
  // A full code names its parents too; where they are is not changed by it.
  const std::size_t last = parsed->str().rfind('-');
  code = last == std::string::npos ? parsed->str() : parsed->str().substr(last + 1);
  return std::nullopt;
}

std::optional<Refusal> putWeight(TableEntry& at, const std::string& words) {
  std::optional<Weight> weight;
  if (!words.empty()) {
    weight = Weight::parse(words);
    if (!weight || *weight > Weight::whole(100)) return refuseWeight(words);
  }
  (at.point != nullptr ? at.point->weight : at.scope->weight) = weight;
  return std::nullopt;
}

std::optional<Refusal> putImportance(TableEntry& at, const std::string& words) {
  if (at.point == nullptr) return std::nullopt;  // A scope has none; pasted rows pass over it.
  const auto importance = importanceOf(words);
  if (!importance && !words.empty()) {
    return Refusal{say("重要程度“{words}”不是 X（核心）、Y（一般）、Z（辅助）之一。原来的值没有改动。",
                       "words"_a = words)};
  }
  at.point->importance = importance;
  return std::nullopt;
}

std::optional<Refusal> putTrace(TableEntry& at, const std::string& words, const StandardNumbers& numbers) {
  auto entries = numbers.entries(words, at.top->part);
  if (!entries || (at.scope != nullptr && entries->size() > 1)) {
    return Refusal{say("“{words}”不是标准里的条目：写编号，如 1.2.3，几条之间空一格。原来的值没有改动。",
                       "words"_a = words)};
  }
  if (at.point != nullptr) {
    at.point->requirements = std::move(*entries);
  } else {
    at.scope->requirement = entries->empty() ? std::nullopt : std::optional(entries->front());
  }
  return std::nullopt;
}

std::optional<Refusal> putField(ElementTable& table, Id id, ElementField field, const std::string& words,
                                const StandardNumbers& numbers) {
  auto at = findEntry(table, id);
  switch (field) {
    case ElementField::kCode:
      return putCode(*at, words);
    case ElementField::kName:
      (at->point != nullptr ? at->point->name : at->scope->name) = words;
      break;
    case ElementField::kWeight:
      return putWeight(*at, words);
    case ElementField::kImportance:
      return putImportance(*at, words);
    case ElementField::kTrace:
      return putTrace(*at, words, numbers);
    case ElementField::kNote:
      (at->point != nullptr ? at->point->note : at->scope->note) = words;
      break;
  }
  return std::nullopt;
}

/// The scope with this printed code; empty for none.
Id scopeOfCode(const ElementTable& table, const std::string& code) {
  Id found;
  walk(table, [&](const TablePlace& at) {
    if (at.point == nullptr && found.empty() && at.code() == code) found = at.path.back()->id;
  });
  return found;
}

/// Makes the row that these words want, and tells its id.
Id addRow(ElementTable& table, Id last, const std::map<ElementField, std::string>& words) {
  const auto word = [&words](ElementField field) {
    const auto found = words.find(field);
    return found == words.end() ? std::string() : found->second;
  };
  const auto code = PointCode::parse(word(ElementField::kCode));
  const std::string own = code ? code->str().substr(code->str().rfind('-') + 1) : std::string();
  const bool hasImportance = importanceOf(word(ElementField::kImportance)).has_value();
  const bool isScope =
      !hasImportance && (code ? !isFigures(own) || own.size() == 1 : !word(ElementField::kWeight).empty());
  const std::string name = word(ElementField::kName);
  const Part part = name == "基本要求" ? Part::kBasic : Part::kWork;
  if (table.empty()) return workflows::insertScope(table, {}, {}, part);
  if (code) {
    const std::size_t cut = code->str().rfind('-');
    const Id parent = cut == std::string::npos ? Id() : scopeOfCode(table, code->str().substr(0, cut));
    if (!parent.empty()) {
      return isScope ? workflows::insertScopeInside(table, parent) : workflows::insertPoint(table, parent);
    }
    // One letter alone, after a table of full codes, begins a new top.
    if (isScope && cut == std::string::npos) return workflows::insertScope(table, {}, {}, part);
  }
  return isScope ? workflows::insertScope(table, last) : workflows::insertPoint(table, last);
}

}  // namespace

std::vector<ElementRow> elementRows(const ElementTable& table) {
  std::vector<ElementRow> rows;
  walk(table, [&rows](const TablePlace& at) {
    ElementRow row;
    row.isPoint = at.point != nullptr;
    row.id = row.isPoint ? at.point->id : at.path.back()->id;
    row.depth = static_cast<int>(at.path.size()) - (row.isPoint ? 0 : 1);
    row.part = at.part;
    for (std::size_t i = 0; i + (row.isPoint ? 0 : 1) < at.path.size(); ++i) {
      row.parentCode += at.path[i]->code + "-";
    }
    rows.push_back(std::move(row));
  });
  return rows;
}

std::optional<Importance> importanceOf(const std::string& words) {
  static const std::map<std::string, Importance> kWords{
      {"X", Importance::kX},        {"x", Importance::kX},        {"Ｘ", Importance::kX},
      {"Y", Importance::kY},        {"y", Importance::kY},        {"Ｙ", Importance::kY},
      {"Z", Importance::kZ},        {"z", Importance::kZ},        {"Ｚ", Importance::kZ},
      {"核心要素", Importance::kX}, {"一般要素", Importance::kY}, {"辅助要素", Importance::kZ},
      {"核心", Importance::kX},     {"一般", Importance::kY},     {"辅助", Importance::kZ}};
  const auto found = kWords.find(words);
  return found == kWords.end() ? std::nullopt : std::optional(found->second);
}

const char* importanceLetter(Importance importance) {
  switch (importance) {
    case Importance::kX:
      return "X";
    case Importance::kY:
      return "Y";
    case Importance::kZ:
      break;
  }
  return "Z";
}

std::optional<Refusal> putElementWords(ElementTable& table, const std::vector<ElementWords>& words,
                                       const StandardNumbers& numbers) {
  const std::vector<ElementRow> rows = elementRows(table);
  std::map<int, std::map<ElementField, std::string>> added;
  for (const ElementWords& each : words) {
    const std::string line = oneLine(each.words);
    if (each.row >= static_cast<int>(rows.size())) {
      if (!line.empty()) added[each.row][each.field] = line;
      continue;
    }
    const Id id = rows[static_cast<std::size_t>(each.row)].id;
    if (auto refusal = putField(table, id, each.field, line, numbers)) return refusal;
  }
  Id last = rows.empty() ? Id() : rows.back().id;
  for (const auto& [row, fields] : added) {
    last = addRow(table, last, fields);
    if (last.empty()) return Refusal{say("考评范围最多三级。没有改动。")};
    for (const auto& [field, line] : fields) {
      if (auto refusal = putField(table, last, field, line, numbers)) return refusal;
    }
  }
  return std::nullopt;
}

}  // namespace tiku::editor
