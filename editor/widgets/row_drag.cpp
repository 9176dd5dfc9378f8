#include "editor/widgets/row_drag.h"

#include <algorithm>
#include <cstdlib>

#include <wx/grid.h>
#include <wx/utils.h>

namespace tiku::editor {

namespace {

constexpr int kScrollMilliseconds = 60;

}  // namespace

RowDrag::RowDrag(wxGrid* grid, const TableModel& model, Deeds deeds)
    : grid_(grid), labels_(grid->GetGridRowLabelWindow()), model_(model), deeds_(std::move(deeds)) {
  labels_->Bind(wxEVT_LEFT_DOWN, &RowDrag::pressed, this);
  labels_->Bind(wxEVT_MOTION, &RowDrag::moved, this);
  labels_->Bind(wxEVT_LEFT_UP, &RowDrag::released, this);
  labels_->Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { finish(); });
  edge_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { scroll(); });
}

bool RowDrag::isChosen(int row) const {
  return row >= 0 && row < model_.rows() && grid_->IsInSelection(row, 0) &&
         grid_->IsInSelection(row, grid_->GetNumberCols() - 1);
}

int RowDrag::gapAt(int y) const {
  const int inTable = grid_->CalcUnscrolledPosition(wxPoint(0, y)).y;
  const int row = grid_->YToRow(inTable);
  if (row == wxNOT_FOUND) return inTable < 0 ? 0 : model_.rows();
  const wxRect place = grid_->CellToRect(row, 0);
  return std::min(inTable < place.y + place.height / 2 ? row : row + 1, model_.rows());
}

void RowDrag::pressed(wxMouseEvent& event) {
  const int row = grid_->YToRow(grid_->CalcUnscrolledPosition(event.GetPosition()).y);
  if (!model_.movesRows() || event.HasAnyModifiers() || !isChosen(row)) {
    event.Skip();
    return;
  }
  move_ = {deeds_.rows(), grid_->GetGridCursorCol(), row};
  press_ = event.GetPosition();
  drawing_ = false;
  labels_->CaptureMouse();
}

void RowDrag::moved(wxMouseEvent& event) {
  if (!press_) {
    event.Skip();
    const int row = grid_->YToRow(grid_->CalcUnscrolledPosition(event.GetPosition()).y);
    labels_->SetCursor(model_.movesRows() && isChosen(row) ? wxCursor(wxCURSOR_HAND) : wxNullCursor);
    return;
  }
  if (!drawing_ && std::abs(event.GetY() - press_->y) < grid_->FromDIP(4)) return;
  drawing_ = true;
  follow(event.GetPosition());
  const bool beyond = event.GetY() < 0 || event.GetY() > labels_->GetClientSize().y;
  if (beyond && !edge_.IsRunning()) edge_.Start(kScrollMilliseconds);
  if (!beyond) edge_.Stop();
}

void RowDrag::follow(wxPoint at) {
  move_.gap = gapAt(at.y);
  const std::optional<int> landing = model_.landing(move_);
  labels_->SetCursor(landing ? wxCURSOR_HAND : wxCURSOR_NO_ENTRY);
  if (landing == landing_) return;
  landing_ = landing;
  deeds_.mark(landing);
}

void RowDrag::scroll() {
  const wxPoint at = labels_->ScreenToClient(wxGetMousePosition());
  int x = 0;
  int y = 0;
  grid_->GetViewStart(&x, &y);
  grid_->Scroll(x, std::max(0, at.y < 0 ? y - 1 : y + 1));
  follow(at);
}

void RowDrag::released(wxMouseEvent& event) {
  if (!press_) {
    event.Skip();
    return;
  }
  const bool drawn = drawing_;
  const int row = grid_->YToRow(grid_->CalcUnscrolledPosition(*press_).y);
  const RowMove move = move_;
  const bool lands = landing_.has_value();
  finish();
  if (drawn && lands) {
    deeds_.drop(move);
  } else if (!drawn) {
    grid_->SetGridCursor(row, grid_->GetGridCursorCol());
    grid_->SelectRow(row);
  }
}

bool RowDrag::cancel() {
  const bool was = press_.has_value();
  finish();
  return was;
}

void RowDrag::finish() {
  edge_.Stop();
  press_.reset();
  drawing_ = false;
  if (landing_) deeds_.mark(std::nullopt);
  landing_.reset();
  labels_->SetCursor(wxNullCursor);
  if (labels_->HasCapture()) labels_->ReleaseMouse();
}

}  // namespace tiku::editor
