#include "editor/items/item_list.h"

#include <algorithm>

#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/base/utf8.h"

namespace tiku::editor {

using formats::Id;
using formats::say;
using formats::TheoryItem;
using formats::translate;
using formats::operator""_a;
using validators::Finding;
using validators::Severity;

namespace {

enum Column : unsigned { kCode, kPoint, kType, kFindings, kDifficulty, kStatus, kReview, kStem, kColumns };

ItemQuery::Review reviewOf(const Document& document, Id item) {
  using Review = ItemQuery::Review;
  const ReviewState& review = document.review();
  if (!review.waitingOn(item).empty()) return Review::kWaiting;
  switch (review.approvalOf(item)) {
    case workflows::Approval::kHolds:
      return Review::kApproved;
    case workflows::Approval::kChanged:
      return Review::kChanged;
    case workflows::Approval::kNone:
      break;
  }
  return Review::kNone;
}

std::string firstLine(const std::string& text) {
  constexpr std::size_t kMost = 300;  // Bytes; more than a line of any screen.
  return formats::shortened(std::string_view(text).substr(0, text.find('\n')), kMost);
}

}  // namespace

class ItemList::Model final : public wxDataViewVirtualListModel {
 public:
  explicit Model(ItemList& list) : list_(list) {}

  [[nodiscard]] unsigned int GetColumnCount() const override { return kColumns; }
  [[nodiscard]] wxString GetColumnType(unsigned int) const override { return "string"; }
  bool SetValueByRow(const wxVariant&, unsigned int, unsigned int) override { return false; }

  void GetValueByRow(wxVariant& value, unsigned int row, unsigned int column) const override {
    value = shown(words(row, column));
  }

  bool GetAttrByRow(unsigned int row, unsigned int column, wxDataViewItemAttr& look) const override {
    const auto* item = itemAt(row);
    if (item == nullptr) return false;
    if (item->status == formats::ItemStatus::kRetired) {
      look.SetColour(quietInk());
      return true;
    }
    if (column == kPoint && (!item->point || list_.index_->point(*item->point) == nullptr)) {
      look.SetColour(colourOf(Severity::kWarning));
      return true;
    }
    if (column == kReview) {
      look.SetColour(inkOf(reviewOf(list_.host_.document(), item->id) == ItemQuery::Review::kApproved
                               ? State::kGood
                               : State::kShort));
      return true;
    }
    if (column != kFindings) return false;
    const validators::Summary judged = list_.host_.document().checker().summaryOf(item->id);
    look.SetColour(colourOf(judged.errors > 0 ? Severity::kError : Severity::kWarning));
    look.SetBold(judged.errors > 0);
    return true;
  }

 private:
  [[nodiscard]] const TheoryItem* itemAt(unsigned int row) const {
    return row < list_.items_.size() ? list_.host_.document().bank().find<TheoryItem>(list_.items_[row])
                                     : nullptr;
  }

  [[nodiscard]] std::string words(unsigned int row, unsigned int column) const {
    const TheoryItem* item = itemAt(row);
    if (item == nullptr) return {};
    switch (column) {
      case kCode:
        return item->code;
      case kPoint: {
        const auto* point = item->point ? list_.index_->point(*item->point) : nullptr;
        return point == nullptr ? say("未对应") : point->code + " " + point->name;
      }
      case kType:
        return translate(formats::itemTypeName(item->type));
      case kStem:
        return firstLine(item->stem.str());
      case kDifficulty:
        return item->difficulty ? std::to_string(*item->difficulty) : std::string();
      case kStatus:
        return statusName(item->status);
      case kReview:
        return list_.host_.document().review().markOf(item->id);
      case kFindings: {
        const validators::Summary judged = list_.host_.document().checker().summaryOf(item->id);
        if (judged.errors > 0) return say("错误 {count}", "count"_a = judged.errors);
        if (judged.warnings > 0) return say("警告 {count}", "count"_a = judged.warnings);
        return {};
      }
      default:
        return {};
    }
  }

  ItemList& list_;
};

ItemList::ItemList(wxWindow* parent, Host& host) : wxPanel(parent), host_(host), model_(new Model(*this)) {
  box_ = new wxSearchCtrl(this, wxID_ANY);
  box_->SetDescriptiveText(shown(say("查找：词语，或 题型:单选 点:A-B 难度>=4 有:错误")));
  box_->ShowCancelButton(true);
  nameForReaders(box_, say("查找试题"));
  count_ = new wxStaticText(this, wxID_ANY, {});
  count_->SetForegroundColour(quietInk());
  build();
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(box_, wxSizerFlags(1).CenterVertical());
  head->Add(count_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(12)));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(head, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
  all->Add(list_, wxSizerFlags(1).Expand());
  SetSizer(all);

  box_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { search(); });
  box_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { box_->Clear(); });
  box_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_ESCAPE) {
      box_->Clear();
      list_->SetFocus();
    } else if (event.GetKeyCode() == WXK_DOWN || event.GetKeyCode() == WXK_RETURN) {
      list_->SetFocus();
      if (selected().empty() && !items_.empty()) move(1);
    } else {
      event.Skip();
    }
  });
}

void ItemList::build() {
  list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                             wxDV_MULTIPLE | wxDV_ROW_LINES | wxBORDER_NONE);
  list_->AssociateModel(model_.get());
  const auto column = [this](const std::string& title, Column number, int width) {
    auto* renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT);
    if (number == kStem || number == kPoint) renderer->EnableEllipsize(wxELLIPSIZE_END);
    list_->AppendColumn(new wxDataViewColumn(headed(title), renderer, number, FromDIP(width), wxALIGN_LEFT,
                                             wxDATAVIEW_COL_RESIZABLE));
  };
  // English words are longer.
  const int more = formats::language() == formats::Language::kEnglish ? 24 : 0;
  column(say("题号"), kCode, 112);
  column(say("考评点"), kPoint, 130);
  column(say("题型"), kType, widthOfTypes(58));
  column(say("检查"), kFindings, 58);
  column(say("难度"), kDifficulty, 42 + more);
  column(say("状态"), kStatus, 58 + more / 2);
  column(say("评审"), kReview, 62 + more);
  column(say("题干"), kStem, 300);
  list_->GetColumn(kReview)->SetHidden(true);
  nameForReaders(list_, say("试题列表"));
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { told(); });
  list_->Bind(wxEVT_CHAR, [this](wxKeyEvent& event) {
    if (!event.HasAnyModifiers() && key_ && key_(event.GetKeyCode())) return;
    event.Skip();
  });
}

void ItemList::told() {
  if (!quiet_ && selected_) selected_(selected());
}

void ItemList::setIndex(const ItemIndex* index) {
  index_ = index;
  reviewsMoved();
  search();
}

void ItemList::reviewsMoved() {
  const bool any = host_.document().review().any();
  if (list_->GetColumn(kReview)->IsHidden() == any) list_->GetColumn(kReview)->SetHidden(!any);
  list_->Refresh();
}

void ItemList::rowsMoved() {
  search();
}

void ItemList::search() {
  if (index_ == nullptr) return;
  const Id kept = selected();
  const ItemQuery query = ItemQuery::parse(typed(box_->GetValue()));
  items_ = index_->find(query, {[this](Id id) { return host_.document().checker().summaryOf(id); },
                                [this](Id id) { return host_.document().isUnsaved(id); },
                                [this](Id id) { return reviewOf(host_.document(), id); }});
  quiet_ = true;
  model_->Reset(static_cast<unsigned int>(items_.size()));
  quiet_ = false;
  if (query.problem.empty()) {
    count_->SetLabelText(shown(
        query.empty() ? say("{count} 题", "count"_a = items_.size())
                      : say("{count} 题，共 {all} 题", "count"_a = items_.size(), "all"_a = index_->size())));
    count_->SetForegroundColour(quietInk());
  } else {
    count_->SetLabelText(shown(query.problem));
    count_->SetForegroundColour(colourOf(Severity::kWarning));
  }
  complete();
  Layout();
  if (!kept.empty()) select(kept);
}

void ItemList::complete() {
  wxArrayString choices;
  for (const std::string& whole : ItemQuery::completions(typed(box_->GetValue()))) choices.Add(shown(whole));
  box_->AutoComplete(choices);
}

void ItemList::rowChanged(Id item) {
  const auto at = std::ranges::find(items_, item);
  if (at != items_.end()) model_->RowChanged(static_cast<unsigned int>(at - items_.begin()));
}

void ItemList::repaint() {
  list_->Refresh();
}

void ItemList::select(Id item) {
  const auto at = std::ranges::find(items_, item);
  quiet_ = true;
  list_->UnselectAll();
  if (at != items_.end()) {
    const wxDataViewItem line = model_->GetItem(static_cast<unsigned int>(at - items_.begin()));
    list_->SetCurrentItem(line);
    list_->Select(line);
    list_->EnsureVisible(line);
  }
  quiet_ = false;
}

Id ItemList::selected() const {
  const std::vector<Id> all = selection();
  return all.empty() ? Id() : all.front();
}

std::vector<Id> ItemList::selection() const {
  wxDataViewItemArray lines;
  list_->GetSelections(lines);
  std::vector<unsigned> rows;
  for (const wxDataViewItem& line : lines) rows.push_back(model_->GetRow(line));
  std::ranges::sort(rows);
  std::vector<Id> ids;
  for (const unsigned row : rows) {
    if (row < items_.size()) ids.push_back(items_[row]);
  }
  return ids;
}

void ItemList::move(int by) {
  if (items_.empty()) return;
  const auto at = std::ranges::find(items_, selected());
  const auto now =
      at == items_.end() ? (by > 0 ? -1 : static_cast<long>(items_.size())) : at - items_.begin();
  const auto next = std::clamp<long>(now + by, 0, static_cast<long>(items_.size()) - 1);
  select(items_[static_cast<std::size_t>(next)]);
  told();
}

void ItemList::startSearch() {
  box_->SetFocus();
  box_->SelectAll();
}

void ItemList::setQuery(const std::string& query) {
  box_->SetValue(shown(query));
}

}  // namespace tiku::editor
