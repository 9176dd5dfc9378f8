#include "formats/exchange/sheets/content.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "formats/exchange/sheets/answers.h"
#include "formats/exchange/sheets/head_words.h"
#include "formats/exchange/sheets/row_stem.h"
#include "formats/exchange/sheets/types.h"

namespace tiku::formats::sheets {
namespace {

constexpr std::size_t kFewestRows = 5;
constexpr std::size_t kShortestStem = 12;  // Bytes: four characters.

struct Profile {
  int filled = 0;
  int letters = 0;     // Cells that could be the key of a choice.
  int named = 0;       // Cells with a letter and the words of its option.
  int asked = 0;       // Cells that end with a question mark.
  int judgements = 0;  // Cells that could be a judgement.
  int serial = 0;      // Cells that are one more than the cell above.
  int blanks = 0;      // Cells with a blank in the words.
  int types = 0;       // Cells with the name of a type.
  int codes = 0;       // Cells of Latin letters, digits and hyphens alone.
  std::size_t bytes = 0;
  std::set<std::string> different;
  std::map<Field, int> labelled;  // Cells that begin with a label and go on.
  std::optional<Field> label;     // All cells are this label and nothing else.

  [[nodiscard]] std::size_t mean() const {
    return filled == 0 ? 0 : bytes / static_cast<std::size_t>(filled);
  }
};

std::optional<long> wholeNumber(const std::string& text) {
  if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  return std::stol(text);
}

bool isCode(const std::string& words) {
  return std::ranges::all_of(words, [](unsigned char c) {
    return c < 0x80 && (std::isalnum(c) != 0 || c == '-' || c == '_' || c == '{' || c == '}');
  });
}

Profile profileOf(const Sheet& sheet, const std::vector<int>& rows, int column) {
  Profile profile;
  std::optional<long> before;
  int bareLabels = 0;
  for (const int row : rows) {
    const std::string words = wordsAt(sheet, row, column);
    const auto number = wholeNumber(words);
    if (number && (!before || *number == *before + 1)) ++profile.serial;
    before = number;
    if (words.empty()) continue;
    ++profile.filled;
    profile.letters += optionLetters(words) ? 1 : 0;
    profile.judgements += judgementOf(words, JudgementCode::kUsual) ? 1 : 0;
    profile.named += lettersAndWords(words).empty() ? 0 : 1;
    profile.asked += words.ends_with("？") || words.ends_with('?') ? 1 : 0;
    profile.blanks += emptyPlaces(RichText::plain(words)) > 0 ? 1 : 0;
    profile.types += typeOfName(words) ? 1 : 0;
    profile.codes += isCode(words) ? 1 : 0;
    profile.bytes += words.size();
    profile.different.insert(words);
    const auto label = labelledWords(words);
    if (label && label->rest.empty()) {
      ++bareLabels;
      profile.label = label->field;
    } else if (label) {
      ++profile.labelled[label->field];
    }
  }
  if (bareLabels == 0 || bareLabels != profile.filled || profile.different.size() != 1) profile.label.reset();
  return profile;
}

bool mostly(int part, std::size_t whole, double share) {
  return whole > 0 && part >= share * static_cast<double>(whole);
}

/// Finds the columns of the rows of one width.
class ColumnFinder {
 public:
  ColumnFinder(const Sheet& sheet, std::vector<int> rows, int width) : width_(width) {
    // The first thousand say what the rest is, which may be a million.
    constexpr std::size_t kLooked = 1000;
    if (rows.size() > kLooked) rows.resize(kLooked);
    count_ = rows.size();
    for (int c = 0; c < width; ++c) profiles_.push_back(profileOf(sheet, rows, c));
  }

  std::optional<ItemTable> find() {
    takeLabels();
    takeLeading();
    const int stem = stemColumn();
    if (stem < 0) return std::nullopt;
    add(stem, Field::kStem);
    takeKey(stem);
    if (!takeOptions(stem)) return std::nullopt;
    const bool keyed = table_.find(Field::kKey) != nullptr;
    const bool blanks = mostly(profile(stem).blanks, count_, 0.5);
    const bool options = table_.find(Field::kOption) != nullptr;
    if (!keyed && !(options && blanks)) return std::nullopt;
    takeRationale();
    return std::move(table_);
  }

 private:
  [[nodiscard]] const Profile& profile(int c) const { return profiles_[static_cast<std::size_t>(c)]; }
  [[nodiscard]] bool isFree(int c) const {
    return table_.at(c) == nullptr && std::ranges::find(table_.labels, c) == table_.labels.end();
  }
  void add(int c, Field field, int option = 0) { table_.columns.push_back({c, field, option}); }

  // "正确答案：" says what the column behind it is; "答案解析：" also of those that follow.
  void takeLabels() {
    bool labelled = false;
    Field said = Field::kKey;
    for (int c = 0; c < width_; ++c) {
      if (const auto label = profile(c).label) {
        said = *label;
        labelled = true;
        table_.labels.push_back(c);
        continue;
      }
      if (!labelled) continue;
      if (said == Field::kRationale || table_.find(said) == nullptr) add(c, said);
      labelled = said == Field::kRationale;
    }
    for (int c = 0; c < width_; ++c) {
      if (!isFree(c)) continue;
      for (const auto& [field, cells] : profile(c).labelled) {
        const bool known = table_.find(field) != nullptr && !mayRepeat(field);
        if (!known && mostly(cells, static_cast<std::size_t>(profile(c).filled), 0.8)) {
          add(c, field);
          break;
        }
      }
    }
  }

  void takeLeading() {
    for (int c = 0; c < width_; ++c) {
      const Profile& own = profile(c);
      const bool early = c == 0 || table_.at(c - 1) != nullptr;
      if (isFree(c) && early && mostly(own.serial, count_, 0.9)) {
        add(c, Field::kSerial);
      } else if (isFree(c) && table_.find(Field::kType) == nullptr &&
                 mostly(own.types, static_cast<std::size_t>(own.filled), 0.95) &&
                 mostly(own.filled, count_, 0.5)) {
        add(c, Field::kType);
      }
    }
  }

  [[nodiscard]] int stemColumn() const {
    int first = -1;
    for (int c = 0; c < width_; ++c) {
      const Profile& own = profile(c);
      const bool words =
          isFree(c) && mostly(own.filled, count_, 0.95) && own.bytes >= kShortestStem * count_ &&
          mostly(static_cast<int>(own.different.size()), count_, 0.5) && !mostly(own.codes, count_, 0.9);
      if (!words) continue;
      if (mostly(own.blanks, count_, 0.5)) return c;
      if (first < 0) first = c;
    }
    return first;
  }

  void takeKey(int stem) {
    if (table_.find(Field::kKey) != nullptr) return;
    int best = -1;
    for (int c = 0; c < width_; ++c) {
      const Profile& own = profile(c);
      const auto filled = static_cast<std::size_t>(own.filled);
      const bool keys = isFree(c) && own.different.size() <= 40 && mostly(own.filled, count_, 0.9) &&
                        (mostly(own.letters, filled, 0.95) || mostly(own.judgements, filled, 0.95));
      if (!keys) continue;
      // 正确 and 错误 in every row are the options; the column that varies holds the key.
      if (best >= 0 && own.different.size() < profile(best).different.size()) continue;
      best = c;
    }
    // Nothing but stem and answer, whatever the answers are.
    if (best < 0 && stem + 2 == width_ && isFree(stem + 1)) {
      const Profile& own = profile(stem + 1);
      const bool asks = mostly(profile(stem).blanks + profile(stem).asked, count_, 0.5);
      const bool answers =
          mostly(own.filled, count_, 0.8) && (asks || mostly(own.letters + own.named, count_, 0.3));
      if (answers) best = stem + 1;
    }
    if (best >= 0) add(best, Field::kKey);
  }

  // False where what stands beside the stem is no run of options.
  bool takeOptions(int stem) {
    const Column* key = table_.find(Field::kKey);
    int first = stem + 1;
    if (key != nullptr && key->index == first) ++first;
    std::vector<int> options;
    for (int c = first; c < width_ && isFree(c); ++c) options.push_back(c);
    // A long last column behind the options explains the answer.
    if (options.size() > 2 && (key == nullptr || key->index <= stem + 1)) {
      std::size_t bytes = 0;
      for (std::size_t i = 0; i + 1 < options.size(); ++i) bytes += profile(options[i]).mean();
      constexpr std::size_t kLonger = 3;
      if (profile(options.back()).mean() * (options.size() - 1) > kLonger * bytes) options.pop_back();
    }
    while (!options.empty() && profile(options.back()).filled == 0) options.pop_back();
    if (options.empty()) return key != nullptr;
    if (options.size() > static_cast<std::size_t>(kMostOptions)) return false;
    if (options.size() == 1) {
      // Words alone beside a judgement: why it is so.
      if (key == nullptr || key->index > options[0]) return false;
      add(options[0], Field::kRationale);
      return true;
    }
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (i < 2 && !mostly(profile(options[i]).filled, count_, 0.8)) return false;
      add(options[i], Field::kOption, static_cast<int>(i));
    }
    return true;
  }

  // Long words behind all that is known.
  void takeRationale() {
    int last = 0;
    for (const Column& column : table_.columns) last = std::max(last, column.index);
    for (int c = last + 1; c < width_; ++c) {
      constexpr std::size_t kLong = 24;
      if (isFree(c) && profile(c).mean() >= kLong) add(c, Field::kRationale);
    }
  }

  std::size_t count_ = 0;
  int width_;
  std::vector<Profile> profiles_;
  ItemTable table_;
};

/// Stem, key and options of the row stand where the columns have them.
bool fits(const ItemTable& table, const Sheet& sheet, int row) {
  const Column* stem = table.find(Field::kStem);
  const Column* key = table.find(Field::kKey);
  if (stem == nullptr || key == nullptr) return false;
  if (wordsAt(sheet, row, stem->index).size() < kShortestStem) return false;
  int options = 0;
  int filled = 0;
  for (const Column& column : table.columns) {
    if (column.field != Field::kOption) continue;
    ++options;
    filled += wordsAt(sheet, row, column.index).empty() ? 0 : 1;
  }
  std::string words = wordsAt(sheet, row, key->index);
  if (const auto label = labelledWords(words)) words = std::string(label->rest);
  const auto letters = optionLetters(words);
  if (options == 0)
    return judgementOf(words, JudgementCode::kUsual).has_value() || !lettersAndWords(words).empty();
  return filled >= 2 && letters && letters->back() < options;
}

// Of a few rows everything must agree. Numbers before the items, labels beside them or a second row say that
// it is no chance.
bool agrees(const Sheet& sheet, const std::vector<int>& rows, const ItemTable& table) {
  const bool counted = table.find(Field::kSerial) != nullptr || rows.size() > 1 || !table.labels.empty();
  return counted && std::ranges::all_of(rows, [&](int row) { return fits(table, sheet, row); });
}

// What explains the answers may take more columns in other rows.
void widenRationale(const Sheet& sheet, ItemTable& table) {
  if (table.labels.empty() || table.columns.empty()) return;
  int last = -1;
  for (const Column& column : table.columns) last = std::max(last, column.index);
  const Column* column = table.at(last);
  if (column == nullptr || column->field != Field::kRationale || table.labels.back() > last) return;
  int width = 0;
  for (int row = 0; row < static_cast<int>(sheet.rows.size()); ++row)
    width = std::max(width, widthOfRow(sheet, row));
  for (int c = last + 1; c < width; ++c) table.columns.push_back({c, Field::kRationale, 0});
}

}  // namespace

std::vector<ContentColumns> columnsByContent(const Sheet& sheet) {
  std::map<int, std::vector<int>> rowsByWidth;
  std::size_t fullRows = 0;
  for (int row = 0; row < static_cast<int>(sheet.rows.size()); ++row) {
    const int width = widthOfRow(sheet, row);
    const auto text = width == 0 ? std::optional<std::string>("") : onlyText(sheet, row);
    if (text && (text->empty() || typeOfHeading(*text))) continue;
    ++fullRows;
    if (width > 1) rowsByWidth[width].push_back(row);
  }
  // The width of most rows; a row of a text that is wider holds a comma too many.
  int main = 0;
  for (const auto& [width, rows] : rowsByWidth) {
    if (main == 0 || rows.size() > rowsByWidth.at(main).size()) main = width;
  }
  std::vector<ContentColumns> found;
  std::size_t taken = 0;
  bool large = false;
  for (const auto& [width, rows] : rowsByWidth) {
    const bool few = rows.size() < kFewestRows;
    if (few && sheet.isText && rows.size() == 1 && width > main) continue;
    auto table = ColumnFinder(sheet, rows, width).find();
    if (!table || (few && !agrees(sheet, rows, *table))) continue;
    table->lastRow = static_cast<int>(sheet.rows.size()) - 1;
    widenRationale(sheet, *table);
    found.push_back({width, std::move(*table)});
    taken += rows.size();
    large = large || !few;
  }
  // A few rows make a table only where there is little else.
  constexpr double kMost = 0.6;
  const bool most = static_cast<double>(taken) >= kMost * static_cast<double>(fullRows);
  if (!most && !large) found.clear();
  return found;
}

const ContentColumns* columnsForRow(const std::vector<ContentColumns>& columns, const Sheet& sheet, int row) {
  const int width = widthOfRow(sheet, row);
  const auto own = std::ranges::find(columns, width, &ContentColumns::width);
  if (own != columns.end()) return &*own;
  // In a text a comma too many shifts what follows, and the key may come to stand in its place by chance.
  if (sheet.isText && width > 0) {
    const bool longest =
        std::ranges::all_of(columns, [width](const ContentColumns& known) { return known.width < width; });
    if (longest) return nullptr;
  }
  const auto other = std::ranges::find_if(
      columns, [&](const ContentColumns& known) { return width > 1 && fits(known.table, sheet, row); });
  return other == columns.end() ? nullptr : &*other;
}

}  // namespace tiku::formats::sheets
