#include "editor/sync/sync_button.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;
using Kind = SyncState::Kind;

std::string wordsOf(const SyncState& state, bool offline) {
  switch (state.kind) {
    case Kind::kNoHistory:
      return say("还没有记录历史");
    case Kind::kNoPlace:
      return say("未设共享位置");
    case Kind::kNever:
      return offline ? say("等待联网") : say("还没有同步过");
    case Kind::kInStep:
      return say("已同步");
    case Kind::kOutgoing:
      return offline ? say("等待联网，有 {n} 处待发出", "n"_a = state.outgoing)
                     : say("有 {n} 处待发出", "n"_a = state.outgoing);
    case Kind::kIncoming:
      break;
  }
  return say("有新内容，待合并");
}

SyncButton::SyncButton(wxWindow* parent, std::function<void()> press) : wxPanel(parent) {
  const int gap = FromDIP(8);
  button_ = new wxButton(this, wxID_ANY, shown(say("同步")));
  nameForReaders(button_, say("同步"));
  words_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  words_->SetMinSize({0, -1});
  nameForReaders(words_, say("同步的状态"));
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  line->Add(button_, wxSizerFlags().CenterVertical().Border(wxALL, gap));
  line->Add(words_, wxSizerFlags(1).CenterVertical().Border(wxRIGHT, gap));
  SetSizer(line);
  button_->Bind(wxEVT_BUTTON, [press = std::move(press)](wxCommandEvent&) { press(); });
}

void SyncButton::show(const SyncState& state, bool offline) {
  const std::string words = wordsOf(state, offline);
  if (words_->GetLabelText() != shown(words)) words_->SetLabelText(shown(words));
  words_->SetForegroundColour(state.kind == Kind::kInStep                ? inkOf(State::kGood)
                              : state.kind == Kind::kIncoming || offline ? inkOf(State::kShort)
                                                                         : quietInk());
  SetToolTip(shown(state.address.empty() ? say("与大家共享的地方同步：发出我的改动，收取别人的改动。")
                                         : say("共享位置：{address}", "address"_a = state.address)));
  words_->Refresh();
}

}  // namespace tiku::editor
