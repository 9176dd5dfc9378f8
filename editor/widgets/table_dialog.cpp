#include "editor/widgets/table_dialog.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/grid.h>
#include <wx/sizer.h>

#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::RichText;
using formats::say;
using formats::TextTable;

namespace {

std::size_t columnsOf(const TextTable& table) {
  std::size_t columns = 1;
  for (const auto& row : table.rows) columns = std::max(columns, row.size());
  return columns;
}

class Dialog final : public wxDialog {
 public:
  Dialog(wxWindow* parent, TextTable table)
      : wxDialog(parent, wxID_ANY, shown(say("表格")), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        table_(std::move(table)) {
    grid_ = new wxGrid(this, wxID_ANY);
    grid_->CreateGrid(static_cast<int>(table_.rows.size()), static_cast<int>(columnsOf(table_)));
    grid_->SetDefaultRowSize(FromDIP(28));
    grid_->SetColLabelSize(0);
    grid_->SetRowLabelSize(FromDIP(32));
    nameForReaders(grid_, say("表格"));
    for (int row = 0; row < grid_->GetNumberRows(); ++row) {
      for (int column = 0; column < grid_->GetNumberCols(); ++column) showCell(row, column);
    }
    for (int column = 0; column < grid_->GetNumberCols(); ++column) grid_->SetColSize(column, FromDIP(110));
    auto* tools = new wxBoxSizer(wxHORIZONTAL);
    const auto tool = [&](const std::string& words, const std::function<void()>& run) {
      auto* button =
          new wxButton(this, wxID_ANY, shown(words), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
      button->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) {
        grid_->DisableCellEditControl();
        run();
      });
      tools->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(4)));
    };
    tool(say("加一行"), [this] { grid_->AppendRows(); });
    tool(say("加一列"), [this] {
      grid_->AppendCols();
      grid_->SetColSize(grid_->GetNumberCols() - 1, FromDIP(110));
    });
    tool(say("删去这行"), [this] {
      if (grid_->GetNumberRows() > 1) removeRow(grid_->GetGridCursorRow());
    });
    tool(say("删去这列"), [this] {
      if (grid_->GetNumberCols() > 1) removeColumn(grid_->GetGridCursorCol());
    });
    auto* ok = new wxButton(this, wxID_OK, shown(say("确定")));
    ok->SetDefault();
    tools->AddStretchSpacer();
    tools->Add(new wxButton(this, wxID_CANCEL, shown(say("取消"))),
               wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    tools->Add(ok);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(grid_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
    all->Add(tools, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12)));
    SetSizer(all);
    SetSize(FromDIP(wxSize(620, 360)));
    CentreOnParent();
    grid_->SetFocus();
  }

  TextTable result() {
    grid_->DisableCellEditControl();
    TextTable table;
    for (int row = 0; row < grid_->GetNumberRows(); ++row) {
      auto& cells = table.rows.emplace_back();
      for (int column = 0; column < grid_->GetNumberCols(); ++column) {
        const RichText* rich = richAt(row, column);
        cells.push_back(rich != nullptr ? *rich : RichText::plain(typed(grid_->GetCellValue(row, column))));
      }
    }
    return table;
  }

 private:
  // The cell as it came in, where it holds what the grid cannot; its row and column move with it.
  [[nodiscard]] const RichText* richAt(int row, int column) const {
    if (row >= static_cast<int>(table_.rows.size()) ||
        column >= static_cast<int>(table_.rows[static_cast<std::size_t>(row)].size()))
      return nullptr;
    const RichText& cell = table_.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    return cell == RichText::plain(cell.str()) ? nullptr : &cell;
  }

  void showCell(int row, int column) {
    const auto& cells = table_.rows[static_cast<std::size_t>(row)];
    if (column >= static_cast<int>(cells.size())) return;
    grid_->SetCellValue(row, column, shown(cells[static_cast<std::size_t>(column)].str()));
    if (richAt(row, column) != nullptr) grid_->SetReadOnly(row, column);
  }

  void removeRow(int row) {
    grid_->DeleteRows(row);
    if (row < static_cast<int>(table_.rows.size())) table_.rows.erase(table_.rows.begin() + row);
  }

  void removeColumn(int column) {
    grid_->DeleteCols(column);
    for (auto& row : table_.rows) {
      if (column < static_cast<int>(row.size())) row.erase(row.begin() + column);
    }
  }

  TextTable table_;
  wxGrid* grid_ = nullptr;
};

}  // namespace

std::optional<TextTable> askTable(wxWindow* parent, const TextTable& before) {
  Dialog dialog(parent, before);
  if (dialog.ShowModal() != wxID_OK) return {};
  return dialog.result();
}

}  // namespace tiku::editor
