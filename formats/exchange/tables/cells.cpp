#include "formats/exchange/tables/cells.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "formats/exchange/ledger.h"

namespace tiku::formats::tables {
namespace {

constexpr std::array<std::string_view, 7> kDots{"·", "•", "・", "‧", "∙", "⋅", "﹒"};
constexpr std::array<std::string_view, 10> kChineseDigits{"一", "二", "三", "四", "五",
                                                          "六", "七", "八", "九", "十"};

/// Length of the UTF-8 character that starts at `at`; 1 for a stray byte.
std::size_t charLength(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  std::size_t length = 1;
  if (lead >= 0xF0) {
    length = 4;
  } else if (lead >= 0xE0) {
    length = 3;
  } else if (lead >= 0xC0) {
    length = 2;
  }
  return std::min(length, text.size() - at);
}

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = charLength(text, at);
    found.push_back(text.substr(at, length));
    at += length;
  }
  return found;
}

bool isSpace(std::string_view c) {
  return (c.size() == 1 && std::isspace(static_cast<unsigned char>(c[0])) != 0) || c == "\u00A0" ||
         c == "\u3000" || c == "\u200B" || c == "\uFEFF" || c == "\u2002" || c == "\u2003";
}

/// U+FF01..U+FF5E to their ASCII twins.
std::string narrowed(std::string_view c) {
  if (c.size() == 3 && c[0] == '\xEF') {
    const auto middle = static_cast<unsigned char>(c[1]);
    const auto last = static_cast<unsigned char>(c[2]);
    const int code = ((0xF & 0xEF) << 12) | ((middle & 0x3F) << 6) | (last & 0x3F);
    if (code >= 0xFF01 && code <= 0xFF5E) return {static_cast<char>(code - 0xFEE0)};
  }
  return std::string(c);
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes a leading "1", "12", "三", "十二" away; false when there is none.
bool eatNumeral(std::string_view& text) {
  const std::string_view before = text;
  while (!text.empty() && isDigit(text[0])) text.remove_prefix(1);
  if (text.size() != before.size()) return true;
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view digit : kChineseDigits) {
      if (text.starts_with(digit)) {
        text.remove_prefix(digit.size());
        again = true;
      }
    }
  }
  return text.size() != before.size();
}

bool eatAny(std::string_view& text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) {
      text.remove_prefix(word.size());
      return true;
    }
  }
  return false;
}

void eatSpace(std::string_view& text) {
  while (!text.empty() && isSpace(text.substr(0, charLength(text, 0)))) {
    text.remove_prefix(charLength(text, 0));
  }
}

/// Up to nine digits at the front; nothing when there are none or too many.
std::optional<int> eatInt(std::string_view& text) {
  std::size_t length = 0;
  while (length < text.size() && isDigit(text[length])) ++length;
  if (length == 0 || length > 9) return std::nullopt;
  const int value = std::stoi(std::string(text.substr(0, length)));
  text.remove_prefix(length);
  return value;
}

template <typename T>
std::optional<T> parseFigure(std::string_view raw) {
  std::string text = squeezed(raw);
  for (const std::string_view unit : {"%", "分"}) {
    if (text.ends_with(unit)) text.resize(text.size() - unit.size());
  }
  return T::parse(text);
}

}  // namespace

std::string squeezed(std::string_view text) {
  std::string result;
  for (const std::string_view c : characters(text)) {
    if (isSpace(c)) continue;
    result += std::ranges::find(kDots, c) != kDots.end() ? std::string(kDots.front()) : narrowed(c);
  }
  return result;
}

std::string tidy(std::string_view text) {
  std::string result;
  bool space = false;
  bool line = false;
  for (const std::string_view c : characters(text)) {
    if (isSpace(c)) {
      space = true;
      line = line || c == "\n" || c == "\r";
      continue;
    }
    // A line broken by the width of a cell is one word again, unless both sides are Latin.
    const bool latin = !result.empty() && static_cast<unsigned char>(result.back()) < 0x80 && c.size() == 1;
    if (space && !result.empty() && (!line || latin)) result += ' ';
    space = line = false;
    result += c;
  }
  return result;
}

std::string wordsKey(std::string_view text) {
  return foldWords(text);
}

bool sameWords(std::string_view a, std::string_view b) {
  return wordsKey(a) == wordsKey(b);
}

double likeness(std::string_view a, std::string_view b) {
  const auto pairs = [](const std::string& key) {
    std::multiset<std::string> found;
    const auto all = characters(key);
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
      found.insert(std::string(all[i]) + std::string(all[i + 1]));
    return found;
  };
  const auto first = pairs(wordsKey(a));
  const auto second = pairs(wordsKey(b));
  if (first.empty() || second.empty()) return sameWords(a, b) ? 1 : 0;
  std::vector<std::string> common;
  std::ranges::set_intersection(first, second, std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(first.size() + second.size());
}

std::string withoutNumber(std::string_view text) {
  eatSpace(text);
  std::string_view rest = text;
  if (eatAny(rest, {"（", "("})) {
    if (eatNumeral(rest) && eatAny(rest, {"）", ")"})) text = rest;
  } else if (text.starts_with("\xE2\x91") && text.size() >= 3) {  // ① and its like, U+2460..
    text.remove_prefix(3);
  } else if (eatNumeral(rest)) {
    bool several = false;
    for (std::string_view further = rest; eatAny(further, {".", "．"}) && eatNumeral(further);) {
      rest = further;
      several = true;
    }
    // "3个月" and "2.5倍" carry no number of a line.
    const bool marked = eatAny(rest, {"、", "．", ".", "）", ")"});
    const bool spaced = several && !rest.empty() && isSpace(rest.substr(0, charLength(rest, 0)));
    if (marked || spaced) text = rest;
  }
  eatSpace(text);
  return std::string(text);
}

std::optional<Date> parseDate(std::string_view raw) {
  const std::string narrow = squeezed(raw);
  std::string_view text = narrow;
  const auto year = eatInt(text);
  if (!year || !eatAny(text, {"年", ".", "/", "-"})) return std::nullopt;
  const auto month = eatInt(text);
  if (!month || !eatAny(text, {"月", ".", "/", "-"})) return std::nullopt;
  const auto day = eatInt(text);
  eatAny(text, {"日"});
  if (!day || !text.empty() || *year > 9999 || *month > 99 || *day > 99) return std::nullopt;
  const auto padded = [](int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
  };
  return Date::parse(padded(*year, 4) + "-" + padded(*month, 2) + "-" + padded(*day, 2));
}

std::optional<int> parseMinutes(std::string_view raw) {
  std::string narrow = squeezed(raw);
  for (char& c : narrow) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  std::string_view text = narrow;
  int minutes = 0;
  const std::size_t end = text.find_first_not_of("0123456789.");
  const std::string_view figure = text.substr(0, end);
  std::string_view unit = end == std::string_view::npos ? std::string_view{} : text.substr(end);
  const auto value = Weight::parse(figure);
  if (!value) return std::nullopt;
  if (eatAny(unit, {"小时", "hours", "hour", "h"})) {
    const std::int64_t hundredths = value->hundredths() * 60;
    if (hundredths % 100 != 0 || hundredths > 100'000'000) return std::nullopt;
    minutes = static_cast<int>(hundredths / 100);
    if (unit.empty()) return minutes;
    const auto rest = parseMinutes(unit);
    return rest ? std::optional(minutes + *rest) : std::nullopt;
  }
  if (!unit.empty() && unit != "分钟" && unit != "分" && unit != "min" && unit != "mins" &&
      unit != "minutes" && unit != "min." && unit != "'" && unit != "′") {
    return std::nullopt;
  }
  if (value->hundredths() % 100 != 0) return std::nullopt;
  return static_cast<int>(value->hundredths() / 100);
}

std::optional<int> parseCount(std::string_view raw) {
  const std::string narrow = squeezed(raw);
  std::string_view text = narrow;
  const auto value = eatInt(text);
  eatAny(text, {"题", "道", "项", "个", "套"});
  if (!value || !text.empty() || *value > 1'000'000) return std::nullopt;
  return value;
}

std::optional<Weight> parseWeight(std::string_view text) {
  return parseFigure<Weight>(text);
}

std::optional<Marks> parseMarks(std::string_view text) {
  return parseFigure<Marks>(text);
}

std::optional<Level> levelInTitle(std::string_view raw) {
  const std::string text = squeezed(raw);
  // In brackets it is the level for certain.
  for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(', open + 1)) {
    const std::size_t close = text.find(')', open);
    if (close == std::string::npos) break;
    if (const auto level = Level::parse(text.substr(open + 1, close - open - 1))) return level;
  }
  for (int number = 1; number <= 5; ++number) {
    if (text.find(Level::of(number)->longName()) != std::string::npos) return Level::of(number);
  }
  for (const std::string_view grade : {"高级技师", "高级工", "中级工", "初级工"}) {
    if (text.find(grade) != std::string::npos) return Level::parse(grade);
  }
  for (const std::string_view next : {"理论", "操作", "技能", "要素"}) {
    if (text.find("技师" + std::string(next)) != std::string::npos) return Level::of(2);
  }
  for (int number = 1; number <= 5; ++number) {
    for (const std::string& name : {std::string(Level::of(number)->name()), std::to_string(number) + "级"}) {
      const std::size_t found = text.find(name);
      if (found == std::string::npos) continue;
      const std::string rest = text.substr(found + name.size());
      const bool ofScope = rest.find("范围") < 8 || rest.starts_with("指标");
      const bool longer = found > 0 && name.size() == 4 && isDigit(text[found - 1]);
      if (!ofScope && !longer) return Level::of(number);
    }
  }
  return std::nullopt;
}

std::map<std::string, std::string> labelled(std::string_view raw, const std::vector<std::string>& labels) {
  struct Hit {
    std::size_t begin = 0;
    std::size_t value = 0;
    std::string label;
  };
  std::vector<Hit> hits;
  for (const std::string& label : labels) {
    for (std::size_t at = raw.find(label); at != std::string_view::npos; at = raw.find(label, at + 1)) {
      std::string_view rest = raw.substr(at + label.size());
      eatSpace(rest);
      if (!eatAny(rest, {"：", ":"})) continue;
      hits.push_back({at, raw.size() - rest.size(), label});
    }
  }
  // Of two labels that end at the same colon ("名称", "试题名称") the longer one is meant.
  std::ranges::sort(hits, [](const Hit& a, const Hit& b) {
    return a.value != b.value ? a.value < b.value : a.begin < b.begin;
  });
  std::map<std::string, std::string> values;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (i > 0 && hits[i - 1].value == hits[i].value) continue;
    std::size_t next = i + 1;
    while (next < hits.size() && hits[next].value == hits[i].value) ++next;
    const std::size_t end = next < hits.size() ? std::max(hits[next].begin, hits[i].value) : raw.size();
    values.emplace(hits[i].label, tidy(raw.substr(hits[i].value, end - hits[i].value)));
  }
  return values;
}

std::map<std::string, std::string> labelled(const std::vector<DocCell>& row,
                                            const std::vector<std::string>& labels) {
  std::map<std::string, std::string> values;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string text = row[i].str();
    values.merge(labelled(text, labels));
    std::string word = squeezed(text);
    while (!word.empty() && word.back() == ':') word.pop_back();
    const auto label = std::ranges::find(labels, word, [](const std::string& l) { return squeezed(l); });
    if (label == labels.end() || i + 1 >= row.size()) continue;
    std::string& value = values[*label];
    if (value.empty()) value = tidy(row[i + 1].str());
  }
  return values;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : translate("、")) + name;
  return text;
}

TableView::TableView(const DocTable& table) : table_(&table) {
  // Word itself allows 63 columns; a file that claims more is read as far as this.
  constexpr int kMostColumns = 256;
  shown_.reserve(table.rows.size());
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::vector<const DocCell*> cells;
    for (const DocCell& cell : table.rows[row]) {
      columns_ = std::max(columns_,
                          std::min(cell.column, kMostColumns) + std::clamp(cell.columnSpan, 1, kMostColumns));
      const bool lower = cell.continued;
      cells.push_back(!lower ? &cell : (row == 0 ? nullptr : shown(row - 1, cell.column)));
    }
    shown_.push_back(std::move(cells));
  }
  columns_ = std::min(columns_, kMostColumns);
}

const DocCell* TableView::shown(std::size_t row, int column) const {
  if (row >= shown_.size()) return nullptr;
  const auto& cells = table_->rows[row];
  for (std::size_t i = cells.size(); i-- > 0;) {
    if (column >= cells[i].column && column - cells[i].column < cells[i].columnSpan) return shown_[row][i];
  }
  return nullptr;
}

std::string TableView::text(std::size_t row, int column) const {
  const DocCell* cell = shown(row, column);
  return cell == nullptr ? std::string() : tidy(cell->str());
}

bool TableView::continued(std::size_t row, int column) const {
  if (row >= table_->rows.size()) return false;
  return std::ranges::any_of(table_->rows[row], [column](const DocCell& cell) {
    return cell.continued && column >= cell.column && column - cell.column < cell.columnSpan;
  });
}

bool TableView::blank(std::size_t row) const {
  return std::ranges::all_of(table_->rows[row], [](const DocCell& cell) {
    return cell.continued || (squeezed(cell.str()).empty() &&
                              std::ranges::all_of(cell.paragraphs, [](const DocParagraph& paragraph) {
                                return paragraph.text.images().empty();
                              }));
  });
}

std::string TableView::at(std::size_t row) const {
  return tableRowAt(table_->number, static_cast<int>(row) + 1);
}

}  // namespace tiku::formats::tables
