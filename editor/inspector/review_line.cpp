#include "editor/inspector/review_line.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Id;
using formats::Opinion;
using formats::say;
using formats::operator""_a;
using workflows::Approval;

ReviewLine::ReviewLine(wxWindow* parent, Host& host) : wxPanel(parent), host_(host) {
  const int gap = FromDIP(6);
  words_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  nameForReaders(words_, say("评审对选中内容的意见"));
  go_ = new wxButton(this, wxID_ANY, shown(say("看意见(&V)")));
  go_->SetToolTip(shown(say("转到“意见与整改”里的这一条。")));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(words_, wxSizerFlags(1).CenterVertical().Border(wxALL, gap));
  row->Add(go_, wxSizerFlags().CenterVertical().Border(wxALL, gap));
  SetSizer(row);
  go_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    const auto waiting = host_.document().review().waitingOn(object_);
    Id wanted = waiting.empty() ? Id() : waiting.front();
    if (wanted.empty()) {
      host_.document().bank().forEach<Opinion>([&](const auto& one) {
        if (one->remark.anchor.object == object_) wanted = one->id;
      });
    }
    host_.goTo({.room = Room::kReview, .object = wanted, .field = "opinions"});
  });
  Hide();
}

void ReviewLine::show(const Place& place) {
  object_ = place.object;
  refresh();
}

void ReviewLine::changed(std::span<const formats::Change> changes) {
  const bool ours = std::ranges::any_of(
      changes, [this](const formats::Change& change) { return change.id == object_ || isOfReview(change); });
  if (ours) refresh();
}

void ReviewLine::refresh() {
  std::string words;
  State state = State::kNeutral;
  bool opinions = false;
  // Without a bank nothing is selected, and there is no document to ask.
  if (!object_.empty()) {
    const ReviewState& review = host_.document().review();
    const std::size_t waiting = review.waitingOn(object_).size();
    opinions = review.opinionsOn(object_) > 0;
    const Approval approval = review.approvalOf(object_);
    if (waiting > 0) {
      words = say("有 {n} 条评审意见待答复。", "n"_a = waiting);
      state = State::kShort;
    } else if (approval == Approval::kChanged) {
      words = say("通过评审以后有改动。");
      state = State::kShort;
    } else if (approval == Approval::kHolds) {
      words = say("已通过评审。");
      state = State::kGood;
    } else if (opinions) {
      words = say("评审意见都已答复。");
    }
  }
  const bool any = !words.empty();
  words_->SetLabelText(shown(words));
  words_->SetForegroundColour(inkOf(state));
  go_->Show(opinions);
  if (any != IsShown()) {
    Show(any);
    GetParent()->Layout();
  }
  Layout();
}

}  // namespace tiku::editor
