// The printed codes of an element table: what comes next, and numbering anew.
#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "formats/base/say.h"
#include "workflows/blueprint/table_edit.h"

namespace tiku::workflows {

using namespace tiku::formats;

namespace {

/// How a row of siblings is counted: letters or figures, and how wide.
struct Manner {
  bool letters = true;
  char first = 'A';       ///< 'A' or 'a'.
  std::size_t width = 1;  ///< Of figures, with zeros in front.

  [[nodiscard]] std::string code(int number) const {
    if (!letters) {
      std::string figures = std::to_string(number);
      if (figures.size() < width) figures.insert(0, width - figures.size(), '0');
      return figures;
    }
    // A to Z, then AA, AB...
    std::string code;
    for (; number > 0; number = (number - 1) / 26) {
      code.insert(code.begin(), static_cast<char>(first + (number - 1) % 26));
    }
    return code;
  }
};

bool isFigures(const std::string& code) {
  return !code.empty() && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

/// The number of a code counted in figures or letters; nothing for words.
std::optional<int> numberOf(const std::string& code) {
  if (isFigures(code)) {
    int number = 0;
    const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), number);
    return error == std::errc() ? std::optional(number) : std::nullopt;
  }
  if (code.empty() || code.size() > 2) return std::nullopt;
  int number = 0;
  for (const char c : code) {
    const char base = c >= 'a' ? 'a' : 'A';
    if (c < base || c > base + 25) return std::nullopt;
    number = number * 26 + (c - base) + 1;
  }
  return number;
}

Manner mannerOf(const std::vector<std::string>& codes, bool ofPoint) {
  const auto example =
      std::ranges::find_if(codes, [](const std::string& code) { return numberOf(code).has_value(); });
  if (example == codes.end()) return ofPoint ? Manner{false, 'A', 3} : Manner{};
  if (!isFigures(*example)) return {true, *example >= "a" ? 'a' : 'A', 1};
  const bool padded = example->front() == '0' && example->size() > 1;
  return {false, 'A', padded || (ofPoint && example->size() == 3) ? example->size() : 1};
}

template <typename Siblings, typename CodeOf>
void number(Siblings& siblings, const CodeOf& codeOf, bool ofPoint, int from = 1) {
  std::vector<std::string> codes;
  for (auto& sibling : siblings) codes.push_back(codeOf(sibling));
  const Manner manner = mannerOf(codes, ofPoint);
  int next = manner.letters ? 1 : from;
  for (auto& sibling : siblings) codeOf(sibling) = manner.code(next++);
}

void numberInside(Scope& scope) {
  const auto code = [](auto& entry) -> std::string& { return entry.code; };
  number(scope.points, code, true);
  number(scope.scopes, code, false);
  for (Scope& child : scope.scopes) numberInside(child);
}

using PointCodes = std::unordered_map<Id, std::string>;

PointCodes pointCodes(const ElementTable& table) {
  PointCodes codes;
  walk(table, [&codes](const TablePlace& at) {
    if (at.point != nullptr) codes.emplace(at.point->id, at.code());
  });
  return codes;
}

/// "B-A-B-C-001-002" with the point's code in it exchanged; nothing when the code is not of that grammar or
/// names another point.
std::optional<std::string> renamed(const std::string& itemCode, const std::string& before,
                                   const std::string& after) {
  const auto code = PointCode::parse(itemCode);
  const auto point = PointCode::parse(before);
  if (!code || !point || code->str().size() < 3 || code->str()[1] != '-') return std::nullopt;
  const std::string inner = point->str() + "-";
  if (!code->str().substr(2).starts_with(inner)) return std::nullopt;
  const std::string number = code->str().substr(2 + inner.size());
  if (number.empty() || number.find('-') != std::string::npos) return std::nullopt;
  return code->str().substr(0, 2) + after + "-" + number;
}

}  // namespace

std::string nextCode(const std::vector<std::string>& codes, bool ofPoint) {
  int last = 0;
  for (const std::string& code : codes) last = std::max(last, numberOf(code).value_or(0));
  const bool zero = last == 0 && std::ranges::find(codes, "0") != codes.end();
  return mannerOf(codes, ofPoint).code(zero ? 1 : last + 1);
}

void renumber(ElementTable& table) {
  if (table.tops.empty()) return;
  const bool fromZero = numberOf(table.tops.front().scope.code) == 0;
  number(
      table.tops, [](ElementTable::Top& top) -> std::string& { return top.scope.code; }, false,
      fromZero ? 0 : 1);
  for (ElementTable::Top& top : table.tops) numberInside(top.scope);
}

Edit replaceTable(const Bank& bank, Blueprint next, TableHalf half, const std::string& title) {
  Edit edit(title);
  const Level level = next.level;
  const Blueprint* now = bank.blueprint(level);
  if (now != nullptr && next == *now) return edit;
  const auto before = now == nullptr ? PointCodes() : pointCodes(tableOf(*now, half));
  const auto after = pointCodes(tableOf(next, half));
  edit.put(std::move(next));
  if (half == TableHalf::kSkills) return edit;
  for (const auto& item : bank.all<TheoryItem>()) {
    if (item->level != level || !item->point) continue;
    const auto was = before.find(*item->point);
    const auto is = after.find(*item->point);
    if (was == before.end() || is == after.end() || was->second == is->second) continue;
    const auto code = renamed(item->code, was->second, is->second);
    if (!code) continue;
    TheoryItem changed = *item;
    changed.code = *code;
    edit.put(std::move(changed));
  }
  return edit;
}

Edit renumberEdit(const Bank& bank, Level level, TableHalf half) {
  const std::string title = say("重新编号");
  const Blueprint* now = bank.blueprint(level);
  if (now == nullptr) return Edit(title);
  Blueprint blueprint = *now;
  renumber(tableOf(blueprint, half));
  return replaceTable(bank, std::move(blueprint), half, title);
}

}  // namespace tiku::workflows
