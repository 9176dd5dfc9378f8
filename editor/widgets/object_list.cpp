#include "editor/widgets/object_list.h"

#include <algorithm>
#include <unordered_set>

#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"

namespace tiku::editor {

using formats::Id;

class ObjectList::Model final : public wxDataViewVirtualListModel {
 public:
  Model(const ObjectList& list, unsigned columns) : list_(list), columns_(columns) {}

  [[nodiscard]] unsigned int GetColumnCount() const override { return columns_; }
  [[nodiscard]] wxString GetColumnType(unsigned int) const override { return "string"; }
  bool SetValueByRow(const wxVariant&, unsigned int, unsigned int) override { return false; }
  void GetValueByRow(wxVariant& value, unsigned int row, unsigned int column) const override {
    value = shown(row < list_.objects_.size() ? list_.words(row, column) : std::string());
  }
  bool GetAttrByRow(unsigned int row, unsigned int column, wxDataViewItemAttr& look) const override {
    return row < list_.objects_.size() && list_.paint(row, column, look);
  }

 private:
  const ObjectList& list_;
  unsigned columns_;
};

ObjectList::ObjectList(wxWindow* parent, unsigned columns, std::string_view name)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                     wxDV_MULTIPLE | wxDV_ROW_LINES | wxBORDER_NONE),
      model_(new Model(*this, columns)) {
  AssociateModel(model_.get());
  nameForReaders(this, name);
  Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (!quiet_ && chosen_) chosen_();
  });
  Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
    if (open_) open_();
  });
}

ObjectList::~ObjectList() = default;

void ObjectList::addColumn(const std::string& title, int width, bool middle) {
  auto* renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT);
  renderer->EnableEllipsize(middle ? wxELLIPSIZE_MIDDLE : wxELLIPSIZE_END);
  AppendColumn(new wxDataViewColumn(headed(title), renderer, GetColumnCount(), FromDIP(width), wxALIGN_LEFT,
                                    wxDATAVIEW_COL_RESIZABLE));
}

std::vector<std::size_t> ObjectList::chosenRows() const {
  wxDataViewItemArray items;
  GetSelections(items);
  std::vector<std::size_t> rows;
  for (const wxDataViewItem& item : items) {
    if (const std::size_t row = model_->GetRow(item); row < objects_.size()) rows.push_back(row);
  }
  std::ranges::sort(rows);
  return rows;
}

void ObjectList::showObjects(std::vector<Id> objects) {
  if (objects == objects_) {
    Refresh();
    return;
  }
  const std::vector<std::size_t> were = chosenRows();
  std::unordered_set<Id> kept;
  for (const std::size_t row : were) kept.insert(objects_[row]);
  objects_ = std::move(objects);
  quiet_ = true;
  model_->Reset(static_cast<unsigned>(objects_.size()));
  UnselectAll();
  bool found = false;
  for (std::size_t row = 0; !kept.empty() && row < objects_.size(); ++row) {
    if (!kept.contains(objects_[row])) continue;
    if (found) {
      Select(model_->GetItem(static_cast<unsigned>(row)));
    } else {
      chooseRow(row);
    }
    found = true;
  }
  if (!found && !objects_.empty()) chooseRow(std::min(were.empty() ? 0 : were.front(), objects_.size() - 1));
  quiet_ = false;
}

void ObjectList::chooseRow(std::size_t row) {
  const wxDataViewItem item = model_->GetItem(static_cast<unsigned>(row));
  SetCurrentItem(item);
  Select(item);
  EnsureVisible(item);
}

void ObjectList::choose(Id object) {
  const auto at = std::ranges::find(objects_, object);
  if (at == objects_.end()) return;
  quiet_ = true;
  UnselectAll();
  chooseRow(static_cast<std::size_t>(at - objects_.begin()));
  quiet_ = false;
}

}  // namespace tiku::editor
