#include "editor/review/opinion_list.h"

#include <algorithm>

#include "editor/review/opinion_words.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"

namespace tiku::editor {

using formats::Gravity;
using formats::Id;
using formats::Opinion;
using formats::OpinionStatus;
using formats::say;
using formats::wordOf;

class OpinionList::Model final : public wxDataViewVirtualListModel {
 public:
  enum Column : unsigned { kStatus, kGravity, kWhere, kRemark, kAnswerer, kColumns };

  explicit Model(OpinionList& list) : list_(list) {}

  [[nodiscard]] unsigned int GetColumnCount() const override { return kColumns; }
  [[nodiscard]] wxString GetColumnType(unsigned int) const override { return "string"; }
  bool SetValueByRow(const wxVariant&, unsigned int, unsigned int) override { return false; }
  void GetValueByRow(wxVariant& value, unsigned int row, unsigned int column) const override {
    value = shown(row < list_.lines_.size() ? words(*list_.lines_[row], column) : std::string());
  }

  bool GetAttrByRow(unsigned int row, unsigned int column, wxDataViewItemAttr& look) const override {
    if (row >= list_.lines_.size()) return false;
    const Opinion& opinion = *list_.lines_[row];
    if (column == kStatus) {
      const OpinionStatus status = opinion.status;
      look.SetColour(inkOf(status == OpinionStatus::kAgreed     ? State::kGood
                           : status == OpinionStatus::kAnswered ? State::kNeutral
                                                                : State::kShort));
      return true;
    }
    if (column == kGravity && opinion.remark.gravity == Gravity::kGrave) {
      look.SetColour(inkOf(State::kEmpty));
      return true;
    }
    return false;
  }

 private:
  [[nodiscard]] std::string words(const Opinion& opinion, unsigned int column) const {
    switch (column) {
      case kStatus:
        return wordOf(opinion.status);
      case kGravity:
        return wordOf(opinion.remark.gravity);
      case kWhere:
        return shortName(list_.host_.document().bank(), opinion.remark.anchor.object);
      case kRemark:
        return opinion.remark.comment.substr(0, opinion.remark.comment.find('\n'));
      case kAnswerer:
        return opinion.answeredBy.empty() ? opinion.answerer : opinion.answeredBy;
      default:
        return {};
    }
  }

  OpinionList& list_;
};

OpinionList::OpinionList(wxWindow* parent, Host& host)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                     wxDV_MULTIPLE | wxDV_ROW_LINES | wxBORDER_NONE),
      host_(host),
      model_(new Model(*this)) {
  AssociateModel(model_.get());
  // English words are longer.
  const int more = formats::language() == formats::Language::kEnglish ? 24 : 0;
  const auto column = [this](const std::string& title, unsigned number, int width) {
    auto* renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT);
    // What tells two codes apart is at their end.
    renderer->EnableEllipsize(number == Model::kWhere ? wxELLIPSIZE_MIDDLE : wxELLIPSIZE_END);
    AppendColumn(new wxDataViewColumn(headed(title), renderer, number, FromDIP(width), wxALIGN_LEFT,
                                      wxDATAVIEW_COL_RESIZABLE));
  };
  column(say("状态"), Model::kStatus, 62 + more);
  column(say("程度"), Model::kGravity, 44 + more);
  column(say("位置"), Model::kWhere, 124);
  column(say("意见"), Model::kRemark, 140);
  column(say("答复人"), Model::kAnswerer, 60);
  nameForReaders(this, say("意见列表"));
  Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (!quiet_ && chosen_) chosen_();
  });
  Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
    if (key_) key_(WXK_RETURN);
  });
  Bind(wxEVT_CHAR, [this](wxKeyEvent& event) {
    if (!event.HasAnyModifiers() && event.GetKeyCode() != WXK_RETURN && key_ && key_(event.GetKeyCode()))
      return;
    event.Skip();
  });
}

std::vector<std::size_t> OpinionList::rows() const {
  wxDataViewItemArray items;
  GetSelections(items);
  std::vector<std::size_t> rows;
  for (const wxDataViewItem& item : items) {
    if (const std::size_t row = model_->GetRow(item); row < lines_.size()) rows.push_back(row);
  }
  std::ranges::sort(rows);
  return rows;
}

void OpinionList::show(std::vector<Line> lines) {
  if (lines == lines_) return;
  const std::vector<Line> kept = allChosen();
  const std::vector<std::size_t> were = rows();
  const auto ids = [](const std::vector<Line>& all) {
    std::vector<Id> made;
    for (const Line& line : all) made.push_back(line->id);
    return made;
  };
  const bool same = ids(lines) == ids(lines_);
  lines_ = std::move(lines);
  quiet_ = true;
  if (same) {
    // Nothing moves: the list stays scrolled where it is.
    for (unsigned row = 0; row < lines_.size(); ++row) model_->RowChanged(row);
    quiet_ = false;
    return;
  }
  model_->Reset(static_cast<unsigned>(lines_.size()));
  UnselectAll();
  bool found = false;
  for (const Line& line : kept) {
    const auto at = std::ranges::find(lines_, line->id, &Opinion::id);
    if (at == lines_.end()) continue;
    chooseRow(static_cast<std::size_t>(at - lines_.begin()));
    found = true;
  }
  if (!found && !lines_.empty()) chooseRow(std::min(were.empty() ? 0 : were.front(), lines_.size() - 1));
  quiet_ = false;
}

void OpinionList::chooseRow(std::size_t row) {
  const wxDataViewItem item = model_->GetItem(static_cast<unsigned>(row));
  SetCurrentItem(item);
  Select(item);
  EnsureVisible(item);
}

Id OpinionList::chosen() const {
  const std::vector<std::size_t> all = rows();
  return all.empty() ? Id() : lines_[all.front()]->id;
}

std::vector<OpinionList::Line> OpinionList::allChosen() const {
  std::vector<Line> all;
  for (const std::size_t row : rows()) all.push_back(lines_[row]);
  return all;
}

void OpinionList::choose(Id opinion) {
  const auto at = std::ranges::find(lines_, opinion, &Opinion::id);
  if (at == lines_.end()) return;
  quiet_ = true;
  UnselectAll();
  chooseRow(static_cast<std::size_t>(at - lines_.begin()));
  quiet_ = false;
}

}  // namespace tiku::editor
