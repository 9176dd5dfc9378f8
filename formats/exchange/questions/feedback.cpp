#include "formats/exchange/questions/feedback.h"

#include <libxml/tree.h>

#include "formats/base/html.h"
#include "formats/base/markup.h"
#include "formats/base/xml_guard.h"

namespace tiku::formats {
namespace {

// Chinese as all that a bank prints; the words are marks of the format, too.
constexpr std::string_view kReference = "出处：";
constexpr std::string_view kMarks = " 分：";

std::string paragraph(std::string_view look, const std::string& words) {
  return "<p class=\"" + std::string(look) + "\" style=\"white-space:pre-wrap\">" + escapedMarkup(words) +
         "</p>";
}

ScoringPoint scoringOf(const std::string& words) {
  const std::size_t mark = words.find(kMarks);
  const auto marks = mark == std::string::npos ? std::nullopt : Marks::parse(words.substr(0, mark));
  if (!marks) return {{}, words};
  return {*marks, words.substr(mark + kMarks.size())};
}

std::string withoutHead(const std::string& words, std::string_view head) {
  return words.starts_with(head) ? words.substr(head.size()) : words;
}

}  // namespace

std::string feedbackHtml(const Feedback& feedback, const PictureAddress& picture) {
  std::string html;
  if (!feedback.answer.blocks().empty())
    html += R"(<div class="tiku-answer">)" + toHtml(feedback.answer, picture) + "</div>";
  html += toHtml(feedback.rationale, picture);
  for (const ScoringPoint& point : feedback.scoring)
    html += paragraph("tiku-scoring", point.marks.str() + std::string(kMarks) + point.text);
  if (!feedback.reference.empty())
    html += paragraph("tiku-reference", std::string(kReference) + feedback.reference);
  return html;
}

Feedback feedbackOf(std::string_view html, const std::string& name, HtmlReading& reading) {
  const HtmlDocument page = HtmlDocument::parse(html, name);
  Feedback feedback;
  std::vector<XmlElement> taken;
  for (XmlElement part = page.body().first(); part; part = part.next()) {
    const std::string look = part.attribute("class");
    if (look == "tiku-answer") {
      feedback.answer = fromHtml(part, reading);
    } else if (look == "tiku-scoring") {
      feedback.scoring.push_back(scoringOf(part.text()));
    } else if (look == "tiku-reference") {
      feedback.reference = withoutHead(part.text(), kReference);
    } else {
      continue;
    }
    taken.push_back(part);
  }
  for (const XmlElement& part : taken) {
    xmlUnlinkNode(part.node());
    xmlFreeNode(part.node());
  }
  feedback.rationale = fromHtml(page.body(), reading);
  return feedback;
}

}  // namespace tiku::formats
