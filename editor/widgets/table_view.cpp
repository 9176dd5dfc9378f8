#include "editor/widgets/table_view.h"

#include <algorithm>

#include <wx/dc.h>
#include <wx/settings.h>

#include "editor/text/item_query.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/words.h"

namespace tiku::editor {
namespace {

/// Words broken into lines of a width: at spaces where there are some, between characters where not.
std::vector<wxString> linesOf(const wxString& words, wxDC& dc, int width) {
  std::vector<wxString> lines;
  wxArrayString paragraphs = wxSplit(words, '\n', '\0');
  for (const wxString& paragraph : paragraphs) {
    wxString rest = paragraph;
    while (true) {
      wxArrayInt ends;
      dc.GetPartialTextExtents(rest, ends);
      std::size_t fits = 0;
      while (fits < ends.size() && ends[fits] <= width) ++fits;
      if (fits >= rest.length() || rest.empty()) break;
      fits = std::max<std::size_t>(fits, 1);
      std::size_t cut = fits;
      while (cut > 0 && rest[cut] != ' ' && rest[cut].IsAscii() && rest[cut - 1].IsAscii() &&
             rest[cut - 1] != ' ') {
        --cut;
      }
      if (cut == 0) cut = fits;
      lines.push_back(rest.Left(cut));
      rest = rest.Mid(cut).Trim(false);
    }
    lines.push_back(rest);
  }
  return lines;
}

/// Draws a cell: its ground by its state, the quiet prefix, the words.
class Painter final : public wxGridCellRenderer {
 public:
  Painter(TableModel& model, const std::vector<TableColumn>& columns, const Marks& marks)
      : model_(model), columns_(columns), marks_(marks) {}

  void Draw(wxGrid& grid, wxGridCellAttr& attr, wxDC& dc, const wxRect& rect, int row, int column,
            bool isSelected) override {
    wxGridCellRenderer::Draw(grid, attr, dc, rect, row, column, isSelected);
    const TableCell cell = model_.cell(row, column);
    const TableColumn& shape = columns_[static_cast<std::size_t>(column)];
    dc.SetFont(attr.GetFont());
    dc.SetBackgroundMode(wxBRUSHSTYLE_TRANSPARENT);
    const wxRect inside = insideOf(grid, rect, cell, shape);
    wxDCClipper clip(dc, rect);
    if (marks_.gap) drawGap(grid, dc, rect, row);
    if (marks_.found == wxGridCellCoords(row, column)) drawFrame(grid, dc, rect);
    const wxColour ink = isSelected ? grid.GetSelectionForeground() : attr.GetTextColour();
    const wxColour quiet = isSelected ? ink : quietInk();
    const wxString prefix = shown(cell.prefix);
    const int lineHeight = dc.GetCharHeight();
    if (cell.fold != Fold::kNone) drawFold(grid, dc, foldBoxOf(grid, rect, cell), cell.fold, ink);
    if (!shape.wraps) {
      const wxString words = shown(cell.text);
      const int prefixWidth = prefix.empty() ? 0 : dc.GetTextExtent(prefix).x;
      int x = inside.x;
      const int width = prefixWidth + dc.GetTextExtent(words).x;
      if (shape.align == TableColumn::Align::kRight) x = std::max(x, inside.GetRight() - width);
      if (shape.align == TableColumn::Align::kCentre) x = std::max(x, inside.x + (inside.width - width) / 2);
      const int y = rect.y + (rect.height - lineHeight) / 2;
      dc.SetTextForeground(quiet);
      if (prefixWidth > 0) dc.DrawText(prefix, x, y);
      dc.SetTextForeground(ink);
      dc.DrawText(words, x + prefixWidth, y);
      if (cell.link) {
        dc.SetPen(wxPen(ink));
        dc.DrawLine(x, y + lineHeight, x + width, y + lineHeight);
      }
      return;
    }
    int y = rect.y + grid.FromDIP(3);
    std::size_t quietLeft = prefix.length();
    for (const wxString& text : linesOf(prefix + shown(cell.text), dc, inside.width)) {
      const wxString head = text.Left(std::min(quietLeft, text.length()));
      quietLeft -= head.length();
      dc.SetTextForeground(quiet);
      if (!head.empty()) dc.DrawText(head, inside.x, y);
      dc.SetTextForeground(ink);
      dc.DrawText(text.Mid(head.length()), inside.x + (head.empty() ? 0 : dc.GetTextExtent(head).x), y);
      y += lineHeight;
    }
  }

  wxSize GetBestSize(wxGrid& grid, wxGridCellAttr& attr, wxDC& dc, int row, int column) override {
    const TableCell cell = model_.cell(row, column);
    dc.SetFont(attr.GetFont());
    const int gap = grid.FromDIP(8);
    const TableColumn& shape = columns_[static_cast<std::size_t>(column)];
    const wxString words = shown(cell.prefix + cell.text);
    if (!shape.wraps) {
      return {dc.GetTextExtent(words).x + 2 * gap + indentOf(grid, cell) + foldOf(grid, shape),
              dc.GetCharHeight() + gap};
    }
    const int width = insideOf(grid, {0, 0, grid.GetColSize(column), 0}, cell, shape).width;
    const auto lines = static_cast<int>(linesOf(words, dc, width).size());
    return {grid.GetColSize(column), lines * dc.GetCharHeight() + gap};
  }

  [[nodiscard]] wxGridCellRenderer* Clone() const override { return new Painter(model_, columns_, marks_); }

  static wxRect foldBoxOf(const wxGrid& grid, const wxRect& rect, const TableCell& cell) {
    return {rect.x + grid.FromDIP(5) + indentOf(grid, cell), rect.y, grid.FromDIP(kFoldWidth), rect.height};
  }

 private:
  static constexpr int kFoldWidth = 16;

  static int indentOf(const wxGrid& grid, const TableCell& cell) { return cell.indent * grid.FromDIP(18); }
  static int foldOf(const wxGrid& grid, const TableColumn& shape) {
    return shape.folds ? grid.FromDIP(kFoldWidth) : 0;
  }
  static wxRect insideOf(const wxGrid& grid, wxRect rect, const TableCell& cell, const TableColumn& shape) {
    rect.Deflate(grid.FromDIP(5), 0);
    const int indent = indentOf(grid, cell) + foldOf(grid, shape);
    rect.x += indent;
    rect.width = std::max(rect.width - indent, grid.FromDIP(16));
    return rect;
  }

  static void drawFold(const wxGrid& grid, wxDC& dc, const wxRect& box, Fold fold, const wxColour& ink) {
    const int half = grid.FromDIP(4);
    const wxPoint middle(box.x + box.width / 2 - grid.FromDIP(2), box.y + box.height / 2);
    const wxPoint right[] = {{-half / 2, -half}, {half / 2 + 1, 0}, {-half / 2, half}};
    const wxPoint down[] = {{-half, -half / 2}, {half, -half / 2}, {0, half / 2 + 1}};
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(ink);
    dc.DrawPolygon(3, fold == Fold::kClosed ? right : down, middle.x, middle.y);
  }

  // Half of the line lies in the row above the gap, half in the one below.
  void drawGap(const wxGrid& grid, wxDC& dc, const wxRect& rect, int row) const {
    const int thick = grid.FromDIP(3);
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT));
    if (row == *marks_.gap) dc.DrawRectangle(rect.x, rect.y, rect.width + 1, thick);
    if (row == *marks_.gap - 1) dc.DrawRectangle(rect.x, rect.GetBottom() + 1 - thick, rect.width + 1, thick);
  }

  static void drawFrame(const wxGrid& grid, wxDC& dc, const wxRect& rect) {
    const int thick = grid.FromDIP(2);
    dc.SetPen(wxPen(wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT), thick));
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.DrawRectangle(wxRect(rect).Deflate(thick / 2));
  }

  TableModel& model_;
  const std::vector<TableColumn>& columns_;
  const Marks& marks_;  ///< The view's.
};

}  // namespace

TableView::TableView(TableModel& model)
    : model_(model),
      columns_(model.columns()),
      rows_(rowsNow()),
      painter_(new Painter(model, columns_, marks_)),
      lineEditor_(new wxGridCellTextEditor),
      proseEditor_(new wxGridCellAutoWrapStringEditor) {}

TableView::~TableView() {
  painter_->DecRef();
  lineEditor_->DecRef();
  proseEditor_->DecRef();
}

bool TableView::follow() {
  const std::vector<TableColumn> columns = model_.columns();
  const bool same = std::ranges::equal(columns, columns_, {}, &TableColumn::title, &TableColumn::title);
  const int columnsBefore = GetNumberCols();
  const int rowsBefore = rows_;
  columns_ = columns;
  rows_ = rowsNow();
  if (rows_ != rowsBefore)
    tell(wxGRIDTABLE_NOTIFY_ROWS_APPENDED, wxGRIDTABLE_NOTIFY_ROWS_DELETED, rowsBefore, rows_);
  if (GetNumberCols() != columnsBefore) {
    tell(wxGRIDTABLE_NOTIFY_COLS_APPENDED, wxGRIDTABLE_NOTIFY_COLS_DELETED, columnsBefore, GetNumberCols());
  }
  return same;
}

void TableView::tell(int more, int fewer, int before, int now) {
  if (GetView() == nullptr) return;
  if (now > before) {
    wxGridTableMessage message(this, more, now - before);
    GetView()->ProcessTableMessage(message);
  } else {
    // wxGrid keeps a marked block that was cut at the end one line too long, and trips over it later.
    const auto reachesOut = [now, ofRows = fewer == wxGRIDTABLE_NOTIFY_ROWS_DELETED](const auto& block) {
      return (ofRows ? block.GetBottomRow() : block.GetRightCol()) >= now;
    };
    const wxGridBlocks blocks = GetView()->GetSelectedBlocks();
    if (std::any_of(blocks.begin(), blocks.end(), reachesOut)) GetView()->ClearSelection();
    wxGridTableMessage message(this, fewer, now, before - now);
    GetView()->ProcessTableMessage(message);
  }
}

wxString TableView::GetValue(int row, int column) {
  return row < rows_ && column < GetNumberCols() ? shown(model_.cell(row, column).text) : wxString();
}

wxRect TableView::foldBox(const wxRect& cell, int row, int column) const {
  if (row >= model_.rows() || !columns_[static_cast<std::size_t>(column)].folds) return {};
  const TableCell at = model_.cell(row, column);
  return at.fold == Fold::kNone ? wxRect() : Painter::foldBoxOf(*GetView(), cell, at);
}

wxString TableView::GetColLabelValue(int column) {
  return headed(columns_[static_cast<std::size_t>(column)].title);
}

wxString TableView::GetRowLabelValue(int row) {
  if (row < model_.rows()) return wxString::Format("%d", model_.numberOf(row) + 1);
  if (model_.grows() && row == model_.rows()) return "*";
  return shown("Σ");
}

wxGridCellAttr* TableView::GetAttr(int row, int column, wxGridCellAttr::wxAttrKind kind) {
  if (kind != wxGridCellAttr::Any && kind != wxGridCellAttr::Cell) return nullptr;
  if (row >= rows_ || column >= GetNumberCols()) return nullptr;
  const TableCell cell = model_.cell(row, column);
  const TableColumn& shape = columns_[static_cast<std::size_t>(column)];
  auto* attr = new wxGridCellAttr;
  const wxColour window = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
  const wxColour ink = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
  if (cell.state != State::kNeutral) {
    attr->SetBackgroundColour(groundOf(cell.state));
    attr->SetTextColour(cell.link ? inkOf(cell.state) : ink);
  } else {
    attr->SetBackgroundColour(cell.editable ? window : mix(ink, window, 0.05));
    attr->SetTextColour(cell.editable || cell.bold ? ink : quietInk());
  }
  if (!found_.empty() && row < model_.rows() &&
      folded(cell.prefix + cell.text).find(found_) != std::string::npos) {
    attr->SetBackgroundColour(mix(colourOf(validators::Severity::kWarning), window, 0.35));
    attr->SetTextColour(ink);
  }
  // What is chosen is not typed; the table offers the choices.
  if (!cell.editable || !cell.choices.empty()) attr->SetReadOnly();
  if (cell.bold) attr->SetFont(GetView()->GetDefaultCellFont().Bold());
  painter_->IncRef();
  attr->SetRenderer(painter_);
  wxGridCellEditor* editor = shape.wraps ? proseEditor_ : lineEditor_;
  editor->IncRef();
  attr->SetEditor(editor);
  return attr;
}

}  // namespace tiku::editor
