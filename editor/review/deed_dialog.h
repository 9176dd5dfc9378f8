#pragma once

#include <functional>
#include <optional>
#include <string>

#include "workflows/deadlines/deadline.h"
#include "workflows/review/round.h"

class wxWindow;

namespace tiku::editor {

class Host;

/// What is to be done, and what has to be known of it.
struct DeedQuestion {
  std::string title;
  std::string text;          ///< Whole sentences: what comes of it.
  std::string does;          ///< On the button: "启封(&O)"
  bool reasonDue = false;    ///< Not without a reason.
  std::string reasonHint{};  ///< What belongs into it.
  /// Asks for a last day as well and proposes the one that this gives for the day of the deed.
  std::function<workflows::Deadline(const formats::Date&)> lastDay{};
};

struct DeedAnswer {
  workflows::Deed deed;
  std::optional<formats::Date> lastDay{};
};

/// Asks who does it, when and why. Empty when the user thought better of it.
std::optional<DeedAnswer> askDeed(wxWindow* parent, Host& host, const DeedQuestion& question);

}  // namespace tiku::editor
