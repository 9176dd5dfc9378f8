#include "formats/exchange/tables/element_layout.h"

#include <algorithm>
#include <array>
#include <map>
#include <regex>

#include "formats/base/say.h"

namespace tiku::formats::tables {
namespace {

enum class Leaf { kNone, kSerial, kCode, kName, kRatio, kWeight, kImportance, kKnowledge, kNote, kOther };

/// What one head cell says; several lie above each other over one column.
struct HeadWord {
  int depth = -1;      ///< 一级 0, 二级 1 ...
  int step = -1;       ///< 章 0 ... 点 3; 项目 0, 单元 1, 细目 2
  bool point = false;  ///< 鉴定点 and its names
  bool scope = false;  ///< 鉴定范围 and its names
  bool operational = false;
  Leaf leaf = Leaf::kNone;
};

bool eat(std::string& text, const std::vector<std::string_view>& words) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) {
      text.erase(0, word.size());
      return true;
    }
  }
  return false;
}

const std::map<std::string, Leaf>& leaves() {
  static const std::map<std::string, Leaf> kLeaves{{"序号", Leaf::kSerial},
                                                   {"编号", Leaf::kCode},
                                                   {"代码", Leaf::kCode},
                                                   {"编码", Leaf::kCode},
                                                   {"代号", Leaf::kCode},
                                                   {"名称", Leaf::kName},
                                                   {"内容", Leaf::kName},
                                                   {"名称·内容", Leaf::kName},
                                                   {"名称/内容", Leaf::kName},
                                                   {"名称、内容", Leaf::kName},
                                                   {"名称和内容", Leaf::kName},
                                                   {"重要程度比例", Leaf::kRatio},
                                                   {"重要程度比", Leaf::kRatio},
                                                   {"比例", Leaf::kRatio},
                                                   {"比重", Leaf::kWeight},
                                                   {"权重", Leaf::kWeight},
                                                   {"分值占比", Leaf::kWeight},
                                                   {"分数系数", Leaf::kWeight},
                                                   {"分数", Leaf::kWeight},
                                                   {"配分", Leaf::kWeight},
                                                   {"重要程度", Leaf::kImportance},
                                                   {"重要性", Leaf::kImportance},
                                                   {"相关知识要求", Leaf::kKnowledge},
                                                   {"相关知识", Leaf::kKnowledge},
                                                   {"备注", Leaf::kNote},
                                                   {"页码", Leaf::kOther},
                                                   {"试题量", Leaf::kOther},
                                                   {"题量", Leaf::kOther},
                                                   {"选考方式", Leaf::kOther},
                                                   {"题型", Leaf::kOther},
                                                   {"资料", Leaf::kOther},
                                                   {"题型号", Leaf::kOther},
                                                   {"题目序号", Leaf::kSerial},
                                                   {"X:Y:Z", Leaf::kRatio}};
  return kLeaves;
}

/// Reads a head cell; nothing when the words are not those of a head.
std::optional<HeadWord> headWord(std::string text) {
  HeadWord word;
  static const std::regex kUnit(R"(\((%|％|X:Y:Z|分|min)\)|%$)");
  text = std::regex_replace(text, kUnit, "");
  static const std::map<std::string, std::pair<int, bool>> kSteps{
      {"章", {0, false}},  {"节", {1, false}},  {"目", {2, false}}, {"点", {3, false}},
      {"项目", {0, true}}, {"单元", {1, true}}, {"细目", {2, true}}};
  if (const auto step = kSteps.find(text); step != kSteps.end()) {
    word.step = step->second.first;
    word.operational = step->second.second;
    return word;
  }
  if (const auto leaf = leaves().find(text); leaf != leaves().end()) {
    word.leaf = leaf->second;
    return word;
  }
  static const std::array<std::vector<std::string_view>, 4> kDepths{
      {{"一级", "1级"}, {"二级", "2级"}, {"三级", "3级"}, {"四级", "4级"}}};
  for (std::size_t depth = 0; depth < kDepths.size() && word.depth < 0; ++depth) {
    if (eat(text, kDepths[depth])) word.depth = static_cast<int>(depth);
  }
  const bool kindNamed = eat(text, {"鉴定", "考评", "考核", "认定", "评价"});
  if (eat(text, {"范围"})) {
    word.scope = true;
  } else if (word.depth < 0 && (eat(text, {"细目点"}) || (kindNamed && eat(text, {"点"})))) {
    word.point = true;
  }
  eat(text, {"的"});
  if (text.empty()) {
    if (word.depth < 0 && !word.scope && !word.point) return std::nullopt;
    return word;
  }
  const auto leaf = leaves().find(text);
  if (leaf == leaves().end()) return std::nullopt;
  word.leaf = leaf->second;
  return word;
}

/// Two head words at least, and at most one cell in three that says something else: institutions add columns.
bool isHeadRow(const TableView& view, std::size_t row) {
  int words = 0;
  int cells = 0;
  for (const DocCell& cell : view.table().rows[row]) {
    const std::string text = cell.continued ? std::string() : squeezed(cell.str());
    if (text.empty()) continue;
    ++cells;
    if (headWord(text)) ++words;
  }
  return words >= 2 && words * 3 >= cells * 2;
}

/// All that the head says about one column, top down without the repetitions of merged cells.
struct Stack {
  HeadWord word;
  std::string last;
};

Stack stackAt(const TableView& view, HeadRows rows, int column) {
  Stack stack;
  for (std::size_t row = rows.begin; row < rows.end; ++row) {
    const std::string text = squeezed(view.text(row, column));
    if (!text.empty()) stack.last = text;
    const auto word = headWord(text);
    if (!word) continue;
    if (word->depth >= 0) stack.word.depth = word->depth;
    if (word->step >= 0) stack.word.step = word->step;
    if (word->leaf != Leaf::kNone) stack.word.leaf = word->leaf;
    stack.word.point = stack.word.point || word->point;
    stack.word.scope = stack.word.scope || word->scope;
    stack.word.operational = stack.word.operational || word->operational;
  }
  return stack;
}

void placeScopeColumn(ElementLayout& layout, const HeadWord& word, int column) {
  const auto depth = static_cast<std::size_t>(word.depth);
  if (layout.scopes.size() <= depth) layout.scopes.resize(depth + 1);
  ElementLayout::ScopeColumns& scope = layout.scopes[depth];
  int* place = &scope.name;
  if (word.leaf == Leaf::kCode) place = &scope.code;
  if (word.leaf == Leaf::kRatio || word.leaf == Leaf::kImportance) place = &scope.ratio;
  if (word.leaf == Leaf::kWeight) place = &scope.weight;
  if (*place < 0) *place = column;
}

/// False when the bank has no place for such a column.
bool placeColumn(ElementLayout& layout, const HeadWord& word, int column) {
  if (word.step >= 0) {
    const auto step = static_cast<std::size_t>(word.step);
    if (layout.steps.size() <= step) layout.steps.resize(step + 1, -1);
    if (layout.steps[step] < 0) layout.steps[step] = column;
    layout.operational = layout.operational || word.operational;
    return true;
  }
  if (word.depth >= 0) {
    if (word.leaf == Leaf::kOther || word.leaf == Leaf::kSerial || word.leaf == Leaf::kNote) return false;
    placeScopeColumn(layout, word, column);
    return true;
  }
  int* place = nullptr;
  switch (word.leaf) {
    case Leaf::kNone:
      place = word.point ? &layout.name : nullptr;
      break;
    case Leaf::kCode:
      place = &layout.pointCode;
      break;
    case Leaf::kName:
      place = &layout.name;
      break;
    case Leaf::kRatio:
      place = &layout.ratio;
      break;
    case Leaf::kWeight:
      place = &layout.weight;
      break;
    case Leaf::kImportance:
      place = &layout.importance;
      break;
    case Leaf::kKnowledge:
      place = &layout.knowledge;
      break;
    case Leaf::kNote:
      place = &layout.note;
      break;
    case Leaf::kSerial:
    case Leaf::kOther:
      break;
  }
  if (place == nullptr) return false;
  if (*place < 0) *place = column;
  return true;
}

/// The names of the columns that this layout lacks; decides its kind on the way.
std::vector<std::string> settle(ElementLayout& layout) {
  std::vector<std::string> missing;
  if (!layout.steps.empty()) {
    layout.kind = ElementLayout::Kind::kStepped;
    static const std::array<std::string_view, 4> kTheory{"章", "节", "目", "点"};
    static const std::array<std::string_view, 3> kSkills{"项目", "单元", "细目"};
    const std::size_t wanted = layout.operational ? kSkills.size() : kTheory.size();
    layout.steps.resize(wanted, -1);
    for (std::size_t i = 0; i < wanted; ++i) {
      if (layout.steps[i] < 0) missing.emplace_back(layout.operational ? kSkills[i] : kTheory[i]);
    }
    if (layout.name < 0) missing.push_back(translate("名称·内容"));
    return missing;
  }
  layout.kind = layout.scopes.empty() ? ElementLayout::Kind::kCoded : ElementLayout::Kind::kWide;
  if (layout.pointCode < 0) missing.push_back(translate("考评点代码"));
  if (layout.name < 0) missing.push_back(translate("考评点名称"));
  for (std::size_t i = 0; i < layout.scopes.size(); ++i) {
    if (layout.scopes[i].name < 0) {
      missing.push_back(say("第 {n} 级范围的名称", "n"_a = i + 1));
    } else if (layout.scopes[i].code < 0) {
      missing.push_back(say("第 {n} 级范围的代码", "n"_a = i + 1));
    }
  }
  return missing;
}

}  // namespace

std::optional<HeadRows> findElementHead(const TableView& view, std::size_t from) {
  for (std::size_t row = from; row < view.rowCount(); ++row) {
    if (!isHeadRow(view, row)) continue;
    HeadRows rows{row, row + 1};
    while (rows.end < view.rowCount() && isHeadRow(view, rows.end)) ++rows.end;
    return rows;
  }
  return std::nullopt;
}

ElementHead readElementHead(const TableView& view, HeadRows rows) {
  ElementLayout layout;
  layout.columnCount = view.columnCount();
  std::string before;
  for (int column = 0; column < view.columnCount(); ++column) {
    const Stack stack = stackAt(view, rows, column);
    if (!placeColumn(layout, stack.word, column) && !stack.last.empty() && stack.last != before) {
      layout.unused.push_back(stack.last);
    }
    before = stack.last;
  }
  ElementHead head;
  head.missing = settle(layout);
  if (head.missing.empty()) head.layout = std::move(layout);
  return head;
}

}  // namespace tiku::formats::tables
