#include "formats/exchange/json/read_json.h"

#include <algorithm>
#include <set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/exchange/json/records.h"

namespace tiku::formats {
namespace {

using json::Json;
using json::Record;

constexpr int kDeepestList = 12;  // Where questions are looked for.

int lineAt(std::string_view text, std::size_t byte) {
  return 1 + static_cast<int>(std::ranges::count(text.substr(0, std::min(byte, text.size())), '\n'));
}

// One object a line, as data exports write them. Null when the lines are anything else.
Json linesOf(std::string_view text) {
  Json list = Json::array();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    if (!line.starts_with('{')) return nullptr;
    Json one = Json::parse(line, nullptr, false);
    if (!one.is_object()) return nullptr;
    list.push_back(std::move(one));
  }
  return list.size() > 1 ? list : Json(nullptr);
}

Json parsed(std::string_view text, const std::string& name) {
  if (std::string excess = json::excessOf(text); !excess.empty())
    throw FormatError(ErrorCode::kOverLimit, excess, {name, 0, {}});
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    Json lines = linesOf(text);
    if (!lines.is_null()) return lines;
    throw FormatError(ErrorCode::kNotUnderstood,
                      say("JSON 到第 {byte} 个字节处读不通。", "byte"_a = error.byte),
                      {name, lineAt(text, error.byte), {}}, say("请核对文件是否完整，引号和括号是否成对。"));
  } catch (const Json::exception&) {
    throw FormatError(ErrorCode::kNotUnderstood, say("JSON 里有一个数大得无法读取。"), {name, 0, {}},
                      say("请核对文件；题号一类的长数字要写成文字。"));
  }
}

/// Looks for lists of questions.
class Finder {
 public:
  Finder(Workbook& workbook, std::string rootName) : workbook_(workbook), rootName_(std::move(rootName)) {}

  void look(const Json& value, const std::string& path, int depth) {
    if (depth > kDeepestList) return;
    if (value.is_array()) {
      lookInList(value, path, depth);
    } else if (json::isQuestion(value)) {
      add(path, json::recordsOf(value));
    } else if (json::isJoined(value)) {
      add(path, json::joinedRecords(value));
    } else if (value.is_object()) {
      lookInObject(value, path, depth);
    }
  }

 private:
  void lookInList(const Json& list, const std::string& path, int depth) {
    std::vector<Record> records;
    bool questions = std::ranges::any_of(list, [](const Json& one) { return json::isQuestion(one); });
    if (!questions && addGrid(list, path)) return;
    for (const Json& one : list) {
      if (!one.is_object() || !questions) {
        look(one, path, depth + 1);
        continue;
      }
      // Among questions, one without options and answer is a question too.
      for (Record& record : json::recordsOf(one)) records.push_back(std::move(record));
    }
    if (!records.empty()) add(path, records);
  }

  void lookInObject(const Json& object, const std::string& path, int depth) {
    const bool questions = std::ranges::all_of(object, [](const Json& one) { return json::isQuestion(one); });
    if (questions && !object.empty()) {
      std::vector<Record> records;
      for (const Json& one : object) {
        for (Record& record : json::recordsOf(one)) records.push_back(std::move(record));
      }
      add(path, records);
      return;
    }
    for (const auto& [key, value] : object.items())
      look(value, path.empty() ? key : path + "/" + key, depth + 1);
  }

  // Rows of a table, as lists of words.
  bool addGrid(const Json& list, const std::string& path) {
    const bool rows = list.size() > 1 && std::ranges::all_of(list, [](const Json& row) {
                        return row.is_array() && row.size() > 1 &&
                               std::ranges::all_of(row, [](const Json& cell) { return cell.is_primitive(); });
                      });
    if (!rows) return false;
    Sheet sheet;
    sheet.name = unique(path);
    for (const Json& row : list) {
      sheet.rows.emplace_back();
      for (const Json& cell : row) {
        sheet.rows.back().emplace_back();
        sheet.rows.back().back().text = cell.is_string() ? cell.get<std::string>()
                                        : cell.is_null() ? std::string()
                                                         : cell.dump();
      }
    }
    workbook_.sheets.push_back(std::move(sheet));
    return true;
  }

  void add(const std::string& path, const std::vector<Record>& records) {
    workbook_.sheets.push_back(json::sheetOf(unique(path), records));
  }

  std::string unique(const std::string& path) {
    const std::string wanted = path.empty() ? rootName_ : path;
    std::string name = wanted;
    for (int n = 2; !names_.insert(name).second; ++n) name = wanted + "(" + std::to_string(n) + ")";
    return name;
  }

  Workbook& workbook_;
  std::string rootName_;
  std::set<std::string> names_;
};

}  // namespace

bool looksLikeJson(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || (text[0] != '{' && text[0] != '[')) return false;
  const std::string_view inside = trimmed(text.substr(1));
  if (inside.empty()) return false;
  const bool object = text[0] == '{';
  return inside[0] == '"' || inside[0] == (object ? '}' : ']') ||
         (!object && (inside[0] == '{' || inside[0] == '['));
}

Workbook readJsonText(std::string_view text, const std::string& name) {
  const Json root = parsed(text, name);
  Workbook workbook;
  workbook.file = name;
  Finder(workbook, name.substr(0, name.rfind('.'))).look(root, {}, 0);
  if (workbook.sheets.empty()) {
    throw FormatError(ErrorCode::kNotUnderstood, say("JSON 里没有找到试题。"), {name, 0, {}},
                      say("每道题要有题干和答案（或选项），例如“question”“options”“answer”。"));
  }
  return workbook;
}

}  // namespace tiku::formats
