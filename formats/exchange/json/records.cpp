#include "formats/exchange/json/records.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/base/utf8.h"
#include "formats/exchange/html/html_text.h"
#include "formats/exchange/json/read_json.h"
#include "formats/exchange/sheets/head_words.h"

namespace tiku::formats::json {
namespace {

using sheets::Field;

constexpr const char* kKeyHead = "答案";
constexpr const char* kStemHead = "题干";
constexpr const char* kMaterialHead = "材料";

// What a member's name says. All questions of a list have the same few names, and looking one up costs more
// than reading a question.
std::optional<sheets::Column> headOf(const std::string& name) {
  constexpr std::size_t kMostNames = 512;
  thread_local std::unordered_map<std::string, std::optional<sheets::Column>> known;
  if (known.size() > kMostNames) known.clear();
  const auto [place, isNew] = known.try_emplace(name);
  if (isNew) place->second = sheets::recogniseHead(name);
  return place->second;
}

std::string optionHead(std::size_t index) {
  return std::string("选项") + static_cast<char>('A' + index);
}

bool looksLikeHtml(std::string_view words) {
  constexpr std::array<std::string_view, 16> kMarks{"<p",   "<br",  "<div",  "<span", "<sub", "<sup",
                                                    "<img", "<b>",  "<i>",   "<str",  "<u>",  "<ta",
                                                    "&nb",  "&lt;", "&amp;", "&quot;"};
  return std::ranges::any_of(
      kMarks, [words](std::string_view mark) { return words.find(mark) != std::string_view::npos; });
}

SheetCell cellOf(const std::string& words) {
  SheetCell cell;
  if (!looksLikeHtml(words)) {
    cell.text = words;
    return cell;
  }
  HtmlReading reading;
  const RichText text = fromHtml(words, {}, reading);
  bool plain = true;
  for (const RichText::Block& block : text.blocks()) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph == nullptr) return {text.str(), false, SheetCell::Kind::kWords, {}};
    if (!cell.pieces.empty()) cell.pieces.push_back({Inline::Kind::kText, "\n", {}});
    for (const Inline& piece : paragraph->pieces) {
      const bool raised = piece.kind == Inline::Kind::kSuperscript || piece.kind == Inline::Kind::kSubscript;
      plain = plain && !raised;
      const std::string own = piece.kind == Inline::Kind::kBlank ? "（　）" : piece.text;
      cell.pieces.push_back({raised ? piece.kind : Inline::Kind::kText, own, {}});
    }
  }
  for (const Inline& piece : cell.pieces) cell.text += piece.text;
  if (plain) cell.pieces.clear();
  return cell;
}

// The first member with one of these names, in any case.
const Json* member(const Json& object, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const auto& [key, value] : object.items()) {
      if (foldWords(key) == name) return &value;
    }
  }
  return nullptr;
}

// A scalar's words; those of {"text": ...} too. Nothing for a list or another object.
std::optional<std::string> wordsOf(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return std::string();
  if (value.is_primitive()) return value.dump();
  if (!value.is_object()) return std::nullopt;
  const Json* text = member(value, {"text", "content", "value", "html", "题干", "内容"});
  return text == nullptr || text->is_structured() ? std::nullopt : wordsOf(*text);
}

bool saysYes(const Json& value) {
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number()) return value.get<double>() != 0;
  if (!value.is_string()) return false;
  const std::string folded = foldWords(value.get<std::string>());
  return folded == "true" || folded == "1" || folded == "yes" || folded == "对" || folded == "正确" ||
         folded == "是";
}

struct Option {
  std::string words;
  std::optional<bool> right;
};

// "甲"; ["甲", true]; {"text": "甲", "isCorrect": true}.
std::optional<Option> optionOf(const Json& value) {
  if (value.is_array()) {
    if (value.size() != 2 || !value[0].is_string()) return std::nullopt;
    const bool flagged = value[1].is_boolean() || value[1].is_number();
    // ["A", "甲"] is a letter and its words.
    if (!flagged)
      return value[1].is_string() ? std::optional(Option{value[1].get<std::string>(), {}}) : std::nullopt;
    return Option{value[0].get<std::string>(), saysYes(value[1])};
  }
  if (value.is_object()) {
    const Json* text = member(value, {"text", "content", "value", "name", "title", "optioncontent",
                                      "选项内容", "内容", "选项", "option", "desc"});
    const auto words = text == nullptr ? std::nullopt : wordsOf(*text);
    if (!words) return std::nullopt;
    const Json* right = member(value, {"iscorrect", "correct", "right", "isright", "isanswer", "istrue",
                                       "answer", "checked", "正确", "是否正确"});
    const bool said = right != nullptr && right->is_primitive() && !right->is_null();
    return Option{*words, said ? std::optional(saysYes(*right)) : std::nullopt};
  }
  const auto words = wordsOf(value);
  return words ? std::optional(Option{*words, {}}) : std::nullopt;
}

// Nothing where the value is no list of options.
std::optional<std::vector<Option>> optionsOf(const Json& value) {
  std::vector<Option> options;
  if (value.is_object()) {
    for (const auto& [key, one] : value.items()) {
      const auto head = headOf(key);
      const auto words = wordsOf(one);
      if (!head || head->field != Field::kOption || !words) return std::nullopt;
      const auto index = static_cast<std::size_t>(head->option);
      if (options.size() <= index) options.resize(index + 1);
      options[index].words = *words;
    }
    return options.empty() ? std::nullopt : std::optional(options);
  }
  if (!value.is_array() || value.empty()) return std::nullopt;
  for (const Json& one : value) {
    const auto option = optionOf(one);
    if (!option) return std::nullopt;
    options.push_back(*option);
  }
  return options.size() <= static_cast<std::size_t>(sheets::kMostOptions) ? std::optional(options)
                                                                          : std::nullopt;
}

bool isWhole(const std::string& words) {
  return !words.empty() && words.size() < 3 && words.find_first_not_of("0123456789") == std::string::npos;
}

// Letters of the options that the texts are; empty when one of them is none.
std::string lettersOfTexts(const std::vector<std::string>& texts, const std::vector<Option>& options) {
  std::string letters;
  for (const std::string& text : texts) {
    const auto own = std::ranges::find_if(
        options, [&text](const Option& option) { return foldWords(option.words) == foldWords(text); });
    if (own == options.end()) return {};
    letters += static_cast<char>('A' + (own - options.begin()));
  }
  return letters;
}

std::string keyOf(const Json& value, const std::vector<Option>& options) {
  if (value.is_boolean()) return value.get<bool>() ? "正确" : "错误";
  if (!value.is_array()) return wordsOf(value).value_or(std::string());
  std::vector<std::string> texts;
  for (const Json& one : value) {
    const auto option = optionOf(one);
    if (!option) return value.dump();
    // A list of [text, right] or of objects stands for the options that are right.
    if (option->right && !*option->right) continue;
    texts.push_back(option->words);
  }
  const bool letters = std::ranges::all_of(
      texts, [](const std::string& text) { return text.size() == 1 && text[0] >= 'A' && text[0] <= 'J'; });
  const std::string own = letters ? std::string() : lettersOfTexts(texts, options);
  const bool places = std::ranges::all_of(texts, isWhole);
  std::string joined = own;
  if (!own.empty() && !places) return joined;
  joined.clear();
  for (const std::string& text : texts)
    joined += (joined.empty() || letters ? "" : places ? "," : "；") + text;
  return joined;
}

// Lists of questions within a question: 材料题.
const Json* childrenOf(const Json& object) {
  for (const auto& [key, value] : object.items()) {
    if (value.is_array() && !value.empty() && value[0].is_object() && isQuestion(value[0])) return &value;
  }
  return nullptr;
}

void takeOptions(Record& record, const std::vector<Option>& options) {
  std::string right;
  for (std::size_t i = 0; i < options.size(); ++i) {
    record.set(optionHead(i), cellOf(options[i].words));
    if (options[i].right.value_or(false)) right += static_cast<char>('A' + i);
  }
  if (!right.empty()) record.set(kKeyHead, right);
}

Record recordOf(const Json& object) {
  Record record;
  std::vector<Option> options;
  for (const auto& [key, value] : object.items()) {
    const auto head = headOf(key);
    // "answers": [["甲", true], ...] and "answer": [{"text": ..., "correct": ...}] hold the options.
    const auto list = value.is_structured() ? optionsOf(value) : std::nullopt;
    const bool flagged =
        list && std::ranges::any_of(*list, [](const Option& o) { return o.right.has_value(); });
    const bool named = head && head->field == Field::kOptions;
    if (list && options.empty() && (named || flagged || (!head && value.is_array() && list->size() > 1)))
      options = *list;
  }
  for (const auto& [key, value] : object.items()) {
    const auto head = headOf(key);
    const auto list = value.is_structured() ? optionsOf(value) : std::nullopt;
    if (list && !options.empty() && list->size() == options.size() &&
        list->front().words == options[0].words && record.find(optionHead(0)) == nullptr) {
      takeOptions(record, options);
    } else if (head && head->field == Field::kKey) {
      if (const std::string own = keyOf(value, options); !own.empty()) record.set(key, cellOf(own));
    } else if (const auto words = wordsOf(value)) {
      if (!words->empty()) record.set(key, cellOf(*words));
    } else if (value.is_structured() && !value.empty()) {
      constexpr std::size_t kLongest = 200;
      const std::string rest =
          shortened(value.dump(-1, ' ', false, Json::error_handler_t::replace), kLongest);
      record.set(key, rest);
    }
  }
  return record;
}

std::vector<std::string> partsOf(const std::string& joined) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= joined.size();) {
    const std::size_t to = std::min(joined.find('|', from), joined.size());
    parts.push_back(joined.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

}  // namespace

void Record::set(const std::string& head, SheetCell cell) {
  const auto known = std::ranges::find(cells, head, &std::pair<std::string, SheetCell>::first);
  if (known == cells.end()) {
    cells.emplace_back(head, std::move(cell));
  } else {
    known->second = std::move(cell);
  }
}

void Record::set(const std::string& head, std::string words) {
  SheetCell cell;
  cell.text = std::move(words);
  set(head, std::move(cell));
}

const SheetCell* Record::find(const std::string& head) const {
  const auto known = std::ranges::find(cells, head, &std::pair<std::string, SheetCell>::first);
  return known == cells.end() ? nullptr : &known->second;
}

std::string excessOf(std::string_view text) {
  constexpr std::size_t kDeepest = 64;  // A question bank has less than ten.
  constexpr std::size_t kMostValues = 2'000'000;
  constexpr std::size_t kMostMembers = 20'000;
  std::vector<std::size_t> members;  // Of each bracket that is open.
  std::size_t values = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    switch (text[at]) {
      case '"':
        for (++at; at < text.size() && text[at] != '"'; ++at) at += text[at] == '\\' ? 1 : 0;
        break;
      case '{':
      case '[':
        members.push_back(0);
        ++values;
        break;
      case '}':
      case ']':
        if (!members.empty()) members.pop_back();
        break;
      case ',':
        ++values;
        break;
      case ':':
        if (!members.empty() && ++members.back() > kMostMembers)
          return say("JSON 的一个对象超过 {limit} 项，超出安全上限。", "limit"_a = kMostMembers);
        break;
      default:
        break;
    }
    if (members.size() > kDeepest) return say("JSON 的层数超过安全上限 {limit}。", "limit"_a = kDeepest);
    if (values > kMostValues)
      return say("JSON 的内容超过 {limit} 项，超出安全上限。", "limit"_a = kMostValues);
  }
  return {};
}

std::vector<SheetCell> optionsInCell(std::string_view text) {
  text = trimmed(text);
  if (!looksLikeJson(text) || (text.back() != ']' && text.back() != '}')) return {};
  if (!excessOf(text).empty()) return {};
  const Json value = Json::parse(text, nullptr, false);
  const auto options = value.is_discarded() ? std::nullopt : optionsOf(value);
  std::vector<SheetCell> cells;
  if (!options) return cells;
  for (const Option& option : *options) cells.push_back(cellOf(option.words));
  return cells;
}

bool isQuestion(const Json& object) {
  if (!object.is_object()) return false;
  bool stem = false;
  bool more = false;
  for (const auto& [key, value] : object.items()) {
    const auto head = headOf(key);
    const auto list = value.is_structured() ? optionsOf(value) : std::nullopt;
    stem = stem || (head && head->field == Field::kStem && wordsOf(value).has_value());
    more = more || list ||
           (head &&
            (head->field == Field::kKey || head->field == Field::kOption || head->field == Field::kOptions));
  }
  return stem && (more || childrenOf(object) != nullptr);
}

std::vector<Record> recordsOf(const Json& object) {
  const Json* children = childrenOf(object);
  if (children == nullptr) return {recordOf(object)};
  SheetCell shared;
  for (const auto& [key, value] : object.items()) {
    const auto head = headOf(key);
    const bool words = head && (head->field == Field::kStem || head->field == Field::kMaterial);
    if (words && wordsOf(value)) shared = cellOf(*wordsOf(value));
  }
  std::vector<Record> records;
  for (const Json& child : *children) {
    if (!child.is_object()) continue;
    for (Record& record : recordsOf(child)) {
      if (!shared.text.empty()) record.set(kMaterialHead, shared);
      records.push_back(std::move(record));
    }
  }
  return records;
}

bool isJoined(const Json& object) {
  if (!object.is_object() || object.empty()) return false;
  std::size_t joined = 0;
  for (const auto& [key, value] : object.items()) {
    if (value.is_structured()) return false;
    joined += key.find('|') != std::string::npos ? 1 : 0;
  }
  return joined * 2 >= object.size();
}

std::vector<Record> joinedRecords(const Json& object) {
  std::vector<Record> records;
  for (const auto& [key, value] : object.items()) {
    const std::vector<std::string> parts = partsOf(key);
    Record record;
    record.set(kStemHead, cellOf(parts.front()));
    for (std::size_t i = 1; i < parts.size() && i <= static_cast<std::size_t>(sheets::kMostOptions); ++i)
      record.set(optionHead(i - 1), cellOf(parts[i]));
    std::vector<Option> options;
    for (std::size_t i = 1; i < parts.size(); ++i) options.push_back({parts[i], {}});
    const std::string words = wordsOf(value).value_or(std::string());
    // Several right options are joined like the key.
    const std::string letters = lettersOfTexts(partsOf(words), options);
    record.set(kKeyHead, letters.empty() ? words : letters);
    records.push_back(std::move(record));
  }
  return records;
}

Sheet sheetOf(const std::string& name, const std::vector<Record>& records) {
  Sheet sheet;
  sheet.name = name;
  sheet.records = say("每条记录是一道题，各项有名称。");
  sheet.firstNumber = 0;
  // Where other records name the answer, what options say of themselves belongs under that name.
  std::string keyHead = kKeyHead;
  for (const Record& record : records) {
    for (const auto& [head, cell] : record.cells) {
      const auto column = keyHead == kKeyHead ? headOf(head) : std::nullopt;
      if (column && column->field == Field::kKey) keyHead = head;
    }
  }
  std::map<std::string, std::size_t> columns;
  sheet.rows.emplace_back();
  for (const Record& record : records) {
    sheet.rows.emplace_back();
    for (const auto& [name, cell] : record.cells) {
      const std::string& head = name == kKeyHead ? keyHead : name;
      const auto [column, isNew] = columns.emplace(head, columns.size());
      if (isNew) {
        sheet.rows.front().emplace_back();
        sheet.rows.front().back().text = head;
      }
      auto& row = sheet.rows.back();
      if (row.size() <= column->second) row.resize(column->second + 1);
      row[column->second] = cell;
    }
  }
  return sheet;
}

}  // namespace tiku::formats::json
