#include "formats/exchange/tables/element_reader.h"

#include <algorithm>

#include "formats/base/say.h"
#include "formats/exchange/tables/ratio.h"

namespace tiku::formats::tables {
namespace {

std::string dashed(const std::vector<std::string>& codes) {
  std::string text;
  for (const std::string& code : codes) text += (text.empty() ? "" : "-") + code;
  return text;
}

std::vector<std::string> parts(const std::string& code) {
  std::vector<std::string> found;
  const auto parsed = PointCode::parse(code);
  if (!parsed) return found;
  std::string part;
  for (const char c : parsed->str()) {
    if (c == '-') {
      found.push_back(std::move(part));
      part.clear();
    } else {
      part += c;
    }
  }
  found.push_back(std::move(part));
  return found;
}

std::optional<Importance> parseImportance(const std::string& text) {
  if (text == "X" || text == "x" || text == "核心" || text == "核心要素") return Importance::kX;
  if (text == "Y" || text == "y" || text == "一般" || text == "一般要素") return Importance::kY;
  if (text == "Z" || text == "z" || text == "辅助" || text == "辅助要素") return Importance::kZ;
  return std::nullopt;
}

template <typename T>
T* findByCode(std::vector<T>& objects, const std::string& code) {
  const auto found = std::ranges::find(objects, code, &T::code);
  return found == objects.end() ? nullptr : &*found;
}

}  // namespace

Part partOfScope(std::string_view name) {
  const std::string text = squeezed(withoutNumber(name));
  for (const std::string_view basic : {"基本要求", "职业道德", "基础知识"}) {
    if (text.starts_with(basic)) return Part::kBasic;
  }
  return Part::kWork;
}

void ElementReader::refuse(const std::string& at, const std::string& reason) {
  ++unread_;
  rows_.doubt(at, reason);
}

Scope* ElementReader::find(const std::vector<std::string>& path) {
  Scope* scope = nullptr;
  for (const std::string& code : path) {
    if (scope == nullptr) {
      const auto top =
          std::ranges::find(table_.tops, code, [](const ElementTable::Top& t) { return t.scope.code; });
      if (top == table_.tops.end()) return nullptr;
      scope = &top->scope;
    } else {
      scope = findByCode(scope->scopes, code);
    }
    if (scope == nullptr) return nullptr;
  }
  return scope;
}

void ElementReader::read(const TableView& view, const ElementLayout& layout, std::size_t first) {
  if (layout.kind == ElementLayout::Kind::kCoded) {
    for (std::size_t row = first; row < view.rowCount(); ++row) {
      codedDepth_ = std::max(codedDepth_, parts(view.text(row, layout.pointCode)).size());
    }
  }
  std::optional<HeadRows> head = findElementHead(view, first);
  for (std::size_t row = first; row < view.rowCount(); ++row) {
    if (head && row >= head->end) head = findElementHead(view, row);
    if (head && row >= head->begin && row < head->end) {
      rows_.skipped(view.at(row), say("重复的表头。"));
    } else if (view.blank(row) && layout.kind != ElementLayout::Kind::kWide) {
      rows_.skipped(view.at(row), say("空行。"));
    } else if (layout.kind == ElementLayout::Kind::kStepped) {
      readStepped(view, layout, row);
    } else if (layout.kind == ElementLayout::Kind::kCoded) {
      readCoded(view, layout, row);
    } else {
      readWide(view, layout, row);
    }
  }
}

ElementReader::Entry ElementReader::entryOf(const TableView& view, const ElementLayout& layout,
                                            std::size_t row) const {
  const auto text = [&](int column) { return column < 0 ? std::string() : view.text(row, column); };
  Entry entry;
  entry.name = text(layout.name);
  entry.weight = text(layout.weight);
  entry.ratio = text(layout.ratio);
  entry.importance = squeezed(text(layout.importance));
  entry.knowledge = text(layout.knowledge);
  entry.note = text(layout.note);
  return entry;
}

void ElementReader::readStepped(const TableView& view, const ElementLayout& layout, std::size_t row) {
  const std::string at = view.at(row);
  std::vector<std::string> codes;
  std::size_t depth = 0;
  for (const int column : layout.steps) {
    codes.push_back(squeezed(view.text(row, column)));
    if (!codes.back().empty()) depth = codes.size();
  }
  const Entry entry = entryOf(view, layout, row);
  if (depth == 0) {
    refuse(at, say("这一行没有代码，没有导入。请补上代码。"));
    return;
  }
  codes.resize(depth);
  const auto hole = std::ranges::find(codes, std::string());
  if (hole != codes.end()) {
    refuse(at, say("代码跳过了第 {n} 级，没有导入。请补全代码。", "n"_a = hole - codes.begin() + 1));
    return;
  }
  readPath(at, codes, depth == layout.steps.size(), entry);
}

void ElementReader::readCoded(const TableView& view, const ElementLayout& layout, std::size_t row) {
  const std::string at = view.at(row);
  const std::string code = view.text(row, layout.pointCode);
  const std::vector<std::string> codes = parts(code);
  if (codes.empty()) {
    refuse(at, code.empty() ? say("这一行没有代码，没有导入。请补上代码。")
                            : say("“{code}”不是考评点代码，这一行没有导入。", "code"_a = code));
    return;
  }
  const bool isPoint = codes.size() == codedDepth_ && codedDepth_ > 1;
  readPath(at, codes, isPoint, entryOf(view, layout, row));
}

void ElementReader::readPath(const std::string& at, const std::vector<std::string>& codes, bool isPoint,
                             const Entry& entry) {
  for (const std::string& code : codes) {
    if (!codeFits(at, code)) return;
  }
  if (entry.name.empty()) {
    refuse(at, say("代码 {code} 没有名称，没有导入。请补上名称。", "code"_a = dashed(codes)));
    return;
  }
  const std::vector<std::string> above(codes.begin(), codes.end() - 1);
  if (!above.empty() && find(above) == nullptr) {
    refuse(at, say("前面没有范围 {code} 的行，{own} 没有导入。请补上该范围，或核对代码。",
                   "code"_a = dashed(above), "own"_a = dashed(codes)));
    return;
  }
  if (isPoint) {
    addPoint(at, codes, entry);
  } else {
    addScope(at, codes, entry);
  }
}

bool ElementReader::codeFits(const std::string& at, const std::string& code) {
  if (parts(code).size() == 1) return true;
  refuse(at, say("“{code}”不能作代码（1 至 8 个字母或数字），这一行没有导入。", "code"_a = code));
  return false;
}

std::optional<Weight> ElementReader::weightOf(const std::string& at, const std::string& text) {
  const std::string figure = squeezed(text);
  if (figure.empty() || figure == "-" || figure == "—" || figure == "/") return std::nullopt;
  const auto weight = parseWeight(figure);
  if (!weight) {
    rows_.doubt(at,
                say("比重（分数系数）“{text}”不是数；这一行的其他内容已导入，请补上数值。", "text"_a = text));
  }
  return weight;
}

void ElementReader::addScope(const std::string& at, const std::vector<std::string>& path,
                             const Entry& entry) {
  const std::string code = dashed(path);
  if (const Scope* known = find(path)) {
    if (sameWords(known->name, entry.name)) {
      rows_.skipped(
          at, say("范围 {code} 重复的一行，与{first}相同。", "code"_a = code, "first"_a = places_[code].at));
    } else {
      refuse(at, say("代码 {code} 已经是“{name}”（{first}），这一行没有导入。请改正重复的代码。",
                     "code"_a = code, "name"_a = known->name, "first"_a = places_[code].at));
    }
    return;
  }
  Scope scope;
  scope.code = path.back();
  scope.name = entry.name;
  scope.weight = weightOf(at, entry.weight);
  scope.note = entry.note;
  Place place{at, std::nullopt};
  if (!squeezed(entry.ratio).empty()) {
    place.ratio = parseRatio(entry.ratio);
    if (!place.ratio) {
      rows_.doubt(at, say("重要程度比例“{text}”不是 X:Y:Z；比例由程序计算，其他内容已导入。",
                          "text"_a = entry.ratio));
    }
  }
  if (path.size() == 1) {
    table_.tops.push_back({skills_ ? Part::kWork : partOfScope(entry.name), std::move(scope)});
  } else {
    find({path.begin(), path.end() - 1})->scopes.push_back(std::move(scope));
  }
  places_.emplace(code, std::move(place));
  rows_.imported(at, say("范围 {code}“{name}”。", "code"_a = code, "name"_a = entry.name));
}

void ElementReader::addPoint(const std::string& at, const std::vector<std::string>& path,
                             const Entry& entry) {
  Scope* scope = find({path.begin(), path.end() - 1});
  const std::string code = dashed(path);
  const Point* known = places_.contains(code) ? findByCode(scope->points, path.back()) : nullptr;
  if (known != nullptr) {
    refuse(at, say("代码 {code} 已经是考评点“{name}”（{first}），这一行没有导入。请改正重复的代码。",
                   "code"_a = code, "name"_a = known->name, "first"_a = places_[code].at));
    return;
  }
  Point point;
  point.code = path.back();
  point.name = entry.name;
  point.weight = weightOf(at, entry.weight);
  point.note = entry.note;
  point.importance = parseImportance(entry.importance);
  if (!point.importance && !entry.importance.empty()) {
    rows_.doubt(at, say("重要程度“{text}”不是 X、Y、Z；这一行的其他内容已导入，请补上重要程度。",
                        "text"_a = entry.importance));
  }
  if (!entry.knowledge.empty()) knowledge_[code] = entry.knowledge;
  scope->points.push_back(std::move(point));
  places_.emplace(code, Place{at, std::nullopt});
  rows_.imported(at, say("考评点 {code}“{name}”。", "code"_a = code, "name"_a = entry.name));
}

bool ElementReader::enterWideScope(const std::string& at, std::size_t depth, const Entry& entry) {
  std::vector<std::string> codes = parts(squeezed(entry.code));
  std::vector<std::string> path(wide_.begin(), wide_.begin() + static_cast<std::ptrdiff_t>(depth));
  // Some write the whole path into each code cell.
  if (codes.size() == depth + 1 && std::equal(path.begin(), path.end(), codes.begin())) {
    codes.erase(codes.begin(), codes.end() - 1);
  }
  if (codes.size() != 1 || entry.name.empty()) {
    refuse(at, say("第 {n} 级范围的代码“{code}”、名称“{name}”不全或不成立，这一行没有导入。",
                   "n"_a = depth + 1, "code"_a = entry.code, "name"_a = entry.name));
    return false;
  }
  path.push_back(codes.front());
  const Scope* known = find(path);
  if (known != nullptr && !sameWords(known->name, entry.name)) {
    refuse(at, say("代码 {code} 已经是“{name}”（{first}），这一行没有导入。请改正重复的代码。",
                   "code"_a = dashed(path), "name"_a = known->name, "first"_a = places_[dashed(path)].at));
    return false;
  }
  if (known == nullptr) addScope(at, path, entry);
  const bool open = wide_.size() > depth && wide_[depth] == path.back();
  if (broken_ && (*broken_ == depth || (*broken_ > depth && !open))) broken_.reset();
  if (!open) wide_ = std::move(path);
  return true;
}

bool ElementReader::enterWideScopes(const TableView& view, const ElementLayout& layout, std::size_t row) {
  const std::string at = view.at(row);
  const auto text = [&](int column) { return column < 0 ? std::string() : view.text(row, column); };
  const auto written = [&](const ElementLayout::ScopeColumns& columns) {
    return !text(columns.code).empty() || !text(columns.name).empty();
  };
  for (std::size_t depth = 0; depth < layout.scopes.size(); ++depth) {
    const ElementLayout::ScopeColumns& columns = layout.scopes[depth];
    if (!written(columns)) {
      // Written once and left empty below, or a branch with fewer levels. Not when a deeper one follows.
      const bool deeper = std::any_of(layout.scopes.begin() + static_cast<std::ptrdiff_t>(depth),
                                      layout.scopes.end(), written);
      if (!deeper || wide_.size() > depth) continue;
      refuse(at, say("第 {n} 级范围是空的，下一级没有归属，这一行没有导入。", "n"_a = depth + 1));
      broken_ = depth;
      return false;
    }
    Entry entry;
    entry.code = text(columns.code);
    entry.name = text(columns.name);
    entry.ratio = text(columns.ratio);
    entry.weight = text(columns.weight);
    if (!enterWideScope(at, depth, entry)) {
      broken_ = depth;
      wide_.resize(std::min(wide_.size(), depth));
      return false;
    }
  }
  if (!broken_) return true;
  if (!view.blank(row)) refuse(at, say("所属的范围没有导入，这一行也没有导入。请先改正上面的范围。"));
  return false;
}

bool ElementReader::isTotalRow(const TableView& view, std::size_t row) const {
  const std::string first = squeezed(view.text(row, 0));
  return (first == "合计" || first == "总计") && row + 1 == view.rowCount();
}

void ElementReader::readWide(const TableView& view, const ElementLayout& layout, std::size_t row) {
  const std::string at = view.at(row);
  if (isTotalRow(view, row)) {
    rows_.skipped(at, say("合计行：数目由程序计算。"));
    return;
  }
  if (!enterWideScopes(view, layout, row)) {
    if (!rows_.judged(at)) rows_.skipped(at, say("空行。"));
    return;
  }
  Entry entry = entryOf(view, layout, row);
  entry.code = layout.pointCode < 0 ? std::string() : squeezed(view.text(row, layout.pointCode));
  const bool merged = view.continued(row, layout.pointCode) && view.continued(row, layout.name);
  if (merged || (entry.code.empty() && entry.name.empty())) {
    if (!rows_.judged(at)) rows_.skipped(at, say("没有新内容的一行。"));
    return;
  }
  std::vector<std::string> codes = parts(entry.code);
  if (codes.size() == wide_.size() + 1 && std::equal(wide_.begin(), wide_.end(), codes.begin())) {
    codes.erase(codes.begin(), codes.end() - 1);
  }
  if (wide_.empty()) {
    refuse(at, say("考评点“{name}”前面没有范围，没有导入。请补上它的范围。", "name"_a = entry.name));
  } else if (codes.size() != 1 || entry.name.empty()) {
    refuse(at, say("考评点的代码“{code}”、名称“{name}”不全或不成立，没有导入。", "code"_a = entry.code,
                   "name"_a = entry.name));
  } else {
    std::vector<std::string> path = wide_;
    path.push_back(codes.front());
    addPoint(at, path, entry);
  }
}

void ElementReader::checkScope(const Scope& scope, const std::string& code) {
  const Place& place = places_[code];
  if (place.ratio && !(*place.ratio == scope.ratio())) {
    rows_.doubt(
        place.at,
        say("{code}“{name}”的重要程度比例写作 {stated}，按考评点数得 {counted}；内容已导入，请核对重要程度。",
            "code"_a = code, "name"_a = scope.name, "stated"_a = place.ratio->str(),
            "counted"_a = scope.ratio().str()));
  }
  Weight sum;
  bool all = !scope.scopes.empty();
  for (const Scope& child : scope.scopes) {
    all = all && child.weight.has_value();
    if (child.weight) sum += *child.weight;
    checkScope(child, code + "-" + child.code);
  }
  if (all && scope.weight && sum != *scope.weight) {
    rows_.doubt(place.at, say("{code}“{name}”的比重是 {own}，下一级合计 {sum}；内容已导入，请核对比重。",
                              "code"_a = code, "name"_a = scope.name, "own"_a = scope.weight->str(),
                              "sum"_a = sum.str()));
  }
}

void ElementReader::checkFigures(const std::string& titleAt) {
  Weight sum;
  bool all = !table_.tops.empty();
  for (const ElementTable::Top& top : table_.tops) {
    all = all && top.scope.weight.has_value();
    if (top.scope.weight) sum += *top.scope.weight;
    checkScope(top.scope, top.scope.code);
  }
  if (all && sum != Weight::whole(100)) {
    rows_.doubt(titleAt,
                say("各一级范围的比重合计 {sum}，应为 100；内容已导入，请核对比重。", "sum"_a = sum.str()));
  }
}

}  // namespace tiku::formats::tables
