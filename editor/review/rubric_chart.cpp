#include "editor/review/rubric_chart.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>
#include <wx/dcclient.h>
#include <wx/settings.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Rubric;
using formats::RubricLine;
using formats::say;
using workflows::PanelScores;

namespace {

double marksOf(formats::Marks marks) {
  return static_cast<double>(marks.hundredths()) / 100;
}

}  // namespace

std::vector<DimensionShare> dimensionShares(const Rubric& rubric, const PanelScores& scores) {
  std::vector<DimensionShare> found;
  for (const RubricLine& line : rubric.lines) {
    const auto same = std::ranges::find(found, line.dimension, &DimensionShare::dimension);
    if (same == found.end()) {
      found.push_back({line.dimension, line.marks, {}});
    } else {
      same->marks += line.marks;
    }
  }
  for (DimensionShare& one : found) {
    for (std::size_t expert = 0; expert < scores.experts.size(); ++expert) {
      double sum = 0;
      bool whole = true;
      for (std::size_t i = 0; i < rubric.lines.size(); ++i) {
        if (rubric.lines[i].dimension != one.dimension) continue;
        const auto given = scores.rubric.at(expert, i);
        whole = whole && given.has_value();
        sum += given.value_or(0);
      }
      if (whole && marksOf(one.marks) > 0) one.shares.push_back(sum / marksOf(one.marks));
    }
  }
  return found;
}

RubricChart::RubricChart(wxWindow* parent) : wxPanel(parent) {
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    Refresh();
  });
}

void RubricChart::show(const Rubric& rubric, const PanelScores& scores) {
  bars_.clear();
  std::string words;
  for (const DimensionShare& one : dimensionShares(rubric, scores)) {
    if (one.shares.empty()) continue;
    const double mean =
        std::accumulate(one.shares.begin(), one.shares.end(), 0.0) / static_cast<double>(one.shares.size());
    bars_.push_back({one.dimension, mean, one.shares});
    words += fmt::format(" {} {:.0f}%", one.dimension, 100 * mean);
  }
  nameForReaders(this, say("各维度得分率") + words);
  SetMinSize(wxSize(FromDIP(280),
                    lineHeight() * static_cast<int>(std::max<std::size_t>(bars_.size(), 1)) + FromDIP(24)));
  Refresh();
}

void RubricChart::paint() {
  wxPaintDC dc(this);
  int labels = 0;
  for (const Bar& bar : bars_) labels = std::max(labels, GetTextExtent(shown(bar.dimension)).x);
  int y = 0;
  for (const Bar& bar : bars_) {
    draw(dc, bar, y, labels + FromDIP(10));
    y += lineHeight();
  }
}

void RubricChart::draw(wxDC& dc, const Bar& bar, int y, int labels) const {
  const wxColour ink = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
  const wxColour window = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
  const wxColour highlight = wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT);
  const int numbers = FromDIP(52);
  const int width = std::max(FromDIP(40), GetClientSize().x - labels - numbers);
  const int height = FromDIP(14);
  const int middle = y + lineHeight() / 2;
  dc.SetFont(GetFont());
  dc.SetTextForeground(ink);
  dc.DrawLabel(shown(bar.dimension), {0, y, labels - FromDIP(10), lineHeight()},
               wxALIGN_RIGHT | wxALIGN_CENTRE_VERTICAL);
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(mix(ink, window, 0.1));
  dc.DrawRectangle(labels, middle - height / 2, width, height);
  dc.SetBrush(mix(highlight, window, 0.7));
  dc.DrawRectangle(labels, middle - height / 2, static_cast<int>(width * std::min(1.0, bar.mean)), height);
  dc.SetPen(wxPen(window, FromDIP(1)));
  dc.SetBrush(ink);
  for (const double share : bar.experts)
    dc.DrawCircle(labels + static_cast<int>(width * std::min(1.0, share)), middle, FromDIP(4));
  dc.SetTextForeground(ink);
  dc.DrawLabel(wxString::Format("%.0f%%", 100 * bar.mean),
               {labels + width + FromDIP(10), y, numbers, lineHeight()},
               wxALIGN_LEFT | wxALIGN_CENTRE_VERTICAL);
}

}  // namespace tiku::editor
