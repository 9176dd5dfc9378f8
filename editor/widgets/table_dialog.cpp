#include "editor/widgets/table_dialog.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>

#include "editor/widgets/form.h"
#include "editor/widgets/move_rows.h"
#include "editor/widgets/prose_field.h"
#include "editor/widgets/small_button.h"
#include "editor/widgets/table_grid.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::RichText;
using formats::say;
using formats::TextTable;

namespace {

/// A table of a text while it is written. Every row has as many cells as the longest.
class TextTableModel final : public TableModel {
 public:
  explicit TextTableModel(TextTable table) : table_(std::move(table)) {
    std::size_t columns = 1;
    for (const auto& row : table_.rows) columns = std::max(columns, row.size());
    if (table_.rows.empty()) table_.rows.emplace_back();
    for (auto& row : table_.rows) row.resize(columns);
  }

  [[nodiscard]] const TextTable& table() const { return table_; }

  void addRow(int below) {
    const auto row = table_.rows.begin() + std::clamp(below + 1, 0, rows());
    table_.rows.insert(row, std::vector<RichText>(table_.rows.front().size()));
  }
  void addColumn(int behind) {
    for (auto& row : table_.rows)
      row.insert(row.begin() + std::clamp(behind + 1, 0, static_cast<int>(row.size())), RichText());
  }
  /// The last one stays.
  void removeRow(int which) {
    if (rows() > 1 && which >= 0 && which < rows()) table_.rows.erase(table_.rows.begin() + which);
  }
  void removeColumn(int which) {
    const int columns = static_cast<int>(table_.rows.front().size());
    if (columns <= 1 || which < 0 || which >= columns) return;
    for (auto& row : table_.rows) row.erase(row.begin() + which);
  }

  [[nodiscard]] std::vector<TableColumn> columns() const override {
    std::vector<TableColumn> columns;
    for (std::size_t i = 1; i <= table_.rows.front().size(); ++i) columns.push_back({std::to_string(i), 110});
    return columns;
  }
  [[nodiscard]] int rows() const override { return static_cast<int>(table_.rows.size()); }
  [[nodiscard]] TableCell cell(int row, int column) const override {
    TableCell cell;
    if (row >= rows()) return cell;
    const RichText& words = at(row, column);
    cell.text = words.str();
    // Pictures, formulas and raised words stay as they came in.
    cell.editable = words == RichText::plain(cell.text);
    return cell;
  }
  std::optional<Refusal> put(const std::vector<CellWords>& words) override {
    for (const CellWords& each : words)
      table_.rows[static_cast<std::size_t>(each.row)][static_cast<std::size_t>(each.column)] =
          RichText::plain(each.words);
    return std::nullopt;
  }
  [[nodiscard]] bool movesRows() const override { return true; }
  [[nodiscard]] std::optional<int> landing(const RowMove& move) const override {
    return movesAnything(move) ? std::optional(move.gap) : std::nullopt;
  }
  std::optional<RowSpan> drop(const RowMove& move) override { return moveRows(table_.rows, move); }

 private:
  [[nodiscard]] const RichText& at(int row, int column) const {
    return table_.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
  }

  TextTable table_;
};

}  // namespace

std::optional<TextTable> askTable(wxWindow* parent, const TextTable& before) {
  TextTableModel model(before);  // Goes after the dialog that shows it.
  wxDialog dialog(parent, wxID_ANY, shown(say("表格")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* table = new TableGrid(&dialog, say("表格"), model);
  auto* tools = new wxBoxSizer(wxHORIZONTAL);
  const auto tool = [&](const std::string& words, void (TextTableModel::*run)(int), bool ofRows) {
    wxButton* button = smallButton(&dialog, words);
    button->Bind(wxEVT_BUTTON, [&model, table, run, ofRows](wxCommandEvent&) {
      table->finishTyping();
      (model.*run)(ofRows ? table->row() : table->column());
      table->reload();
      table->SetFocus();
    });
    tools->Add(button, wxSizerFlags().Border(wxRIGHT, dialog.FromDIP(4)));
  };
  tool(say("加一行"), &TextTableModel::addRow, true);
  tool(say("加一列"), &TextTableModel::addColumn, false);
  tool(say("删去这行"), &TextTableModel::removeRow, true);
  tool(say("删去这列"), &TextTableModel::removeColumn, false);
  auto* content = new wxBoxSizer(wxVERTICAL);
  content->Add(table, wxSizerFlags(1).Expand());
  content->Add(tools, wxSizerFlags().Border(wxTOP, dialog.FromDIP(8)));
  const DialogFoot foot(&dialog, content, say("确定"));
  dialog.SetSize(dialog.FromDIP(wxSize(620, 380)));
  dialog.CentreOnParent();
  table->select(0, 0);
  table->SetFocus();
  if (dialog.ShowModal() != wxID_OK) return {};
  table->finishTyping();
  return model.table();
}

bool editTableAtCursor(wxWindow* parent, ProseField& field) {
  const TextTable* there = field.tableAtCursor();
  const TextTable start{std::vector(3, std::vector<RichText>(3))};
  const auto table = askTable(parent, there != nullptr ? *there : start);
  if (!table) return false;
  if (field.tableAtCursor() != nullptr) {
    field.replaceTableAtCursor(*table);
  } else {
    field.insertTable(*table);
  }
  return true;
}

}  // namespace tiku::editor
