#include "editor/import/incoming_list.h"

#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

namespace {

enum IncomingColumn : unsigned { kTick, kKind, kWords, kResult, kIncomingColumns };
constexpr int kCellMargin = 10;

}  // namespace

class IncomingList::Model final : public wxDataViewVirtualListModel {
 public:
  explicit Model(IncomingList& list) : list_(list) {}

  [[nodiscard]] unsigned int GetColumnCount() const override { return kIncomingColumns; }
  [[nodiscard]] wxString GetColumnType(unsigned int column) const override {
    return column == kTick ? "bool" : "string";
  }

  void GetValueByRow(wxVariant& value, unsigned int row, unsigned int column) const override {
    const IncomingRow* line = at(row);
    if (column == kTick) {
      value = line != nullptr && list_.isTicked(row);
      return;
    }
    if (line == nullptr) {
      value = wxString();
      return;
    }
    value = shown(column == kKind ? line->kind : column == kWords ? line->words : line->result);
  }

  bool SetValueByRow(const wxVariant& value, unsigned int row, unsigned int column) override {
    const IncomingRow* line = at(row);
    if (column != kTick || line == nullptr || !line->isChange) return false;
    list_.tick(row, value.GetBool());
    return true;
  }

  [[nodiscard]] bool IsEnabledByRow(unsigned int row, unsigned int column) const override {
    const IncomingRow* line = at(row);
    return column != kTick || (line != nullptr && line->isChange);
  }

  bool GetAttrByRow(unsigned int row, unsigned int column, wxDataViewItemAttr& look) const override {
    const IncomingRow* line = at(row);
    if (line == nullptr || column == kTick) return false;
    if (column == kResult && line->isDoubtful) {
      look.SetColour(inkOf(State::kShort));
    } else if (!line->isChange || !list_.isTicked(row)) {
      look.SetColour(quietInk());
    } else {
      return false;
    }
    return true;
  }

 private:
  [[nodiscard]] const IncomingRow* at(unsigned int row) const {
    return list_.rows_ != nullptr && row < list_.rows_->size() ? &(*list_.rows_)[row] : nullptr;
  }

  IncomingList& list_;
};

IncomingList::IncomingList(wxWindow* parent)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, parent->FromDIP(wxSize(880, 300)),
                     wxDV_SINGLE | wxDV_ROW_LINES | wxDV_VARIABLE_LINE_HEIGHT),
      model_(new Model(*this)) {
  AppendColumn(new wxDataViewColumn(wxString(),
                                    new wxDataViewToggleRenderer("bool", wxDATAVIEW_CELL_ACTIVATABLE,
                                                                 wxALIGN_CENTER_HORIZONTAL | wxALIGN_TOP),
                                    kTick, FromDIP(36)));
  addWords(say("种类"), kKind, 110);
  addWords(say("内容"), kWords, 470);
  addWords(say("结果"), kResult, 230);
  AssociateModel(model_.get());
  nameForReaders(this, say("将收入的内容"));
}

// Here, where the model is a whole type.
IncomingList::~IncomingList() = default;

void IncomingList::addWords(const std::string& title, unsigned column, int width) {
  auto* renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT);
  AppendColumn(new wxDataViewColumn(headed(title), renderer, column, FromDIP(width), wxALIGN_LEFT,
                                    wxDATAVIEW_COL_RESIZABLE));
  wrapCells(renderer, FromDIP(width - kCellMargin));
}

void IncomingList::show(const std::vector<IncomingRow>* rows) {
  rows_ = rows;
  left_.clear();
  model_->Reset(rows == nullptr ? 0U : static_cast<unsigned>(rows->size()));
}

bool IncomingList::isTicked(std::size_t row) const {
  const IncomingRow& line = (*rows_)[row];
  return line.isChange && !left_.contains(line.object);
}

void IncomingList::tick(std::size_t row, bool ticked) {
  const formats::Id object = (*rows_)[row].object;
  if (ticked) {
    left_.erase(object);
  } else {
    left_.insert(object);
  }
  Refresh();  // Lines of one object go together.
  if (ticked_) ticked_();
}

void IncomingList::tickAll(bool ticked) {
  left_.clear();
  if (!ticked && rows_ != nullptr) {
    for (const IncomingRow& row : *rows_) {
      if (row.isChange) left_.insert(row.object);
    }
  }
  Refresh();
  if (ticked_) ticked_();
}

}  // namespace tiku::editor
