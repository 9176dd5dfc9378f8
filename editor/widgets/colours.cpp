#include "editor/widgets/colours.h"

#include <cmath>

#include <wx/settings.h>

namespace tiku::editor {

using validators::Severity;

namespace {

unsigned char between(unsigned char from, unsigned char to, double share) {
  return static_cast<unsigned char>(std::lround(from + (to - from) * share));
}

}  // namespace

bool isDark() {
  return wxSystemSettings::GetAppearance().IsDark();
}

wxColour mix(const wxColour& of, const wxColour& into, double share) {
  return {between(into.Red(), of.Red(), share), between(into.Green(), of.Green(), share),
          between(into.Blue(), of.Blue(), share)};
}

wxColour colourOf(Severity severity) {
  const bool dark = isDark();
  switch (severity) {
    case Severity::kError:
      return dark ? wxColour(255, 123, 114) : wxColour(193, 28, 40);
    case Severity::kWarning:
      return dark ? wxColour(227, 179, 65) : wxColour(154, 103, 0);
    case Severity::kInfo:
      break;
  }
  return dark ? wxColour(121, 192, 255) : wxColour(9, 105, 218);
}

wxColour inkOf(State state) {
  const bool dark = isDark();
  switch (state) {
    case State::kGood:
      return dark ? wxColour(86, 211, 100) : wxColour(26, 127, 55);
    case State::kShort:
      return colourOf(Severity::kWarning);
    case State::kEmpty:
      return colourOf(Severity::kError);
    case State::kNeutral:
      break;
  }
  return wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
}

wxColour groundOf(State state) {
  const wxColour window = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
  if (state == State::kNeutral) return window;
  return mix(inkOf(state), window, isDark() ? 0.25 : 0.13);
}

wxColour quietInk() {
  return mix(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT),
             wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW), 0.6);
}

}  // namespace tiku::editor
