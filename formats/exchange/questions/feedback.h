#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/html/html_text.h"
#include "formats/model/item.h"

/// What is shown after an answer: rationale, scoring points, source, where need be the reference answer.
/// Other systems have one text for it; ours is parted again when it comes back.
namespace tiku::formats {

struct Feedback {
  RichText rationale;
  RichText answer;  ///< Reference answer, where the format has no place for it.
  std::vector<ScoringPoint> scoring;
  std::string reference;
};

/// Empty when there is nothing to show.
std::string feedbackHtml(const Feedback& feedback, const PictureAddress& picture);

/// Parts what feedbackHtml() wrote; what somebody else wrote is the rationale.
Feedback feedbackOf(std::string_view html, const std::string& name, HtmlReading& reading);

}  // namespace tiku::formats
