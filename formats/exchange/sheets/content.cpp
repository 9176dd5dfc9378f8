#include "formats/exchange/sheets/content.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "formats/exchange/sheets/answers.h"
#include "formats/exchange/sheets/row_stem.h"

namespace tiku::formats::sheets {
namespace {

constexpr std::size_t kFewestRows = 5;

struct Profile {
  int filled = 0;
  int letters = 0;     // Cells that could be the key of a choice.
  int judgements = 0;  // Cells that could be a judgement.
  int serial = 0;      // Cells that are one more than the cell above.
  int blanks = 0;      // Cells with a blank in the words.
  std::size_t bytes = 0;
  std::set<std::string> different;
};

std::optional<long> wholeNumber(const std::string& text) {
  if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  return std::stol(text);
}

Profile profileOf(const Sheet& sheet, const std::vector<int>& rows, int column) {
  Profile profile;
  std::optional<long> before;
  for (const int row : rows) {
    const SheetCell* cell = sheet.at(row, column);
    const std::string words = cell == nullptr ? "" : trimmedWords(cell->text);
    const auto number = wholeNumber(words);
    if (number && (!before || *number == *before + 1)) ++profile.serial;
    before = number;
    if (words.empty()) continue;
    ++profile.filled;
    profile.letters += optionLetters(words) ? 1 : 0;
    profile.judgements += judgementOf(words, JudgementCode::kUsual) ? 1 : 0;
    profile.blanks += emptyPlaces(RichText::plain(words)) > 0 ? 1 : 0;
    profile.bytes += words.size();
    profile.different.insert(words);
  }
  return profile;
}

bool mostly(int part, std::size_t whole, double share) {
  return whole > 0 && part >= share * static_cast<double>(whole);
}

std::optional<ItemTable> tableOf(const Sheet& sheet, const std::vector<int>& rows, int width) {
  std::vector<Profile> profiles;
  for (int c = 0; c < width; ++c) profiles.push_back(profileOf(sheet, rows, c));
  const std::size_t count = rows.size();
  ItemTable table;
  int stem = 0;
  if (width > 0 && mostly(profiles[0].serial, count, 0.9)) {
    table.columns.push_back({0, Field::kSerial, 0});
    stem = 1;
  }
  if (stem >= width) return std::nullopt;
  const Profile& words = profiles[static_cast<std::size_t>(stem)];
  const bool isStem = mostly(words.filled, count, 0.95) && words.bytes >= 12 * count &&
                      mostly(static_cast<int>(words.different.size()), count, 0.5);
  if (!isStem) return std::nullopt;
  table.columns.push_back({stem, Field::kStem, 0});

  std::vector<int> keys;
  for (int c = stem + 1; c < width; ++c) {
    const Profile& profile = profiles[static_cast<std::size_t>(c)];
    const auto filled = static_cast<std::size_t>(profile.filled);
    const bool few = profile.different.size() <= 40;
    if (mostly(profile.filled, count, 0.9) && few &&
        (mostly(profile.letters, filled, 0.95) ||
         (width == stem + 2 && mostly(profile.judgements, filled, 0.95)))) {
      keys.push_back(c);
    }
  }
  int lastOption = width - 1;
  if (keys.size() == 1 && keys[0] == width - 1) {
    table.columns.push_back({keys[0], Field::kKey, 0});
    lastOption = keys[0] - 1;
  } else if (!keys.empty() || !mostly(words.blanks, count, 0.5)) {
    return std::nullopt;
  }
  const int options = lastOption - stem;
  if (options == 1 || options > 8 || (options == 0 && keys.empty())) return std::nullopt;
  for (int i = 0; i < options; ++i) {
    if (!mostly(profiles[static_cast<std::size_t>(stem + 1 + i)].filled, count, 0.8)) return std::nullopt;
    table.columns.push_back({stem + 1 + i, Field::kOption, i});
  }
  return table;
}

}  // namespace

int widthOfRow(const Sheet& sheet, int row) {
  const auto& cells = sheet.rows[static_cast<std::size_t>(row)];
  for (int width = static_cast<int>(cells.size()); width > 0; --width) {
    if (!trimmedWords(cells[static_cast<std::size_t>(width) - 1].text).empty()) return width;
  }
  return 0;
}

std::vector<ContentColumns> columnsByContent(const Sheet& sheet) {
  std::map<int, std::vector<int>> rowsByWidth;
  for (int row = 0; row < static_cast<int>(sheet.rows.size()); ++row) {
    const int width = widthOfRow(sheet, row);
    if (width > 1) rowsByWidth[width].push_back(row);
  }
  std::vector<ContentColumns> found;
  for (const auto& [width, rows] : rowsByWidth) {
    if (rows.size() < kFewestRows) continue;
    if (auto table = tableOf(sheet, rows, width)) {
      table->lastRow = static_cast<int>(sheet.rows.size()) - 1;
      found.push_back({width, std::move(*table)});
    }
  }
  return found;
}

}  // namespace tiku::formats::sheets
