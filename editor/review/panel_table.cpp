#include "editor/review/panel_table.h"

#include <algorithm>

#include "editor/widgets/cell_words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Expert;
using formats::Panelist;
using formats::say;

namespace {

// The only one of that name; two of one name are told apart by hand.
const Expert* expertCalled(const formats::Experts* pool, const std::string& name) {
  if (pool == nullptr) return nullptr;
  const Expert* found = nullptr;
  for (const Expert& expert : pool->experts) {
    if (expert.name != name || !expert.removed.empty()) continue;
    if (found != nullptr) return nullptr;
    found = &expert;
  }
  return found;
}

}  // namespace

void PanelTable::take(std::vector<Panelist> panel) {
  panel_ = std::move(panel);
  tidy();
}

void PanelTable::add(const Expert& expert) {
  if (std::ranges::find(panel_, expert.id, &Panelist::expert) != panel_.end()) return;
  panel_.push_back({expert.id, expert.name, expert.institution, false, {}, {}});
  tidy();
}

void PanelTable::remove(int first, int count) {
  if (first < 0 || count <= 0 || first + count > rows()) return;
  panel_.erase(panel_.begin() + first, panel_.begin() + first + count);
  tidy();
}

// A row without words is none; somebody presides, the first where nobody was named.
void PanelTable::tidy() {
  std::erase_if(panel_, [](const Panelist& one) { return one.name.empty() && one.institution.empty(); });
  if (std::ranges::none_of(panel_, &Panelist::chair) && !panel_.empty()) panel_.front().chair = true;
  changed_();
}

std::vector<TableColumn> PanelTable::columns() const {
  return {{say("姓名"), 130}, {say("工作单位"), 240}, {say("组长"), 70, TableColumn::Align::kCentre}};
}

TableCell PanelTable::cell(int row, int column) const {
  TableCell cell;
  if (column == kChair) cell.choices = {say("是"), say("否")};
  if (row >= rows()) return cell;
  const Panelist& one = panel_[static_cast<std::size_t>(row)];
  if (column == kName) cell.text = one.name;
  if (column == kInstitution) cell.text = one.institution;
  if (column == kChair) cell.text = one.chair ? say("是") : std::string();
  return cell;
}

std::optional<Refusal> PanelTable::put(const std::vector<CellWords>& words) {
  std::vector<Panelist> panel = panel_;
  for (const CellWords& each : words) {
    const std::string line = oneLine(each.words);
    const auto row = static_cast<std::size_t>(each.row);
    if (row >= panel.size()) {
      if (line.empty()) continue;
      while (panel.size() <= row) {
        Panelist made;
        made.expert = formats::Id::random();
        panel.push_back(std::move(made));
      }
    }
    Panelist& one = panel[row];
    if (each.column == kName) {
      one.name = line;
      if (const Expert* known = expertCalled(pool_.get(), line)) {
        one.expert = known->id;
        one.institution = known->institution;
      }
    } else if (each.column == kInstitution) {
      one.institution = line;
    } else if (line == say("是")) {
      for (Panelist& other : panel) other.chair = &other == &one;
    }
  }
  panel_ = std::move(panel);
  tidy();
  return std::nullopt;
}

}  // namespace tiku::editor
