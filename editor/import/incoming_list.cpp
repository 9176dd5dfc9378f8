#include "editor/import/incoming_list.h"

#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

namespace {

enum IncomingColumn : unsigned { kTick, kKind, kWords, kLink, kPoint, kResult, kIncomingColumns };
constexpr int kCellMargin = 10;

std::string pointWords(const IncomingRow& row) {
  if (!row.proposal) return row.point;
  return say("建议：{point}", "point"_a = row.proposal->label) + "\n" + row.proposal->evidence;
}

bool isTickColumn(unsigned column) {
  return column == kTick || column == kLink;
}

}  // namespace

class IncomingList::Model final : public wxDataViewVirtualListModel {
 public:
  explicit Model(IncomingList& list) : list_(list) {}

  [[nodiscard]] unsigned int GetColumnCount() const override { return kIncomingColumns; }
  [[nodiscard]] wxString GetColumnType(unsigned int column) const override {
    return isTickColumn(column) ? "bool" : "string";
  }

  void GetValueByRow(wxVariant& value, unsigned int row, unsigned int column) const override {
    const IncomingRow* line = at(row);
    if (isTickColumn(column)) {
      value = line != nullptr && (column == kTick ? list_.isTicked(row) : list_.isLinked(row));
      return;
    }
    if (line == nullptr) {
      value = wxString();
      return;
    }
    value = shown(column == kKind    ? line->kind
                  : column == kWords ? line->words
                  : column == kPoint ? pointWords(*line)
                                     : line->result);
  }

  bool SetValueByRow(const wxVariant& value, unsigned int row, unsigned int column) override {
    if (!IsEnabledByRow(row, column) || !isTickColumn(column)) return false;
    if (column == kTick) {
      list_.tick(row, value.GetBool());
    } else {
      list_.link(row, value.GetBool());
    }
    return true;
  }

  [[nodiscard]] bool IsEnabledByRow(unsigned int row, unsigned int column) const override {
    const IncomingRow* line = at(row);
    if (!isTickColumn(column)) return true;
    return line != nullptr && line->isChange && (column == kTick || line->proposal.has_value());
  }

  // No box where there is nothing to decide.
  [[nodiscard]] bool HasValue(const wxDataViewItem& item, unsigned int column) const override {
    return column != kLink || IsEnabledByRow(GetRow(item), column);
  }

  bool GetAttrByRow(unsigned int row, unsigned int column, wxDataViewItemAttr& look) const override {
    const IncomingRow* line = at(row);
    if (line == nullptr || isTickColumn(column)) return false;
    if (column == kPoint && line->proposal && !list_.isLinked(row)) {
      look.SetColour(quietInk());
    } else if (column == kResult && line->isDoubtful) {
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
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, parent->FromDIP(wxSize(1000, 300)),
                     wxDV_SINGLE | wxDV_ROW_LINES | wxDV_VARIABLE_LINE_HEIGHT),
      model_(new Model(*this)) {
  AppendColumn(new wxDataViewColumn(wxString(),
                                    new wxDataViewToggleRenderer("bool", wxDATAVIEW_CELL_ACTIVATABLE,
                                                                 wxALIGN_CENTER_HORIZONTAL | wxALIGN_TOP),
                                    kTick, FromDIP(36)));
  addWords(say("种类"), kKind, 110);
  addWords(say("内容"), kWords, 400);
  AppendColumn(new wxDataViewColumn(headed(say("对应")),
                                    new wxDataViewToggleRenderer("bool", wxDATAVIEW_CELL_ACTIVATABLE,
                                                                 wxALIGN_CENTER_HORIZONTAL | wxALIGN_TOP),
                                    kLink, FromDIP(52)));
  addWords(say("考评点"), kPoint, 210);
  addWords(say("结果"), kResult, 190);
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
  decision_ = {};
  model_->Reset(rows == nullptr ? 0U : static_cast<unsigned>(rows->size()));
}

bool IncomingList::isTicked(std::size_t row) const {
  const IncomingRow& line = (*rows_)[row];
  if (line.theirs != nullptr) return decision_.theirs.contains(line.object);
  return line.isChange && !decision_.left.contains(line.object);
}

void IncomingList::tick(std::size_t row, bool ticked) {
  const formats::Id object = (*rows_)[row].object;
  if ((*rows_)[row].theirs != nullptr) {
    if (ticked) {
      decision_.theirs.insert(object);
    } else {
      decision_.theirs.erase(object);
    }
  } else if (ticked) {
    decision_.left.erase(object);
  } else {
    decision_.left.insert(object);
  }
  Refresh();  // Lines of one object go together.
  if (ticked_) ticked_();
}

bool IncomingList::isLinked(std::size_t row) const {
  const IncomingRow& line = (*rows_)[row];
  return line.proposal && decision_.linked.contains(line.object);
}

void IncomingList::link(std::size_t row, bool linked) {
  const formats::Id object = (*rows_)[row].object;
  if (linked) {
    decision_.linked.insert(object);
  } else {
    decision_.linked.erase(object);
  }
  Refresh();
  if (ticked_) ticked_();
}

void IncomingList::linkThose(const std::function<bool(const workflows::PointProposal&)>& wanted) {
  decision_.linked.clear();
  if (rows_ != nullptr) {
    for (const IncomingRow& row : *rows_) {
      if (row.proposal && wanted(*row.proposal)) decision_.linked.insert(row.object);
    }
  }
  Refresh();
  if (ticked_) ticked_();
}

void IncomingList::takeTheirs(bool taken) {
  decision_.theirs.clear();
  if (taken && rows_ != nullptr) {
    for (const IncomingRow& row : *rows_) {
      if (row.theirs != nullptr) decision_.theirs.insert(row.object);
    }
  }
  Refresh();
  if (ticked_) ticked_();
}

void IncomingList::tickAll(bool ticked) {
  decision_.left.clear();
  if (!ticked && rows_ != nullptr) {
    for (const IncomingRow& row : *rows_) {
      if (row.isChange && row.theirs == nullptr) decision_.left.insert(row.object);
    }
  }
  Refresh();
  if (ticked_) ticked_();
}

}  // namespace tiku::editor
