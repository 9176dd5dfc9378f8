#include "editor/overview/progress_table.h"

#include <algorithm>
#include <optional>

#include <wx/settings.h>

#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::editor {

using formats::ItemType;
using formats::say;
using formats::operator""_a;
using validators::levelWord;
using validators::SizeNeed;
using workflows::LevelProgress;

namespace {

struct Figure {
  int had = 0;
  std::optional<int> needed{};
  int missing = 0;  ///< May be more than needed - had: what is too much here does not help there.
};

Figure ofSize(const SizeNeed& size) {
  return {size.had, size.needed, size.missing()};
}

State stateOf(const Figure& figure) {
  if (!figure.needed && figure.missing == 0) return State::kNeutral;
  if (figure.missing == 0) return State::kGood;
  return figure.had == 0 ? State::kEmpty : State::kShort;
}

std::string textOf(const Figure& figure) {
  if (!figure.needed) return figure.had == 0 ? "—" : std::to_string(figure.had);
  const std::string share = std::to_string(figure.had) + " / " + std::to_string(*figure.needed);
  if (figure.missing == 0 || figure.had < *figure.needed) return share;
  return say("{share}，缺 {n}", "share"_a = share, "n"_a = figure.missing);
}

}  // namespace

struct ProgressTable::Column {
  std::string title;
  Room room = Room::kItems;
  Half half = Half::kTheory;
  std::function<Figure(const LevelProgress&)> figure{};
};

ProgressTable::ProgressTable(wxWindow* parent) : wxGrid(parent, wxID_ANY) {
  CreateGrid(0, 0);
  EnableEditing(false);
  DisableDragRowSize();
  DisableDragColSize();
  SetTabBehaviour(wxGrid::Tab_Leave);
  SetDefaultCellAlignment(wxALIGN_CENTRE, wxALIGN_CENTRE);
  SetDefaultRowSize(FromDIP(30));
  SetColLabelSize(FromDIP(30));
  SetLabelFont(GetFont());
  nameForReaders(this, say("各等级的规模与覆盖"));
  Bind(wxEVT_GRID_CELL_LEFT_DCLICK, [this](wxGridEvent& event) { openAt(event.GetRow(), event.GetCol()); });
  Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_RETURN) {
      openAt(GetGridCursorRow(), GetGridCursorCol());
    } else {
      event.Skip();
    }
  });
}

void ProgressTable::openAt(int row, int column) {
  if (row < 0 || column < 0 || !open_) return;
  open_(Place(places_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]));
}

std::vector<ProgressTable::Column> ProgressTable::columnsFor(const std::vector<LevelProgress>& progress,
                                                             const std::string& pointWord) {
  std::vector<Column> columns;
  columns.push_back({pointWord, Room::kBlueprint, Half::kTheory, [](const LevelProgress& level) {
                       const validators::LadderRow& total = level.ladder.total;
                       const SizeNeed points{total.pointsHad, total.pointsNeeded};
                       return ofSize(points);
                     }});
  const auto addSize = [&](const std::string& title, Room room, Half half,
                           SizeNeed validators::LevelSizes::* size, bool always) {
    const auto speaks = [size](const LevelProgress& level) {
      return (level.sizes.*size).needed || (level.sizes.*size).had > 0;
    };
    if (!always && std::ranges::none_of(progress, speaks)) return;
    columns.push_back(
        {title, room, half, [size](const LevelProgress& level) { return ofSize(level.sizes.*size); }});
  };
  using Sizes = validators::LevelSizes;
  addSize(say("理论试题"), Room::kItems, Half::kTheory, &Sizes::theoryItems, true);
  addSize(say("操作试题"), Room::kItems, Half::kSkills, &Sizes::skillItems, true);
  addSize(say("理论试卷"), Room::kPapers, Half::kTheory, &Sizes::theoryPapers, false);
  addSize(say("操作试卷"), Room::kPapers, Half::kSkills, &Sizes::skillsPapers, false);
  for (const ItemType type : formats::kItemTypes) {
    const auto has = [type](const LevelProgress& level) {
      return std::ranges::find(level.ladder.types, type) != level.ladder.types.end();
    };
    if (std::ranges::none_of(progress, has)) continue;
    columns.push_back(
        {validators::typeWord(type), Room::kItems, Half::kTheory, [type](const LevelProgress& level) {
           const validators::LadderRow& total = level.ladder.total;
           Figure figure{
               total.itemsHad.of(type) + level.ladder.loose.of(type), {}, total.itemsMissing.of(type)};
           if (total.itemsNeeded.of(type) > 0) figure.needed = total.itemsNeeded.of(type);
           return figure;
         }});
  }
  return columns;
}

void ProgressTable::show(const std::vector<LevelProgress>& progress, const std::string& pointWord) {
  const std::vector<Column> columns = columnsFor(progress, pointWord);
  const wxGridUpdateLocker quiet(this);
  const auto resize = [](int had, int wanted, const auto& append, const auto& remove) {
    if (had < wanted) append(wanted - had);
    if (had > wanted) remove(had - wanted);
  };
  resize(
      GetNumberRows(), static_cast<int>(progress.size()), [this](int n) { AppendRows(n); },
      [this](int n) { DeleteRows(0, n); });
  resize(
      GetNumberCols(), static_cast<int>(columns.size()), [this](int n) { AppendCols(n); },
      [this](int n) { DeleteCols(0, n); });
  places_.assign(progress.size(), {});
  for (std::size_t c = 0; c < columns.size(); ++c)
    SetColLabelValue(static_cast<int>(c), headed(columns[c].title));
  for (std::size_t r = 0; r < progress.size(); ++r) {
    const formats::Level level = progress[r].ladder.level;
    const int row = static_cast<int>(r);
    SetRowLabelValue(row, shown(levelWord(level)));
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const int column = static_cast<int>(c);
      const Figure figure = columns[c].figure(progress[r]);
      SetCellValue(row, column, shown(textOf(figure)));
      SetCellBackgroundColour(row, column, groundOf(stateOf(figure)));
      SetCellTextColour(row, column, wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT));
      places_[r].push_back({.room = columns[c].room, .level = level, .half = columns[c].half});
    }
  }
  fit();
}

void ProgressTable::fit() {
  SetRowLabelSize(wxGRID_AUTOSIZE);
  for (int column = 0; column < GetNumberCols(); ++column) {
    AutoSizeColumn(column, false);
    AutoSizeColLabelSize(column);
    SetColSize(column, std::max(GetColSize(column) + FromDIP(4), FromDIP(44)));
  }
  int width = GetRowLabelSize();
  for (int column = 0; column < GetNumberCols(); ++column) width += GetColSize(column);
  int height = GetColLabelSize() + FromDIP(2);
  for (int row = 0; row < GetNumberRows(); ++row) height += GetRowSize(row);
  // Room for the bar below when the window is narrower than the table.
  const bool scrolls = GetParent()->GetClientSize().x - FromDIP(32) < width;
  SetMinSize(wxSize(FromDIP(200), height + (scrolls ? FromDIP(16) : 0)));
  SetMaxSize(wxSize(width + FromDIP(2), -1));
}

}  // namespace tiku::editor
