#include "editor/blueprint/derive_dialog.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/table_grid.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;
using workflows::Derivation;
using workflows::DerivedRow;
using workflows::TableHalf;
using Kind = DerivedRow::Kind;

namespace {

class DerivedModel final : public TableModel {
 public:
  explicit DerivedModel(const Derivation& derived) : derived_(derived) {}

  [[nodiscard]] std::vector<TableColumn> columns() const override {
    using Align = TableColumn::Align;
    return {{say("表"), 84},
            {say("代码"), 84},
            {say("名称"), 260},
            {say("权重"), 90, Align::kCentre},
            {say("变动"), 160}};
  }
  [[nodiscard]] int rows() const override { return static_cast<int>(derived_.rows.size()); }
  [[nodiscard]] TableCell cell(int row, int column) const override {
    const DerivedRow& derived = derived_.rows[static_cast<std::size_t>(row)];
    TableCell cell;
    cell.editable = false;
    if (derived.kind == Kind::kAdded) cell.state = State::kGood;
    if (derived.kind == Kind::kChanged) cell.state = State::kShort;
    switch (column) {
      case 0:
        cell.text = derived.half == TableHalf::kTheory ? say("理论知识") : say("操作技能");
        break;
      case 1:
        cell.text = derived.code;
        break;
      case 2:
        cell.text = derived.name;
        cell.indent = derived.depth;
        break;
      case 3:
        cell.text = derived.weightBefore == derived.weightAfter || derived.kind == Kind::kAdded
                        ? derived.weightAfter
                        : derived.weightBefore + " → " + derived.weightAfter;
        break;
      default:
        cell.text = kindWords(derived);
        break;
    }
    return cell;
  }
  std::optional<Refusal> put(const std::vector<CellWords>&) override { return std::nullopt; }

 private:
  const Derivation& derived_;
};

}  // namespace

bool askDerive(wxWindow* parent, const Derivation& derived, formats::Level level) {
  wxDialog dialog(parent, wxID_ANY, shown(say("从标准生成")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  const int gap = dialog.FromDIP(12);
  const bool any = derived.changesAnything();
  auto* text = new wxStaticText(
      &dialog, wxID_ANY,
      shown(any ? say("{level}：标准会新增 {added} 个考评范围，改动 {changed} "
                      "个，其余不动。采用以后是一步，可以撤销。",
                      "level"_a = validators::levelWord(level), "added"_a = derived.count(Kind::kAdded),
                      "changed"_a = derived.count(Kind::kChanged))
                : say("{level}：考评范围和权重已经与标准一致，没有要改的。",
                      "level"_a = validators::levelWord(level))));
  DerivedModel model(derived);
  auto* table = new TableGrid(&dialog, say("标准会改动什么"), model);
  table->SetMinSize(dialog.FromDIP(wxSize(720, 420)));
  const auto first = std::ranges::find_if(derived.rows, [](const DerivedRow& row) {
    return row.kind == Kind::kAdded || row.kind == Kind::kChanged;
  });
  if (first != derived.rows.end()) table->select(static_cast<int>(first - derived.rows.begin()), 2);
  auto* take = new wxButton(&dialog, wxID_OK, shown(say("采用(&A)")));
  auto* leave = new wxButton(&dialog, wxID_CANCEL, shown(any ? say("取消") : say("关闭")));
  take->Enable(any);
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->AddStretchSpacer();
  buttons->Add(leave, wxSizerFlags().Border(wxRIGHT, gap / 2));
  buttons->Add(take);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(text, wxSizerFlags().Border(wxALL, gap));
  all->Add(table, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
  all->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
  dialog.SetSizerAndFit(all);
  (any ? take : leave)->SetDefault();
  (any ? take : leave)->SetFocus();
  dialog.CentreOnParent();
  return dialog.ShowModal() == wxID_OK;
}

}  // namespace tiku::editor
