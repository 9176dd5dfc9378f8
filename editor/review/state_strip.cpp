#include "editor/review/state_strip.h"

#include <wx/dcclient.h>
#include <wx/settings.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"

namespace tiku::editor {

using formats::Round;
using formats::RoundState;
using formats::RoundStep;
using formats::say;
using formats::wordOf;
using formats::operator""_a;

namespace {

constexpr int kBoxWidth = 92;
constexpr int kBoxHeight = 46;
constexpr int kBoxGap = 20;

// What an ordinary round still has before it.
std::vector<std::string> wayOn(RoundState state) {
  switch (state) {
    case RoundState::kAccepted:
      return {wordOf(RoundState::kReviewing), wordOf(RoundState::kSummary), say("结论")};
    case RoundState::kReviewing:
      return {wordOf(RoundState::kSummary), say("结论")};
    case RoundState::kSummary:
      return {say("结论")};
    case RoundState::kToRectify:
      return {wordOf(RoundState::kRectifying), wordOf(RoundState::kRereview), say("结论")};
    case RoundState::kRectifying:
      return {wordOf(RoundState::kRereview), say("结论")};
    case RoundState::kRereview:
      return {say("结论")};
    case RoundState::kPassed:
    case RoundState::kFailed:
      break;
  }
  return {};
}

}  // namespace

StateStrip::StateStrip(wxWindow* parent) : wxPanel(parent) {
  SetMinSize(FromDIP(wxSize(3 * kBoxWidth, kBoxHeight + 4)));
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    Refresh();
  });
}

void StateStrip::show(const Round& round, bool late) {
  boxes_.clear();
  std::string words;
  for (const RoundStep& step : round.steps) {
    boxes_.push_back({wordOf(step.state), step.on ? step.on->str() : std::string(), Part::kBeen});
    words += (words.empty() ? "" : " → ") + boxes_.back().word;
  }
  if (!boxes_.empty()) boxes_.back().part = late ? Part::kLate : Part::kNow;
  for (const std::string& word : wayOn(round.state())) boxes_.push_back({word, {}, Part::kNext});
  nameForReaders(this, say("评审进程：{way}", "way"_a = words));
  Refresh();
}

void StateStrip::paint() {
  wxPaintDC dc(this);
  const int width = FromDIP(kBoxWidth);
  const int gap = FromDIP(kBoxGap);
  const auto room = static_cast<std::size_t>(std::max(2, (GetClientSize().x + gap) / (width + gap)));
  // Where there are more than fit, the oldest go.
  std::size_t first = boxes_.size() > room ? boxes_.size() - room : 0;
  int x = FromDIP(1);
  for (std::size_t i = first; i < boxes_.size(); ++i) {
    draw(dc, boxes_[i], {x, FromDIP(2), width, FromDIP(kBoxHeight)});
    x += width;
    if (i + 1 < boxes_.size()) {
      const int middle = FromDIP(2) + FromDIP(kBoxHeight) / 2;
      const int point = FromDIP(4);
      dc.SetPen(wxPen(quietInk(), FromDIP(1)));
      dc.DrawLine(x + point, middle, x + gap - point, middle);
      dc.DrawLine(x + gap - point, middle, x + gap - 2 * point, middle - point);
      dc.DrawLine(x + gap - point, middle, x + gap - 2 * point, middle + point);
    }
    x += gap;
  }
}

void StateStrip::draw(wxDC& dc, const Box& box, const wxRect& at) const {
  const wxColour ink = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
  const State ground = box.part == Part::kLate   ? State::kEmpty
                       : box.part == Part::kBeen ? State::kGood
                                                 : State::kNeutral;
  const wxColour highlight = wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT);
  const wxColour window = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
  dc.SetBrush(box.part == Part::kNow ? mix(highlight, window, isDark() ? 0.45 : 0.25) : groundOf(ground));
  const wxColour edge = box.part == Part::kNow    ? highlight
                        : box.part == Part::kNext ? mix(ink, window, 0.25)
                                                  : inkOf(ground);
  dc.SetPen(wxPen(edge, FromDIP(box.part == Part::kNow || box.part == Part::kLate ? 2 : 1),
                  box.part == Part::kNext ? wxPENSTYLE_SHORT_DASH : wxPENSTYLE_SOLID));
  dc.DrawRoundedRectangle(at, FromDIP(6));
  dc.SetTextForeground(box.part == Part::kNext ? quietInk() : ink);
  dc.SetFont(box.part == Part::kNow || box.part == Part::kLate ? GetFont().Bold() : GetFont());
  wxRect line = at;
  if (!box.below.empty()) line.height = at.height * 55 / 100;
  dc.DrawLabel(shown(box.word), line, wxALIGN_CENTRE);
  if (box.below.empty()) return;
  dc.SetFont(GetFont().Scaled(0.85F));
  dc.SetTextForeground(box.part == Part::kNow || box.part == Part::kLate ? ink : quietInk());
  dc.DrawLabel(shown(box.below), {at.x, at.y + at.height * 48 / 100, at.width, at.height / 2},
               wxALIGN_CENTRE);
}

}  // namespace tiku::editor
